"""The process that renders: reads questions from its input, writes answers to its output.

It also finds out what takes long in Python and would hold up the keys in the
window's process, where one thread at a time gets on.
"""

from __future__ import annotations

import contextlib
import pickle
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from weeknotes_desktop.aside.serving import READY, alarm, channels, limit

FOUND = b"+"
FAILED = b"-"

_MEMORY = 512 * 1024 * 1024
# Whoever waits gives up long before; this ends what nobody waits for any more.
_LONGEST = 10.0


def main() -> int:
    """Serve whoever holds the other ends of our input and output."""
    requests, answers = channels()
    limit(_MEMORY)
    with contextlib.suppress(EOFError, BrokenPipeError):
        serve(requests, answers)
    return 0


def serve(requests: Connection[Any, Any], answers: Connection[Any, Any]) -> None:
    """Answer question after question.

    Raises:
        EOFError: If there are no more.
    """
    # Here, so that the limits hold for what these bring along.
    from weeknotes_desktop.domain.audience import hidden_spans
    from weeknotes_desktop.domain.block_lines import block_lines
    from weeknotes_desktop.paths import resource
    from weeknotes_desktop.publishing.blocks import blocks
    from weeknotes_desktop.publishing.markdown import MarkdownRenderer
    from weeknotes_desktop.publishing.words import Words

    renderer = MarkdownRenderer(Words.read(resource("words")))
    known: dict[str, Callable[..., object]] = {
        "render": renderer.render,
        "lines": lambda text, body: block_lines(text, blocks(body)),
        "hidden": hidden_spans,
    }
    answers.send_bytes(READY)
    while True:
        request = requests.recv_bytes()
        answer = FAILED
        # Out of memory, nested too deep, a mistake in an extension: none of
        # them may end this process, and the one who asked is told.
        with alarm(_LONGEST), contextlib.suppress(Exception):
            what, given = pickle.loads(request)  # noqa: S301  # made by the one who started us
            answer = FOUND + pickle.dumps(known[what](*given))
        answers.send_bytes(answer)


if __name__ == "__main__":
    sys.exit(main())
