"""What the inner rings need from the outside world, said as protocols."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week

if TYPE_CHECKING:
    # Nothing that a window shows first is one of these.
    from weeknotes_desktop.domain.found import FoundPage
    from weeknotes_desktop.domain.view import NoteView

T = TypeVar("T")

Clock = Callable[[], datetime]
"""Tells the local time, aware of its zone."""


class NoteShelf(Protocol):
    """The notes of a library and their drafts."""

    def summaries(self, week: Week | None = None) -> tuple[NoteSummary, ...]:
        """One line for each note, or each note of ``week``; newest week first, then newest note."""

    def note(self, note_id: str) -> Note:
        """The note as it was last saved."""

    def note_from(self, origin: str) -> Note | None:
        """The note an import made from ``origin``, if there is one."""

    def add_note(self, note: Note) -> Note:
        """Keep a new note; returns it with its first revision."""

    def save_note(self, note: Note, *, typed: bool = False) -> Note:
        """Keep a changed note; returns it with its new revision.

        Its draft is forgotten where the saved text includes it, and stays otherwise.

        Args:
            typed: Whether the text comes from where drafts are typed. It then
                includes every draft of the revision it changes; else only one
                that says the same.
        """

    def draft(self, note_id: str) -> Draft | None:
        """Typed text that is not in the note yet."""

    def drafts(self) -> tuple[Draft, ...]:
        """Every draft there is, newest first."""

    def keep_draft(self, draft: Draft) -> None:
        """Keep typed text, in place of the draft before.

        A draft of another revision is somebody else's text: it is set aside,
        as a draft of no note.
        """

    def forget_draft(self, note_id: str) -> None:
        """Drop the draft of a note, if it has one."""

    def categories(self) -> tuple[str, ...]:
        """Every category that a note has or had, in alphabetical order."""


class GoalShelf(Protocol):
    """The goals of a library and what was said about its weeks."""

    def goals(self, week: Week) -> tuple[Goal, ...]:
        """The goals of a week in their order, removed ones left out."""

    def goal(self, goal_id: str) -> Goal:
        """One goal; a removed one counts as not there."""

    def successor(self, goal_id: str) -> Goal | None:
        """The goal that this one was carried over to."""

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a new goal; returns it with its first revision."""

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a changed goal; returns it with its new revision."""

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        """Put a goal into the trash."""

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        """Take a goal out of the trash again."""

    def plan(self, week: Week) -> WeekPlan:
        """What was said about the week; an empty plan when nothing was."""

    def save_plan(self, plan: WeekPlan) -> WeekPlan:
        """Keep what was said about a week; returns it with its new revision."""


class NoteLibrary(NoteShelf, GoalShelf, Protocol):
    """All notes and goals of one writer.

    Every method may raise LibraryError; what is not there raises
    NotFoundError; saving over somebody else's save raises
    ChangedElsewhereError.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Make all that is written inside one whole: all of it or nothing."""


class LibraryWriter(Protocol):
    """The one door through which a window reads and changes the library.

    Acts run one after the other on a thread of their own, each in one
    transaction; ``done`` and ``failed`` are called on the window's thread, in
    the same order.
    """

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do ``act`` when its turn comes, then say what came of it."""

    def keep_draft(
        self, draft: Draft, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        """Put typed text on disk, even while the library is still being opened."""


class Jobs(Protocol):
    """Runs work that the window must not wait for."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do ``work`` on a thread of its own, then say what came of it on the window's."""


class Timers(Protocol):
    """Wakes somebody up later, on the window's thread."""

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call ``call`` once, that much later; returns what cancels it."""


class SettingsStore(Protocol):
    """Keeps the writer's settings."""

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and a sentence for each value that was broken and stands at its default."""

    def save(self, settings: Settings) -> tuple[str, ...]:
        """Keep the settings, and whatever else stands beside them.

        Returns:
            A sentence for whatever had to make room.

        Raises:
            SettingsError: If they could not be written.
        """

    def change(self, key: str, value: str) -> tuple[Settings, tuple[str, ...]]:
        """Change one setting, whatever others change at the same time.

        Returns:
            All settings as they are kept now, and a sentence for whatever had
            to make room.

        Raises:
            SettingsError: If there is no such setting, the value does not fit
                it, or it could not be written.
        """


class Renderer(Protocol):
    """Turns what a reader may see into safe HTML."""

    def render(self, view: NoteView) -> str:
        """The body of the post, as every way out shows it.

        Raises:
            PublishError: If it took too long or could not be rendered.
        """


class PageWriter(Protocol):
    """Makes one HTML page of a note."""

    def page(self, view: NoteView) -> str:
        """The page.

        Raises:
            PublishError: If it could not be rendered.
        """

    def write(self, view: NoteView, path: Path) -> None:
        """Write the page whole, or leave what was there before.

        Raises:
            PublishError: If it could not be rendered or written.
        """


class PageReader(Protocol):
    """Finds the notes in a file of old posts."""

    def read(self, path: Path) -> FoundPage:
        """What the file holds.

        Raises:
            ImportFailedError: If it holds no posts or cannot be read.
        """
