"""Blocks of a post written as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from weeknotes_desktop.publishing.importers.blocks import Block, Item, Kind
from weeknotes_desktop.publishing.importers.escaping import (
    escape,
    escape_heading,
    escape_line,
    escape_pairs,
)
from weeknotes_desktop.publishing.importers.footnotes import Footnotes, pointing_stars
from weeknotes_desktop.publishing.importers.headings import has_leads

_LEAD = re.compile(r"(?P<lead>[^.!?:;–—]{2,80}?)\s+(?P<dash>[–—-])\s+(?=\S)")
_NO_LEAD = re.compile(r"(?:I|We|It|He|She|They|You|There|This|That|But|And|So|Yet)\b")
_LEAD_WORDS = 10
_INDENT = "    "


def write_markdown(notes: Footnotes) -> str:
    """The body of the note."""
    page = _Page(notes.numbers)
    leads = _leads(notes.blocks)
    return "\n\n".join(
        escape_pairs(page.write(block, lead=at in leads)) for at, block in enumerate(notes.blocks)
    )


class _Page:
    """Writes one post from top to bottom, counting the stars that point to footnotes."""

    def __init__(self, numbers: Mapping[tuple[int, int], int]) -> None:
        self._numbers = numbers
        self._seen: Counter[int] = Counter()

    def write(self, block: Block, *, lead: bool) -> str:
        """One block, without the blank line below it."""
        if block.kind is Kind.HEADING:
            return f"## {escape_heading(self._words(block.text))}"
        if block.kind is Kind.CAPTION:
            return f"*{self._words(block.text)}*"
        if block.kind is Kind.LIST:
            return "\n".join(self._item(item) for item in block.items)
        if block.kind is Kind.FOOTNOTE:
            return self._footnote(block)
        if lead:
            return self._with_lead(block.lines)
        return self._lines(block.lines)

    def _words(self, text: str) -> str:
        """Text with its markup escaped and its footnotes pointed to."""
        written = []
        end = 0
        for star in pointing_stars(text):
            stars = len(star[0])
            number = self._numbers.get((stars, self._seen[stars]))
            self._seen[stars] += 1
            if number is not None:
                written += [text[end : star.start()], f"[^{number}]"]
                end = star.end()
        return "".join(
            part if at % 2 else escape(part) for at, part in enumerate([*written, text[end:]])
        )

    def _lines(self, lines: Sequence[str]) -> str:
        return "\n".join(escape_line(self._words(line)) for line in lines)

    def _with_lead(self, lines: Sequence[str]) -> str:
        match = _LEAD.match(lines[0])
        if match is None:
            return self._lines(lines)
        lead = f"**{self._words(match['lead'])}** {match['dash']} "
        first = lead + self._words(lines[0][match.end() :])
        return "\n".join([first, *(escape_line(self._words(line)) for line in lines[1:])])

    def _item(self, item: Item) -> str:
        indent = _INDENT * item.depth
        mark = f"{item.sign}." if item.sign.isdigit() else "-"
        first, *more = (escape_line(self._words(line)) for line in item.lines)
        return "\n".join(
            [f"{indent}{mark} {first}", *(f"{indent}{_INDENT}{line}" for line in more)]
        )

    def _footnote(self, block: Block) -> str:
        lines = [escape_line(escape(line)) for line in block.lines]
        if not block.first:
            return "\n".join(_INDENT + line for line in lines)
        return f"[^{block.number}]: " + f"\n{_INDENT}".join(lines)


def _leads(blocks: Sequence[Block]) -> set[int]:
    """Places of the paragraphs that begin with a name and a dash."""
    found: set[int] = set()
    heading = ""
    section: list[int] = []
    for at, block in enumerate([*blocks, Block(Kind.HEADING)]):
        if block.kind is Kind.HEADING:
            leads = {place for place in section if _has_lead(blocks[place])}
            if has_leads(heading) or (len(section) > 1 and len(leads) == len(section)):
                found |= leads
            heading, section = block.text, []
        elif block.kind is Kind.PARAGRAPH:
            section.append(at)
    return found


def _has_lead(block: Block) -> bool:
    match = _LEAD.match(block.lines[0])
    if match is None or not match["lead"][0].isalnum() or _NO_LEAD.match(match["lead"]):
        return False
    return len(match["lead"].split()) <= _LEAD_WORDS and not match["lead"][0].islower()
