"""Footnotes whose ids are told apart by post and name nothing the writer typed."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import (
    FN_BACKLINK_TEXT,
    FootnoteExtension,
    FootnoteInlineProcessor,
    FootnoteReorderingProcessor,
)
from markdown.treeprocessors import Treeprocessor

# Up to the next bracket: a page that opens brackets for ever is read but once.
_REFERENCE = r"\[\^([^\[\]]*)\]"
_ANCHOR = re.compile(r"#?(fn(?:ref\d*)?)-(.*)", re.DOTALL)


class NotesExtension(FootnoteExtension):
    """Footnotes in the order in which the text comes to them."""

    def __init__(self, back_to_text: str) -> None:
        super().__init__(
            SEPARATOR="-",
            USE_DEFINITION_ORDER=False,
            # The second character keeps the arrow from becoming a coloured picture.
            BACKLINK_TEXT="&#8617;&#65038;",
            BACKLINK_TITLE=back_to_text,
        )
        self.post = "wn"
        """What the ids of this post begin with."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Give the ids their last form when nothing looks at them any more."""
        super().extendMarkdown(md)
        md.inlinePatterns.register(FootnoteInlineProcessor(_REFERENCE, self), "footnote", 175)
        md.treeprocessors.register(_InOrder(self), "footnote-reorder", 19)
        md.treeprocessors.register(_OwnIds(md, self), "wn-notes", 14)

    def reset(self) -> None:
        """Know no footnote any more."""
        super().reset()
        self.footnote_order = _Order()

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        """Keep the first of two footnotes with one name, as GitHub does."""
        if not self.footnotes.get(id):
            super().setFootnote(id, text)

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The id of a place that refers to a footnote: ``fnref-a``, ``fnref2-a`` and so on."""
        if not found:
            return reference
        number = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        return reference if number == 1 else reference.replace("-", f"{number}-", 1)


class _Order(list[str]):
    """Names in their order, found at once however many there are."""

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, int] = {}

    def append(self, name: str) -> None:
        self._places[name] = len(self)
        super().append(name)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def index(self, name: str, *_: object) -> int:
        return self._places[name]


class _InOrder(FootnoteReorderingProcessor):
    """Sorts footnotes, also those of which nothing is shown."""

    def reorder_footnotes(self, parent: Element) -> None:
        """Give an empty footnote its way back first; Python-Markdown relies on finding one."""
        for note in parent.iterfind("ol/li"):
            if note.find(".//a[@class='footnote-backref']") is None:
                back = SubElement(SubElement(note, "p"), "a", {"class": "footnote-backref"})
                back.set("href", f"#fnref{note.get('id', '').removeprefix('fn')}")
                back.text = FN_BACKLINK_TEXT
        super().reorder_footnotes(parent)


class _OwnIds(Treeprocessor):
    def __init__(self, md: Markdown, notes: NotesExtension) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: Element) -> None:
        place = root.find(".//div[@class='footnote']/ol")
        items = [] if place is None else [item.get("id", "") for item in place]
        numbers = {name.partition("-")[2]: number for number, name in enumerate(items, 1)}
        for element in root.iter():
            for attribute in ("id", "href"):
                anchor = _ANCHOR.fullmatch(element.get(attribute, ""))
                if anchor and anchor[2] in numbers:
                    sign = "#" if attribute == "href" else ""
                    own = f"{sign}{self._notes.post}-{anchor[1]}-{numbers[anchor[2]]}"
                    element.set(attribute, own)
