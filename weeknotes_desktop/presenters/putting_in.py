"""Puts other words into all notes at once, and offers the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryWriter
from weeknotes_desktop.domain.replacing import Change, put
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.presenters.changing_notes import Changed, ChangingNotes, Slice
from weeknotes_desktop.presenters.earlier_text import Page
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.presenters.taking_back import TakingBack
from weeknotes_desktop.use_cases.replace_everywhere import Replacement, replace_everywhere

Chosen = tuple[tuple[Note, tuple[Change, ...]], ...]
"""Notes as they stand, and what is to be changed in each."""


class PuttingIn:
    """Changes the chosen places of all notes, on one way, with one Undo for all of it.

    Args:
        pattern: How labels are made now.
        tell: Hears how many notes are done, and of how many; (0, 0) when it is over.
    """

    def __init__(
        self,
        page: Page,
        keeping: Keeping,
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        pattern: Callable[[], LabelPattern],
        clock: Clock,
        tell: Callable[[int, int], None],
    ) -> None:
        self._page, self._keeping, self._writer = page, keeping, writer
        self._jobs, self._notices = jobs, notices
        self._pattern, self._clock, self._tell = pattern, clock, tell
        self._under_way = False
        self._journey: ChangingNotes | None = None
        self.back = TakingBack(page, keeping, writer, notices, pattern, clock)
        """The way back."""
        self.replaced: Hook[None] = Hook()
        """Notes say something else now."""

    @property
    def under_way(self) -> bool:
        """Whether notes are being changed now."""
        return self._under_way

    def put(self, chosen: Chosen) -> None:
        """Change these places."""
        if self._under_way:
            return
        self._under_way = True
        places = {note.id: len(wanted) for note, wanted in chosen}
        self._jobs.run(
            lambda: replacements(chosen), lambda wanted: self._go(wanted, places), self._refuse
        )

    def stop(self) -> None:
        """Leave the notes as they are that are not changed yet."""
        if self._journey is not None:
            self._journey.stop()

    def _go(self, wanted: Slice, places: dict[str, int]) -> None:
        pattern, now = self._pattern(), self._clock()

        def act(library: NoteLibrary, others: Slice, opened: Note | None) -> int:
            replace_everywhere(library, others, pattern, now)
            if opened is not None:
                library.keep_version(of_note(opened, Occasion.REPLACED, new_id(), now))
            return 0

        self._journey = ChangingNotes(
            self._page,
            self._keeping,
            self._writer,
            act=act,
            tell=lambda done: self._tell(done, len(wanted)),
            done=lambda changed: self._over(changed, places),
        )
        self._journey.begin(wanted)

    def _over(self, changed: Changed, places: dict[str, int]) -> None:
        if changed.error is not None and not changed.done:
            self._refuse(changed.error)
            return
        self._end()
        self.back.offer(changed, sum(places[one.note_id] for one in changed.done))
        self.replaced.emit(None)

    def _refuse(self, error: WeekNotesError) -> None:
        self._end()
        self._notices.show(failure(error))

    def _end(self) -> None:
        self._under_way, self._journey = False, None
        self._tell(0, 0)


def replacements(chosen: Iterable[tuple[Note, tuple[Change, ...]]]) -> Slice:
    """What each note says now, and what it says once these places are changed.

    Raises:
        WeekNotesError: If one of them would be too long.
    """
    return tuple(
        Replacement(note_id=note.id, before=note.body, after=body_text(put(note.body, wanted)))
        for note, wanted in chosen
    )
