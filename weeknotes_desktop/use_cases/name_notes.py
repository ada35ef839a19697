"""What notes are called, and were called: links name them so."""

from __future__ import annotations

import json
from collections.abc import Mapping

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.links import NoteNames, mark_of, names_in, names_of
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.list_notes import list_notes

REMARK = "former-names"
"""The remark that says which note a name belonged to, by the mark of the name."""


def note_names(library: NoteLibrary, pattern: LabelPattern) -> NoteNames:
    """Every name that leads to a note, in use or not any more."""
    return NoteNames(list_notes(library, pattern), former_names(library))


def former_names(library: NoteLibrary) -> Mapping[str, str]:
    """The id of the note that had a name before, by the mark of the name."""
    try:
        told = json.loads(library.remark(REMARK) or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def keep_names(library: NoteLibrary, before: Note, after: Note, pattern: LabelPattern) -> None:
    """Let links that name a note as it was called before go on leading to it.

    Only what some link names is remembered, and what a published note was
    called; not each word of a title while it is being typed. This belongs into
    the transaction that saves ``after``.
    """
    gone = set(_names(before, pattern)) - set(_names(after, pattern))
    if not gone:
        return
    marks = {mark_of(name) for name in gone}
    if before.status is not Status.PUBLISHED:
        marks &= {mark_of(name) for body in library.bodies_with("[[") for name in names_in(body)}
    former = former_names(library)
    if any(former.get(mark) != before.id for mark in marks):
        known = {**former, **dict.fromkeys(sorted(marks), before.id)}
        library.keep_remark(REMARK, json.dumps(known))


def _names(note: Note, pattern: LabelPattern) -> tuple[str, ...]:
    return names_of(note.week, note.label or pattern.label_of(note.week), note.title)
