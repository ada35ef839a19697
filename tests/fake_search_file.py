"""A library file of which only the search is kept up."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.domain.errors import DamagedSearchError, LibraryError
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.domain.soundness import Mended


class FakeSearchFile:
    """A library file of whose things so many are still missing after each step.

    Args:
        damaged: How many steps find the index damaged first.
    """

    def __init__(self, *missing: int, damaged: int = 0) -> None:
        self.left = list(missing)
        self.damaged = damaged
        self.untidy = 0
        self.refuses: LibraryError | None = None
        self.steps = 0
        self.begun_anew = 0

    def keep_up_search(self, *, anew: bool = False) -> Upkeep:
        self.steps += 1
        self.begun_anew += anew
        if self.refuses is not None:
            raise self.refuses
        if self.damaged:
            self.damaged -= 1
            raise DamagedSearchError("Noise.")
        if not self.left:
            self.untidy = max(self.untidy - 1, 0)
        missing = self.left.pop(0) if self.left else 0
        return Upkeep(missing, untidy=self.untidy > 0)

    def compact(self) -> None:
        raise AssertionError("Nobody asked for that.")

    def restore(self, back_up: Path) -> None:
        raise AssertionError("Nobody asked for that.")

    def mend(self) -> Mended:
        raise AssertionError("Nobody asked for that.")
