"""The process that looks for patterns: one that never ends is ended with it."""

from __future__ import annotations

import contextlib
import pickle
import re
import sys
import warnings
from multiprocessing.connection import Connection
from typing import Any

from weeknotes_desktop.aside.serving import READY, alarm, channels, limit

LONGEST = 10.0
_MEMORY = 512 * 1024 * 1024

Places = tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]


def main() -> int:
    """Serve whoever holds the other ends of our input and output."""
    requests, answers = channels()
    limit(_MEMORY)
    with contextlib.suppress(EOFError, BrokenPipeError):
        serve(requests, answers)
    return 0


def serve(requests: Connection[Any, Any], answers: Connection[Any, Any]) -> None:
    """Answer one question after the other: with places, with why not, or with None.

    Raises:
        EOFError: If there are no more.
    """
    # What a pattern may mean one day is no business of whoever looks for it now.
    warnings.simplefilter("ignore")
    answers.send_bytes(READY)
    while True:
        request = requests.recv_bytes()
        answer: Places | str | None = None
        # No memory, nested too deep: the one who asked is told.
        with alarm(LONGEST), contextlib.suppress(Exception):
            expression, text, case = pickle.loads(request)  # noqa: S301  # made by who started us
            answer = places(expression, text, case=case)
        answers.send_bytes(pickle.dumps(answer))


def places(expression: str, text: str, *, case: bool) -> Places | str:
    """Where the expression is found, none of them empty; or why it cannot be read."""
    try:
        found = re.compile(expression, re.MULTILINE if case else re.MULTILINE | re.IGNORECASE)
    except re.error as error:
        return error.msg
    parts = range(1, found.groups + 1)
    return tuple(
        (*match.span(), tuple(match.span(part) for part in parts))
        for match in found.finditer(text)
        if match.end() > match.start()
    )


if __name__ == "__main__":
    sys.exit(main())
