"""Reads what was pasted in a process of its own, which may take too long or die without harm."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from threading import Lock

from weeknotes_desktop.aside.worker_process import WorkerProcess
from weeknotes_desktop.domain.brought import Brought, Pasted
from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.publishing.pasting import process

_COMMAND = (sys.executable, "-P", "-m", process.__name__)


class PasteWorker:
    """A ``PasteReader`` that never takes longer than its deadline.

    The process is started by the first paste and stays, so that the second
    need not wait for it. Threads may share a worker; they take turns.

    Args:
        seconds: How long one paste may take.
        command: What starts the process.
    """

    def __init__(self, seconds: float = process.LONGEST, command: Sequence[str] = _COMMAND) -> None:
        self._seconds = seconds
        self._command = command
        self._turn = Lock()
        self._process: WorkerProcess | None = None
        self._closed = False

    @property
    def idle(self) -> bool:
        """Whether nothing is being read just now."""
        return self._process is None or not self._turn.locked()

    def read(self, brought: Brought) -> Pasted:
        """What goes into the note.

        Raises:
            PasteError: If nothing of it can.
        """
        return self._ask(brought, only_words=False)

    def words(self, brought: Brought) -> Pasted:
        """The same, without any form."""
        return self._ask(brought, only_words=True)

    def close(self) -> None:
        """End the process, also in the middle of a paste; nothing can be read after it."""
        self._closed = True
        if self._process is not None:
            self._process.stop()
        with self._turn:
            self._let_go()

    def _ask(self, brought: Brought, *, only_words: bool) -> Pasted:
        with self._turn:
            try:
                answer = pickle.loads(  # noqa: S301  # our own process made it
                    self._started().ask(pickle.dumps((only_words, brought)), self._seconds)
                )
            except TimeoutError:
                self._let_go()
                raise PasteError(
                    "What was pasted takes too long to be read.",
                    "Paste a part of it, or its words alone with Ctrl+Shift+V.",
                ) from None
            except (OSError, EOFError):
                self._let_go()
                raise _failure() from None
        if isinstance(answer, Pasted):
            return answer
        raise _failure() if answer is None else PasteError(*answer)

    def _started(self) -> WorkerProcess:
        if self._closed:
            raise PasteError("Nothing can be pasted any more: the program is closing.")
        if self._process is not None and not self._process.alive:
            self._let_go()
        if self._process is None:
            self._process = WorkerProcess(self._command)
        return self._process

    def _let_go(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None


def _failure() -> PasteError:
    return PasteError(
        "What was pasted could not be read.", "Paste its words alone with Ctrl+Shift+V."
    )
