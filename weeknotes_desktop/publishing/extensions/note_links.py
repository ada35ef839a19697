"""``[[name]]`` and ``[[name|words]]``: links to other notes that the reader may follow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTree

from weeknotes_desktop.domain.links import link_pattern
from weeknotes_desktop.domain.view import NoteView

# In a table the stroke between name and words is escaped, and put aside.
_STROKE = r"(?:\||\x02klzzwxh:(?P<aside>\d+)\x03)"
_ESCAPED = f"\x02{ord('|')}\x03"


class NoteLinksExtension(Extension):
    """Shows the links of the view that is being rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: Mapping[str, str] = {}

    def show(self, view: NoteView) -> None:
        """Take the links of ``view`` for the next rendering."""
        self.addresses = {link.name: link.address for link in view.links}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look once code and what is escaped is known, and before other links are looked for."""
        md.inlinePatterns.register(_NoteLinks(self, md), "wn-note-links", 174)


class _NoteLinks(InlineProcessor):
    def __init__(self, links: NoteLinksExtension, md: Markdown) -> None:
        super().__init__(link_pattern(_STROKE), md)
        self._links = links

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        """The link; its words alone where it leads nowhere."""
        if m["aside"] and self._aside(m["aside"]) != _ESCAPED:
            return None, None, None
        name = m["name"].strip()
        address = self._links.addresses.get(name)
        # Whether there is no such note or one that the reader may not see: it looks the same.
        shown = Element("span") if address is None else Element("a", {"href": address})
        shown.text = m["words"] or name
        return shown, m.start(), m.end()

    def _aside(self, number: str) -> object:
        inline = self.md.treeprocessors["inline"]
        return inline.stashed_nodes.get(number) if isinstance(inline, InlineTree) else None
