"""Have a check say nothing of some words in one note."""

from __future__ import annotations

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.remarks import SILENT_CHECKS
from weeknotes_desktop.domain.shelves import NoteLibrary


def silence_check(library: NoteLibrary, note_id: str, slip: Slip) -> None:
    """Say nothing more of this slip in this note, wherever the same words stand."""
    with library.transaction():
        silent = silent_checks(library, note_id)
        if slip.key not in silent:
            library.keep_remark(SILENT_CHECKS + note_id, "\n".join(sorted({*silent, slip.key})))


def hear_checks(library: NoteLibrary, note_id: str) -> None:
    """Have every check of this note speak again."""
    with library.transaction():
        if silent_checks(library, note_id):
            library.keep_remark(SILENT_CHECKS + note_id, "")


def silent_checks(library: NoteLibrary, note_id: str) -> frozenset[str]:
    """The keys of the slips that are silenced in this note."""
    return frozenset((library.remark(SILENT_CHECKS + note_id) or "").splitlines())
