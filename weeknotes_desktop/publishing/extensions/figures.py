"""A picture alone in its paragraph, with a title, becomes a figure with a caption."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# In a title a quotation mark needs a backslash; nothing more is meant by it.
_MARK = re.compile("\x02(34|39)\x03")


class FiguresExtension(Extension):
    """Makes figures."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look at paragraphs once their pictures are known."""
        md.treeprocessors.register(_Figures(md), "wn-figures", 12)


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            picture = _alone(paragraph)
            if picture is not None and picture.get("title"):
                caption = SubElement(paragraph, "figcaption")
                caption.text = _MARK.sub(_unescaped, picture.attrib.pop("title"))
                paragraph.tag = "figure"
                paragraph.text = picture.tail = None


def _unescaped(mark: re.Match[str]) -> str:
    return chr(int(mark[1]))


def _alone(paragraph: Element) -> Element | None:
    """The picture that is all there is in the paragraph."""
    if len(paragraph) != 1 or paragraph[0].tag != "img":
        return None
    words = f"{paragraph.text or ''}{paragraph[0].tail or ''}"
    return None if words.strip() else paragraph[0]
