"""The section with the jots of the week: each with its day, newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.jots import JotsState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.capture.leading import LeadingLabel
from weeknotes_desktop.ui.capture.line import EDIT, REMOVE, Deed, Deeds, Line, plain_keys
from weeknotes_desktop.ui.capture.line_list import LineList
from weeknotes_desktop.ui.capture.section import Section
from weeknotes_desktop.ui.goals.goal_words import not_saved_yet
from weeknotes_desktop.ui.theme import Theme

NEWEST = 4
"""How many jots are shown before the writer asks for all."""
_INSERT, _USED, _UNUSED = "insert", "used", "unused"
_KEY = Qt.Key


class JotsSection(Section):
    """Draws a ``JotsState`` and says what the user did."""

    reworded = Signal(str, str)
    inserted = Signal(str)
    marked = Signal(str, bool)  # whether it was used in the note
    removed = Signal(str)
    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._state: JotsState | None = None
        self._all = False
        self._add = QPushButton(self.tr("Ctrl J"))
        self._add.setObjectName("jotKey")
        self._add.setAccessibleName(self.tr("Catch a jot"))
        self._add.setToolTip(self.tr("Catch a line for the note of this week"))
        self._add.clicked.connect(lambda: self.wanted.emit())
        self._heading.addWidget(self._add)
        self._more = QPushButton()
        self._more.setObjectName("showAll")
        self._more.clicked.connect(self._turn)
        self._empty = LeadingLabel("sectionEmpty")
        self._list = LineList(self._deeds, EDIT, self._more, theme)
        self._list.chosen.connect(self._choose)
        self._list.reworded.connect(self.reworded)
        self._list.carried_off.connect(lambda jot_id: self.marked.emit(jot_id, True))
        self._list.reached.connect(self.reached)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._list)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.measure()

    def draw(self, state: JotsState) -> None:
        """Draw the whole section."""
        if self._state is None or self._state.week != state.week:
            self._all = False
        self._state = state
        count = len(state.jots)
        self._say(self.tr("Jots"), self._count_words(state.week, count, now=state.this_week))
        self._add.setEnabled(not state.read_only)
        shown = state.jots if self._all else state.jots[:NEWEST]
        # Before the last row goes: the keyboard may go on to it.
        self._more.setVisible(count > NEWEST)
        self._more.setText(
            self.tr("Show the newest only")
            if self._all
            else self.tr("Show all {n}").format(n=QLocale().toString(count))
        )
        self._list.setEnabled(not state.read_only)
        self._list.draw(tuple(self._line(jot, state) for jot in shown))
        self._list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._empty.setText(self._empty_words(state))
        self.rearranged.emit()

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return [self._add, *self._list.tab_stops(), self._more]

    def finish_editing(self) -> None:
        """Hand over whatever is being typed."""
        self._list.finish_editing()

    def measure(self) -> None:
        """Text has another size or other colours now."""
        super().measure()
        self._list.measure()

    def _turn(self) -> None:
        self._all = not self._all
        if self._state is not None:
            self.draw(self._state)

    def _choose(self, jot_id: str, name: str) -> None:
        if name == _INSERT:
            self.inserted.emit(jot_id)
        elif name == REMOVE:
            self.removed.emit(jot_id)
        else:
            self.marked.emit(jot_id, name == _USED)

    def _deeds(self, line: Line) -> Deeds:
        mark = self.tr("Not used after all") if line.quiet else self.tr("Mark as used")
        return (
            Deed(_INSERT, self.tr("Insert into the note"), "I", plain_keys(_KEY.Key_I)),
            Deed(_UNUSED if line.quiet else _USED, mark, "U", plain_keys(_KEY.Key_U)),
            None,
            Deed(
                EDIT,
                self.tr("Edit"),
                self.tr("Enter"),
                plain_keys(_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2),
            ),
            None,
            Deed(REMOVE, self.tr("Remove"), self.tr("Del"), plain_keys(_KEY.Key_Delete)),
        )

    def _line(self, jot: Jot, state: JotsState) -> Line:
        when, used = _when(jot.at), jot.used_in is not None
        return Line(
            id=jot.id,
            text=jot.text,
            name=f"{when}: {jot.text}",
            when=QLocale().standaloneDayName(jot.at.isoweekday(), QLocale.FormatType.ShortFormat),
            tip=when,
            quiet=used,
            attention=not_saved_yet() if jot.id in state.unsaved else "",
            fact=self.tr("used") if used else "",
            quick=_INSERT,
            carried="" if state.read_only else jot.words,
        )

    def _count_words(self, week: Week, count: int, *, now: bool) -> str:
        if not count:
            return ""
        number = QLocale().toString(count)
        if now:
            return self.tr("{n} this week").format(n=number)
        return self.tr("{n} in week {week}").format(n=number, week=week.number)

    def _empty_words(self, state: JotsState) -> str:
        if state.read_only or not state.this_week:
            return self.tr("No jots in this week.")
        return self.tr("Ctrl+J catches a line while you think of it.")


def _when(at: datetime) -> str:
    """As “Thursday 4 March, 11:20”, where it was caught."""
    day = QLocale().standaloneDayName(at.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{day} {words.day(at.date())}, {words.clock_time(at)}"
