"""Make one HTML page of a note."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import PageWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.view_note import view_note


def export_html(
    library: NoteLibrary,
    pages: PageWriter,
    note: Note,
    path: Path,
    settings: Settings,
    audience: Audience = Audience.PUBLIC,
) -> None:
    """Write the page; the note itself stays as it is.

    Args:
        audience: Team or public; what is for the writer alone does not leave.

    Raises:
        NotForThisReaderError: If the note is not for that audience.
        PublishError: If the page could not be made or written.
    """
    pages.write(view_note(library, note, audience, settings), path)
