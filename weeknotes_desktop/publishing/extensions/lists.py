"""Lists as people write them, put the way Python-Markdown reads them.

Python-Markdown wants a blank line before a list, four spaces for each level,
and takes a list of another kind for more text. Here lists are recognised by
the rules of CommonMark and written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneUListProcessor
from markdown.preprocessors import Preprocessor

from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.view import PASSAGE_BEGINS, PASSAGE_ENDS

_LEVEL = 4
# An attribute that nothing lets through to a page.
_SIGN = "wn-sign"
_ITEM = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])(?P<space> +)(?P<text>\S.*)")
_RULE = re.compile(r"([-*_])(?: *\1){2,} *")
_NOTE = re.compile(r"\[\^[^\]]*\]:")
_UNDERLINE = re.compile(r"(?:-+|=+) *")
_ENDS_A_LIST = re.compile(r"#{1,6} |>")
# These are whole on one line. Python-Markdown finds them in what stands around
# them, over and over, and so a page of them takes minutes.
_WHOLE = re.compile(r"#{1,6} |\*\[[^\]\\]*\] ?: *\S")
_MANY = 3
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
# What stands on a line of its own is a block of its own: goals, the edges of a
# tinted passage, and what Python-Markdown has put aside.
_ALONE = re.compile(
    rf"(?:{re.escape(REPORT)}|{re.escape(PLAN)}|[{PASSAGE_BEGINS}{PASSAGE_ENDS}]"
    "|\x02wzxhzdk:\\d+\x03) *"
)


class ListsExtension(Extension):
    """Reads lists as CommonMark does."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Come after fences and raw HTML have been put aside."""
        md.preprocessors.register(_Lists(md), "wn-lists", 15)
        md.parser.blockprocessors.register(_Signed(md.parser), "ulist", 30)


class _Signed(SaneUListProcessor):
    """Begins another list where another sign stands, as CommonMark does."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read the items of a block."""
        sign = blocks[0].lstrip(" ")[0]
        before = self.lastChild(parent)
        between = None
        if before is not None and before.tag == "ul" and before.get(_SIGN) != sign:
            # What stands between is not looked over.
            between = SubElement(parent, "div")
        super().run(parent, blocks)
        if between is not None:
            parent.remove(between)
        made = self.lastChild(parent)
        if made is not None and made.tag == "ul":
            made.set(_SIGN, sign)


