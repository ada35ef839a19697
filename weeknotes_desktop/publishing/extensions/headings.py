"""Headings: ``#word`` is none, and the page's title stays the only one of level one."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_LEVELS = {f"h{level}": level for level in range(1, 7)}


class HeadingsExtension(Extension):
    """Reads headings as CommonMark does and begins them at level two."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take the place of Python-Markdown's own ``#`` headings."""
        md.parser.blockprocessors.register(_HashHeadings(md.parser), "hashheader", 70)
        md.treeprocessors.register(_BelowTheTitle(md), "wn-headings", 11)


class _HashHeadings(HashHeaderProcessor):
    """A heading needs a space behind its signs; signs that close it need one before."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})[ ]+"
        r"(?P<header>(?:[^\n#]|(?<![ ])#|#(?!#*[ ]*(?:\n|$)))*)#*[ ]*(?:\n|$)"
    )


class _BelowTheTitle(Treeprocessor):
    """Moves all headings one level down where any of them would stand beside the title."""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _LEVELS]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = f"h{min(6, _LEVELS[heading.tag] + 1)}"
