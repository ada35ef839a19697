"""Editing a goal's wording or line where it stands in its row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.ui.goals.row_plan import RowPlan
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit


class RowEditing(QObject):
    """At most one field, over the words it stands for.

    Args:
        row: The row that the field lies in.
        make_room: Called when the field needs more or less room.
    """

    reworded = Signal(str)
    line_entered = Signal(str)

    def __init__(self, row: QWidget, make_room: Callable[[], None]) -> None:
        super().__init__(row)
        self._row = row
        self._make_room = make_room
        self._field: InPlaceEdit | None = None
        self._of_line = False

    @property
    def open(self) -> bool:
        """Whether something is being edited."""
        return self._field is not None

    @property
    def field(self) -> QWidget | None:
        """The field that is open."""
        return self._field

    @property
    def offer(self) -> str:
        """What an empty line asks."""
        return self.tr("What happened, or what got in the way?")

    @property
    def wording_height(self) -> int:
        """The room that the field needs in place of the wording."""
        return 0 if self._field is None or self._of_line else self._field.needed_height()

    @property
    def line_height(self) -> int:
        """The room that the field needs in place of the line."""
        return self._field.needed_height() if self._field is not None and self._of_line else 0

    def edit_wording(self, text: str) -> None:
        """Open the field over the wording."""
        self._open(text, of_line=False)

    def edit_line(self, text: str) -> None:
        """Open the field over the line, or where a line would be."""
        self._open(text, of_line=True)

    def place(self, plan: RowPlan) -> None:
        """Lay the field over the words it stands for."""
        if self._field is not None:
            self._field.setGeometry(
                plan.line if self._of_line else plan.wording.adjusted(-4, 0, 0, 0)
            )

    def finish(self) -> None:
        """Keep what was typed, if anything is being edited."""
        if self._field is not None:
            self._field.finish()

    def hand_over_later(self) -> None:
        """Keep what was typed, but say so only after whoever draws the row has finished."""
        if self._field is not None:
            told = self.line_entered if self._of_line else self.reworded
            text = self._field.line()
            self._field.blockSignals(True)
            QTimer.singleShot(0, self, lambda: told.emit(text))

    def _open(self, text: str, *, of_line: bool) -> None:
        self.finish()
        name = self.offer if of_line else self.tr("Wording of the goal")
        field = InPlaceEdit(text, name, self._row)
        if of_line:
            field.setPlaceholderText(self.offer)
        field.finished.connect(self._keep)
        field.given_up.connect(self._close)
        field.grew.connect(self._make_room)
        self._field, self._of_line = field, of_line
        self._make_room()
        # Tab goes on from the row it lies in, not from wherever fields are made.
        QWidget.setTabOrder(self._row, field)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, text: str) -> None:
        told = self.line_entered if self._of_line else self.reworded
        self._close()
        told.emit(text)

    def _close(self) -> None:
        """Take the field away; the keyboard goes back to the row it was in."""
        field, self._field = self._field, None
        if field is None:
            return
        had_keyboard = field.hasFocus()
        field.hide()
        field.deleteLater()
        if had_keyboard:
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room()
