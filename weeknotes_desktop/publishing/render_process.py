"""The process that renders: reads views from its input, writes HTML to its output.

It knows neither the library nor the window. When whoever started it goes
away, its input ends and so does it; a rendering that never ends is ended by
an alarm.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

READY = b"ready"
RENDERED = b"+"
FAILED = b"-"

_MEMORY = 512 * 1024 * 1024
# Whoever waits gives up long before; this ends what nobody waits for any more.
_LONGEST = 10.0


def main() -> int:
    """Serve whoever holds the other ends of our input and output."""
    requests, answers = _channels()
    _limit()
    with contextlib.suppress(EOFError, BrokenPipeError):
        serve(requests, answers)
    return 0


def serve(requests: Connection[Any, Any], answers: Connection[Any, Any]) -> None:
    """Render view after view.

    Raises:
        EOFError: If there are no more.
    """
    # Here, so that the limits hold for what these bring along.
    from weeknotes_desktop.paths import resource
    from weeknotes_desktop.publishing.markdown import MarkdownRenderer
    from weeknotes_desktop.publishing.words import Words

    renderer = MarkdownRenderer(Words.read(resource("words")))
    answers.send_bytes(READY)
    while True:
        request = requests.recv_bytes()
        answer = FAILED
        # Out of memory, nested too deep, a mistake in an extension: none of
        # them may end this process, and the one who asked is told.
        with _alarm(), contextlib.suppress(Exception):
            view = pickle.loads(request)  # noqa: S301  # made by the one who started us
            answer = RENDERED + renderer.render(view).encode()
        answers.send_bytes(answer)


def _channels() -> tuple[Connection[Any, Any], Connection[Any, Any]]:
    """Our input and output; whatever else prints or reads finds nothing there."""
    requests: Connection[Any, Any] = Connection(os.dup(0), writable=False)
    answers: Connection[Any, Any] = Connection(os.dup(1), readable=False)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return requests, answers


def _limit() -> None:
    # Ctrl+C in a terminal is for whoever started us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource as system

        system.setrlimit(system.RLIMIT_AS, (_MEMORY, _MEMORY))
        system.setrlimit(system.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """End this process if what is inside takes far too long, even deep in a regular expression."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, _LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    sys.exit(main())
