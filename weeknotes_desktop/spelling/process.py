"""The process that proofreads: Hunspell holds up whatever runs beside it, so nothing does."""

from __future__ import annotations

import contextlib
import pickle
import sys
from multiprocessing.connection import Connection
from typing import Any

from weeknotes_desktop.aside.serving import READY, alarm, channels, limit

LONGEST = 20.0
_MEMORY = 1024 * 1024 * 1024


def main() -> int:
    """Serve whoever holds the other ends of our input and output."""
    requests, answers = channels()
    limit(_MEMORY)
    with contextlib.suppress(EOFError, BrokenPipeError):
        serve(requests, answers)
    return 0


def serve(requests: Connection[Any, Any], answers: Connection[Any, Any]) -> None:
    """Answer one question after the other; one that cannot be answered with None.

    Raises:
        EOFError: If there are no more.
    """
    # Here, so that the limits hold for what these bring along.
    from weeknotes_desktop.paths import resource
    from weeknotes_desktop.spelling.dictionaries import system_folders
    from weeknotes_desktop.spelling.hunspell_proofreader import HunspellProofreader

    proofreader = HunspellProofreader((resource("dictionaries"), *system_folders()))
    answers.send_bytes(READY)
    while True:
        request = requests.recv_bytes()
        answer: object = None
        # A dictionary that nobody can read, no memory: the one who asked is told.
        with alarm(LONGEST), contextlib.suppress(Exception):
            question, arguments = pickle.loads(request)  # noqa: S301  # made by who started us
            answer = getattr(proofreader, question)(*arguments)
        answers.send_bytes(pickle.dumps(answer))


if __name__ == "__main__":
    sys.exit(main())
