"""Reads what was pasted in a process of its own, which may take too long or die without harm."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence

from weeknotes_desktop.aside.lasting_process import LastingProcess
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
        self._process = LastingProcess(command)

    @property
    def idle(self) -> bool:
        """Whether nothing is being read just now."""
        return self._process.idle

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
        self._process.close()

    def _ask(self, brought: Brought, *, only_words: bool) -> Pasted:
        if self._process.closed:
            raise PasteError("Nothing can be pasted any more: the program is closing.")
        try:
            told = self._process.ask(pickle.dumps((only_words, brought)), self._seconds)
        except TimeoutError:
            raise PasteError(
                "What was pasted takes too long to be read.",
                "Paste a part of it, or its words alone with Ctrl+Shift+V.",
            ) from None
        except (OSError, EOFError):
            raise _failure() from None
        answer = pickle.loads(told)  # noqa: S301  # our own process made it
        if isinstance(answer, Pasted):
            return answer
        raise _failure() if answer is None else PasteError(*answer)


def _failure() -> PasteError:
    return PasteError(
        "What was pasted could not be read.", "Paste its words alone with Ctrl+Shift+V."
    )
