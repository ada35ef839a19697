"""Proofreads in a process of its own, so that no key waits for a dictionary."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Collection, Sequence
from typing import Any

from weeknotes_desktop.aside.lasting_process import LastingProcess
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.errors import ProofreadingError
from weeknotes_desktop.spelling import process

_COMMAND = (sys.executable, "-P", "-m", process.__name__)
_TO_READ = 10.0
_TO_SUGGEST = 2.0
_SOON = 0.15


class ProofreadingWorker:
    """A ``Proofreader`` that never takes longer than its deadline.

    The process is started by the first question. Threads may share a worker;
    they take turns.

    Args:
        to_read: Seconds that one note may take.
        to_suggest: Seconds that one word may take.
        soon: Seconds after which nobody waits for more than what is there.
        command: What starts the process.
    """

    def __init__(
        self,
        to_read: float = _TO_READ,
        to_suggest: float = _TO_SUGGEST,
        soon: float = _SOON,
        command: Sequence[str] = _COMMAND,
    ) -> None:
        self._to_read, self._to_suggest, self._soon = to_read, to_suggest, soon
        self._process = LastingProcess(command)

    def read(self, body: str, language: str, known: Collection[str]) -> tuple[Slip, ...]:
        """All there is to look at in the body of a note."""
        found: tuple[Slip, ...] = self._ask(
            "read", (body, language, frozenset(known)), self._to_read
        )
        return found

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """What may have been meant by ``word``, as far as that is found soon.

        Words one letter away are found at once; what the dictionary makes of
        it takes its place where it comes in time. Where none is near, only the
        dictionary can tell that there is none at all, and is waited for.
        """
        near: tuple[str, ...] = self._ask("near_words", (word, language), self._to_suggest)
        if not near:
            told: tuple[str, ...] = self._ask("suggestions", (word, language), self._to_suggest)
            return told
        request = pickle.dumps(("suggestions", (word, language)))
        found = self._answer(lambda: self._process.ask_soon(request, self._soon, self._to_suggest))
        return near if found is None else found

    def languages(self) -> tuple[str, ...]:
        """Every language there is a dictionary for."""
        found: tuple[str, ...] = self._ask("languages", (), self._to_suggest)
        return found

    def close(self) -> None:
        """End the process, also in the middle of a note; nothing can be asked after it."""
        self._process.close()

    def _ask(self, question: str, arguments: tuple[object, ...], seconds: float) -> Any:
        request = pickle.dumps((question, arguments))
        return self._answer(lambda: self._process.ask(request, seconds))

    def _answer(self, ask: Callable[[], bytes | None]) -> Any:
        """What the process says; None where it says nothing in time, and need not."""
        if self._process.closed:
            raise ProofreadingError("Nothing can be looked up any more: the program is closing.")
        try:
            told = ask()
        except TimeoutError:
            raise ProofreadingError("Looking for slips takes too long.") from None
        except (OSError, EOFError):
            raise ProofreadingError("The note could not be looked through.") from None
        if told is None:
            return None
        answer = pickle.loads(told)  # noqa: S301  # our own process made it
        if answer is None:
            raise ProofreadingError("The note could not be looked through.")
        return answer
