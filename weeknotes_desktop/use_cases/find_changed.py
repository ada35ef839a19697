"""Find the published notes that readers would see differently if they were published again."""

from __future__ import annotations

from collections.abc import Iterable

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.changed_since_published import since_published


def find_changed(
    library: NoteLibrary, note_ids: Iterable[str], settings: Settings
) -> frozenset[str]:
    """Those of these notes that were changed; one that is gone is left out."""
    with library.transaction():
        return frozenset(one for one in note_ids if _is_changed(library, one, settings))


def _is_changed(library: NoteLibrary, note_id: str, settings: Settings) -> bool:
    try:
        note = library.note(note_id)
    except NotFoundError:
        return False
    since = since_published(library, note, settings)
    return since is not None and since.changed
