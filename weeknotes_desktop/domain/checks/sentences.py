"""Sentences that do not end as they began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.prose import MARK, Block, Kind, Prose
from weeknotes_desktop.domain.checks.slip import Slip

QUESTION = "question without a question mark"
COMMA_END = "paragraph that ends with a comma"

_SUBJECT = (
    "(?:we|i|you|they|he|she|it|our|my|your|their|the|this|that|these|those|there|any|some|"
    "people|everyone|anyone|someone)"
)
_DOING = r"(?:do|does|did|can|could|should|would|will|is|are|was|were|might|have|has)(?:n[’']t)?"
_ASKING = re.compile(
    rf"(?:(?:and|but|so|or)\s+)?(?:(?:how|why|where|when|who|what)(?:\s+(?:much|many|often|far|long|else))?\s+{_DOING}\s+{_SUBJECT}"
    rf"|(?:do|does|did|are|is|can|could|will|would)(?:n[’']t)?\s+(?:we|they|you|it|there)\s+(?!be\b))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"[^.!?…\n]+(?:\n[^.!?…\n]+)*(?P<end>[.!?…]*)[)”’\"'{MARK}]*")
_INDIRECT = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
_SHORT = 4


def question(prose: Prose) -> Iterator[Slip]:
    """A sentence that asks and ends with a full stop."""
    for block in prose.written(Kind.PARAGRAPH, Kind.ITEM) if prose.english else ():
        for sentence in _SENTENCE.finditer(block.text):
            begin = (
                sentence.start()
                + len(sentence[0])
                - len(sentence[0].lstrip(f" \t\n\u00a0(“‘\"'{MARK}"))
            )
            if sentence["end"] != "." or not _asks(block.text, begin, sentence.end()):
                continue
            at = sentence.start("end")
            if block.text[at - 1 : at].isdigit() or block.text[at + 1 : at + 2].isalnum():
                continue
            yield Slip(
                check=QUESTION,
                message="This sentence asks something and ends with a full stop.",
                start=block.start + begin,
                end=block.start + sentence.end("end"),
                words=block.text[begin:at],
            )


def _asks(text: str, begin: int, end: int) -> bool:
    asking = _ASKING.match(text, begin, end)
    if asking is None or not text[begin].isupper():
        return False
    # “How do we decide is the question.” tells, though it begins so; “Aren’t we all.” asks nothing.
    told = _INDIRECT.search(text, asking.end(), end)
    return told is None and len(text[begin:end].split()) >= _SHORT


def comma_end(prose: Prose) -> Iterator[Slip]:
    """A paragraph whose last sign is a comma; a greeting may end so."""
    for block, after in _with_next(prose):
        words = block.text.rstrip(f" \t\n\u00a0\u202f{MARK}")
        if not words.endswith(",") or len(words.split()) <= _SHORT:
            continue
        if (
            after is not None
            and after.kind is not Kind.PARAGRAPH
            and after.kind is not Kind.HEADING
        ):
            continue
        at = block.start + len(words) - 1
        yield Slip(
            check=COMMA_END,
            message="This paragraph ends with a comma; is the rest of the sentence missing?",
            start=at,
            end=at + 1,
            words=words[-40:],
        )


def _with_next(prose: Prose) -> Iterator[tuple[Block, Block | None]]:
    blocks = prose.blocks
    for at, block in enumerate(blocks):
        if block.kind is Kind.PARAGRAPH:
            yield block, blocks[at + 1] if at + 1 < len(blocks) else None
