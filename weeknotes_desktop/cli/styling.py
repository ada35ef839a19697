"""Bold and colour, where somebody looks at a terminal that has them and wants them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from shutil import get_terminal_size

from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.searching.excerpts import Marked

_PLAIN, _BOLD, _DIM, _FOUND, _KIND = "\033[0m", "\033[1m", "\033[2m", "\033[1;33m", "\033[36m"
_NARROW, _WIDE = 40, 100
"""In columns: what is narrower or wider reads badly."""


@dataclass(frozen=True, slots=True)
class Styling:
    """How words look on one terminal.

    Args:
        width: In columns.
        colours: Whether words can stand out; else they are printed as they are.
    """

    width: int = _WIDE
    colours: bool = False

    @classmethod
    def of(cls, terminal: Terminal) -> Styling:
        """That of a terminal; what is no terminal gets plain words."""
        if not terminal.is_watched():
            return cls()
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = min(max(get_terminal_size().columns, _NARROW), _WIDE)
        return cls(width, wanted)

    def dim(self, words: str) -> str:
        """Something that is there by the way."""
        return self._in(_DIM, words)

    def kind(self, words: str) -> str:
        """What a thing is."""
        return self._in(_KIND, words)

    def title(self, title: Marked) -> str:
        """What a thing is called."""
        if not self.colours:
            return title.text
        return self._in(_BOLD, title.written(_PLAIN + _FOUND, _PLAIN + _BOLD))

    def found(self, words: Marked) -> str:
        """Words in which something was found."""
        return words.written(_FOUND, _PLAIN) if self.colours else words.text

    def _in(self, style: str, words: str) -> str:
        return f"{style}{words}{_PLAIN}" if self.colours and words else words
