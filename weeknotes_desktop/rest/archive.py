"""Makes what finds its way through all notes, and introduces it.

The windows are made when somebody first wants to see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import islice

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.changed_notes import ChangedNotes
from weeknotes_desktop.presenters.found_notes import FoundNotes, Wanted
from weeknotes_desktop.presenters.moving_note import MovingNote
from weeknotes_desktop.presenters.names import NamesPresenter
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.presenters.usual import UsualLength
from weeknotes_desktop.presenters.visited import MOST_RECENT, Visited
from weeknotes_desktop.presenters.week_turning import WeekTurning
from weeknotes_desktop.presenters.years import YearsPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.archive.filter_row import FilterRow
from weeknotes_desktop.ui.archive.found_window import (
    FoundWindow,
    FoundWords,
    words_of_links,
    words_of_past_years,
)
from weeknotes_desktop.ui.archive.recent_list import RecentList
from weeknotes_desktop.ui.wiring_archive import (
    wire_filters,
    wire_found,
    wire_moving,
    wire_names,
    wire_visited,
    wire_years,
)
from weeknotes_desktop.ui.years.strip import YearStrip
from weeknotes_desktop.use_cases.linking_notes import linking_notes
from weeknotes_desktop.use_cases.past_years import past_years


class RestArchive:
    """Those who find their way through all notes.

    Args:
        usual: Knows how long the notes usually are.
    """

    def __init__(self, means: Means, usual: UsualLength) -> None:
        self._means, self._usual = means, usual
        self._views, self._presenters = means.views, means.presenters
        self.turning = WeekTurning(
            self._presenters.editor, self._presenters.keeping, means.writer, self._views.notices
        )
        """Turns to a week."""
        self._strip = YearStrip(means.theme)
        self._remember()
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            "years": self._turn_years,
            "past_years": self._show_past_years,
            "links_here": self._show_links,
            "names": self._show_names,
            "back": partial(self._visited.go, -1),
            "forward": partial(self._visited.go, 1),
            "recent_notes": self._visited.turn,
        }
        self._views.actions.chosen.connect(self.do)
        self._views.archive.links_wanted.connect(self.show_links_to)
        self._find()
        self._move()
        self._show_years()

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    @cached_property
    def past_years(self) -> FoundNotes:
        """The notes of the same week in past years, and their window."""
        return self._found(words_of_past_years())

    @cached_property
    def names(self) -> NamesPresenter:
        """The categories and tags, and their window."""
        # Not on top: who never asks for it need not wait for it.
        from weeknotes_desktop.ui.names.window import NamesWindow

        means = self._means
        window = NamesWindow(means.theme, self._views.window)
        made = NamesPresenter(
            view=window,
            keeping=self._presenters.keeping,
            writer=means.writer,
            clock=means.parts.now,
            pattern=lambda: means.settings().label,
            ask=self._presenters.archive.ask,
            read_only=means.read_only,
        )
        wire_names(window, self._views, self._presenters, made)
        return made

    @cached_property
    def links(self) -> FoundNotes:
        """The notes that link to one, and their window."""
        return self._found(words_of_links())

    def show_links_to(self, note_id: str) -> None:
        """Show the notes that link to that one."""
        note = self._presenters.keeping.current()
        if note is not None and note.id == note_id:
            title, label = note.title, note.label or self._label_of(note.week)
        else:
            line = self._presenters.archive.state.rows.lines.get(note_id)
            title, label = ("", "") if line is None else (line.title, line.label)
        about = f"“{title.strip() or label}”"
        self.links.open(
            Wanted(about, lambda library, pattern: linking_notes(library, note_id, pattern))
        )

    def _show_links(self) -> None:
        note = self._presenters.keeping.current()
        if note is not None:
            self.show_links_to(note.id)

    def _show_names(self) -> None:
        self.names.open()

    def _show_past_years(self) -> None:
        note = self._presenters.keeping.current()
        week = Week.of(self._means.parts.today()) if note is None else note.week
        self.past_years.open(
            Wanted(words.days(week), lambda library, pattern: past_years(library, week, pattern))
        )

    def _found(self, said: FoundWords) -> FoundNotes:
        means = self._means
        window = FoundWindow(said, means.theme, self._views.window)
        made = FoundNotes(
            view=window,
            reading=means.parts.reading,
            jobs=means.jobs,
            pattern=lambda: means.settings().label,
        )
        wire_found(window, self._presenters, made)
        return made

    def _label_of(self, week: Week) -> str:
        return self._means.settings().label.label_of(week)

    def _remember(self) -> None:
        recent = RecentList(self._means.theme, self._views.window)
        self._visited = Visited(
            recent,
            open_note=self._presenters.editor.open,
            there=self._is_there,
            listed=self._newest,
            label_of=self._label_of,
        )
        wire_visited(recent, self._views, self._presenters, self._visited)

    def _is_there(self, note_id: str) -> bool:
        return any(note_id in week.notes for week in self._presenters.archive.weeks)

    def _newest(self) -> Iterator[NoteSummary]:
        """The first notes of the archive, as far as they are read."""
        rows = self._presenters.archive.state.rows
        for note_id in islice(rows.notes(), MOST_RECENT):
            if note_id in rows.lines:
                yield rows.lines[note_id]

    def _find(self) -> None:
        means = self._means
        self._changed = ChangedNotes(
            self._presenters.archive, means.parts.reading, means.jobs, means.settings, self._refuse
        )
        wire_filters(FilterRow(means.theme), self._views, self._presenters, self._changed)

    def _move(self) -> None:
        means = self._means
        self._moving = MovingNote(
            keeping=self._presenters.keeping,
            desk=self._presenters.facts,
            writer=means.writer,
            notices=self._views.notices,
            clock=means.parts.now,
            pattern=lambda: means.settings().label,
            days=words.days,
            read_only=means.read_only,
        )
        wire_moving(self._views, self._presenters, self._moving)

    def _show_years(self) -> None:
        means = self._means
        self._years = YearsPresenter(
            self._strip,
            self._presenters.archive,
            lambda: self._usual.band,
            lambda: Week.of(means.parts.today()),
        )
        wire_years(self._strip, self._views, self._presenters, self._years, self._usual)
        self._strip.week_chosen.connect(self.turning.turn_to)
        on = means.settings().years == "yes"
        self._views.actions.set_checked("years", checked=on)
        self._strip.turn(on=on)

    def _turn_years(self) -> None:
        on = self._views.actions.action("years").isChecked()
        self._strip.turn(on=on)
        self._means.choose("years", "yes" if on else "no")

    def _refuse(self, error: WeekNotesError) -> None:
        self._views.notices.show(failure(error))
