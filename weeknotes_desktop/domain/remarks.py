"""Remarks about single notes: they go where their note goes, and are forgotten with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from weeknotes_desktop.domain.everything import PlainRow

SILENT_CHECKS = "silent-checks:"
"""Which checks say nothing in the note, by their keys, a line each."""

LANGUAGE = "language:"
"""The language the note is written in, where it is not the writer’s usual one."""

_KINDS = (SILENT_CHECKS, LANGUAGE)


def remarks_about(note_id: str) -> tuple[str, ...]:
    """The keys of all remarks about a note."""
    return tuple(kind + note_id for kind in _KINDS)


def note_of_remark(key: str) -> tuple[str, str] | None:
    """What kind of remark that is, and about which note; None where it is about none."""
    for kind in _KINDS:
        if key.startswith(kind):
            return kind, key.removeprefix(kind)
    return None


def stays_as_it_is(row: PlainRow, standing: Collection[str], places: Mapping[str, str]) -> bool:
    """Whether a remark is about no note, or about one that stands under the same id.

    Args:
        standing: The ids of the notes that stand.
        places: The id that each note taken has among them.
    """
    about = note_of_remark(str(row.get("key")))
    if about is None:
        return True
    _, note_id = about
    return note_id in standing and places.get(note_id, note_id) == note_id


def changed_remarks(
    here: Iterable[PlainRow], taken: Iterable[PlainRow], places: Mapping[str, str]
) -> Mapping[str, str]:
    """What is remembered there of notes that have another id here, or of which more is known.

    Args:
        places: The id that each note taken has here.
    """
    known = {str(row.get("key")): str(row.get("value")) for row in here}
    changed = {}
    for row in taken:
        about = note_of_remark(str(row.get("key")))
        if about is None or about[1] not in places:
            continue
        kind, note_id = about
        key, value = kind + places[note_id], str(row.get("value"))
        if key in known:
            value = _of_both(kind, known[key], value)
        if value != known.get(key) and (key in known or places[note_id] != note_id):
            changed[key] = value
    return changed


def _of_both(kind: str, ours: str, theirs: str) -> str:
    if kind != SILENT_CHECKS or not ours:
        # Also an empty one was said on purpose.
        return ours
    said, more = set(ours.splitlines()), set(theirs.splitlines())
    # What says nothing new leaves ours as it is, letter by letter.
    return ours if more <= said else "\n".join(sorted(said | more))
