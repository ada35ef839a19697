"""Bring in whatever was found: old posts of a blog, or a complete back-up in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from weeknotes_desktop.domain.everything import FoundBackUp
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.import_notes import ImportReport, import_notes
from weeknotes_desktop.use_cases.take_markdown_back_up import take_markdown_back_up


def bring_in(
    library: NoteLibrary,
    found: Iterable[FoundPage | FoundBackUp],
    now: datetime,
    *,
    dry_run: bool = False,
) -> ImportReport:
    """Take all of it into the library, or none; what the writer has there is never overwritten.

    Args:
        dry_run: Only say what would be done.
    """
    listed = list(found)
    # First, so that posts which the back-up holds already are known by their origin.
    back_ups = [one for one in listed if isinstance(one, FoundBackUp)]
    pages = [one for one in listed if isinstance(one, FoundPage)]
    with library.transaction():
        reports = [take_markdown_back_up(library, one, dry_run=dry_run) for one in back_ups]
        reports.append(import_notes(library, pages, now, dry_run=dry_run))
    return ImportReport(
        tuple(note for report in reports for note in report.notes),
        tuple(sentence for report in reports for sentence in report.lost),
        tuple(sentence for report in reports for sentence in report.skipped),
    )
