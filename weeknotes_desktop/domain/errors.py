"""Failures the writer can understand.

WeekNotesError
├── LibraryError            the notes file
│   ├── NotALibraryError    the file is something else
│   ├── LibraryBusyError    another window or command holds it
│   ├── NewerLibraryError   written by a newer version of the program
│   ├── ReadOnlyError       the file or its folder cannot be written
│   ├── DiskFullError       no room left
│   ├── DamagedLibraryError the file is a library, and parts of it cannot be read
│   ├── DamagedSearchError  what it is searched with could not be used, and is made anew
│   └── ChangedElsewhereError  somebody saved the same thing in between
├── NotFoundError           no such note, goal or week
├── AmbiguousNoteError      several notes answer to that name
├── WeekError               no such week or date
├── NotForThisReaderError   the audience may not see it
├── ImportFailedError       a file that holds no notes
├── PasteError              nothing of what was pasted or dropped can go into a note
├── PublishError            a page could not be made or written
├── LeakError               something private was about to leave
├── CancelledError          the writer stopped it
├── ProofreadingError       a note could not be checked
├── FindingError            what to look for cannot be understood, or takes too long
└── SettingsError           no such setting, or not a value of it
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weeknotes_desktop.domain.last_gate import Leak


class WeekNotesError(Exception):
    """A failure the writer can understand and often mend.

    Args:
        problem: What went wrong, one sentence in the writer's words.
        remedy: What they can do now; empty when there is nothing to do.
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(f"{problem} {remedy}".strip())
        self.problem = problem
        self.remedy = remedy


class LibraryError(WeekNotesError):
    """The notes file could not be read or written."""


class NotALibraryError(LibraryError):
    """The file is not a WeekNotes library."""


class LibraryBusyError(LibraryError):
    """Another window or command is using the library."""


class NewerLibraryError(LibraryError):
    """The library was written by a newer version of the program."""


class ReadOnlyError(LibraryError):
    """The library or its folder cannot be written."""


class DiskFullError(LibraryError):
    """There is no room left on the disk."""


class DamagedLibraryError(LibraryError):
    """Parts of the library cannot be read any more."""


class DamagedSearchError(LibraryError):
    """The index of the search could not be used; all that was written is whole."""


class ChangedElsewhereError(LibraryError):
    """Somebody saved the same note or goal since it was read."""


class NotFoundError(WeekNotesError):
    """There is no such note or goal."""


class AmbiguousNoteError(WeekNotesError):
    """Several notes answer to that name.

    Args:
        name: What the writer asked for.
        ids: The notes that answer to it, newest week first.
    """

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        super().__init__(
            f"Several notes answer to “{name}”: {', '.join(ids)}.",
            "Name one of them by its id.",
        )
        self.ids = tuple(ids)


class WeekError(WeekNotesError):
    """There is no such week or date."""


class NotForThisReaderError(WeekNotesError):
    """The audience may not see this note."""


class ImportFailedError(WeekNotesError):
    """A file holds no notes that could be brought in."""


class PasteError(WeekNotesError):
    """What was pasted or dropped cannot go into a note."""


class PublishError(WeekNotesError):
    """A page could not be made or written."""


class LeakError(WeekNotesError):
    """Something private was about to leave; nothing did.

    Args:
        leaks: Each private sentence that was found.
    """

    def __init__(self, problem: str, remedy: str, leaks: Sequence[Leak]) -> None:
        super().__init__(problem, remedy)
        self.leaks = tuple(leaks)


class CancelledError(WeekNotesError):
    """The writer stopped it; all is as it was."""


class ProofreadingError(WeekNotesError):
    """A note could not be checked, or a word not be looked up."""


class FindingError(WeekNotesError):
    """What to look for, or to put there, cannot be understood or takes too long."""


class SettingsError(WeekNotesError):
    """There is no such setting, or the value does not fit it."""
