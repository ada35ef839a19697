"""Remember in the library where copies of it lie, for the day when something is forgotten."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.domain.copies import COPIES_ELSEWHERE, with_copies
from weeknotes_desktop.domain.shelves import NoteLibrary


def remember_copies(library: NoteLibrary, *paths: Path) -> None:
    """Add these folders or files to those the library knows of."""
    with library.transaction():
        before = library.remark(COPIES_ELSEWHERE)
        value = with_copies(before, paths)
        if value != before:
            library.keep_remark(COPIES_ELSEWHERE, value)
