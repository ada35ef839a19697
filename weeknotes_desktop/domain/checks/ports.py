"""What checking a note needs from the outside world, said as protocols."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from weeknotes_desktop.domain.checks.slip import Slip


class Proofreader(Protocol):
    """Finds slips and words that no dictionary knows; used away from the window's thread."""

    def read(self, body: str, language: str, known: Collection[str]) -> tuple[Slip, ...]:
        """All there is to look at in the body of a note, from its beginning to its end.

        Args:
            known: The writer's own words, people and tags.

        Raises:
            ProofreadingError: If it took too long or could not be read.
        """

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """What may have been meant by ``word``, the likeliest first, as far as it is found soon.

        Raises:
            ProofreadingError: If it took too long.
        """

    def languages(self) -> tuple[str, ...]:
        """Every language there is a dictionary for, as ``en-GB``."""


class OwnWords(Protocol):
    """The writer's own dictionary; each method may raise SettingsError."""

    def all(self) -> tuple[str, ...]:
        """Its words, in alphabetical order."""

    def add(self, word: str) -> None:
        """Know ``word`` from now on."""

    def forget(self, word: str) -> None:
        """Know it no longer."""
