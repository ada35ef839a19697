"""A path on one line, its middle left out where it is too long."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class PathLabel(QLabel):
    """Shows the end of a path in any case; all of it in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self.setObjectName("publishPath")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_path(self, path: Path | None) -> None:
        """Show it from home on."""
        self._path = "" if path is None else _from_home(path)
        self.setToolTip(self._path)
        self.setAccessibleName(self._path)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out as much as must be."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        # A path is read from left to right, whatever stands around it.
        self.setText("\u202a" + self.fontMetrics().elidedText(self._path, middle, self.width()))


def _from_home(path: Path) -> str:
    try:
        below = path.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(path)
    return str(Path("~") / below)
