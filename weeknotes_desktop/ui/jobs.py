"""Work beside the window's thread, and its results brought back to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Lock, Semaphore, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from weeknotes_desktop.domain.errors import WeekNotesError

T = TypeVar("T")

Crashed = Callable[[Exception], None]
"""Hears of an exception that nobody expected, on the window's thread."""


class Deliver(QObject):
    """Runs on the window's thread, in order, what other threads hand over.

    It must be made on the window's thread and outlive those who post.
    """

    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = Lock()
        self._stopped = False
        self._posted.connect(self._run_next, Qt.ConnectionType.QueuedConnection)

    def post(self, callback: Callable[[], None]) -> None:
        """Run ``callback`` on the window's thread soon; may be called from any thread."""
        # The lock also keeps `stop` from returning while a signal is on its way
        # out of an object that is about to die.
        with self._lock:
            if self._stopped:
                return
            self._waiting.append(callback)
            self._posted.emit()

    def stop(self) -> None:
        """Deliver nothing any more, not even what is waiting."""
        with self._lock:
            self._stopped = True
            self._waiting.clear()

    def _run_next(self) -> None:
        # One callback for each signal: one that raises does not lose the next.
        with self._lock:
            callback = self._waiting.popleft() if self._waiting else None
        if callback is not None:
            callback()


_Job = Callable[[], Callable[[], None]]
"""Works; what it gives is called on the window's thread."""


class WindowJobs:
    """Jobs on a thread each, with their results on the window's thread.

    A thread that is done takes the next job: to start one takes as long as it has to wait
    for its first turn, a key or two.

    Args:
        deliver: Brings the results back; it outlives the jobs.
        crashed: Hears of what a job raised unexpectedly.
    """

    def __init__(self, deliver: Deliver, crashed: Crashed) -> None:
        self._deliver = deliver
        self._crashed = crashed
        self._threads: list[Thread] = []
        self._idle = Semaphore(0)
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._stopped = False

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do ``work`` on a thread of its own, then say what came of it on the window's."""
        if self._stopped:
            return
        self._waiting.put(partial(self._do, work, done, failed))
        if not self._idle.acquire(blocking=False):
            thread = Thread(target=self._serve, name="job")
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Take no more jobs, deliver nothing, and wait until the running ones have ended."""
        self._stopped = True
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _serve(self) -> None:
        job = self._waiting.get()
        while job is not None:
            outcome = job()
            # What it worked on is not kept until the next one comes.
            del job
            self._idle.release()
            self._say(outcome)
            del outcome
            job = self._waiting.get()

    def _do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> Callable[[], None]:
        """Work; what is to be called on the window's thread then."""
        try:
            result = work()
        except WeekNotesError as error:
            return partial(failed, error)
        except Exception as error:  # noqa: BLE001 -- a bug in a job belongs to `crashed`
            return partial(self._crashed, error)
        return partial(done, result)

    def _say(self, what: Callable[[], None]) -> None:
        self._deliver.post(partial(self._unless_stopped, what))

    def _unless_stopped(self, what: Callable[[], None]) -> None:
        if not self._stopped:
            what()


class WindowTimers:
    """Wakes somebody up later, by the event loop of the thread it was made on.

    With each key several begin to wait anew: a timer that is done is used again.
    """

    def __init__(self) -> None:
        self._running: dict[QTimer, tuple[object, Callable[[], None]]] = {}
        self._idle: list[QTimer] = []

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call ``call`` once, that much later; returns what cancels it."""
        timer = self._idle.pop() if self._idle else self._made()
        # By the time somebody cancels, the timer may wait for somebody else.
        ours = object()
        self._running[timer] = ours, call
        timer.start(round(seconds * 1000))
        return partial(self._cancel, timer, ours)

    def stop(self) -> None:
        """Cancel all that is still to come."""
        for timer, (whose, _) in tuple(self._running.items()):
            self._cancel(timer, whose)

    def _made(self) -> QTimer:
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._wake, timer))
        return timer

    def _wake(self, timer: QTimer) -> None:
        _, call = self._running.pop(timer)
        self._idle.append(timer)
        call()

    def _cancel(self, timer: QTimer, whose: object) -> None:
        if timer in self._running and self._running[timer][0] is whose:
            del self._running[timer]
            timer.stop()
            self._idle.append(timer)
