"""Makes what looks after links between notes, and introduces it."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.link_names import LinkNames
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.presenters.reader_names import ReaderNames
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.editor.link_completion import LinkCompletion
from weeknotes_desktop.ui.wiring_links import wire_links


class RestLinks:
    """Those who know what notes are called, and where a link leads."""

    def __init__(self, means: Means) -> None:
        self._views, self._presenters = means.views, means.presenters
        self.names = LinkNames(
            means.writer, lambda: self._presenters.archive.notes, self._open_note, self._refuse
        )
        """What notes are called."""
        self._for_readers = ReaderNames(means.parts.reading)
        self._settings = means.settings
        self._completion = LinkCompletion(
            self._views.editor.writing, means.theme, self.names.choices
        )

    def begin(self) -> None:
        """Everybody is there; what notes were called before is read when the library arrives."""
        wire_links(self._presenters, self.names)
        self.names.read()

    def names_for(self, body: str) -> Callable[[Audience], NoteNames]:
        """Tells what the links of a text may name; it may be slow, and runs on any thread."""
        if "[[" not in body:
            return lambda _: NoteNames()
        own, settings = self.names.names(), self._settings()
        return lambda reader: self._for_readers.names(reader, own, settings)

    def open(self, address: str) -> bool:
        """Turn to the note whose page a link of the preview leads to; False if it is of none."""
        note_id = self._presenters.preview.note_at(address)
        if note_id is not None:
            self._presenters.editor.open(note_id)
        return note_id is not None

    def _open_note(self) -> str | None:
        note = self._presenters.keeping.current()
        return None if note is None else note.id

    def _refuse(self, error: WeekNotesError) -> None:
        self._views.notices.show(failure(error))
