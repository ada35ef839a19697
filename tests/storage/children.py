"""Other processes that open the same library, for tests of locks and of sudden ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

# Every child stops here until it is told to go on, or is killed.
_READY = "ready"


@contextmanager
def child(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another Python that has run ``script`` up to ``ready()`` and waits there.

    ``go_on`` lets it end by itself; leaving the context kills it.
    """
    prelude = f"import sys\ndef ready():\n    print('{_READY}', flush=True)\n    sys.stdin.read()\n"
    process = subprocess.Popen(
        [sys.executable, "-c", prelude + dedent(script), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == _READY
        yield process
    finally:
        kill(process)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def kill(process: subprocess.Popen[str]) -> None:
    """End it as a power cut would, with no chance to tidy up."""
    process.kill()
    process.wait()


def go_on(process: subprocess.Popen[str]) -> int:
    """Let it run to its end; returns how it ended."""
    assert process.stdin is not None
    process.stdin.close()
    return process.wait()


def killed_itself(script: str, *arguments: object) -> bool:
    """Whether a Python that runs ``script`` ended by its own SIGKILL."""
    done = subprocess.run(
        [sys.executable, "-c", dedent(script), *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    return done.returncode == -signal.SIGKILL
