"""The outline of the open note: where each section begins, and moving whole sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.outline import Section, moved, neighbour, outline, section_at
from weeknotes_desktop.domain.ports import Jobs, Timers

READ_AFTER = 0.4
"""Seconds after a key before the outline is read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineState:
    """What the outline shows.

    Args:
        chosen: Place of the section the writer is in; None before the first.
        may_move: Whether sections can be moved.
        said: What came of the last move, to be read aloud.
    """

    sections: tuple[Section, ...] = ()
    chosen: int | None = None
    may_move: bool = True
    said: str = ""


class OutlineView(Protocol):
    """What the outline must be able to do."""

    def come(self) -> None:
        """Show the window."""

    def draw(self, state: OutlineState) -> None:
        """Draw the whole outline."""


class OutlinePage(Protocol):
    """The text that is outlined."""

    def source(self) -> str:
        """The text as it stands now."""

    def line(self) -> int:
        """The line of the caret."""

    def go_to(self, line: int) -> None:
        """Let the writer go on there."""

    def put(self, source: str, begins: int) -> None:
        """Put another text in place, as one step that can be undone; the caret to ``begins``."""

    def may_change(self) -> bool:
        """Whether the text can be changed."""


class OutlinePresenter:
    """Shows the outline while somebody looks at it; it is read away from the window."""

    def __init__(self, view: OutlineView, page: OutlinePage, jobs: Jobs, timers: Timers) -> None:
        self._view, self._page, self._jobs, self._timers = view, page, jobs, timers
        self._asked = 0
        self._state = OutlineState()
        self._watched = False
        self._cancel: Callable[[], None] | None = None

    @property
    def state(self) -> OutlineState:
        """What is shown now."""
        return self._state

    def open(self) -> None:
        """Somebody looks."""
        self._watched = True
        self.read()
        self._view.come()

    def closed(self) -> None:
        """Nobody looks any more."""
        self._watched = False

    def something_changed(self) -> None:
        """The text changed, or the caret went elsewhere; read again after a pause."""
        if self._watched and self._cancel is None:
            self._cancel = self._timers.after(READ_AFTER, self.read)

    def read(self) -> None:
        """Read the outline of the text as it stands now."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        if not self._watched:
            return
        self._asked += 1
        number, source = self._asked, self._page.source()
        self._jobs.run(
            lambda: outline(source), lambda sections: self._has_read(number, sections), _ignore
        )

    def go_to(self, place: int) -> None:
        """Let the writer go on at the beginning of a section."""
        if place < len(self._state.sections):
            self._page.go_to(self._state.sections[place].line)

    def move(self, place: int, step: int) -> None:
        """Move a section past the sibling before (-1) or behind (1) it."""
        sections = outline(self._page.source())
        other = neighbour(sections, place, step) if place < len(sections) else None
        if other is None:
            return
        self.put_before(place, other if step < 0 else _behind(sections, other))

    def put_before(self, place: int, before: int) -> None:
        """Move a section before another, or behind the last."""
        source = self._page.source()
        sections = outline(source)
        if place >= len(sections) or before > len(sections) or not self._page.may_change():
            return
        title = sections[place].title
        result = moved(source, sections, place, before)
        if result is None:
            self._draw(
                sections,
                place,
                f"“{title}” stays where it is: a private passage would be cut in two."
                if before not in (place, place + 1)
                else "",
            )
            return
        # What is being read is the text of before.
        self._asked += 1
        self._page.put(*result)
        now = outline(result[0])
        chosen = next((nth for nth, section in enumerate(now) if section.start == result[1]), place)
        self._draw(now, chosen, f"“{title}” moved.")

    def _has_read(self, number: int, sections: tuple[Section, ...]) -> None:
        if number == self._asked:
            self._draw(sections, section_at(sections, self._page.line()))

    def _draw(self, sections: tuple[Section, ...], chosen: int | None, said: str = "") -> None:
        self._state = OutlineState(
            sections=sections, chosen=chosen, may_move=self._page.may_change(), said=said
        )
        self._view.draw(self._state)


def _behind(sections: tuple[Section, ...], place: int) -> int:
    """The place of what comes behind a whole section."""
    level = sections[place].level
    later = range(place + 1, len(sections))
    return next((nth for nth in later if sections[nth].level <= level), len(sections))


def _ignore(_error: WeekNotesError) -> None:
    """Reading an outline has no failure that the writer could mend."""
