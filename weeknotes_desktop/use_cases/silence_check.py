"""Have a check say nothing of some words in one note."""

from __future__ import annotations

from collections.abc import Set

from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.remarks import SILENT_CHECKS
from weeknotes_desktop.domain.shelves import NoteLibrary


def silence_check(library: NoteLibrary, note_id: str, slip: Slip) -> None:
    """Say nothing more of this slip in this note, wherever the same words stand."""
    _silence(library, note_id, {slip.key})


def silence_point(library: NoteLibrary, note_id: str, point: Point) -> None:
    """Say nothing more of all that this point is about in this note."""
    _silence(library, note_id, point.keys)


def hear_checks(library: NoteLibrary, note_id: str) -> None:
    """Have every check of this note speak again."""
    with library.transaction():
        if silent_checks(library, note_id):
            library.keep_remark(SILENT_CHECKS + note_id, "")


def _silence(library: NoteLibrary, note_id: str, keys: Set[str]) -> None:
    with library.transaction():
        silent = silent_checks(library, note_id)
        if not keys <= silent:
            library.keep_remark(SILENT_CHECKS + note_id, "\n".join(sorted(silent | keys)))


def silent_checks(library: NoteLibrary, note_id: str) -> frozenset[str]:
    """The keys of the slips that are silenced in this note."""
    return frozenset((library.remark(SILENT_CHECKS + note_id) or "").splitlines())
