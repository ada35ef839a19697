"""Shows the open note as the library holds it now, after something else changed the library."""

from __future__ import annotations

from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.use_cases.open_nearest import open_nearest
from weeknotes_desktop.use_cases.open_note import Opened


class ReadingAnew:
    """Opens the open note again; where it is gone, the one next to it.

    What was typed meanwhile is saved first: nothing that stands in the window
    is replaced before it is on disk.
    """

    def __init__(
        self, editor: EditorPresenter, keeping: Keeping, writer: LibraryWriter, notices: Notices
    ) -> None:
        self._editor = editor
        self._keeping = keeping
        self._writer = writer
        self._notices = notices

    def read(self, this_week: Week) -> None:
        """Read the note anew.

        Args:
            this_week: What the empty page offers where no note is left.
        """
        self._keeping.finish(lambda: self._read(this_week))

    def _read(self, this_week: Week) -> None:
        note = self._keeping.current()
        note_id, week = (note.id, note.week) if note is not None else (None, this_week)

        def show(opened: Opened | None) -> None:
            if not self._keeping.safe:
                # A key fell between the reading and the showing: it comes first.
                self.read(this_week)
            elif opened is None:
                self._editor.show_empty(this_week)
            else:
                self._editor.show(opened.note, opened.rescued, opened.categories)

        self._writer.do(
            lambda library: open_nearest(library, note_id, week),
            show,
            lambda error: self._notices.show(failure(error)),
        )
