"""What other runs of the program mean for this window: a note to open, a library they changed."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.use_cases.find_note import find_note
from weeknotes_desktop.use_cases.open_note import Opened, open_note


class ElsewherePresenter:
    """Brings the window in step with what was done without it.

    Args:
        anew: Opens what stands nearest to a note that is gone.
        put_text: Puts a text into the editor, in one step that can be undone.
        this_week: The week of today.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        editor: EditorPresenter,
        keeping: Keeping,
        writer: LibraryWriter,
        notices: Notices,
        anew: ReadingAnew,
        put_text: Callable[[Typed], None],
        this_week: Callable[[], Week],
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._editor = editor
        self._keeping = keeping
        self._writer = writer
        self._notices = notices
        self._anew = anew
        self._put_text = put_text
        self._this_week = this_week
        self._pattern = pattern
        self.changed: Hook[None] = Hook()
        """The library says something else than it did."""

    def open(self, name: str) -> None:
        """Open the note that was named on a command line."""
        pattern = self._pattern()
        self._writer.do(
            lambda library: find_note(library, name, pattern).id, self._editor.open, self._refuse
        )

    def look_again(self) -> None:
        """Show everything as the library holds it now.

        An open note with something unsaved in it stays as it stands here: when
        it is saved, both texts are kept.
        """
        self.changed.emit(None)
        note = self._keeping.current()
        if note is None:
            self._editor.open_newest()
        elif self._keeping.safe:
            self._writer.do(lambda library: _changed(library, note), self._show, self._refuse)

    def _show(self, change: tuple[Note, Opened | None] | None) -> None:
        note = self._keeping.current()
        if change is None or note is None or note.id != change[0].id:
            return
        if not self._keeping.safe:
            # A key fell meanwhile: it is saved beside.
            return
        before, opened = change
        if opened is None:
            self._anew.read(self._this_week())
            return
        self._editor.show(opened.note, opened.rescued, opened.categories)
        if (before.title, before.body) != (opened.note.title, opened.note.body):
            self._notices.show(
                Notice(
                    "A command changed this note; it stands here as it is now.",
                    action="Undo",
                    act=lambda: self._take_back(before),
                )
            )

    def _take_back(self, before: Note) -> None:
        """Put the text from before the command into the editor, to be saved like typing."""
        note = self._keeping.current()
        if note is not None and note.id == before.id:
            self._put_text(Typed(before.title, before.body))

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _changed(library: NoteLibrary, note: Note) -> tuple[Note, Opened | None] | None:
    """The note as it was and as it is now, None in place of the latter where it is gone.

    Returns:
        None where it is as it was.
    """
    try:
        now = library.note(note.id)
        # After a restore, another text may have the same revision.
        if (now.rev, now.title, now.body) == (note.rev, note.title, note.body):
            return None
        return note, open_note(library, note.id)
    except NotFoundError:
        return note, None
