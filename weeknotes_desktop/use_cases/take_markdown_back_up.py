"""Take a complete back-up in Markdown back; what is there already is never overwritten."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from weeknotes_desktop.domain.everything import FoundBackUp
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.use_cases.import_notes import Action, ImportedNote, ImportReport
from weeknotes_desktop.use_cases.merge_libraries import Merged, merge


def take_markdown_back_up(
    library: NoteLibrary, found: FoundBackUp, *, dry_run: bool = False
) -> ImportReport:
    """Take all of a back-up into the library, with ids, revisions and events.

    A library that is empty then holds what the other one held. In one that is
    not, what has the same id stays as it is; a note whose text differs comes
    beside the one that is there.

    Args:
        dry_run: Only say what would be done.
    """
    merged = merge(library.everything(), found.everything)
    if not dry_run:
        with library.transaction():
            library.take_everything(merged.additions)
            for key, value in merged.remarks.items():
                library.keep_remark(key, value)
    return ImportReport(
        _told(found, merged),
        (*found.lost, *merged.lost),
        (*found.skipped, *merged.skipped),
    )


def _told(found: FoundBackUp, merged: Merged) -> tuple[ImportedNote, ...]:
    """Each note of the back-up that lies in no trash, with what became of it."""
    goals = Counter(goal.week for goal in found.everything.goals)
    added = {note.id: note for note in merged.additions.notes}
    told: list[ImportedNote] = []
    for note in found.everything.notes:
        if (Kind.NOTE, note.id) not in found.everything.trashed:
            ident = merged.places[note.id]
            action = Action.ADDED if ident in added else Action.UNCHANGED
            kept = added.get(ident, replace(note, id=ident))
            told.append(ImportedNote(kept, goals[note.week], action))
    return tuple(told)
