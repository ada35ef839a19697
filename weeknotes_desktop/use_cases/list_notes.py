"""List the archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week


def list_notes(
    library: NoteLibrary, pattern: LabelPattern, week: Week | None = None
) -> tuple[NoteSummary, ...]:
    """Every note, or each of ``week``, with its label as printed; newest week first."""
    return as_printed(library.summaries(week), pattern)


def as_printed(summaries: Iterable[NoteSummary], pattern: LabelPattern) -> tuple[NoteSummary, ...]:
    """The same lines, each with the label it is printed with."""
    return tuple(
        summary if summary.label else replace(summary, label=pattern.label_of(summary.week))
        for summary in summaries
    )
