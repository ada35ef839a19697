"""A small list of what is unfinished, with a tick at each goal that shall be carried over."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.tick_box import TickBox


class CarryChoice(QFrame):
    """Comes up over the button; Escape or a click elsewhere puts it away."""

    chosen = Signal(object)  # the ids of the goals, in a tuple

    def __init__(self, goals: tuple[Goal, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("carryChoice")
        self.setAccessibleName(self.tr("Choose what is carried over"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._goals, self._theme = goals, theme
        self._ticks = [self._tick(goal) for goal in goals]
        self._carry = QPushButton()
        self._carry.setProperty("look", "primary")
        self._carry.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        for part in (*self._ticks, self._carry):
            column.addWidget(part)
        self._count()

    def open_at(self, place: QPoint) -> None:
        """Come up below ``place``, or above it where there is no room below."""
        screen, size = self.screen().availableGeometry(), self.sizeHint()
        size.setHeight(self.heightForWidth(size.width()))
        spot = QRect(place, size)
        if spot.bottom() > screen.bottom():
            spot.moveBottom(screen.bottom())
        spot.moveLeft(max(screen.left(), min(spot.left(), screen.right() - size.width())))
        self.setGeometry(spot)
        self.show()
        if self._ticks:
            self._ticks[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away, Enter carries over, arrows go along the goals."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._carry.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _tick(self, goal: Goal) -> TickBox:
        tick = TickBox(goal.text, self._theme)
        tick.setChecked(True)
        tick.toggled.connect(lambda _: self._count())
        return tick

    def _ticked(self) -> tuple[str, ...]:
        ticks = zip(self._goals, self._ticks, strict=True)
        return tuple(goal.id for goal, tick in ticks if tick.isChecked())

    def _count(self) -> None:
        number = len(self._ticked())
        self._carry.setText(self.tr("Carry over %n", "", number))
        self._carry.setEnabled(number > 0)

    def _choose(self) -> None:
        ticked = self._ticked()
        self.close()
        self.chosen.emit(ticked)
