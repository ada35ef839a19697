"""Lines below one another; the keyboard goes along them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from weeknotes_desktop.ui.capture.line import Deeds, Line
from weeknotes_desktop.ui.capture.line_row import LineRow
from weeknotes_desktop.ui.theme import Theme


class LineList(QWidget):
    """Keeps the rows of lines it has shown, so that typing and the keyboard's place stay.

    Args:
        deeds: What can be done to a line.
        press: The deed of its box, or of the line itself.
        below: Where the keyboard goes from the last line, and when there is none.
    """

    chosen = Signal(str, str)  # the line, the name of a deed
    reworded = Signal(str, str)
    carried_off = Signal(str)
    reached = Signal(object)  # the widget to which the keyboard was taken

    def __init__(
        self, deeds: Callable[[Line], Deeds], press: str, below: QWidget, theme: Theme
    ) -> None:
        super().__init__()
        self._deeds, self._press, self._below, self._theme = deeds, press, below, theme
        self._rows: dict[str, LineRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def draw(self, lines: tuple[Line, ...]) -> None:
        """Show ``lines`` in their order."""
        before = {row: self._column.indexOf(row) for row in self._rows.values() if row.hasFocus()}
        wanted = {line.id for line in lines}
        for line_id in [known for known in self._rows if known not in wanted]:
            self._take_away(self._rows.pop(line_id))
        for place, line in enumerate(lines):
            row = self._rows.get(line.id)
            if row is None:
                row = self._rows[line.id] = self._new_row(line)
                self._column.insertWidget(place, row)
                # Now, not when Qt comes round to it: the keyboard may be put on it next.
                row.show()
            if row.line != line:
                row.show_line(line)
            if self._column.indexOf(row) != place:
                # Not hidden in between: the keyboard and what is being typed stay with it.
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            if before.get(row, place) != place:
                self._tell_place(row, place, len(lines))

    def row(self, line_id: str) -> LineRow | None:
        """The row of a line, if it is shown."""
        return self._rows.get(line_id)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        stops: list[QWidget] = []
        for row in self._in_order():
            stops += [row] if row.field is None else [row, row.field]
        return stops

    def focus_last(self) -> bool:
        """Put the keyboard on the last line; whether there is one."""
        for row in self._in_order()[-1:]:
            self._go_to(row)
        return bool(self._rows)

    def finish_editing(self) -> None:
        """Keep what is being typed in a row."""
        for row in list(self._rows.values()):
            row.finish_editing()

    def measure(self) -> None:
        """Text has another size or other colours now."""
        for row in self._rows.values():
            row.replan()

    def _new_row(self, line: Line) -> LineRow:
        row = LineRow(line, self._deeds, self._press, self._theme, self)
        row.chosen.connect(self.chosen)
        row.reworded.connect(self.reworded)
        row.carried_off.connect(self.carried_off)
        row.stepped.connect(self._step)
        return row

    def _take_away(self, row: LineRow) -> None:
        """Drop a row; words that were being typed into it are handed over first."""
        place = self._column.indexOf(row)
        field = row.field
        # Before the keyboard goes: that would be said while the list is being drawn.
        row.hand_over_later()
        if row.hasFocus() or (field is not None and field.hasFocus()):
            self._focus_near(place)
        self._column.removeWidget(row)
        row.hide()
        QTimer.singleShot(0, row, row.deleteLater)

    def _focus_near(self, place: int) -> None:
        """Give the keyboard to what stands after, or before, a row that goes."""
        for near in (self._column.itemAt(place + 1), self._column.itemAt(place - 1)):
            widget = near.widget() if near is not None else None
            if widget is not None:
                self._go_to(widget)
                return
        self._go_to(self._below)

    def _in_order(self) -> list[LineRow]:
        return sorted(self._rows.values(), key=self._column.indexOf)

    def _step(self, line_id: str, by: int) -> None:
        """The keyboard goes along the lines as far as what is below them, never further."""
        stops: list[QWidget] = [*self._in_order(), self._below]
        to = stops.index(self._rows[line_id]) + by
        if 0 <= to < len(stops):
            self._go_to(stops[to])

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(widget)

    def _tell_place(self, row: LineRow, place: int, count: int) -> None:
        """Tell who cannot see it where the line they moved stands now."""
        words = self.tr("{line}, now number {place} of {count}")
        row.setAccessibleDescription(words.format(line=row.line.text, place=place + 1, count=count))
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.DescriptionChanged))
