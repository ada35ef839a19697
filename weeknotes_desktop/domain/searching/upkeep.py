"""How far the index of the search has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is still to be done.

    Args:
        missing: How many notes, goals, jots and tasks are not found yet.
        untidy: Whether words still stand in the index that no text has any more.
    """

    missing: int
    untidy: bool

    @property
    def done(self) -> bool:
        """Whether nothing is."""
        return not (self.missing or self.untidy)
