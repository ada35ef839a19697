"""A failure nobody foresaw: first the text is made safe, then the writer is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Timers
from weeknotes_desktop.domain.report import report_of
from weeknotes_desktop.presenters.keeping import Keeping

# Longer than a full queue and a slow disk take, shorter than anybody waits.
_PATIENCE = 3.0
_SAME_AGAIN = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashState:
    """What happened, and where the text is.

    Args:
        problem: Why the text is not on the disk; empty where it is.
        report: Where it happened, for whoever makes the program; nothing of what was written.
    """

    problem: str
    report: str


class CrashPresenter:
    """Shows a failure once the text is safe, and the same one at most once a minute.

    Args:
        show: Draws the crash window; called again where more becomes known.
        log: Keeps each report.
        about: What the report begins with: versions, and nothing personal.
        rescue: Lets the writer put the text into a file of its own.
    """

    def __init__(
        self,
        show: Callable[[CrashState], None],
        keeping: Keeping,
        timers: Timers,
        log: Callable[[Sequence[str]], None],
        about: Callable[[], str],
        rescue: Callable[[Note], None],
    ) -> None:
        self._show = show
        self._keeping = keeping
        self._timers = timers
        self._log = log
        self._about = about
        self._rescue = rescue
        self._recent: set[tuple[str, ...]] = set()

    def happened(self, error: BaseException) -> None:
        """Something failed that should not."""
        report = report_of(error)
        self._log(report)
        if report in self._recent:
            return
        self._recent.add(report)
        self._timers.after(_SAME_AGAIN, lambda: self._recent.discard(report))
        self._make_safe("\n".join((self._about(), "", *report)))

    def rescue(self) -> None:
        """The writer wants the text in a file of its own."""
        note = self._keeping.current()
        if note is not None:
            self._rescue(note)

    def _make_safe(self, report: str) -> None:
        def say(problem: str = "") -> None:
            cancel()
            self._show(CrashState(problem=problem, report=report))

        cancel = self._timers.after(_PATIENCE, lambda: say("The disk does not answer."))
        try:
            self._keeping.keep_typed(say, lambda error: say(error.problem))
        # What keeps the text may be the very thing that is broken.
        except Exception as error:  # noqa: BLE001
            self._log(report_of(error))
            say("What keeps it is broken.")
