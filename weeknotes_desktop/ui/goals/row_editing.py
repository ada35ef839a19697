"""Editing a goal's wording or line, or the reason to let it go, where it stands in its row."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.ui.goals.row_plan import RowPlan
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class What(Enum):
    """What of a goal is edited."""

    WORDING = auto()
    LINE = auto()
    REASON = auto()


class RowEditing(QObject):
    """At most one field, over the words it stands for.

    Args:
        row: The row that the field lies in.
        make_room: Called when the field needs more or less room.
    """

    reworded = Signal(str)
    line_entered = Signal(str)
    reason_entered = Signal(str)  # which may be empty
    passed_by = Signal(int)  # nothing was typed, and the keyboard goes that many rows down

    def __init__(self, row: QWidget, make_room: Callable[[], None]) -> None:
        super().__init__(row)
        self._row = row
        self._make_room = make_room
        self._field: InPlaceEdit | None = None
        self._what = What.WORDING
        self._offered = False

    @property
    def open(self) -> bool:
        """Whether something is being edited."""
        return self._field is not None

    @property
    def field(self) -> QWidget | None:
        """The field that is open."""
        return self._field

    def height_of(self, what: What) -> int:
        """The room that the field needs, if it is that which is being edited."""
        return self._field.needed_height() if self._field is not None and self._what is what else 0

    def edit(self, what: What, text: str) -> None:
        """Open the field over the words, or where they would be."""
        self.finish()
        names = {
            What.WORDING: self.tr("Wording of the goal"),
            What.LINE: self.tr("What happened, or what got in the way?"),
            What.REASON: self.tr("Why let it go? Only you read this; Enter alone will do."),
        }
        field = InPlaceEdit(text, names[what], self._row)
        if what is not What.WORDING:
            field.setPlaceholderText(names[what])
        field.finished.connect(self._keep)
        field.given_up.connect(self._close)
        field.grew.connect(self._make_room)
        field.installEventFilter(self)
        self._field, self._what = field, what
        self._offered = what is not What.WORDING and not text
        self._make_room()
        # Tab goes on from the row it lies in, not from wherever fields are made.
        QWidget.setTabOrder(self._row, field)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, plan: RowPlan) -> None:
        """Lay the field over the words it stands for."""
        if self._field is not None:
            places = {
                What.WORDING: plan.wording.adjusted(-4, 0, 0, 0),
                What.LINE: plan.line,
                What.REASON: plan.reason.adjusted(-4, 0, 0, 0),
            }
            self._field.setGeometry(places[self._what])

    def finish(self) -> None:
        """Keep what was typed, if anything is being edited; no reason is no answer."""
        if self._field is None:
            return
        if self._what is What.REASON and not self._field.line():
            self._close()
        else:
            self._field.finish()

    def hand_over_later(self) -> None:
        """Keep what was typed, but say so only after whoever draws the row has finished."""
        if self._field is not None:
            told, text = self._told(), self._field.line()
            self._field.blockSignals(True)
            if text or self._what is not What.REASON:
                QTimer.singleShot(0, self, lambda: told.emit(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down pass by a line that is offered and not wanted."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(cast("Qt.Key", event.key()))
            unwanted = self._offered and self._field is not None and not self._field.line()
            if step and unwanted:
                self._close()
                self.passed_by.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _told(self) -> SignalInstance:
        return {
            What.WORDING: self.reworded,
            What.LINE: self.line_entered,
            What.REASON: self.reason_entered,
        }[self._what]

    def _keep(self, text: str) -> None:
        # Who goes elsewhere without a word has given no reason; Enter is an answer.
        answered = bool(text) or (self._field is not None and self._field.hasFocus())
        told, what = self._told(), self._what
        self._close()
        if answered or what is not What.REASON:
            told.emit(text)

    def _close(self) -> None:
        """Take the field away; the keyboard goes back to the row it was in."""
        field, self._field = self._field, None
        if field is None:
            return
        # Whatever it says from here on is nobody's answer.
        field.blockSignals(True)
        had_keyboard = field.hasFocus()
        field.hide()
        field.deleteLater()
        if had_keyboard:
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room()
