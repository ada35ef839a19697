"""The status bar: where the text is, how long it takes to read, and when it was backed up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note, count_words
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.presenters.keeping import Kept

if TYPE_CHECKING:
    # It is told after the first paint.
    from weeknotes_desktop.domain.usual_length import Band

# How fast people read prose on a screen, in words a minute.
_READING_SPEED = 220
_COUNT_AFTER = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What the status bar says of the back-ups.

    Args:
        at: When the newest was made, local time; None where there is none.
        today: The day on which this is said.
        problem: Why the last try failed; empty where it did not.
    """

    at: datetime | None
    today: date
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLast:
    """What the status bar says of the note that was published last.

    Args:
        label: As lists show it.
        day: That its page names.
        today: The day on which this is said.
    """

    note_id: str
    label: str
    day: date
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusState:
    """What stands in the status bar.

    Args:
        kept: Where the text is; None while no note is open.
        words: Words of the body.
        minutes: To read it, at least 1 where there are words.
        usual: How long the writer's notes usually are; None while nobody can tell.
        remark: Something about the window itself, as the preview's fallback.
        misspelt: Words of the note that are in no dictionary.
        slips: What else there is to look at in it.
        backed_up: When there was a back-up; None until that is known.
        published: The note that was published last; None where none was.
    """

    kept: Kept | None = None
    words: int = 0
    minutes: int = 0
    usual: Band | None = None
    remark: str = ""
    backed_up: BackedUp | None = None
    published: PublishedLast | None = None
    misspelt: int = 0
    slips: int = 0


class StatusView(Protocol):
    """What the status bar must be able to do."""

    def draw(self, state: StatusState) -> None:
        """Draw the whole bar."""


class StatusPresenter:
    """Keeps the status bar up to date.

    Args:
        current: The open note as it stands in the window.
    """

    def __init__(
        self, view: StatusView, jobs: Jobs, timers: Timers, current: Callable[[], Note | None]
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._timers = timers
        self._current = current
        self._state = StatusState()
        self._usual: Callable[[], Band | None] = _unknown
        self._cancel: Callable[[], None] | None = None

    def know_usual(self, usual: Callable[[], Band | None]) -> None:
        """Say beside each count how long the notes usually are; called away from the window."""
        self._usual = usual
        self.count()

    def say_kept(self, kept: Kept) -> None:
        """Say where the text is; with each key that is told anew."""
        if kept != self._state.kept:
            self._draw(replace(self._state, kept=kept))

    def remark(self, text: str) -> None:
        """Say something about the window itself."""
        self._draw(replace(self._state, remark=text))

    def say_checked(self, misspelt: int, slips: int) -> None:
        """Say how much there is to look at in the open note."""
        self._draw(replace(self._state, misspelt=misspelt, slips=slips))

    def say_backed_up(self, backed_up: BackedUp) -> None:
        """Say when there was a back-up."""
        self._draw(replace(self._state, backed_up=backed_up))

    def say_published(self, published: PublishedLast | None) -> None:
        """Say which note was published last, or nothing."""
        self._draw(replace(self._state, published=published))

    def something_typed(self) -> None:
        """Count the words again, after a pause."""
        if self._cancel is None:
            self._cancel = self._timers.after(_COUNT_AFTER, self.count)

    def another_note(self) -> None:
        """Another note is open, or none."""
        if self._current() is None:
            self._draw(replace(self._state, kept=None))
        self.count()

    def count(self) -> None:
        """Count the words of the open note."""
        self._cancel = None
        note = self._current()
        body = note.body if note else ""
        usual = self._usual
        self._jobs.run(lambda: (count_words(body), usual()), self._counted, self._ignored)

    def _counted(self, counted: tuple[int, Band | None]) -> None:
        words, usual = counted
        minutes = max(1, round(words / _READING_SPEED)) if words else 0
        self._draw(replace(self._state, words=words, minutes=minutes, usual=usual))

    def _ignored(self, error: WeekNotesError) -> None:
        """Counting words has no failure that the writer could mend."""

    def _draw(self, state: StatusState) -> None:
        if state != self._state:
            self._state = state
            self._view.draw(state)


def _unknown() -> Band | None:
    """What is usual before anybody could look."""
    return None
