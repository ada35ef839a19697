"""Find the notes that link to a note, and the words in which they do."""

from __future__ import annotations

from weeknotes_desktop.domain.archive import FoundNote
from weeknotes_desktop.domain.checks.links import any_link
from weeknotes_desktop.domain.checks.prose import prose_of
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.links import NoteNames, names_in
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.list_notes import as_printed
from weeknotes_desktop.use_cases.name_notes import note_names

_BEFORE, _AFTER = 60, 90
"""Letters of the line that are shown around the link."""


def linking_notes(
    library: NoteLibrary, note_id: str, pattern: LabelPattern
) -> tuple[FoundNote, ...]:
    """Each other note with a link to this one, newest first; links in code are none."""
    with library.transaction():
        names = note_names(library, pattern)
        found = {}
        for other, body in library.notes_with("[["):
            words = _link_to(note_id, body, names) if other != note_id else ""
            if words:
                found[other] = words
        lines = as_printed(library.lines(found.keys()), pattern)
    return tuple(FoundNote(line, found[line.id]) for line in lines)


def _link_to(note_id: str, body: str, names: NoteNames) -> str:
    """The words around the first link to the note; empty where there is none."""
    wanted = {
        name
        for name in set(names_in(body))
        for note in (names.note(name),)
        if note is not None and note.id == note_id
    }
    if not wanted:
        return ""
    # Only now: few texts are worth taking to pieces.
    links = (link for link in any_link(prose_of(body, "")) if link.words in wanted)
    first = next(links, None)
    return "" if first is None else _around(body, first.start, first.end)


def _around(body: str, start: int, end: int) -> str:
    """The line of the link, or what of it is near."""
    left, right = body.rfind("\n", 0, start) + 1, body.find("\n", end)
    right = len(body) if right < 0 else right
    begin, stop = max(left, start - _BEFORE), min(right, end + _AFTER)
    cut = " ".join(body[begin:stop].split())
    return f"{'…' if begin > left else ''}{cut}{'…' if stop < right else ''}"
