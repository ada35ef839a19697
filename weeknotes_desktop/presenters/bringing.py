"""Bringing old posts in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryWriter, PageReader
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.import_notes import Action, ImportReport, import_notes


class BringingPresenter:
    """Reads saved pages away from the window, then takes their posts in.

    Args:
        reader: Makes what reads a page; called away from the window.
    """

    def __init__(
        self,
        reader: Callable[[], PageReader],
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._clock = clock
        self.brought: Hook[ImportReport] = Hook()
        """The library holds the posts."""

    def bring(self, paths: Sequence[Path]) -> None:
        """Take the posts of these pages in."""
        self._jobs.run(lambda: self._read(paths), self._take, self._refuse)

    def _read(self, paths: Sequence[Path]) -> list[FoundPage]:
        reader = self._reader()
        return [reader.read(path) for path in paths]

    def _take(self, pages: Sequence[FoundPage]) -> None:
        now = self._clock()
        self._writer.do(lambda library: import_notes(library, pages, now), self._say, self._refuse)

    def _say(self, report: ImportReport) -> None:
        self.brought.emit(report)
        added = sum(one.action is Action.ADDED for one in report.notes)
        changed = sum(one.action is Action.CHANGED for one in report.notes)
        known = len(report.notes) - added - changed
        parts = [
            f"{number} {word}"
            for number, word in ((added, "added"), (changed, "changed"), (known, "known already"))
            if number
        ]
        remarks = [*report.lost, *report.skipped]
        self._notices.show(
            Notice(f"Old posts: {', '.join(parts)}.", " ".join(remarks), urgent=bool(remarks))
        )

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
