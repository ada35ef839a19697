"""One goal in the panel, and what can be done to it by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.ui.goals.goal_card import GoalCard
from weeknotes_desktop.ui.goals.goal_deeds import OUTCOME_KEYS, GoalDeeds
from weeknotes_desktop.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GoalRow(GoalCard):
    """Says what the user did to the goal it shows; each signal carries the goal's id."""

    outcome_chosen = Signal(str, object)
    reworded = Signal(str, str)
    line_entered = Signal(str, str)
    moved = Signal(str, int)  # by how many places
    removed = Signal(str)
    stepped = Signal(str, int)  # the keyboard goes that many rows down
    audience_chosen = Signal(str, object)

    def __init__(self, goal: Goal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(goal, theme, parent)
        self.editing.reworded.connect(self._reword)
        self.editing.line_entered.connect(self._enter_line)
        self._deeds = GoalDeeds(
            choose=lambda outcome: self.outcome_chosen.emit(self.goal.id, outcome),
            edit_wording=lambda: self.editing.edit_wording(self.goal.text),
            edit_line=lambda: self.editing.edit_line(self.goal.line or ""),
            move=lambda by: self.moved.emit(self.goal.id, by),
            turn_private=self._turn_private,
            remove=lambda: self.removed.emit(self.goal.id),
        )
        self._keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Return: self._deeds.edit_wording,
            Qt.Key.Key_Enter: self._deeds.edit_wording,
            Qt.Key.Key_F2: self._deeds.edit_wording,
            Qt.Key.Key_L: self._deeds.edit_line,
            Qt.Key.Key_P: self._deeds.turn_private,
            Qt.Key.Key_Delete: self._deeds.remove,
            Qt.Key.Key_Down: lambda: self.stepped.emit(self.goal.id, 1),
            Qt.Key.Key_Up: lambda: self.stepped.emit(self.goal.id, -1),
        }

    def nextCheckState(self) -> None:  # noqa: N802
        """A tick is only asked for here; it is drawn when it has been kept."""
        done = self.goal.outcome is Outcome.DONE
        self._deeds.choose(None if done else Outcome.DONE)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Only the box ticks; the words beside it are there to be edited."""
        reach = self._theme.dots(5)
        return self.plan().box.adjusted(-reach, -reach, reach, reach).contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each thing that can be done."""
        key = cast("Qt.Key", event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._deeds.move(_STEPS[key])
        elif modifiers == Qt.KeyboardModifier.NoModifier and key in OUTCOME_KEYS:
            self._deeds.choose(OUTCOME_KEYS[key])
        elif modifiers == Qt.KeyboardModifier.NoModifier and key in self._keys:
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words edits them; on the three dots, opens the menu."""
        super().mouseReleaseEvent(event)
        place, plan = event.position().toPoint(), self.plan()
        if event.button() is not Qt.MouseButton.LeftButton or self.hitButton(place):
            return
        if plan.menu.contains(place):
            self._open_menu(self.mapToGlobal(plan.menu.bottomLeft()))
        elif plan.line.contains(place):
            self._deeds.edit_line()
        elif plan.wording.contains(place):
            self._deeds.edit_wording()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would write."""
        super().mouseMoveEvent(event)
        place, plan = event.position().toPoint(), self.plan()
        words = plan.wording.contains(place) or plan.line.contains(place)
        writes = words and not plan.menu.contains(place)
        self.setCursor(Qt.CursorShape.IBeamCursor if writes else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu at the pointer, or below the box when a key asked for it."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self.mapToGlobal(self.plan().box.bottomLeft())
        self._open_menu(below if by_key else event.globalPos())

    def _open_menu(self, place: QPoint) -> None:
        # Not on top: nobody opens it before the first paint.
        from weeknotes_desktop.ui.goals.goal_menu import GoalMenu

        GoalMenu(self.goal, self._deeds, self._theme, self).popup(place)

    def _turn_private(self) -> None:
        private = self.goal.audience is Audience.ME
        self.audience_chosen.emit(self.goal.id, Audience.PUBLIC if private else Audience.ME)

    def _reword(self, text: str) -> None:
        if text and text != self.goal.text:
            self.reworded.emit(self.goal.id, text)

    def _enter_line(self, text: str) -> None:
        if text != (self.goal.line or ""):
            self.line_entered.emit(self.goal.id, text)
