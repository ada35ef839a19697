"""Lines of a saved page: the writer's words, without typing debris."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A no-break space beside another space, or at a line's end, was never meant.
_DEBRIS = re.compile(r"[ \t\u00a0]{2,}|\t")
_SENTENCE_ENDS = re.compile(r"[.!?…]['\"’”)\]]*$")
_SENTENCE_GAP = re.compile(r"(?<=[.!?])(?:['\"’”)\]]{0,3})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page.

    Args:
        number: Where it stands in the file, from 1.
        text: As saved, indent and debris included.
    """

    number: int
    text: str

    @property
    def tidy(self) -> str:
        """The words of the line."""
        return tidy(self.text)

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it to read."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How far it stands from the edge, in columns."""
        text = self.text.expandtabs(4)
        return len(text) - len(text.lstrip())


def tidy(text: str) -> str:
    """``text`` without doubled spaces and spaces at its ends.

    A single no-break space between two words was typed on purpose and stays.
    """
    return _DEBRIS.sub(" ", text.strip()).strip()


def plain(text: str) -> str:
    """``text`` for comparing: lower case, straight apostrophes, plain spaces."""
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").split())


def ends_like_a_sentence(text: str) -> bool:
    """Whether it ends with a full stop or its kin."""
    return _SENTENCE_ENDS.search(text) is not None


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [part for part in _SENTENCE_GAP.split(text) if part]


def shorten(text: str, most: int = 60) -> str:
    """``text`` cut at a word, for quoting it in a sentence."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0].rstrip(",;:–—- ") + "…"
