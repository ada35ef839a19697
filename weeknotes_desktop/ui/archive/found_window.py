"""A window beside with notes that were found, by year; choosing one opens it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from weeknotes_desktop.domain.archive import FoundNote
from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.presenters.found_notes import FoundState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.sections import Entry, Heading, Row
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(400, 460)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """What the window calls itself and what it says; ``{about}`` is what was looked for."""

    title: str
    name: str
    found: str
    nothing: str


class FoundWindow(SideWindow):
    """Draws a ``FoundState`` and says which note the writer wants to see."""

    note_chosen = Signal(str)  # its id

    def __init__(self, said: FoundWords, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self._words = said
        self.setWindowTitle(said.title)
        self._hint = QLabel()
        self._hint.setObjectName("sideHint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setMinimumWidth(1)
        self._list = SectionList(said.name, theme)
        self._list.went_on.connect(self._open)
        self._list.clicked.connect(self._open_at)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._list, 1)
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: FoundState) -> None:
        """Draw all of it; what is chosen stays chosen."""
        self._list.draw(tuple(_rows(state.notes or ())), self._list.chosen)
        self._list.setVisible(bool(state.notes))
        said = self._said(state)
        if said != self._hint.text():
            self._hint.setText(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._hint, said))

    def come(self) -> None:
        """Show the window, with the keyboard in the list."""
        super().come()
        self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _said(self, state: FoundState) -> str:
        if state.problem:
            return state.problem
        if state.notes is None:
            return self.tr("Looking…")
        said = self._words.found if state.notes else self._words.nothing
        return said.format(about=state.about)

    def _open_at(self, index: QModelIndex) -> None:
        if index == self._list.currentIndex():
            self._open()

    def _open(self) -> None:
        if isinstance(self._list.chosen, str):
            self.note_chosen.emit(self._list.chosen)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(14), dots(14), dots(14), dots(14))
        self._column.setSpacing(dots(8))


def _rows(notes: tuple[FoundNote, ...]) -> Iterator[Row]:
    for year, of_year in groupby(notes, key=lambda found: found.note.week.year):
        yield Heading(str(year))
        for found in of_year:
            note, label = found.note, short_label(found.note.label)
            days = words.days(note.week)
            where = f"{label} · {days}" if note.title.strip() and label else days
            title = note.title.strip() or note.label
            yield Entry(note.id, title, found.words or where, days if found.words else "")


def words_of_links() -> FoundWords:
    """Of the window with the notes that link to one."""
    return FoundWords(
        title=_tr("Links to a note – WeekNotes"),
        name=_tr("Notes that link to it"),
        found=_tr("These notes link to {about}."),
        nothing=_tr("No note links to {about}."),
    )


def words_of_past_years() -> FoundWords:
    """Of the window with the notes of the same week in other years."""
    return FoundWords(
        title=_tr("This week in past years – WeekNotes"),
        name=_tr("Notes of past years"),
        found=_tr("What you wrote in the week of {about} in earlier years."),
        nothing=_tr("There is no note of the week of {about} in any earlier year."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FoundWindow", text)
