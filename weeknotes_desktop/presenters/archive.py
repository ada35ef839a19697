"""The archive: every note by month, this week on top; rows are read as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.presenters.archive_lines import ArchiveLines
from weeknotes_desktop.presenters.archive_rows import ArchiveRows
from weeknotes_desktop.presenters.archive_runs import NEVER_AWAY, arrange
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notices, failure

if TYPE_CHECKING:
    # Nothing is asked for before the first paint.
    from weeknotes_desktop.domain.archive import ArchiveFilter, FilterChoices
    from weeknotes_desktop.domain.names import Colours
    from weeknotes_desktop.presenters.archive_reading import ArchiveReading, Asked, Found

_NOTHING_YET = "Your notes will stand here, week by week. Old posts come in by File → Import."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveState:
    """The whole archive pane.

    Args:
        chosen: Id of the note that is open.
        which: The notes that are asked for; None for every one.
        drafts: How many notes nobody has seen yet; None while nobody has counted them.
        colours: Of categories and tags; None while nobody has read them.
        hint: What to say where no note is found or none is there yet.
    """

    rows: ArchiveRows
    chosen: str | None = None
    which: ArchiveFilter | None = None
    drafts: int | None = None
    colours: Colours | None = None
    hint: str = ""


class ArchiveView(Protocol):
    """What the archive pane must be able to do."""

    def draw(self, state: ArchiveState) -> None:
        """Draw the whole pane."""

    def offer_choices(self, choices: FilterChoices) -> None:
        """Show what the notes can be asked for by."""


class ArchivePresenter:
    """Keeps the archive pane in step with the library.

    Args:
        this_week: The week of today.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        view: ArchiveView,
        writer: LibraryWriter,
        notices: Notices,
        this_week: Callable[[], Week],
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._view = view
        self._writer = writer
        self._notices = notices
        self._this_week = this_week
        self._pattern = pattern
        self._number = 0
        self._lines = ArchiveLines(
            writer,
            lambda: self.state.rows,
            lambda library, notes: self._reading.lines(library, notes, self._pattern()),
            lambda lines: self._draw(rows=self.state.rows.with_lines(lines)),
            self._refuse,
        )
        self._looking = False
        self.changed: frozenset[str] = frozenset()
        """The notes that were changed since they were published, as far as anybody asked."""
        self.weeks: tuple[WrittenWeek, ...] = ()
        """Every week that has notes, newest first."""
        self.away: Mapping[int, str] = NEVER_AWAY
        """Why the writer is not there, by the Monday of each week in which they are not."""
        self.state = ArchiveState(rows=ArchiveRows())
        """What is shown now."""
        self.listed: Hook[Week | None] = Hook()
        """There may be other notes, or some are called something else: of a week, or of any."""
        self.changed_wanted: Hook[Week | None] = Hook()
        """Somebody should say what was changed since it was published: around a week, or at all."""

    def show(self, notes: Sequence[NoteSummary]) -> None:
        """Show these notes, newest week first, labels as printed; the rest is read later."""
        self.weeks = tuple(
            WrittenWeek(monday_of(week), tuple(note.id for note in group))
            for week, group in groupby(notes, key=lambda note: note.week)
        )
        runs = arrange(self.weeks, monday_of(self._this_week()))
        self._draw(rows=ArchiveRows(runs, {note.id: note for note in notes}))

    def reload(self) -> None:
        """Read the whole archive again."""
        if self.looks_for_changed:
            self.changed_wanted.emit(None)
        self._read()

    def refresh(self, week: Week) -> None:
        """Read the notes of one week again, after something in it changed."""
        if self.looks_for_changed:
            self.changed_wanted.emit(week)
        asked, reading = self._asked(), self._reading
        self._do(
            lambda library: reading.of_week(library, asked, week),
            lambda found: self._take(found, week),
        )

    def choose(self, note_id: str | None) -> None:
        """Mark the note that is open."""
        if note_id != self.state.chosen:
            self._draw(chosen=note_id)

    def look_for(self, words: str) -> None:
        """Show only notes whose title, label or category holds all ``words``."""
        # Not on top: nothing is asked for before the first paint.
        from weeknotes_desktop.domain.archive import EVERYTHING

        self.ask(replace(self.state.which or EVERYTHING, words=words))

    def ask(self, which: ArchiveFilter) -> None:
        """Show only notes that answer to ``which``."""
        self._lines.begin_anew(on_top=True)
        self._draw(which=which if which.asks_for_something else None)
        if self.looks_for_changed:
            self.changed, self._looking = frozenset(), True
            self.changed_wanted.emit(None)
        self._read(newest_first=which.simple)

    def know_changed(
        self, changed: Iterable[str], among: Iterable[str] | None, *, more: bool = False
    ) -> None:
        """These notes were changed since they were published, the others of ``among`` were not.

        Args:
            among: None for every note there is.
            more: Whether there are others to look at.
        """
        others = frozenset() if among is None else self.changed - set(among)
        self.changed = others | set(changed)
        self._looking = more
        if self.looks_for_changed:
            self._read()

    def look_at(self, first: int, last: int) -> None:
        """The rows from ``first`` on are in sight, ``last`` is not; read what is not known yet."""
        self._lines.look_at(first, last)

    def look_for_choices(self) -> None:
        """Offer what the notes can be asked for by."""
        self._writer.do(
            lambda library: library.filter_choices(), self._view.offer_choices, self._refuse
        )

    def beside(self, note_id: str | None, step: int) -> str | None:
        """The note ``step`` rows below the given one, as the archive lists them."""
        return self.state.rows.beside(note_id, step)

    def has_note(self, week: Week) -> bool:
        """Whether the week has a note."""
        return any(one.monday == monday_of(week) for one in self.weeks)

    @property
    def looks_for_changed(self) -> bool:
        """Whether somebody wants to see what was changed since it was published."""
        return self.state.which is not None and self.state.which.looks_for_changed

    @cached_property
    def _reading(self) -> ArchiveReading:
        # Not on top: it reads when the library has arrived.
        from weeknotes_desktop.presenters.archive_reading import ArchiveReading

        return ArchiveReading()

    def _asked(self) -> Asked:
        from weeknotes_desktop.presenters.archive_reading import Asked

        return Asked(
            which=self.state.which,
            pattern=self._pattern(),
            this_week=monday_of(self._this_week()),
            rows=self._lines.sight,
            note_id=self.state.chosen,
            changed=self.changed,
        )

    def _read(self, *, newest_first: bool = False) -> None:
        self._number += 1
        self._lines.begin_anew(on_top=False)
        asked, reading = self._asked(), self._reading
        if newest_first:
            self._do(
                lambda library: reading.newest(library, asked),
                lambda found: self._draw(rows=found.rows),
            )
        self._do(lambda library: reading.everything(library, asked), self._take)

    def _do(self, read: Callable[[NoteLibrary], Found], take: Callable[[Found], None]) -> None:
        """Read, and take what was found unless something else was asked for meanwhile."""
        number = self._number

        def act(library: NoteLibrary) -> Found | None:
            return read(library) if number == self._number else None

        def done(found: Found | None) -> None:
            if found is not None and number == self._number:
                take(found)

        self._writer.do(act, done, self._refuse)

    def _take(self, found: Found, week: Week | None = None) -> None:
        """Show what was found; where but one week was read, the other lines are true still."""
        self.weeks, self.away = found.weeks, found.away
        rows = found.rows
        if week is not None:
            rows = rows.with_lines(self._lines.with_known(rows.lines))
        self._draw(rows=rows, drafts=found.drafts, colours=found.colours)
        self.listed.emit(week)

    def _draw(self, **changed: Any) -> None:
        self.state = replace(self.state, **changed)
        hint = _hint(self.state, there=bool(self.weeks), looking=self._looking)
        self.state = replace(self.state, hint=hint)
        self._view.draw(self.state)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _hint(state: ArchiveState, *, there: bool, looking: bool) -> str:
    """What to say where no note is listed."""
    which = state.which
    if which is None:
        return "" if there else _NOTHING_YET
    if state.rows:
        return ""
    if which.looks_for_changed and looking:
        return "Looking through what is published…"
    words = which.words.strip()
    return f"No note is called “{words}”." if words else "There is no such note."
