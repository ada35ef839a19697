"""Looks for patterns at once, as the process of our own does, and without it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from types import TracebackType

from weeknotes_desktop.domain.errors import FindingError
from weeknotes_desktop.domain.finding import Hit
from weeknotes_desktop.patterns.process import places


class PlainPatterns(AbstractContextManager["PlainPatterns"]):
    """Keeps the promises of ``Patterns``, but for the deadline."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        pass

    def find(self, expression: str, text: str, *, case: bool) -> tuple[Hit, ...]:
        found = places(expression, text, case=case)
        if isinstance(found, str):
            raise FindingError(f"This pattern cannot be read: {found}.")
        return tuple(Hit(*place) for place in found)
