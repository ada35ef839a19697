"""The window's thread without a window: lines from a pipe, timers, and what other threads post."""

from __future__ import annotations

import heapq
import os
import select
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from itertools import count
from typing import TypeVar

from weeknotes_desktop.domain.errors import WeekNotesError

T = TypeVar("T")

Call = Callable[[], None]
Ask = Callable[[Callable[[T], None], Callable[[WeekNotesError], None]], None]


class Loop:
    """Is the port Timers, and its ``post`` the way back from other threads.

    Args:
        lines: The file descriptor that lines come from.
    """

    def __init__(self, lines: int) -> None:
        self._lines = lines
        self._read = b""
        self._ended = False
        self._wakes, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._posted: deque[Call] = deque()
        self._due: list[tuple[float, int, Call]] = []
        self._numbers = count()
        self._cancelled: set[int] = set()
        self._crash: BaseException | None = None

    def post(self, call: Call) -> None:
        """Have ``call`` made on this thread; from any thread."""
        self._posted.append(call)
        try:
            os.write(self._wake, b".")
        except BlockingIOError:
            # It is awake enough.
            return

    def after(self, seconds: float, call: Call) -> Call:
        """Make ``call`` once, that much later; returns what cancels it."""
        number = next(self._numbers)
        # The steady clock: that of the wall may jump.
        heapq.heappush(self._due, (time.monotonic() + seconds, number, call))
        return lambda: self._cancelled.add(number)

    def crashed(self, error: BaseException) -> None:
        """A bug somewhere: say so, and go on."""
        traceback.print_exception(error, file=sys.stderr)
        self._crash = error

    def wait_for(self, ask: Ask[T]) -> T:
        """The answer to something that is asked of another thread; timers go on meanwhile.

        Raises:
            WeekNotesError: If that was the answer.
            RuntimeError: If a bug was.
        """
        answers: list[T] = []
        refusals: list[WeekNotesError] = []
        self._crash = None
        ask(answers.append, refusals.append)
        while not answers and not refusals:
            self._turn(listen=False)
            if self._crash is not None:
                raise RuntimeError(f"crashed: {self._crash!r}")
        if refusals:
            raise refusals[0]
        return answers[0]

    def run_until(self, ready: Callable[[], bool]) -> None:
        """Do what is due until ``ready``."""
        while not ready():
            self._turn(listen=False)

    def lines(self) -> Iterator[bytes]:
        """Every line, and the calls that are due before it."""
        while True:
            line, newline, rest = self._read.partition(b"\n")
            if newline:
                self._read = rest
                yield line
            elif self._ended:
                return
            else:
                self._turn(listen=True)

    def _turn(self, *, listen: bool) -> None:
        pause = max(0.0, self._due[0][0] - time.monotonic()) if self._due else None
        listened = [self._wakes, self._lines] if listen else [self._wakes]
        ready, _, _ = select.select(listened, [], [], pause)
        if self._wakes in ready:
            os.read(self._wakes, 4096)
        if self._lines in ready:
            some = os.read(self._lines, 1 << 20)
            self._read += some
            self._ended = not some
        while self._posted:
            self._make(self._posted.popleft())
        while self._due and self._due[0][0] <= time.monotonic():
            _, number, call = heapq.heappop(self._due)
            if number in self._cancelled:
                self._cancelled.remove(number)
            else:
                self._make(call)

    def _make(self, call: Call) -> None:
        try:
            call()
        except Exception as error:  # noqa: BLE001 -- a bug of ours; the service lives on, as a window does
            self.crashed(error)
