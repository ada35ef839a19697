"""Browse the archive: find the notes that are asked for, and what is changed in published ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from weeknotes_desktop.domain.archive import ArchiveFilter, Showing, TitledNote
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.folding import folded
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, week_from


def weeks_asked_for(
    library: NoteLibrary,
    which: ArchiveFilter,
    pattern: LabelPattern,
    changed: Collection[str] = (),
    week: Week | None = None,
) -> tuple[WrittenWeek, ...]:
    """The weeks that have such notes, newest first, or that one week.

    Args:
        pattern: How labels are made now; labels are looked through as they are printed.
        changed: The notes that were changed since they were published, where those are asked for.
    """
    wanted = which.wanted
    if wanted:
        titled = library.titled_notes(which, week=week)
        weeks = _gathered(_with_words(titled, wanted, pattern))
    else:
        weeks = library.written_weeks(which, week=week)
    if which.showing is not Showing.CHANGED:
        return weeks
    return tuple(_only(weeks, set(changed)))


def _with_words(
    notes: Iterable[TitledNote], wanted: tuple[str, ...], pattern: LabelPattern
) -> Iterator[TitledNote]:
    labels: dict[int, str] = {}
    for note in notes:
        label = note.label or labels.get(note.monday)
        if label is None:
            label = labels[note.monday] = pattern.label_of(week_from(note.monday))
        text = folded(f"{note.title} {label} {note.category}")
        if all(word in text for word in wanted):
            yield note


def _gathered(notes: Iterable[TitledNote]) -> tuple[WrittenWeek, ...]:
    weeks: dict[int, list[TitledNote]] = {}
    for note in notes:
        weeks.setdefault(note.monday, []).append(note)
    return tuple(
        WrittenWeek(monday, tuple(one.id for one in of_week), sum(one.words for one in of_week))
        for monday, of_week in weeks.items()
    )


def _only(weeks: Iterable[WrittenWeek], these: Collection[str]) -> Iterator[WrittenWeek]:
    for week in weeks:
        left = tuple(note_id for note_id in week.notes if note_id in these)
        if left:
            yield week._replace(notes=left)
