"""Looking through all notes, some at a time, so that nobody waits for the library meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.finding import Search, find
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter
from weeknotes_desktop.presenters.finding_state import OpenPatterns
from weeknotes_desktop.presenters.replacing_state import FoundNote
from weeknotes_desktop.use_cases.replace_everywhere import read_notes

MOST_PLACES = 6_000
"""More than that nobody looks at."""
_AT_ONCE = 100

Found = tuple[FoundNote, ...]


class LookingEverywhere:
    """Finds words in all notes; only what was asked for last is answered.

    Args:
        patterns: Opens what looks for regular expressions.
        stands: Gives a note as it stands in the window, where it does.
    """

    def __init__(
        self,
        writer: LibraryWriter,
        jobs: Jobs,
        patterns: OpenPatterns,
        stands: Callable[[Note], Note],
    ) -> None:
        self._writer, self._jobs = writer, jobs
        self._patterns, self._stands = patterns, stands
        self._asked = 0

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._asked += 1

    def look_for(
        self,
        search: Search,
        done: Callable[[Found], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Find every note that has the words, newest week first."""
        self.forget()
        asked = self._asked

        def refuse(error: WeekNotesError) -> None:
            if asked == self._asked:
                failed(error)

        def go_on(ids: tuple[str, ...], found: Found) -> None:
            if asked != self._asked:
                return
            if not ids or sum(len(one.hits) for one in found) >= MOST_PLACES:
                done(_first(found))
                return

            def look(notes: tuple[Note, ...]) -> None:
                standing = tuple(map(self._stands, notes))
                self._jobs.run(
                    lambda: self._places(search, standing),
                    lambda more: go_on(ids[_AT_ONCE:], found + more),
                    refuse,
                )

            self._writer.do(lambda library: read_notes(library, ids[:_AT_ONCE]), look, refuse)

        self._writer.do(
            lambda library: tuple(
                note_id for week in library.written_weeks() for note_id in week.notes
            ),
            lambda ids: go_on(ids, ()),
            refuse,
        )

    def _places(self, search: Search, notes: tuple[Note, ...]) -> Found:
        with self._patterns() as patterns:
            found = (FoundNote(note, find(search, note.body, patterns)) for note in notes)
            return tuple(one for one in found if one.hits)


def _first(found: Found) -> Found:
    """The first places, as many as anybody looks at."""
    first, room = [], MOST_PLACES
    for one in found:
        if room > 0:
            first.append(FoundNote(one.note, one.hits[:room]))
            room -= len(one.hits)
    return tuple(first)
