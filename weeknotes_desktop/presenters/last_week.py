"""The note of the week before, to be read beside the one that is being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.errors import PublishError, WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.view import NoteLink, NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.use_cases.view_note import view_note


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWeekState:
    """The earlier note, as the writer alone reads it.

    Args:
        body: Safe HTML from the renderer.
        weeks_before: How many weeks lie between the two notes; 1 for last week's.
        links: Where its links to other notes lead.
        hint: What to say where there is no such note, or it cannot be shown.
    """

    title: str = ""
    label: str = ""
    week: Week | None = None
    body: str = ""
    weeks_before: int = 1
    links: tuple[NoteLink, ...] = ()
    hint: str = ""


class LastWeekView(Protocol):
    """What the window of the earlier note must be able to do."""

    def draw(self, state: LastWeekState) -> None:
        """Show the note."""

    def come(self) -> None:
        """Show the window."""

    def go(self) -> None:
        """Close the window."""


class LastWeekPresenter:
    """Finds the note before the open one, and renders it away from the window.

    Args:
        weeks: All that have notes, newest first.
        render: A renderer's ``render``.
        plain: The text of a view, escaped, for when it cannot be rendered.
    """

    def __init__(
        self,
        *,
        view: LastWeekView,
        current: Callable[[], Note | None],
        weeks: Callable[[], Sequence[WrittenWeek]],
        writer: LibraryWriter,
        jobs: Jobs,
        settings: Callable[[], Settings],
        render: Callable[[NoteView], str],
        plain: Callable[[NoteView], str],
    ) -> None:
        self._view, self._current, self._weeks = view, current, weeks
        self._writer, self._jobs, self._settings = writer, jobs, settings
        self._render, self._plain = render, plain
        self._open = False
        self._asked = 0
        self._links: tuple[NoteLink, ...] = ()

    def note_at(self, address: str) -> str | None:
        """Id of the note that a link of the shown note leads to; None where it leads to none."""
        return next((link.note_id for link in self._links if link.address == address), None)

    def turn(self) -> None:
        """Show the note, or put it away."""
        if self._open:
            self._view.go()
            return
        self._open = True
        self.refresh()
        self._view.come()

    def closed(self) -> None:
        """Nobody looks any more."""
        self._open = False

    def refresh(self) -> None:
        """Another note is open; show the one before it."""
        note = self._current()
        if not self._open:
            return
        self._asked += 1
        number = self._asked
        before = None if note is None else week_before(self._weeks(), note.week)
        if note is None or before is None:
            self._view.draw(LastWeekState(hint="There is no earlier note."))
            return
        weeks = weeks_between(before.week, note.week)
        self._writer.do(
            lambda library: view_note(
                library, library.note(before.notes[0]), Audience.ME, self._settings()
            ),
            lambda view: self._jobs.run(
                lambda: self._state(view, weeks),
                lambda state: self._draw(number, state),
                lambda error: self._refuse(number, error),
            ),
            lambda error: self._refuse(number, error),
        )

    def _state(self, view: NoteView, weeks: int) -> LastWeekState:
        try:
            body = self._render(view)
        except PublishError:
            body = self._plain(view)
        return LastWeekState(
            title=view.title,
            label=view.label,
            week=view.week,
            body=body,
            weeks_before=weeks,
            links=view.links,
        )

    def _draw(self, number: int, state: LastWeekState) -> None:
        if number == self._asked:
            self._links = state.links
            self._view.draw(state)

    def _refuse(self, number: int, error: WeekNotesError) -> None:
        self._draw(number, LastWeekState(hint=error.problem))


def week_before(weeks: Sequence[WrittenWeek], week: Week) -> WrittenWeek | None:
    """The newest earlier week that has a note."""
    return next((one for one in weeks if one.monday < monday_of(week)), None)


def weeks_between(earlier: Week, later: Week) -> int:
    """How many weeks after the one the other begins."""
    return (later.monday - earlier.monday).days // 7
