"""A process that is started by the first question and stays; threads take turns with it."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from weeknotes_desktop.aside.worker_process import WorkerProcess


class LastingProcess:
    """Starts the process again where it has died or was let go.

    Args:
        command: What starts it.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._turn = Lock()
        self._process: WorkerProcess | None = None
        self.closed = False
        """Whether nothing can be asked any more."""

    @property
    def idle(self) -> bool:
        """Whether it is answering nobody just now."""
        return self._process is None or not self._turn.locked()

    def ask(self, request: bytes, seconds: float) -> bytes:
        """The answer to ``request``; a process that gives none is let go.

        Raises:
            TimeoutError: If it does not come in time.
            EOFError: If the process is gone, or nothing can be asked any more.
            OSError: If it cannot be started.
        """
        with self._turn:
            if self.closed:
                raise EOFError
            if self._process is not None and not self._process.alive:
                self._let_go()
            if self._process is None:
                self._process = WorkerProcess(self._command)
            try:
                return self._process.ask(request, seconds)
            except (OSError, EOFError):
                self._let_go()
                raise

    def close(self) -> None:
        """End it, also in the middle of an answer."""
        self.closed = True
        if self._process is not None:
            self._process.stop()
        with self._turn:
            self._let_go()

    def _let_go(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None
