"""Tints what only the writer sees, in the view that only the writer gets."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from weeknotes_desktop.domain.view import PASSAGE_BEGINS, PASSAGE_ENDS, WORDS_BEGIN, WORDS_END

PRIVATE = "wn-private"
_ALL = f"{PASSAGE_BEGINS}{PASSAGE_ENDS}{WORDS_BEGIN}{WORDS_END}"
_ANY = re.compile(f"([{_ALL}])")
_TAG = re.compile(r"(<[^>]*>)")
# Only in these may a division stand around some of the children.
_HOLDS_BLOCKS = frozenset(["div", "li", "blockquote", "dd", "td"])


class TintExtension(Extension):
    """Puts a tinted division around each passage."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look when blocks and words stand where they belong."""
        md.treeprocessors.register(_Tint(md), "wn-tint", 9)


class _Tint(Treeprocessor):
    def run(self, root: Element) -> None:
        if PASSAGE_BEGINS in "".join(root.itertext()):
            _tint(root, 0)


def _tint(parent: Element, depth: int) -> int:
    """Tint children of ``parent``, ``depth`` passages deep at first; returns how deep at last."""
    children = list(parent)
    for child in children:
        parent.remove(child)
    tinted: Element | None = None
    for child in children:
        edge = _edge(child)
        if edge:
            depth = max(0, depth + edge)
            if not depth:
                tinted = None
        elif _holds_edge(child):
            tinted = None
            parent.append(child)
            depth = _tint(child, depth)
        elif not depth:
            parent.append(child)
        elif parent.tag in _HOLDS_BLOCKS:
            if tinted is None:
                tinted = SubElement(parent, "div", {"class": PRIVATE})
                tinted.tail = "\n"
            tinted.append(child)
        else:
            child.set("class", f"{child.get('class', '')} {PRIVATE}".strip())
            parent.append(child)
    return depth


def _edge(element: Element) -> int:
    """1 where a passage begins, -1 where one ends, else 0."""
    if element.tag not in ("p", "li") or len(element):
        return 0
    text = (element.text or "").strip()
    return {PASSAGE_BEGINS: 1, PASSAGE_ENDS: -1}.get(text, 0)


def _holds_edge(element: Element) -> bool:
    text = "".join(element.itertext())
    return PASSAGE_BEGINS in text or PASSAGE_ENDS in text


def tint_words(html: str) -> str:
    """``html`` with tinted words, and with no mark left in it."""
    if not _ANY.search(html):
        return html
    pieces: list[str] = []
    inside = False
    for token in _TAG.split(html):
        if token.startswith("<"):
            pieces.append(_ANY.sub("", token))
            continue
        for piece in _ANY.split(token):
            if piece in (WORDS_BEGIN, WORDS_END):
                inside = piece == WORDS_BEGIN
            elif piece == PASSAGE_BEGINS:
                pieces.append(f'<div class="{PRIVATE}">')
            elif piece == PASSAGE_ENDS:
                pieces.append("</div>")
            elif inside and piece.strip():
                pieces.append(f'<span class="{PRIVATE}">{piece}</span>')
            else:
                pieces.append(piece)
    return "".join(pieces)
