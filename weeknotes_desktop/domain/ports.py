"""What the inner rings need from the outside world, said as protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary

if TYPE_CHECKING:
    # Nothing that a window shows first is one of these.
    from weeknotes_desktop.domain.backup import BackUp, Consequence, Reason
    from weeknotes_desktop.domain.brought import Brought, Pasted
    from weeknotes_desktop.domain.everything import Everything, FoundBackUp, MarkdownBackUp
    from weeknotes_desktop.domain.found import FoundPage
    from weeknotes_desktop.domain.searching.upkeep import Upkeep
    from weeknotes_desktop.domain.soundness import Finding, Mended
    from weeknotes_desktop.domain.template import Template
    from weeknotes_desktop.domain.view import NoteView

T = TypeVar("T")

Clock = Callable[[], datetime]
"""Tells the local time, aware of its zone."""


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

    def do_with_file(
        self,
        act: Callable[[LibraryFile], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do something to the library as a whole, outside any transaction, when its turn comes."""

    def lend(self) -> AbstractContextManager[NoteLibrary]:
        """The library for the calling thread, which must not be the window's, in one transaction.

        Nothing else is written until it is given back, so it must be soon. It
        is on the disk when the context is left; an error in between takes
        everything back.
        """

    def keep_draft(
        self, draft: Draft, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        """Put typed text on disk, even while the library is still being opened."""


class LibraryFile(Protocol):
    """The library as one file: what is done to all of it at once.

    Every method may raise LibraryError, and then has changed nothing.
    """

    def compact(self) -> None:
        """Write the file anew, so that no trace is left of what was deleted."""

    def restore(self, back_up: Path) -> None:
        """Put what ``back_up`` holds in place of everything, in one go.

        The caller makes a back-up of what is there first.
        """

    def mend(self) -> Mended:
        """Move the damaged file aside and put a whole library in its place.

        It stands on the newest back-up that is whole; rows of the damaged file
        whose fingerprint is right are put on top.
        """

    def keep_up_search(self, *, anew: bool = False) -> Upkeep:
        """Bring the search one step further, or throw its index away to begin anew."""


class BackUps(Protocol):
    """Checked copies of a library; used away from the window's thread."""

    @property
    def folder(self) -> Path:
        """Where they lie; it need not be there yet."""

    def make(self, reason: Reason) -> BackUp:
        """Make one now, and remove those that are kept no longer.

        Before a restore none is removed: it might be the one that is asked for.

        Raises:
            LibraryError: If none could be made; the older ones are all still there.
        """

    def make_if_changed(self, reason: Reason) -> BackUp | None:
        """Make one, unless the newest says all that the library says.

        Raises:
            LibraryError: If none could be made.
        """

    def copy_to(self, folder: Path) -> BackUp:
        """Make one in another folder, where none is ever removed.

        Raises:
            LibraryError: If none could be made, or the folder belongs to a site.
        """

    def all(self) -> tuple[BackUp, ...]:
        """Those there are, newest first."""

    def is_whole(self, back_up: Path) -> bool:
        """Whether it can be read now, every page and every row of it."""

    def consequences(self, back_up: Path) -> tuple[Consequence, ...]:
        """What restoring it would change, newest week first.

        Raises:
            LibraryError: If it cannot be read, or a page of it is damaged.
        """

    def damaged_rows(self, back_up: Path) -> int:
        """How many rows of it no longer say what was saved.

        Raises:
            LibraryError: If it cannot be read, or a page of it is damaged.
        """

    def that_hold(self, ident: str) -> tuple[BackUp, ...]:
        """Those in which a note, goal, jot or task still stands, newest first."""

    def damaged(self) -> tuple[Path, ...]:
        """Damaged files that were kept aside; nobody can say what they still hold."""


class LibraryChecks(Protocol):
    """Looks whether a library is whole; used away from the window's thread."""

    def quick(self) -> tuple[Finding, ...]:
        """Whether the file can be read at all: header, pages, schema, triggers."""

    def thorough(self) -> tuple[Finding, ...]:
        """The same, and the fingerprint of every row, and what stands around the library."""


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


class Templates(Protocol):
    """The templates there are for the draft of a review."""

    def names(self) -> tuple[str, ...]:
        """The name of every template, the writer's own first."""

    def template(self, said: str) -> Template:
        """The template that the writer means by ``said``.

        Raises:
            NotFoundError: If there is none, or more than one.
            SettingsError: If its file cannot be read.
        """


class Renderer(Protocol):
    """Turns what a reader may see into safe HTML."""

    def render(self, view: NoteView) -> str:
        """The body of the post, as every way out shows it.

        Raises:
            PublishError: If it took too long or could not be rendered.
        """


class ManyRenderer(Renderer, Protocol):
    """Renders many notes in less time than one after the other."""

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        """The body of each, in their order.

        Args:
            progress: Hears how many of how many are done, and may raise CancelledError.

        Raises:
            PublishError: If one took too long or could not be rendered.
        """


class PageReader(Protocol):
    """Finds what can be brought in: old posts in a file, or a complete back-up in a folder."""

    def read(self, path: Path) -> FoundPage | FoundBackUp:
        """What ``path`` holds.

        Raises:
            ImportFailedError: If it holds nothing of the kind or cannot be read.
        """


class PasteReader(Protocol):
    """Turns what was pasted or dropped into Markdown; used away from the window's thread."""

    def read(self, brought: Brought) -> Pasted:
        """What goes into the note.

        Raises:
            PasteError: If nothing of it can.
        """

    def words(self, brought: Brought) -> Pasted:
        """The same, without any form: of HTML the words alone."""


class MarkdownBackUps(Protocol):
    """Complete back-ups in Markdown, each a folder; used away from the window's thread."""

    def write(self, everything: Everything, folder: Path, now: datetime) -> MarkdownBackUp:
        """Write one, in place of an earlier one; whoever looks sees the old or the new.

        Raises:
            PublishError: If it could not be written, or must not stand there;
                what was there before is still there.
        """

    def is_one(self, path: Path) -> bool:
        """Whether ``path`` is such a folder, or the list of files in one."""

    def read(self, path: Path) -> FoundBackUp:
        """What such a folder holds.

        Raises:
            ImportFailedError: If it is none, or cannot be read at all.
        """
