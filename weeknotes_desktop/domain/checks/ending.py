"""The last sentence of a note, where it breaks off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from weeknotes_desktop.domain.checks.kept_back import kept_back, lies_in, masked
from weeknotes_desktop.domain.checks.prose import MARK, Block, Kind, Prose
from weeknotes_desktop.domain.checks.slip import Slip

NAME = "unfinished last sentence"

# Behind these a sentence goes on, whether it stands in a list or not.
_GOES_ON = re.compile(
    r"\b(?:and|or|but|because|although|whereas|than|which|the|an?|our|my|your|their)$",
    re.IGNORECASE,
)
# These may be the last word, and seldom are.
_SELDOM_LAST = re.compile(
    r"\b(?:is|was|are|were|am|to|of|in|on|at|by|for|from|with|into|about|as|if|when)$",
    re.IGNORECASE,
)
_OPEN = frozenset("–—-(/&[“‘„«")
_ENDED = re.compile(rf"[.!?…:;][)\]”’\"'»{MARK}]*(?=\s)")
_SPACE = f" \t\n\u00a0\u202f{MARK}"
_MESSAGE = "The note ends in the middle of a sentence; is the rest of it missing?"
# A name under a note, a greeting and a caption are shorter.
_FEWEST = 4
_LONG = 8
# Other scripts end sentences in ways of their own, or not at all.
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_FOOTNOTE = re.compile(r"[ \t>]*\[\^[^\[\]\s]*\]:")
_DEFINITION = re.compile(r"[ \t>]*\*?\[[^\]\n]*\]:")
_WITHIN = ("  ", "\t")


def ending(prose: Prose) -> Iterator[Slip]:
    """The last word that others read, where no sentence ends with it."""
    paragraphs = _last_first(prose)
    last = next(paragraphs, None)
    if last is None or last.quoted or last.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return
    words = last.text.rstrip(_SPACE)
    fragment = words[_end_of_last_sentence(words) :]
    if not (_breaks_off(fragment, prose) or _has_no_end(last, fragment, paragraphs, prose)):
        return
    start = max(words.rfind(sign) for sign in _SPACE) + 1
    yield Slip(
        check=NAME,
        message=_MESSAGE,
        start=last.start + start,
        end=last.start + len(words),
        words=words[-40:],
    )


def _last_first(prose: Prose) -> Iterator[Block]:
    """The blocks that others read, the last one first; footnotes are left out.

    It ends where something else than words is shown.
    """
    private = kept_back(prose.source)
    notes = _in_footnotes(prose)
    for at in range(len(prose.blocks) - 1, -1, -1):
        block = prose.blocks[at]
        if at in notes:
            continue
        if block.kind is Kind.BREAK:
            shown = not lies_in(private, block.start)
            if shown and not _DEFINITION.match(prose.source, block.start):
                return
            continue
        seen = masked(private, block.text, block.start)
        if seen.strip(_SPACE):
            yield replace(block, text=seen)


def _in_footnotes(prose: Prose) -> set[int]:
    """Which blocks are footnotes, or go on with one."""
    found: set[int] = set()
    if "[^" not in prose.source:
        return found
    inside = False
    for at, block in enumerate(prose.blocks):
        line = prose.source.rfind("\n", 0, block.start) + 1
        begins = _FOOTNOTE.match(prose.source, line, block.start) is not None
        inside = begins or (inside and prose.source.startswith(_WITHIN, line))
        if inside:
            found.add(at)
    return found


def _end_of_last_sentence(words: str) -> int:
    end = 0
    for found in _ENDED.finditer(words):
        end = found.end()
    return end


def _breaks_off(fragment: str, prose: Prose) -> bool:
    """Whether what it ends with cannot be the end of anything."""
    if len(fragment.split()) < _FEWEST:
        return False
    return fragment[-1] in _OPEN or (prose.english and _GOES_ON.search(fragment) is not None)


def _has_no_end(last: Block, fragment: str, before: Iterator[Block], prose: Prose) -> bool:
    """Whether a full stop is missing that the writer puts elsewhere."""
    if last.kind is not Kind.PARAGRAPH or not _is_letter(fragment[-1:]):
        return False
    if last.text[0] == last.text[-1] == MARK:
        # All of it in italics or bold: a caption, a credit.
        return False
    words = fragment.lstrip(_SPACE)
    # Behind another sentence it is one too; on a line of its own it may be a name.
    goes_on = fragment[:1].isspace() and "\n" not in fragment[: len(fragment) - len(words)]
    goes_on = goes_on or (prose.english and _SELDOM_LAST.search(fragment) is not None)
    if len(words.split()) < (_FEWEST if goes_on else _LONG):
        return False
    earlier = next((one for one in before if _is_long(one)), None)
    return earlier is None or not _is_letter(earlier.text.rstrip(_SPACE)[-1:])


def _is_long(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and len(block.text.split()) >= _FEWEST


def _is_letter(sign: str) -> bool:
    return sign.isdigit() or (sign.isalpha() and unicodedata.name(sign, "").startswith(_SCRIPTS))
