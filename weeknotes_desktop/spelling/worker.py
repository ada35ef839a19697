"""Proofreads in a process of its own, so that no key waits for a dictionary."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Collection, Sequence
from typing import Any

from weeknotes_desktop.aside.lasting_process import LastingProcess
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.errors import ProofreadingError
from weeknotes_desktop.spelling import process

_COMMAND = (sys.executable, "-P", "-m", process.__name__)
_TO_READ = 10.0
_TO_SUGGEST = 2.0


class ProofreadingWorker:
    """A ``Proofreader`` that never takes longer than its deadline.

    The process is started by the first question. Threads may share a worker;
    they take turns.

    Args:
        to_read: Seconds that one note may take.
        to_suggest: Seconds that one word may take.
        command: What starts the process.
    """

    def __init__(
        self,
        to_read: float = _TO_READ,
        to_suggest: float = _TO_SUGGEST,
        command: Sequence[str] = _COMMAND,
    ) -> None:
        self._to_read, self._to_suggest = to_read, to_suggest
        self._process = LastingProcess(command)

    def read(self, body: str, language: str, known: Collection[str]) -> tuple[Slip, ...]:
        """All there is to look at in the body of a note."""
        found: tuple[Slip, ...] = self._ask(
            "read", (body, language, frozenset(known)), self._to_read
        )
        return found

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """What may have been meant by ``word``."""
        found: tuple[str, ...] = self._ask("suggestions", (word, language), self._to_suggest)
        return found

    def languages(self) -> tuple[str, ...]:
        """Every language there is a dictionary for."""
        found: tuple[str, ...] = self._ask("languages", (), self._to_suggest)
        return found

    def close(self) -> None:
        """End the process, also in the middle of a note; nothing can be asked after it."""
        self._process.close()

    def _ask(self, question: str, arguments: tuple[object, ...], seconds: float) -> Any:
        if self._process.closed:
            raise ProofreadingError("Nothing can be looked up any more: the program is closing.")
        try:
            told = self._process.ask(pickle.dumps((question, arguments)), seconds)
        except TimeoutError:
            raise ProofreadingError("Looking for slips takes too long.") from None
        except (OSError, EOFError):
            raise ProofreadingError("The note could not be looked through.") from None
        answer = pickle.loads(told)  # noqa: S301  # our own process made it
        if answer is None:
            raise ProofreadingError("The note could not be looked through.")
        return answer
