"""The clipboard of the system, which any thread may have something put on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication


class Clipboard(QObject):
    """Puts contents there on the window's thread, on which alone that may be done."""

    _wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted.connect(self._put, Qt.ConnectionType.QueuedConnection)

    def put(self, contents: Mapping[str, bytes]) -> None:
        """Put contents there soon, each by its media type, in place of what is there."""
        self._wanted.emit(contents)

    def put_words(self, words: str) -> None:
        """Put plain words there; on the window's thread."""
        QGuiApplication.clipboard().setText(words)

    def _put(self, contents: Mapping[str, bytes]) -> None:
        data = QMimeData()
        for kind, content in contents.items():
            data.setData(kind, content)
        QGuiApplication.clipboard().setMimeData(data)
