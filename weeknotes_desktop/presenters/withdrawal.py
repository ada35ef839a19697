"""Taking back what was published, and one step that undoes it."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.publish_note import put_back
from weeknotes_desktop.use_cases.save_note import Publishing


class Withdrawal:
    """Says what it means that the open note is a draft again, and offers to undo it.

    What was published of it stays kept, and so do its label and its day: put
    back, it stands on a site as it stood there; published anew, it goes on under them.
    """

    def __init__(
        self,
        keeping: Keeping,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        settings: Callable[[], Settings],
    ) -> None:
        self._keeping, self._writer, self._notices = keeping, writer, notices
        self._clock, self._settings = clock, settings
        self._out = ""
        self._notice: Notice | None = None
        self.put_back: Hook[Note] = Hook()
        """A note that is not open is published again."""

    def opened(self, note: Note | None) -> None:
        """This note is open from now on."""
        self._out = note.id if note is not None and note.status is Status.PUBLISHED else ""

    def saved(self, note: Note) -> None:
        """The open note is on disk as given."""
        was_out = note.id == self._out
        self.opened(note)
        if was_out and note.status is Status.DRAFT and note.audience is not Audience.ME:
            self._taken_back(note)
        elif note.status is Status.PUBLISHED and self._notice is not None:
            self._withdraw()

    def take_back(self) -> None:
        """Make a draft of the open note."""
        self._keeping.change(status=Status.DRAFT)

    def _taken_back(self, note: Note) -> None:
        notice = Notice(
            f"“{note.label}” is a draft again. It disappears from the site at the next build.",
            action="Undo",
            act=lambda: self._put_back(note.id),
        )
        self._notice = notice
        self._notices.show(notice)

    def _put_back(self, note_id: str) -> None:
        self._notice = None
        note = self._keeping.current()
        if note is not None and note.id == note_id:
            self._keeping.change(Publishing.AS_BEFORE)
            return
        settings, now = self._settings(), self._clock()

        def back(library: NoteLibrary) -> Note:
            return put_back(library, library.note(note_id), settings, now)

        self._writer.do(back, self.put_back.emit, self._refuse)

    def _withdraw(self) -> None:
        if self._notice is not None:
            self._notices.withdraw(self._notice)
        self._notice = None

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
