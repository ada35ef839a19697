"""The notes the writer has been to: back, forward, and those of late."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.note import Note, NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook

MOST_RECENT = 10
_MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class RecentNote:
    """A note to go back to."""

    id: str
    title: str
    label: str
    week: Week


@dataclass(frozen=True, slots=True)
class Ways:
    """Whether there is anywhere to go."""

    back: bool
    forward: bool


class RecentView(Protocol):
    """What the list of recent notes must be able to do."""

    @property
    def shown(self) -> bool:
        """Whether the writer looks at it."""

    def offer(self, notes: tuple[RecentNote, ...], chosen: int) -> None:
        """Show the list, with one of them chosen."""

    def step(self) -> None:
        """Choose the next one."""


class Visited:
    """Remembers which notes were open, in their order, as long as the window is.

    Args:
        open_note: Opens a note.
        there: Whether a note is in the archive.
        listed: Notes to offer where few have been visited, newest first.
        label_of: The label of a note of that week that has none of its own.
    """

    def __init__(
        self,
        view: RecentView,
        *,
        open_note: Callable[[str], None],
        there: Callable[[str], bool],
        listed: Callable[[], Iterable[NoteSummary]],
        label_of: Callable[[Week], str],
    ) -> None:
        self._view, self._open = view, open_note
        self._there, self._listed, self._label_of = there, listed, label_of
        self._steps: list[str] = []
        self._at = -1
        self._going: int | None = None
        self._known: dict[str, RecentNote] = {}
        self.ways: Hook[Ways] = Hook()
        """There is another way to go, or one less."""

    def opened(self, note: Note) -> None:
        """A note is open now; but for back and forward, the way forward ends here."""
        self.learn(note)
        going, self._going = self._going, None
        if going is not None and self._steps[going] == note.id:
            self._at = going
        elif not self._steps or self._steps[self._at] != note.id:
            self._steps = [*self._steps[: self._at + 1], note.id][-_MOST_STEPS:]
            self._at = len(self._steps) - 1
        self.look()

    def learn(self, note: Note) -> None:
        """A note is called so now."""
        label = note.label or self._label_of(note.week)
        self._known[note.id] = RecentNote(note.id, note.title, label, note.week)

    def look(self) -> None:
        """Notes may be gone, or back."""
        self.ways.emit(Ways(self._next(-1) is not None, self._next(1) is not None))

    def go(self, step: int) -> None:
        """Go back, or forward again; notes that are gone are passed over."""
        place = self._next(step)
        if place is not None:
            self._going = place
            self._open(self._steps[place])

    def turn(self) -> None:
        """Show the recent notes with the one before chosen, or choose the next of them."""
        if self._view.shown:
            self._view.step()
            return
        notes = self.recent()
        if notes:
            self._view.offer(notes, min(1, len(notes) - 1))

    def recent(self) -> tuple[RecentNote, ...]:
        """The notes of late, the open one first; few of them, then the newest there are."""
        visited = [self._steps[self._at]] if self._steps else []
        visited += reversed(self._steps)
        notes = [self._known[note_id] for note_id in visited if self._there(note_id)]
        notes += (RecentNote(one.id, one.title, one.label, one.week) for one in self._listed())
        once: dict[str, RecentNote] = {}
        for note in notes:
            once.setdefault(note.id, note)
        return tuple(once.values())[:MOST_RECENT]

    def _next(self, step: int) -> int | None:
        """The nearest note on the way that is there, and another one than this."""
        place = self._at + step
        while 0 <= place < len(self._steps):
            note_id = self._steps[place]
            if note_id != self._steps[self._at] and self._there(note_id):
                return place
            place += step
        return None
