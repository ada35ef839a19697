"""Lines of a saved page: the writer's words, without typing debris."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A no-break space beside another space, or at a line's end, was never meant.
_DEBRIS = re.compile(r"[ \t\u00a0]{2,}|\t")
_SENTENCE_ENDS = re.compile(r"[.!?…]['\"’”)\]]*$")
# “Dr. Smith”, “e.g. this”, “J. Smith”, “No. 7”, “etc. and so on”: no sentence ends there.
_NO_END = re.compile(
    r"(?:^|[\s(“‘\"'])(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Hon|Capt|Sgt|Lt|Col|Gen|Cllr|Sr|Jr|St|vs|approx"
    r"|cf|e\.g|i\.e|eg|ie)\.|(?P<initial>[A-HJ-Z])\.|(?P<number>[Nn]os?|[Pp]p?|[Ff]ig)\."
    r"|(?P<etc>etc|et al|a\.m|p\.m)\.)$"
)
_NEW_SENTENCE = re.compile(
    r"(?:To|And|But|So|Then|I|We|You|He|She|It|They|There|The|This|That|My|Our|An?|In|On|Next)\b"
)
_SENTENCE_GAP = re.compile(r"(?<=[.!?])(?:['\"’”)\]]{0,3})\s+(?=\S)")

_LONGEST_SHORT = 12


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
    found: list[str] = []
    begin = 0
    for gap in _SENTENCE_GAP.finditer(text):
        if _goes_on(
            text[max(begin, gap.start() - _LONGEST_SHORT) : gap.start()],
            text[gap.end() : gap.end() + 8],
        ):
            continue
        found.append(text[begin : gap.start()])
        begin = gap.end()
    return [part for part in (*found, text[begin:]) if part]


def _goes_on(before: str, after: str) -> bool:
    """Whether the stop behind ``before`` only shortens its last word."""
    short = _NO_END.search(before)
    if short is None:
        return False
    if short["initial"]:
        return after[:1].isupper() and _NEW_SENTENCE.match(after) is None
    if short["number"]:
        return after[:1].isdigit()
    return not short["etc"] or after[:1].islower()


def shorten(text: str, most: int = 60) -> str:
    """``text`` cut at a word, for quoting it in a sentence."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0].rstrip(",;:–—- ") + "…"
