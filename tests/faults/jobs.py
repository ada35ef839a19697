"""Work beside the desk's thread, and what is said to the writer meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TypeVar

from tests.faults.loop import Loop
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.presenters.notices import Notice

T = TypeVar("T")


class DeskJobs:
    """Is the port Jobs: a thread for each, and the results back on the desk's."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._threads: set[Thread] = set()
        self.running = 0
        """How many have not been answered yet."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do ``work`` on a thread of its own, then say what came of it."""
        self.running += 1
        thread = Thread(target=self._do, args=(work, done, failed), name="job")
        self._threads = {other for other in self._threads if other.is_alive()} | {thread}
        thread.start()

    def stop(self) -> None:
        """Wait until the running ones have ended."""
        for thread in self._threads:
            thread.join()

    def _do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        try:
            result = work()
        except WeekNotesError as error:
            said: Callable[[], None] = partial(failed, error)
        except Exception as error:  # noqa: BLE001 -- a bug in a job belongs to `crashed`
            said = partial(self._loop.crashed, error)
        else:
            said = partial(done, result)
        self._loop.post(partial(self._say, said))

    def _say(self, said: Callable[[], None]) -> None:
        self.running -= 1
        said()


class DeskNotices:
    """Keeps what a window would show in its notice bar."""

    def __init__(self) -> None:
        self._urgent: list[str] = []

    def show(self, notice: Notice) -> None:
        """Show ``notice``."""
        if notice.urgent:
            self._urgent.append(f"{notice.text} {notice.remedy}".strip())

    def withdraw(self, notice: Notice) -> None:
        """It was said all the same."""

    @property
    def said(self) -> str:
        """All that stays until somebody has read it."""
        return " ".join(self._urgent)
