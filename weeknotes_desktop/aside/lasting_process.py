"""A process that is started by the first question and stays; threads take turns with it."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from time import monotonic

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
        self._late_until: float | None = None
        self.closed = False
        """Whether nothing can be asked any more."""

    @property
    def idle(self) -> bool:
        """Whether it is answering nobody just now."""
        return self._process is None or not self._turn.locked()

    def warm_up(self) -> None:
        """Start it, so that the first question need not wait for that.

        Raises:
            EOFError: If nothing can be asked any more.
            OSError: If it cannot be started.
        """
        with self._turn:
            self._started()

    def ask(self, request: bytes, seconds: float) -> bytes:
        """The answer to ``request``; a process that gives none is let go.

        Raises:
            TimeoutError: If it does not come in time.
            EOFError: If the process is gone, or nothing can be asked any more.
            OSError: If it cannot be started.
        """
        with self._turn:
            process = self._free()
            try:
                return process.ask(request, seconds)
            except (OSError, EOFError):
                self._let_go()
                raise

    def ask_soon(self, request: bytes, soon: float, seconds: float) -> bytes | None:
        """The answer, where it comes soon; else None.

        Nobody hears a late answer, but the process may go on with it for
        ``seconds`` in all: its next question waits for that, and a process that
        takes longer is let go.

        Raises:
            EOFError, OSError: As ``ask`` says.
        """
        with self._turn:
            process = self._free()
            try:
                process.begin(request)
                self._late_until = monotonic() + seconds
                answer = process.answer(soon)
            except TimeoutError:
                return None
            except (OSError, EOFError):
                self._let_go()
                raise
            self._late_until = None
            return answer

    def close(self) -> None:
        """End it, also in the middle of an answer."""
        self.closed = True
        if self._process is not None:
            self._process.stop()
        with self._turn:
            self._let_go()

    def _free(self) -> WorkerProcess:
        """The process, once it is done with what nobody waits for any more."""
        process = self._started()
        if self._late_until is not None:
            try:
                process.answer(max(0.0, self._late_until - monotonic()))
                self._late_until = None
            except (OSError, EOFError):
                self._let_go()
                process = self._started()
        return process

    def _started(self) -> WorkerProcess:
        if self.closed:
            raise EOFError
        if self._process is not None and not self._process.alive:
            self._let_go()
        if self._process is None:
            self._process = WorkerProcess(self._command)
        return self._process

    def _let_go(self) -> None:
        self._late_until = None
        if self._process is not None:
            self._process.kill()
            self._process = None
