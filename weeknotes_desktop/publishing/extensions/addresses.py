"""An address of the web that stands in the text as it is becomes a link, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.util import HTML_PLACEHOLDER_RE as _PUT_ASIDE
from markdown.util import AtomicString

# What Python-Markdown has put aside: a letter behind a backslash belongs to the address.
_ASIDE = r"\x02klzzwxh:\d+\x03"
# What ends a sentence, or words in bold, is no part of an address.
_BEHIND = ".,;:!?'*_~"
_LETTER = (
    rf"(?:{_ASIDE}|(?!&(?:lt|gt|quot|nbsp|\#\d+);)"
    r"[^\s<>()\[\]\"`\\‘’‚‹›“”„«»…\x02\x03\ue000-\uf8ff])"
)
_ADDRESS = rf"(?<![^\W_])(?<!/)https?://(?=\w)(?:{_LETTER}|\({_LETTER}*\))*(?<![{_BEHIND}])"
_ASIDE_AT = re.compile(r"\x02klzzwxh:(\d+)\x03")
_BACKSLASHED = re.compile("\x02\\d+\x03")
_LINK_TAG = re.compile(r"<(?P<closes>/?)a[\s/>]", re.IGNORECASE)


class AddressesExtension(Extension):
    """Makes links of addresses."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look once links, code and tags are known, and before there can be bold words."""
        md.inlinePatterns.register(_Addresses(md), "wn-addresses", 85)


class _Addresses(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(_ADDRESS, md)
        self.compiled_re = re.compile(_ADDRESS, re.IGNORECASE)
        self._nodes: Mapping[str, Element | str] = {}
        # The last of what was put aside before an address, where it stands, and whether it is
        # within a link there.
        self._last, self._behind, self._inside = "", 0, False

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        """The link; none within one that is written as a tag."""
        if self._in_link(data, m.start()):
            return None, None, None
        end = self._end(m)
        address = self.unescape(data[m.start() : end])
        link = Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, m.start(), end

    def _end(self, m: re.Match[str]) -> int:
        """Where the address ends: before a picture, a footnote and whatever else is no letter."""
        for aside in _ASIDE_AT.finditer(m.string, *m.span()):
            if not _BACKSLASHED.fullmatch(self._aside(aside)):
                return m.start() + len(m.string[m.start() : aside.start()].rstrip(_BEHIND))
        return m.end()

    def _in_link(self, data: str, start: int) -> bool:
        """Whether the last tag of a link before that place opens one."""
        nodes = self._put_aside()
        # Each is put aside under a number of its own: so far it is the text of the last time.
        if nodes is not self._nodes or not data.startswith(self._last, self._behind):
            self._nodes, self._last, self._behind, self._inside = nodes, "", 0, False
        for aside in _ASIDE_AT.finditer(data, self._behind, start):
            self._last, self._behind = aside[0], aside.start()
            place = _PUT_ASIDE.fullmatch(self._aside(aside))
            if place:
                html = str(self.md.htmlStash.rawHtmlBlocks[int(place[1])])
                tag = _LINK_TAG.match(html)
                self._inside = self._inside if tag is None else not tag["closes"]
        return self._inside

    def _aside(self, aside: re.Match[str]) -> str:
        """What was put aside there; nothing for what is no text."""
        node = self._put_aside().get(aside[1])
        return node if isinstance(node, str) else ""

    def _put_aside(self) -> Mapping[str, Element | str]:
        inline = self.md.treeprocessors["inline"]
        assert isinstance(inline, InlineTree)  # noqa: S101 -- nobody takes its place
        return inline.stashed_nodes
