"""Open a note, with whatever was typed and not saved."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.keep_beside import keep_beside


@dataclass(frozen=True, slots=True)
class Opened:
    """A note on its way into the editor.

    Args:
        note: The note as it was last saved.
        rescued: Typed text that was not saved, to go on with; None without any.
        categories: What the writer may choose from.
    """

    note: Note
    rescued: Draft | None
    categories: tuple[str, ...]


def open_note(library: NoteLibrary, note_id: str) -> Opened:
    """Open a note; a draft that no longer fits it becomes a note beside it.

    Raises:
        NotFoundError: If there is no such note.
    """
    with library.transaction():
        note = library.note(note_id)
        draft = library.draft(note_id)
        if draft is not None and (draft.title, draft.body) == (note.title, note.body):
            library.forget_draft(note_id)
            draft = None
        if draft is not None and draft.base_rev != note.rev:
            note = keep_beside(library, note, title=draft.title, body=draft.body)
            library.forget_draft(note_id)
            draft = None
        return Opened(note, draft, library.categories())
