"""A box to tick with words beside it, drawn as the boxes of goals are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_outcome
from weeknotes_desktop.ui.widgets.wrapped import Wrapped

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TickBox(QCheckBox):
    """Its words wrap; a click anywhere on it ticks.

    Args:
        words: What is ticked.
    """

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the words need."""
        return max(self._wrapped(width).height, self._side()) + self._theme.dots(6)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence."""
        asked = self._room_before() + self.fontMetrics().horizontalAdvance(self._words)
        width = min(asked + self._theme.dots(8), self._theme.dots(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow; how tall it must be then, ``heightForWidth`` says."""
        return QSize(self._theme.dots(120), self._side() + self._theme.dots(6))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The words tick as well."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on to what is near, but not as part of a combination."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held and event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The box, the words, and an edge where the keyboard is on it."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(
                self.rect().adjusted(1, 1, -1, -1), theme.dots(5), theme.dots(5)
            )
        side, gap = self._side(), theme.dots(3)
        first = self.fontMetrics().height()
        box = QRect(gap, gap + max(0, (first - side) // 2), side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        ticked = Outcome.DONE if self.isChecked() else None
        paint_outcome(painter, QRectF(box), ticked, theme.tokens, theme.tokens.page)
        painter.setPen(theme.colour("text" if self.isEnabled() else "faint"))
        before = self._room_before()
        place = QRect(before, gap, self.width() - before, self.height())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        self._wrapped(self.width()).paint(painter, place.left(), place.top())

    def _wrapped(self, width: int) -> Wrapped:
        room = width - self._room_before() - self._theme.dots(3)
        return Wrapped(self._words, self.font(), room, self.layoutDirection())

    def _side(self) -> int:
        return max(self._theme.dots(16), 14)

    def _room_before(self) -> int:
        return self._side() + self._theme.dots(10)
