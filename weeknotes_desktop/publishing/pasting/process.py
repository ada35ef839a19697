"""The process that reads what was pasted: hostile pictures and tangled pages end here, or it."""

from __future__ import annotations

import contextlib
import pickle
import sys
from multiprocessing.connection import Connection
from typing import Any

from weeknotes_desktop.aside.serving import READY, alarm, channels, limit
from weeknotes_desktop.domain.errors import WeekNotesError

LONGEST = 20.0
_MEMORY = 2 * 1024 * 1024 * 1024


def main() -> int:
    """Serve whoever holds the other ends of our input and output."""
    requests, answers = channels()
    limit(_MEMORY)
    with contextlib.suppress(EOFError, BrokenPipeError):
        serve(requests, answers)
    return 0


def serve(requests: Connection[Any, Any], answers: Connection[Any, Any]) -> None:
    """Read one thing after the other; what cannot be taken in is answered with a sentence.

    Raises:
        EOFError: If there are no more.
    """
    # Here, so that the limits hold for what these bring along.
    from weeknotes_desktop.publishing.pasting import reading

    answers.send_bytes(READY)
    while True:
        request = requests.recv_bytes()
        answer: object = None
        # Out of memory, nested too deep, a mistake of ours: the one who asked is told.
        with alarm(LONGEST), contextlib.suppress(Exception):
            only_words, brought = pickle.loads(request)  # noqa: S301  # made by who started us
            try:
                answer = reading.words(brought) if only_words else reading.read(brought)
            except WeekNotesError as error:
                answer = (error.problem, error.remedy)
        answers.send_bytes(pickle.dumps(answer))


if __name__ == "__main__":
    sys.exit(main())
