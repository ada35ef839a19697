"""The shelves of a library, said as protocols: what can be read from each and put into it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from weeknotes_desktop.domain.archive_shelf import ArchiveShelf
from weeknotes_desktop.domain.goal_shelf import GoalShelf
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary
from weeknotes_desktop.domain.week import Week

if TYPE_CHECKING:
    # Nothing that a window shows first is one of these.
    from weeknotes_desktop.domain.everything import Everything
    from weeknotes_desktop.domain.jot import Jot
    from weeknotes_desktop.domain.library_texts import LibraryTexts
    from weeknotes_desktop.domain.picture import Picture
    from weeknotes_desktop.domain.snapshot import GoalToday, LastPublished, Published, Snapshot
    from weeknotes_desktop.domain.task import Task
    from weeknotes_desktop.domain.trash import Trashed
    from weeknotes_desktop.domain.version import Version, VersionLine


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

    def bodies_with(self, words: str) -> tuple[str, ...]:
        """The text of every note and draft in which ``words`` stand, letter by letter."""

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


class HistoryShelf(Protocol):
    """What the notes of a library said before."""

    def keep_version(self, version: Version) -> None:
        """Keep a text for good, unless the newest version of its note says the same."""

    def versions(self, note_id: str) -> tuple[VersionLine, ...]:
        """The versions of a note, newest first; none where there is no such note."""

    def version(self, version_id: str) -> Version:
        """One version, with its body."""

    def peak(self, note_id: str) -> Version | None:
        """The longest text since the last version, once a shorter one took its place."""

    def keep_peak(self, version: Version) -> None:
        """Remember the longest text of a note, in place of the one before."""

    def forget_peak(self, note_id: str) -> None:
        """Drop it, if there is one."""


class SnapshotShelf(Protocol):
    """What the notes of a library said when they were published."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a note as it was published; the earlier ones stay."""

    def snapshot(self, note_id: str) -> Snapshot | None:
        """The note as it was published last; None where it never was."""

    def snapshots(self, note_id: str) -> tuple[Snapshot, ...]:
        """All that was published of a note, newest first."""

    def published(self) -> tuple[Published, ...]:
        """Every published note with what was published of it; newest week first."""

    def last_published(self) -> LastPublished | None:
        """The note with the latest publication day, of those the one of the latest week.

        None where nothing is published.
        """

    def goals_today(self, goal_ids: Collection[str]) -> Mapping[str, GoalToday]:
        """Who may read each of those goals; one in the trash is told, one that is gone is not."""

    def pictures(self, picture_ids: Collection[str]) -> Mapping[str, Picture]:
        """Those of the pictures that there are, by their id."""


class TrashShelf(Protocol):
    """What was removed from a library and can be brought back."""

    def trash(self) -> tuple[Trashed, ...]:
        """Everything in the trash, removed last first."""

    def remove_note(self, note_id: str, now: datetime) -> None:
        """Put a note into the trash; its draft must be put aside before."""

    def bring_back(self, ident: str, now: datetime) -> Trashed:
        """Take something out of the trash again; returns what it was.

        Raises:
            NotFoundError: If nothing with that id lies in the trash.
        """

    def forget(self, ident: str, now: datetime) -> None:
        """Remove for good what lies in the trash: its versions, draft, snapshots and events too.

        What a goal was carried over to stays, tied to the goal before it.

        Raises:
            NotFoundError: If nothing with that id lies in the trash.
        """


class JotShelf(Protocol):
    """The jots of a library and the writer's to-do list."""

    def jots(self, week: Week) -> tuple[Jot, ...]:
        """The jots of a week, oldest first, removed ones left out."""

    def add_jot(self, jot: Jot) -> Jot:
        """Keep a new jot; returns it with its first revision."""

    def save_jot(self, jot: Jot) -> Jot:
        """Keep a changed jot; returns it with its new revision."""

    def remove_jot(self, jot_id: str, now: datetime) -> None:
        """Put a jot into the trash."""

    def tasks(self) -> tuple[Task, ...]:
        """The to-do list in its order, removed ones left out."""

    def add_task(self, task: Task) -> Task:
        """Keep a new task; returns it with its first revision."""

    def save_task(self, task: Task) -> Task:
        """Keep a changed task; returns it with its new revision."""

    def remove_task(self, task_id: str, now: datetime) -> None:
        """Put a task into the trash."""


class RemarkShelf(Protocol):
    """What the program remembers about a library, in the library."""

    def remark(self, key: str) -> str | None:
        """What is remembered under ``key``; None where nothing is."""

    def keep_remark(self, key: str, value: str) -> None:
        """Remember ``value`` from now on."""


class PictureShelf(Protocol):
    """The pictures that the notes of a library show."""

    def keep_picture(self, picture: Picture) -> None:
        """Keep a picture; one that is there already stays as it is."""

    def picture(self, picture_id: str) -> Picture:
        """One picture, with its bytes.

        Raises:
            NotFoundError: If there is none with that id.
        """

    def unnamed_pictures(self) -> tuple[str, ...]:
        """The ids of those that no text names, also none in the trash and no earlier one."""

    def remove_picture(self, picture_id: str) -> None:
        """Remove a picture for good, if it is there."""


class TextShelf(Protocol):
    """All that is written in a library, for the last gate."""

    def texts(self) -> LibraryTexts:
        """Every text there is, but for what notes and goals said before."""


class WholeShelf(Protocol):
    """The library as one value, for a complete back-up."""

    def everything(self) -> Everything:
        """All there is, as of one moment."""

    def take_everything(self, everything: Everything) -> None:
        """Keep all of it as it stands, with ids, revisions and events.

        None of it may be there yet; categories, tags and other rows may, and
        then stay as they are.
        """


class NoteLibrary(
    NoteShelf,
    ArchiveShelf,
    GoalShelf,
    HistoryShelf,
    SnapshotShelf,
    TrashShelf,
    JotShelf,
    RemarkShelf,
    PictureShelf,
    TextShelf,
    WholeShelf,
    Protocol,
):
    """All that one writer keeps.

    Every method may raise LibraryError; what is not there raises
    NotFoundError; saving over somebody else's save raises
    ChangedElsewhereError.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Make all that is written inside one whole: all of it or nothing."""
