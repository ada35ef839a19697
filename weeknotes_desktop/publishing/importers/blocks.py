"""The lines of a post as paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from weeknotes_desktop.publishing.importers.headings import is_known_heading
from weeknotes_desktop.publishing.importers.line_marks import Mark, read_mark, read_star
from weeknotes_desktop.publishing.importers.lines import Line


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    LIST = auto()
    HEADING = auto()
    CAPTION = auto()
    STAR = auto()
    FOOTNOTE = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list.

    Args:
        sign: Its bullet, or its number as typed.
        depth: How many lists it lies in, from 0.
    """

    sign: str
    lines: tuple[str, ...]
    depth: int = 0

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list, or whatever stands alone.

    Args:
        items: Of a list.
        number: Of a footnote; of a star, how many stars.
        first: Whether a footnote begins here rather than goes on.
    """

    kind: Kind
    lines: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    number: int = 0
    first: bool = True

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.lines)

    @property
    def alone(self) -> bool:
        """Whether it is one line that could be more than a paragraph."""
        return self.kind is Kind.PARAGRAPH and len(self.lines) == 1


def read_blocks(lines: Sequence[Line]) -> list[Block]:
    """Paragraphs and lists in their order; lists parted only by blank lines are one."""
    counting = _Counting()
    blocks: list[Block] = []
    items: list[Item] = []
    for group in _groups(lines):
        for block in _blocks_of(group, counting):
            if items and block.kind is not Kind.LIST:
                blocks.append(Block(Kind.LIST, items=tuple(items)))
                items = []
            if block.kind is Kind.LIST:
                items.extend(block.items)
            else:
                blocks.append(block)
    if items:
        blocks.append(Block(Kind.LIST, items=tuple(items)))
    return blocks


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.tidy:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


class _Counting:
    """Tells a list that goes on counting from a sentence that begins with a number."""

    def __init__(self) -> None:
        self._last = 0

    def takes(self, mark: Mark, next_mark: Mark | None) -> bool:
        """Whether ``mark`` opens an item, given the mark of the line after."""
        if not mark.numbered:
            in_a_run = next_mark is not None and next_mark.sign == mark.sign
            return mark.sure or in_a_run
        number = int(mark.sign)
        if not (mark.sure or number in (1, self._last + 1)):
            return False
        self._last = number
        return True


def _blocks_of(group: Sequence[Line], counting: _Counting) -> Iterator[Block]:
    """The blocks of lines that no blank line parts."""
    group = list(group)
    while group and is_known_heading(group[0].tidy):
        yield Block(Kind.HEADING, (group.pop(0).tidy,))
    text: list[str] = []
    stars = 0
    items: list[Item] = []
    indents: list[int] = []
    for place, line in enumerate(group):
        star = None if items else read_star(line.text)
        mark = read_mark(line.text)
        after = read_mark(group[place + 1].text) if place + 1 < len(group) else None
        goes_on = items and mark is not None and mark.sign == items[-1].sign
        if star is not None and (stars or not text):
            if text:
                yield Block(Kind.STAR, tuple(text), number=stars)
            text, stars = [line.tidy], star
        elif mark is not None and not stars and (goes_on or counting.takes(mark, after)):
            if text:
                yield Block(Kind.PARAGRAPH, tuple(text))
                text = []
            items.append(Item(mark.sign, (mark.text,), _depth(indents, line.indent)))
        elif items:
            last = items.pop()
            items.append(Item(last.sign, (*last.lines, line.tidy), last.depth))
        else:
            text.append(line.tidy)
    if text:
        yield Block(Kind.STAR if stars else Kind.PARAGRAPH, tuple(text), number=stars)
    if items:
        yield Block(Kind.LIST, items=tuple(items))


def _depth(indents: list[int], indent: int) -> int:
    """How deep an item lies; ``indents`` remembers the lists it may lie in."""
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1] + 1:
        indents.append(indent)
    return len(indents) - 1
