"""One goal in the panel, and what can be done to it by key and by mouse."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.ui.goals.goal_card import GoalCard
from weeknotes_desktop.ui.goals.goal_deeds import OUTCOME_KEYS, Deeds, RowDeeds, deeds
from weeknotes_desktop.ui.goals.goal_voice import GoalVoice
from weeknotes_desktop.ui.goals.goal_words import CONFIRM, DISMISS, THREAD
from weeknotes_desktop.ui.goals.row_editing import What
from weeknotes_desktop.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WANT_A_LINE = (Outcome.PARTLY, Outcome.NOT_STARTED, Outcome.DROPPED)


class GoalRow(GoalCard):
    """Says with ``voice`` what the writer did to the goal it shows."""

    shifted = Signal(str, int)  # by how many places in its week
    stepped = Signal(str, int)  # the keyboard goes that many rows down
    dragged = Signal(str, int)  # to which height, in the row's own coordinates
    dropped = Signal(str)
    given_back = Signal(str)  # the drag was called off

    def __init__(
        self, goal: Goal, voice: GoalVoice, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(goal, voice, theme, parent)
        self._voice = voice
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.editing.reworded.connect(self._reword)
        self.editing.line_entered.connect(self._enter_line)
        self.editing.reason_entered.connect(lambda why: voice.let_go.emit(self.goal.id, why))
        self.editing.passed_by.connect(lambda step: self.stepped.emit(self.goal.id, step))
        self._own_deeds = RowDeeds(
            edit_wording=lambda: self.editing.edit(What.WORDING, self.goal.text),
            edit_line=lambda: self.editing.edit(What.LINE, self.goal.line or ""),
            ask_reason=lambda: self.editing.edit(What.REASON, self.goal.let_go or ""),
            show_details=self._turn_details,
            move=lambda by: self.shifted.emit(self.goal.id, by),
        )

    def nextCheckState(self) -> None:  # noqa: N802
        """A tick is only asked for here; it is drawn when it has been kept."""
        done = self.goal.outcome is Outcome.DONE
        self._choose(None if done else Outcome.DONE)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Only the box ticks; the words beside it are there to be edited."""
        return self.plan().at_box(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each thing that can be done."""
        key = cast("Qt.Key", event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # A key that Qt has no name for is only a number, and no part of a combination.
        pressed, plain = modifiers.value | key, not modifiers
        deed = next((one for one in self._offered() if one and one.has_key(pressed)), None)
        if self._dragging and key == Qt.Key.Key_Escape:
            self._stop_dragging()
            self.given_back.emit(self.goal.id)
        elif deed is not None:
            deed.do()
        elif plain and key in OUTCOME_KEYS:
            self._choose(OUTCOME_KEYS[key])
        elif plain and key == Qt.Key.Key_O:
            self._open_outcomes()
        elif plain and key in _STEPS:
            self.stepped.emit(self.goal.id, _STEPS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click, or of a drag."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click does what stands there; the end of a drag drops the goal."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._dragging:
            self._stop_dragging()
            self.dropped.emit(self.goal.id)
        elif pressed is not None and not self.hitButton(place):
            self._click(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would do; carry the goal along its week where one drags it."""
        super().mouseMoveEvent(event)
        place, plan = event.position().toPoint(), self.plan()
        pressed = self._pressed_at
        if pressed is not None and not self.hitButton(pressed) and not self.editing.open:
            far = (place - pressed).manhattanLength()
            self._dragging = self._dragging or far >= QApplication.startDragDistance()
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.goal.id, place.y())
            return
        words = plan.wording.contains(place) or plan.line.contains(place)
        shape = Qt.CursorShape.ArrowCursor
        if plan.deed_at(place):
            shape = Qt.CursorShape.PointingHandCursor
        elif words and not plan.menu.contains(place):
            shape = Qt.CursorShape.IBeamCursor
        self.setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu at the pointer, or below the box when a key asked for it."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self.mapToGlobal(self.plan().box.bottomLeft())
        self._open_menu(below if by_key else event.globalPos())

    def event(self, event: QEvent) -> bool:
        """What the handle is for is said where it is."""
        if isinstance(event, QHelpEvent) and self.plan().at_handle(event.pos()):
            QToolTip.showText(event.globalPos(), self.tr("What became of it (1 to 4, or O)"), self)
            return True
        return super().event(event)

    def finish_editing(self) -> None:
        """Keep what is being typed."""
        self.editing.finish()
        self.details.finish()

    def hand_over_later(self) -> None:
        """Keep what was typed, but say so only after whoever draws the row has finished."""
        self.editing.hand_over_later()
        self.details.hand_over_later(self.goal.id)

    def _click(self, place: QPoint) -> None:
        plan, deed = self.plan(), self.plan().deed_at(place)
        said = {
            THREAD: self._voice.thread_chosen,
            CONFIRM: self._voice.confirmed,
            DISMISS: self._voice.dismissed,
        }
        if plan.menu.contains(place):
            self._open_menu(self.mapToGlobal(plan.menu.bottomLeft()))
        elif deed:
            said[deed].emit(self.goal.id)
        elif plan.at_handle(place):
            self._open_outcomes()
        elif plan.line.contains(place):
            self._own_deeds.edit_line()
        elif plan.wording.contains(place):
            self._own_deeds.edit_wording()

    def _choose(self, outcome: Outcome | None) -> None:
        """Say what became of the goal; what got in the way may be said in the same go."""
        self._voice.outcome_chosen.emit(self.goal.id, outcome)
        if outcome in _WANT_A_LINE and not self.goal.line:
            self._own_deeds.edit_line()

    def _offered(self) -> Deeds:
        return deeds(self.goal, self._own_deeds, self._voice)

    def _stop_dragging(self) -> None:
        self._dragging, self._pressed_at = False, None
        self.unsetCursor()

    def _open_outcomes(self) -> None:
        # Not on top: nobody opens it before the first paint.
        from weeknotes_desktop.ui.goals.goal_menu import OutcomeMenu

        menu = OutcomeMenu(self.goal.outcome, self._choose, self._theme, self)
        menu.popup(self.mapToGlobal(self.plan().box.bottomLeft()))

    def _open_menu(self, place: QPoint) -> None:
        # Not on top: nobody opens it before the first paint.
        from weeknotes_desktop.ui.goals.goal_menu import GoalMenu

        menu = GoalMenu(self.goal.outcome, self._choose, self._theme, self)
        menu.offer(self._offered())
        menu.popup(place)

    def _turn_details(self) -> None:
        self.editing.finish()
        self.details.turn(self.goal)

    def _reword(self, text: str) -> None:
        if text and text != self.goal.text:
            self._voice.reworded.emit(self.goal.id, text)

    def _enter_line(self, text: str) -> None:
        if text != (self.goal.line or ""):
            self._voice.line_entered.emit(self.goal.id, text)
