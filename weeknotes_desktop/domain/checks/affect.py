"""Affect for effect, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.prose import MARK, Kind, Prose
from weeknotes_desktop.domain.checks.slip import Slip

NAME = "affect or effect"

_GAP = rf"[\s{MARK}]+"
# Behind one of these a verb may follow, so “affect” may well be one.
_BEFORE_A_VERB = (
    r"(?:to|not|will|would|can|could|may|might|must|shall|should|do|does|did|never|always|also|"
    r"only|really|actually|directly|and|or|but|that|which|who|what|we|you|they|it|i|\w*n[’']t|"
    r"\w*ly|\w*s)\b"
)
_NOUN = re.compile(
    rf"\b(?:an?|the|its|no|any|some|this|one){_GAP}(?:(?!{_BEFORE_A_VERB})[\w’-]+{_GAP}){{0,2}}"
    rf"(?P<word>affects?)\b(?=[.,;:!?)]|{_GAP}(?:on|of|is|was|has|that|upon|in|for|from|and|or)\b|\s*$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    rf"\b(?:an?|the|that|this)[\s{MARK}]+(?:[\w-]+[\s{MARK}]+)?(?P<open>[‘“\"'])[^‘“”\"\n]{{1,80}}?[’”\"']"
    rf"{_GAP}(?P<word>affects?)\b",
    re.IGNORECASE,
)
_FIXED = re.compile(
    rf"\b(?:side|knock-on|ripple|domino|halo|greenhouse|net)[-\s{MARK}]+(?P<word>affects?)\b", re.I
)
_VERB = re.compile(
    r"\b(?:will|would|could|can|may|might|doesn[’']t|don[’']t|didn[’']t|won[’']t|not|to)\s+"
    r"(?P<word>effect)\s+(?=(?:our|my|your|us|me|how|their|his|her|its|people|everyone|everything|"
    r"anyone|them)\b)",
    re.IGNORECASE,
)


def affect(prose: Prose) -> Iterator[Slip]:
    """“A … affect” where a thing is meant, “will effect us” where doing is."""
    for block in prose.written(Kind.PARAGRAPH, Kind.ITEM) if prose.english else ():
        low = block.text.lower()
        places: set[tuple[int, int]] = set()
        if "affect" in low:
            for rule in (_NOUN, _QUOTED, _FIXED):
                places |= {found.span("word") for found in rule.finditer(block.text)}
        if "effect" in low:
            places |= {found.span("word") for found in _VERB.finditer(block.text)}
        for start, end in sorted(places):
            yield _slip(block.text[start:end], block.start + start, block.start + end)


def _slip(word: str, start: int, end: int) -> Slip:
    noun = word[0] in "aA"
    meant = f"{'eE'[word[0].isupper()] if noun else 'aA'[word[0].isupper()]}{word[1:]}"
    why = "what comes of something is an effect" if noun else "what changes something affects it"
    return Slip(
        check=NAME,
        message=f"Here “{meant}” is probably meant: {why}.",
        start=start,
        end=end,
        words=word,
        instead=meant,
    )
