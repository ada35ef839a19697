"""The details of a goal, open below it or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.ui.goals.goal_voice import GoalVoice
from weeknotes_desktop.ui.goals.row_plan import RowPlan
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # It comes when somebody opens it.
    from weeknotes_desktop.ui.goals.details_pane import DetailsPane


class RowDetails(QObject):
    """Opens and closes the fields for the details, and passes on what is said in them.

    They close when the keyboard leaves the row for something else in the window.

    Args:
        row: The row that they lie in.
        make_room: Called when they need more or less room.
    """

    turned = Signal()  # opened, closed, or other fields than before

    def __init__(
        self, row: QWidget, voice: GoalVoice, theme: Theme, make_room: Callable[[], None]
    ) -> None:
        super().__init__(row)
        self._row, self._voice, self._theme, self._make_room = row, voice, theme, make_room
        self._pane: DetailsPane | None = None

    @property
    def open(self) -> bool:
        """Whether they are shown."""
        return self._pane is not None

    def height_at(self, width: int) -> int:
        """The room that they need."""
        return 0 if self._pane is None else self._pane.heightForWidth(width)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in them."""
        return [] if self._pane is None else self._pane.stops()

    def turn(self, goal: Goal) -> None:
        """Open them, or close them."""
        if self._pane is None:
            self._open(goal)
        else:
            self._close()

    def draw(self, goal: Goal) -> None:
        """Show what is said of ``goal`` now."""
        if self._pane is not None:
            self._pane.draw(goal)

    def place(self, plan: RowPlan) -> None:
        """Lay them where they are planned."""
        if self._pane is not None:
            self._pane.setGeometry(plan.details)

    def finish(self) -> None:
        """Keep what is being typed."""
        if self._pane is not None:
            self._pane.finish()

    def hand_over_later(self, goal_id: str) -> None:
        """Keep what was typed, but say so only after whoever draws the row has finished."""
        if self._pane is not None:
            said, voice = self._pane.unsaid(), self._voice
            self._pane.blockSignals(True)

            def tell() -> None:
                for what, text in said:
                    voice.detail_entered.emit(goal_id, what, text)

            QTimer.singleShot(0, self, tell)

    def _open(self, goal: Goal) -> None:
        # Not on top: nobody opens it before the first paint.
        from weeknotes_desktop.ui.goals.details_pane import DetailsPane

        pane, voice, goal_id = DetailsPane(goal, self._theme, self._row), self._voice, goal.id
        pane.entered.connect(lambda what, text: voice.detail_entered.emit(goal_id, what, text))
        pane.audience_chosen.connect(lambda who: voice.audience_chosen.emit(goal_id, who))
        pane.form_chosen.connect(lambda form: voice.form_chosen.emit(goal_id, form))
        pane.stretch_chosen.connect(lambda on: voice.stretch_chosen.emit(goal_id, on))
        pane.closed.connect(self._close)
        pane.rearranged.connect(self.turned)
        self._pane = pane
        _program().focusChanged.connect(self._follow_keyboard)
        self._make_room()
        pane.show()
        self.turned.emit()
        pane.go_to_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click that took the keyboard away is over."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            _program().removeEventFilter(self)
            # Not now: whatever was clicked has not heard of it yet.
            QTimer.singleShot(0, self, self._close_if_left)
        return super().eventFilter(watched, event)

    def _follow_keyboard(self) -> None:
        if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._close_if_left()
        else:
            # What is being clicked must not move away under the pointer.
            _program().installEventFilter(self)

    def _close_if_left(self) -> None:
        now = QApplication.focusWidget()
        if now is None or now.window() is not self._row.window():
            return
        if now is not self._row and not self._row.isAncestorOf(now):
            self._close()

    def _close(self) -> None:
        """Take them away; the keyboard goes back to the row it was in."""
        pane, self._pane = self._pane, None
        if pane is None:
            return
        _program().focusChanged.disconnect(self._follow_keyboard)
        _program().removeEventFilter(self)
        pane.finish()
        had_keyboard = pane.isAncestorOf(QApplication.focusWidget() or self._row)
        pane.hide()
        pane.deleteLater()
        if had_keyboard:
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room()
        self.turned.emit()


def _program() -> QApplication:
    return cast("QApplication", QApplication.instance())
