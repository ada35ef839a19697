"""A page of the review: what is to be done, and beside it what helps with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.tall_scroll import TallScroll

_SIDE = 332
_NARROW = 700
"""Below this width what helps stands under what is to be done."""


class Page(QWidget):
    """Two columns, each scrolling for itself; one above the other where it is narrow.

    Args:
        side: Whether there is a second column.
    """

    def __init__(self, theme: Theme, *, side: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column, self._main = _column("reviewMain")
        self.side, self._side = _column("reviewSide")
        self._side.setVisible(side)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._main, 1)
        self._row.addWidget(self._side)
        self._measure()
        theme.changed.connect(self._measure)

    def finish_editing(self) -> None:
        """Hand over what is being typed; here nothing is."""

    def first_stop(self) -> QWidget | None:
        """Where the keyboard goes when one comes to the page; None where there is only to read."""
        return None

    def show_widget(self, widget: QWidget) -> None:
        """Bring into sight what the keyboard is on."""
        self._main.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What helps goes below where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.dots(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._row.setStretch(0, 2 if narrow else 1)
        self._row.setStretch(1, 1 if narrow else 0)
        wide = max(self._theme.dots(_SIDE), self._side.minimumSizeHint().width())
        self._side.setMinimumWidth(0 if narrow else wide)
        self._side.setMaximumWidth(self.maximumWidth() if narrow else wide)

    def _measure(self) -> None:
        dots = self._theme.dots
        for column in (self.column, self.side):
            column.setContentsMargins(dots(24), dots(18), dots(24), dots(18))
            column.setSpacing(dots(8))
        self._arrange()


def _column(name: str) -> tuple[QVBoxLayout, TallScroll]:
    inside = QWidget()
    inside.setObjectName(name)
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(inside)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column, TallScroll(inside)
