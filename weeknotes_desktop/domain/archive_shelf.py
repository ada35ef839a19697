"""The shelf that the archive reads, said as a protocol."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Protocol

from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.week import Week

if TYPE_CHECKING:
    # Nothing that a window shows first is one of these.
    from weeknotes_desktop.domain.archive import ArchiveFilter, FilterChoices, TitledNote
    from weeknotes_desktop.domain.names import NameKind
    from weeknotes_desktop.domain.written_week import WrittenWeek


class ArchiveShelf(Protocol):
    """What the archive shows of the notes, a part at a time; no body is read for it."""

    def written_weeks(
        self, which: ArchiveFilter | None = None, *, week: Week | None = None, most: int = -1
    ) -> tuple[WrittenWeek, ...]:
        """The weeks that have such notes, newest first; words are not looked for.

        Args:
            which: None for all notes.
            week: That week alone.
            most: Read no more notes than that, the newest; -1 for no limit.
        """

    def titled_notes(
        self, which: ArchiveFilter | None = None, *, week: Week | None = None
    ) -> tuple[TitledNote, ...]:
        """What each such note is called, newest first; words are not looked for."""

    def lines(self, note_ids: Collection[str]) -> tuple[NoteSummary, ...]:
        """One line for each of these notes that is there, newest first."""

    def filter_choices(self) -> FilterChoices:
        """What the notes of the archive can be asked for by."""

    def tags(self) -> tuple[str, ...]:
        """Every tag that a note has, in alphabetical order."""

    def number_of_drafts(self) -> int:
        """How many notes nobody has seen yet."""

    def notes_with(self, words: str) -> Iterator[tuple[str, str]]:
        """Id and body of each note in whose body ``words`` stand, letter by letter.

        They are read one by one; nothing else may be done to the library meanwhile.
        """

    def perhaps_changed(self, week: Week | None = None) -> tuple[str, ...]:
        """The published notes, newest first, that are not for sure as they were published.

        Args:
            week: Only those of that week.
        """

    def words_published(self) -> tuple[int, ...]:
        """How many words each published note has, in no order."""

    def trashed_with(self, kind: NameKind, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The notes in the trash that have a name, each with all its names of that kind."""

    def forget_name(self, kind: NameKind, name: str) -> None:
        """Offer a name no longer; one that a note still has stays."""
