"""The thread of a goal: every wording and every line, week by week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.use_cases.goal_thread import ThreadWeek, goal_thread


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadState:
    """The whole window.

    Args:
        goal_id: The goal whose thread it is.
        weeks: Earliest first.
    """

    this_week: Week
    goal_id: str = ""
    weeks: tuple[ThreadWeek, ...] = ()


class ThreadView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: ThreadState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show itself, beside the main window."""

    def go(self) -> None:
        """Close."""


class ThreadPresenter:
    """Shows how a goal went on; nothing is changed there."""

    def __init__(
        self, view: ThreadView, writer: LibraryWriter, notices: Notices, clock: Clock
    ) -> None:
        self._view, self._writer, self._notices = view, writer, notices
        self._clock = clock
        self.state = ThreadState(this_week=Week.of(clock().date()))
        """What is shown now; without a goal while the window is closed."""

    def open(self, goal_id: str) -> None:
        """Show the thread of a goal."""
        self._read(goal_id)
        self._view.come()

    def closed(self) -> None:
        """The window is gone."""
        self.state = ThreadState(this_week=Week.of(self._clock().date()))

    def refresh(self) -> None:
        """Goals have changed somewhere else."""
        if self.state.goal_id:
            self._read(self.state.goal_id)

    def _read(self, goal_id: str) -> None:
        now = self._clock()

        def take(weeks: tuple[ThreadWeek, ...]) -> None:
            self.state = ThreadState(this_week=Week.of(now.date()), goal_id=goal_id, weeks=weeks)
            self._view.draw(self.state)

        def refuse(error: WeekNotesError) -> None:
            if isinstance(error, NotFoundError):
                # Somebody has removed it meanwhile, and was told so.
                self._view.go()
            else:
                self._notices.show(failure(error))

        self._writer.do(lambda library: goal_thread(library, goal_id, now), take, refuse)
