"""A process of our own that answers requests, and may be ended whatever it is doing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import weeknotes_desktop

_TO_START = 30.0


class WorkerProcess:
    """The process, and the two pipes to it.

    Args:
        command: What starts it; ``serving.py`` is the other end.
    """

    def __init__(self, command: Sequence[str]) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self._requests: Connection[Any, Any] = Connection(ours_out, readable=False)
        self._answers: Connection[Any, Any] = Connection(ours_in, writable=False)
        try:
            self._process = subprocess.Popen(  # noqa: S603  # our own module
                command,
                stdin=theirs_in,
                stdout=theirs_out,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": _search_path()},
            )
        except OSError:
            self._hang_up()
            raise
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        self._ready = False

    @property
    def alive(self) -> bool:
        """Whether it is still there."""
        return self._process.poll() is None

    def ask(self, request: bytes, seconds: float) -> bytes:
        """The answer to ``request``.

        Raises:
            TimeoutError: If it does not come in time.
            EOFError: If the process is gone.
        """
        self.begin(request)
        return self.answer(seconds)

    def begin(self, request: bytes) -> None:
        """Put a question whose answer is taken afterwards.

        Raises:
            EOFError: If the process does not begin, or is gone.
        """
        if not self._ready:
            if not self._answers.poll(_TO_START):
                raise EOFError
            self._answers.recv_bytes()
            self._ready = True
        self._requests.send_bytes(request)

    def answer(self, seconds: float) -> bytes:
        """The answer to what was asked.

        Raises:
            TimeoutError: If it does not come in time.
            EOFError: If the process is gone.
        """
        if not self._answers.poll(seconds):
            raise TimeoutError
        return self._answers.recv_bytes()

    def stop(self) -> None:
        """End it while another thread waits for an answer, which is told by an EOFError."""
        self._process.kill()

    def kill(self) -> None:
        """End it whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._hang_up()

    def _hang_up(self) -> None:
        self._requests.close()
        self._answers.close()


def _search_path() -> str:
    """Where the process finds this package, wherever the program was started from."""
    ours = str(Path(weeknotes_desktop.__file__).parents[1])
    return os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")]))
