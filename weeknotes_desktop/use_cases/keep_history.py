"""Keep what a note said before something else takes its place."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion, of_note, shrunk, why_kept


def keep_what_goes(
    library: NoteLibrary, before: Note, after: Note, now: datetime, *, typed: bool
) -> None:
    """Keep the text of ``before`` where it is worth it, in the transaction that saves ``after``.

    The longest text since the last version is remembered as well: whatever
    way it shrinks, at once or letter by letter, it is kept once less than half
    of it is left.
    """
    if (before.title, before.body) == (after.title, after.body):
        return
    _watch_the_peak(library, before, after, now)
    occasion = why_kept(before, after, now, typed=typed)
    if occasion is not None:
        library.keep_version(of_note(before, occasion, new_id(), now))


def _watch_the_peak(library: NoteLibrary, before: Note, after: Note, now: datetime) -> None:
    peak = library.peak(before.id)
    if len(after.body) >= len(before.body):
        if peak is not None and len(after.body) >= len(peak.body):
            library.forget_peak(before.id)
        return
    if peak is None or len(before.body) >= len(peak.body):
        peak = of_note(before, Occasion.SHRUNK, new_id(), now)
        library.keep_peak(peak)
    if shrunk(after, peak):
        library.forget_peak(before.id)
        library.keep_version(peak)
