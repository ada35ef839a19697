"""The ``*`` behind a word and the paragraph that answers it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from weeknotes_desktop.publishing.importers.blocks import Block, Item, Kind
from weeknotes_desktop.publishing.importers.headings import is_short, looks_like_a_heading
from weeknotes_desktop.publishing.importers.line_marks import without_stars
from weeknotes_desktop.publishing.importers.lines import plain

_STARS = re.compile(
    r"(?P<points>(?<=[\w)’”\"'.,;:!?])\*{1,3}(?=$|[\s.,;:!?)\]’”\"–—]))|(?P<opens>(?<![\w*])\*{1,3}(?=[^\s*]))"
)

_BY_SOMEBODY = re.compile(r"\bby [A-Z]")
_HEADING_OVER_PROSE = 4


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Blocks with their footnotes told apart, and which stars point to them.

    Args:
        numbers: The footnote of each pointing star, by how many stars it has
            and how many such stars stand before it in the post.
    """

    blocks: tuple[Block, ...]
    numbers: dict[tuple[int, int], int] = field(default_factory=dict)


def find_footnotes(blocks: Sequence[Block], page_headings: Set[str]) -> Footnotes:
    """Turn paragraphs that answer a star into footnotes; other stars are bullets or text."""
    to_come = Counter(block.number for block in blocks if block.kind is Kind.STAR)
    seen: Counter[int] = Counter()
    open_stars: defaultdict[int, list[int]] = defaultdict(list)
    numbers: dict[tuple[int, int], int] = {}
    found: list[Block] = []
    in_note = 0
    for at, block in enumerate(blocks):
        if block.kind is Kind.STAR:
            stars = block.number
            waiting = open_stars[stars]
            if waiting and _may_answer(block):
                # With fewer notes than stars, the last stars are the answered ones.
                place = waiting.pop(max(0, len(waiting) - to_come[stars]))
                in_note = len(numbers) + 1
                numbers[stars, place] = in_note
                lines = (without_stars(block.lines[0]), *block.lines[1:])
                found.append(Block(Kind.FOOTNOTE, lines, number=in_note))
            else:
                in_note = 0
                found.append(_no_note(block))
            to_come[stars] -= 1
        elif in_note and _continues(blocks, at, page_headings):
            found.append(replace(block, kind=Kind.FOOTNOTE, number=in_note, first=False))
        else:
            in_note = 0
            found.append(block)
            for text in texts(block):
                for star in pointing_stars(text):
                    open_stars[len(star[0])].append(seen[len(star[0])])
                    seen[len(star[0])] += 1
    return Footnotes(tuple(_joined(found)), numbers)


def pointing_stars(text: str) -> Iterator[re.Match[str]]:
    """Stars behind a word; the second of a pair that stresses a word is none."""
    stressed = False
    for star in _STARS.finditer(text):
        if star["opens"]:
            stressed = True
        elif stressed:
            stressed = False
        else:
            yield star


def texts(block: Block) -> Iterator[str]:
    """The texts of a block in which stars may point, in the order they are written."""
    if block.kind is Kind.LIST:
        for item in block.items:
            yield from item.lines
    else:
        yield from block.lines


def _may_answer(block: Block) -> bool:
    words = without_stars(block.lines[0])
    spaced = block.lines[0][block.number :].startswith((" ", "\u00a0"))
    return bool(words) and (spaced or "*" not in words)


def _no_note(block: Block) -> Block:
    spaced = block.lines[0][block.number :].startswith((" ", "\u00a0"))
    return Block(Kind.PARAGRAPH, block.lines) if block.number > 1 or not spaced else block


def _continues(blocks: Sequence[Block], at: int, page_headings: Set[str]) -> bool:
    """Whether a short line goes on with the footnote above, as a list of books does."""
    block = blocks[at]
    text = block.text
    if not block.alone or not is_short(text):
        return False
    if plain(text) in page_headings:
        return False
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    over_prose = below is not None and below.kind is Kind.PARAGRAPH and not is_short(below.text)
    heads = len(text.split()) <= _HEADING_OVER_PROSE and not _BY_SOMEBODY.search(text)
    return not (over_prose and heads and looks_like_a_heading(text))


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Bullets that were told apart as stars are one list again; a star alone is no bullet."""
    items: list[Item] = []
    for at, block in enumerate(blocks):
        if block.kind is Kind.LIST:
            items.extend(block.items)
            continue
        beside = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
        if block.kind is Kind.STAR and any(map(_has_stars, beside)):
            items.append(Item("*", (without_stars(block.lines[0]), *block.lines[1:])))
            continue
        if items:
            yield Block(Kind.LIST, items=tuple(items))
            items = []
        yield replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.STAR else block
    if items:
        yield Block(Kind.LIST, items=tuple(items))


def _has_stars(block: Block) -> bool:
    """Whether its bullets are stars."""
    return block.kind is Kind.STAR or any(item.sign == "*" for item in block.items)
