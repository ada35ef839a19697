"""What every process of ours does that answers requests: its pipes, its limits, its alarm.

It knows neither the library nor the window. When whoever started it goes
away, its input ends and so does it; a request that never ends is ended by an
alarm.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

READY = b"ready"


def channels() -> tuple[Connection[Any, Any], Connection[Any, Any]]:
    """Our input and output; whatever else prints or reads finds nothing there."""
    requests: Connection[Any, Any] = Connection(os.dup(0), writable=False)
    answers: Connection[Any, Any] = Connection(os.dup(1), readable=False)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return requests, answers


def limit(memory: int) -> None:
    """Take no more memory than that many bytes, and leave Ctrl+C to whoever started us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource as system

        system.setrlimit(system.RLIMIT_AS, (memory, memory))
        system.setrlimit(system.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """End this process if what is inside takes far too long, even deep in a regular expression.

    Args:
        seconds: Of work, as on a busy machine everything takes its time.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