class _Lists(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        writer = _Writer()
        written: list[str] = []
        at = 0
        # How deep the quote before was that ended within a list.
        listed = 0
        while at < len(lines):
            depth = _quote_depth(lines[at])
            if not depth or writer.holds(lines[at]):
                written += writer.write(lines[at])
                at += 1
                listed = 0
                continue
            start = at
            while at < len(lines) and _quote_depth(lines[at]) == depth:
                at += 1
            if writer.within_list:
                written.append("")
            elif 0 < listed < depth and _is_at_margin(lines[start], listed):
                written.append("> " * listed)
            inner = _Writer()
            written += _quote(inner, lines[start:at], "> " * depth)
            listed = depth if inner.within_list else 0
            writer.leave()
        return written


def _quote_depth(line: str) -> int:
    quote = _QUOTE.match(line)
    return quote[0].count(">") if quote else 0


def _is_at_margin(line: str, depth: int) -> bool:
    """Whether the next quote within ``depth`` others begins right behind their marks."""
    return re.match(rf"(?: {{0,3}}> ?){{{depth}}}>", line) is not None


def _quote(writer: _Writer, lines: list[str], mark: str) -> Iterator[str]:
    for line in lines:
        for inside in writer.write(_QUOTE.sub("", line, count=1)):
            yield f"{mark}{inside}"


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open.

    Args:
        reach: What is indented that far belongs into its last item.
        content: Where the text of that item begins.
        kind: The sign of its items; empty for a footnote.
    """

    reach: int
    content: int
    kind: str


class _Writer:
    """Writes one line after the other anew, and knows the lists that are open."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        # What the line before was: nothing, or words that a list may interrupt.
        self._gap = True
        self._plain = False
        # How many lines the block has that is being written.
        self._lines = 0
        # What the lines since the last gap began with: how deep in lists, and
        # whether with more text of an item.
        self._depth = 0
        self._more = False
        # The number that the list before would go on with.
        self._next = ""

    @property
    def within_list(self) -> bool:
        """Whether words that come now would belong to an item."""
        return bool(self._levels) and not self._gap

    def holds(self, line: str) -> bool:
        """Whether ``line`` belongs into an item of an open list."""
        indent = len(line) - len(line.lstrip(" "))
        return bool(self._levels) and indent >= self._levels[0].reach

    def leave(self) -> None:
        """Go on behind something that was written elsewhere."""
        self._levels.clear()
        self._gap, self._plain, self._lines = False, True, _MANY

    def write(self, line: str) -> Iterator[str]:
        """The lines to put in place of ``line``."""
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        item = None if _RULE.fullmatch(text) else _ITEM.fullmatch(text)
        if not text:
            self._gap = True
            yield ""
        elif item is not None and self._begins(item, indent):
            yield from self._item(item, indent)
        elif _ALONE.fullmatch(text):
            yield from self._alone(text, indent)
        elif _NOTE.match(text) and indent < _LEVEL:
            self._levels = [_Level(_LEVEL, _LEVEL, "")]
            self._gap, self._plain, self._more = False, True, False
            yield text
        else:
            yield from self._text(line, text, indent)

    def _begins(self, item: re.Match[str], indent: int) -> bool:
        """Whether what looks like an item is one, where it stands."""
        if self._levels:
            return True
        if indent >= _LEVEL:
            return False
        # In the middle of a paragraph “1986. What a year” is no list.
        return (
            self._gap
            or not self._plain
            or item["mark"] in ("-", "*", "+", "1.", "1)")
            or item["mark"][:-1] == self._next
        )

    def _item(self, item: re.Match[str], indent: int) -> Iterator[str]:
        left = self._out_to(indent)
        mark = item["mark"].replace(")", ".")
        kind = "1" if mark[-1] == "." else mark
        inside_note = bool(self._levels) and not self._levels[-1].kind
        anew = left.kind != kind if left else not self._levels or inside_note
        depth = len(self._levels)
        apart = not self._gap and (anew or self._more or depth < self._depth)
        if apart:
            yield ""
        if apart or self._gap:
            self._depth = depth
        if not depth:
            self._next = str(int(mark[:-1]) + 1) if kind == "1" else ""
        yield f"{self._margin()}{mark} {item['text']}"
        content = indent + len(item["mark"]) + len(item["space"])
        self._levels.append(_Level(indent + 2, content, kind))
        self._gap = self._plain = self._more = False
        self._lines = _MANY

    def _text(self, line: str, text: str, indent: int) -> Iterator[str]:
        block = bool(_ENDS_A_LIST.match(text) or _RULE.fullmatch(text))
        if self._gap or block:
            left = self._out_to(indent)
            if left and not self._gap:
                yield ""
        if not self._levels:
            yield line
            if self._is_whole(text):
                yield ""
        elif self._gap or _UNDERLINE.fullmatch(text):
            deeper = indent - self._levels[-1].content
            code = " " * deeper if self._gap and deeper >= _LEVEL else ""
            yield f"{self._margin()}{code}{text}"
        else:
            yield text
        if self._gap:
            self._depth = len(self._levels)
            self._more = bool(self._levels)
        self._gap, self._plain = False, not block

    def _is_whole(self, text: str) -> bool:
        """Whether what comes next is another block, with or without a gap."""
        self._lines = 1 if self._gap else self._lines + 1
        if _UNDERLINE.fullmatch(text):
            whole = self._lines == 2  # a heading and the line under it
        else:
            whole = bool(_WHOLE.match(text) or _RULE.fullmatch(text))
        if whole:
            self._lines = 0
        elif text.startswith(">"):
            self._lines = _MANY
        return whole

    def _alone(self, text: str, indent: int) -> Iterator[str]:
        self._out_to(indent)
        yield ""
        yield f"{self._margin() if self._levels else ' ' * indent}{text}"
        yield ""
        self._gap = True

    def _out_to(self, indent: int) -> _Level | None:
        """Close the items that a line indented so far stands outside of; the last of them."""
        left = None
        while self._levels and indent < self._levels[-1].reach:
            left = self._levels.pop()
        return left

    def _margin(self) -> str:
        return " " * (_LEVEL * len(self._levels))
