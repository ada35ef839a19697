"""Looks for patterns in a process of its own, for so long and no longer."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from types import TracebackType

from weeknotes_desktop.aside.lasting_process import LastingProcess
from weeknotes_desktop.domain.errors import FindingError
from weeknotes_desktop.domain.finding import Hit
from weeknotes_desktop.patterns import process

_SECONDS = 1.0
_COMMAND = (sys.executable, "-P", "-m", process.__name__)


class PatternWorker(AbstractContextManager["PatternWorker"]):
    """Keeps the promises of ``Patterns``, for one thread.

    The process is started by the first question, and ends with the context.

    Args:
        seconds: How long one text may take.
        command: What starts the process.
    """

    def __init__(self, seconds: float = _SECONDS, command: Sequence[str] = _COMMAND) -> None:
        self._seconds = seconds
        self._process = LastingProcess(command)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.close()

    def find(self, expression: str, text: str, *, case: bool) -> tuple[Hit, ...]:
        """Every place, from the front, none over another, none empty."""
        request = pickle.dumps((expression, text, case))
        try:
            answer = self._process.ask(request, self._seconds)
        except TimeoutError:
            raise FindingError(
                "This pattern takes too long to look for.", "Make it simpler."
            ) from None
        except (OSError, EOFError):
            raise FindingError("The pattern could not be looked for.", "Try again.") from None
        found = pickle.loads(answer)  # noqa: S301  # our own process made it
        if found is None:
            raise FindingError("This pattern is too large to look for.", "Make it simpler.")
        if isinstance(found, str):
            raise FindingError(f"This pattern cannot be read: {found}.")
        return tuple(Hit(*place) for place in found)
