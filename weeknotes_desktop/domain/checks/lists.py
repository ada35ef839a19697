"""Lists that do not count as they say: one that starts again, three themes of which four follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from weeknotes_desktop.domain.checks.prose import MARK, Block, Kind, Prose
from weeknotes_desktop.domain.checks.slip import Slip

RESTARTS = "list that starts again"
ANNOUNCED = "number announced"

_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), start=2)}
_NOUNS = (
    "goals|themes|things|points|questions|priorities|lessons|reasons|ideas|areas|parts|steps|"
    "challenges|highlights|takeaways|objectives|projects|items|principles|observations|thoughts|"
    "examples|topics|problems|risks|actions|tasks|aims|targets|strands|options|books|papers"
)
_NUMBER = rf"\b(?P<number>{'|'.join(_NUMBERS)}|[2-9]|1[0-2])\b"
_ANY_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_ANNOUNCING = re.compile(
    rf"{_NUMBER}[\s{MARK}]+"
    rf"(?:(?!(?:of|and|or)\b)[\w’-]+[\s{MARK}]+){{0,3}}?(?P<noun>{_NOUNS})\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?…]+")
# A single item may be anything: a footnote with a star, an aside.
_A_LIST = 2
# Nobody announces a list that goes on for longer.
_BLOCKS = 200
_NUMBERED = re.compile(r"[ \t>]*(?P<number>\d+)")
_OPENS = re.compile(rf":[\s{MARK}*_]*$")


def restarts(prose: Prose) -> Iterator[Slip]:
    """A numbered list that begins again at 1 though nothing announces a new one."""
    last: dict[tuple[int, int], int] = {}
    before: Block | None = None
    for block in prose.blocks:
        place = (block.quoted, block.indent)
        if block.kind in (Kind.HEADING, Kind.BREAK):
            last.clear()
        elif block.kind is Kind.ITEM and block.number is not None:
            for deeper in [one for one in last if one[1] > block.indent]:
                del last[deeper]
            was = last.get(place)
            if block.number == 1 and was is not None and was >= 2 and not _announces(before):
                yield _restart(prose, block, was)
            last[place] = block.number
        elif block.kind is Kind.ITEM:
            for deeper in [one for one in last if one[1] >= block.indent]:
                del last[deeper]
        before = block


def _announces(before: Block | None) -> bool:
    """Whether the block before opens a list of its own."""
    return before is not None and before.kind is Kind.PARAGRAPH and bool(_OPENS.search(before.text))


def _restart(prose: Prose, block: Block, was: int) -> Slip:
    start = prose.source.rfind("\n", 0, block.start) + 1
    mark = _NUMBERED.match(prose.source, start)
    first, end = mark.span("number") if mark else (block.start, block.start)
    return Slip(
        check=RESTARTS,
        message=f"This list starts again at 1 behind {was}; the next number would be {was + 1}.",
        start=first,
        end=end,
        words=f"{was} 1 {block.text[:40]}",
        instead=str(was + 1),
    )


def announced(prose: Prose) -> Iterator[Slip]:
    """“Three themes” above a list of four."""
    for at, block in enumerate(prose.blocks if prose.english else ()):
        if block.kind is not Kind.PARAGRAPH:
            continue
        said, numbers = _numbers_in(block.text)
        found = _items_after(prose.blocks, at) if said else 0
        if found < _A_LIST or found in numbers:
            continue
        one = said[-1]
        noun = one["noun"].lower()
        yield Slip(
            check=ANNOUNCED,
            message=f"{one['number'].capitalize()} {noun} are announced; "
            f"the list below has {_as_word(found)}.",
            start=block.start + one.start(),
            end=block.start + one.end(),
            words=f"{one[0]} {found}",
        )


def _numbers_in(text: str) -> tuple[list[re.Match[str]], set[int]]:
    """What is announced, and every number of a sentence that announces something."""
    said: list[re.Match[str]] = []
    numbers: set[int] = set()
    for sentence in _SENTENCE.finditer(text):
        here = list(_ANNOUNCING.finditer(text, *sentence.span()))
        if here:
            said += here
            numbers |= {_number(one[0]) for one in _ANY_NUMBER.finditer(text, *sentence.span())}
    return said, numbers


def _items_after(blocks: Sequence[Block], at: int) -> int:
    """How many items the list has that follows right behind a block.

    Where none does, or one that nobody has counted, it is 0.
    """
    count, indent = 0, 0
    following = blocks[at + 1 : at + 1 + _BLOCKS]
    for block in following:
        if block.kind is Kind.ITEM:
            if not count:
                indent = block.indent
            if block.indent < indent:
                break
            count += block.indent <= indent + 1
        elif block.kind is Kind.PARAGRAPH and count and block.indent > indent:
            continue
        else:
            break
    else:
        return 0 if len(following) == _BLOCKS else count
    return count


def _number(said: str) -> int:
    return _NUMBERS.get(said.lower()) or int(said)


def _as_word(number: int) -> str:
    return next((word for word, one in _NUMBERS.items() if one == number), str(number))
