"""Bringing old posts in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.everything import FoundBackUp
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.domain.ports import BackUps, Clock, Jobs, LibraryWriter, PageReader
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.bring_in import bring_in
from weeknotes_desktop.use_cases.import_notes import Action, ImportReport


class BringingPresenter:
    """Reads saved pages away from the window, backs up, then takes their posts in.

    Args:
        reader: Makes what reads a page; called away from the window.
        back_ups: Makes a back-up first; likewise.
    """

    def __init__(
        self,
        reader: Callable[[], PageReader],
        back_ups: Callable[[], BackUps],
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._reader = reader
        self._back_ups = back_ups
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._clock = clock
        self.brought: Hook[ImportReport] = Hook()
        """The library holds the posts."""
        self.backed_up: Hook[BackUp | None] = Hook()
        """What the library held before is in a back-up, in a new one if it was in none."""

    def bring(self, paths: Sequence[Path]) -> None:
        """Take the posts of these pages in."""
        self._jobs.run(lambda: self._read(paths), self._back_up_first, self._refuse)

    def _read(self, paths: Sequence[Path]) -> list[FoundPage | FoundBackUp]:
        reader = self._reader()
        return [reader.read(path) for path in paths]

    def _back_up_first(self, pages: Sequence[FoundPage | FoundBackUp]) -> None:
        def go_on(made: BackUp | None) -> None:
            self.backed_up.emit(made)
            self._take(pages)

        self._jobs.run(
            lambda: self._back_ups().make_if_changed(Reason.BEFORE_IMPORT),
            go_on,
            lambda error: self._cannot_back_up(error, pages),
        )

    def _cannot_back_up(
        self, error: WeekNotesError, pages: Sequence[FoundPage | FoundBackUp]
    ) -> None:
        self._notices.show(
            Notice(
                "Nothing was imported, as no back-up could be made first.",
                f"{error.problem} {error.remedy}".strip(),
                action="Import without one",
                act=lambda: self._take(pages),
                urgent=True,
            )
        )

    def _take(self, pages: Sequence[FoundPage | FoundBackUp]) -> None:
        now = self._clock()
        self._writer.do(lambda library: bring_in(library, pages, now), self._say, self._refuse)

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
