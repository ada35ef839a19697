"""Steps of Undo: what is typed after a pause is a step of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit

_PAUSE_MS = 1_000


class Pauses(QObject):
    """Begins a new step of Undo in ``edit`` whenever nothing was typed for a while.

    Qt takes letters typed in a row for one step, however long that takes.
    """

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin_step)
        edit.textChanged.connect(self._pause.start)

    def _begin_step(self) -> None:
        # To what counts as unmodified Qt adds no letter: Undo must be able to come back to it.
        self._edit.document().setModified(False)
