"""Short lines between paragraphs told apart: headings, captions, and plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from weeknotes_desktop.publishing.importers.blocks import Block, Kind
from weeknotes_desktop.publishing.importers.headings import (
    is_known_heading,
    is_short,
    looks_like_a_caption,
    looks_like_a_heading,
)
from weeknotes_desktop.publishing.importers.lines import plain


def headings_of_page(posts: Iterable[Sequence[Block]]) -> frozenset[str]:
    """Short lines that stand in more than one post: the writer's own headings."""
    posts_with: Counter[str] = Counter()
    for blocks in posts:
        # The last line of a post heads nothing.
        short = {plain(block.text) for block in blocks[:-1] if _may_head(block)}
        posts_with.update(short)
    return frozenset(text for text, count in posts_with.items() if count > 1)


def tell_shapes(blocks: Sequence[Block], page_headings: Set[str]) -> list[Block]:
    """The blocks with headings and captions told apart from paragraphs."""
    shaped: list[Block] = []
    for at, block in enumerate(blocks):
        before = shaped[-1] if shaped else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        shaped.append(replace(block, kind=_kind(before, block, after, page_headings)))
    return shaped


def _kind(before: Block | None, block: Block, after: Block | None, page_headings: Set[str]) -> Kind:
    text = block.text
    if not block.alone:
        return block.kind
    if is_known_heading(text) or (plain(text) in page_headings and after is not None):
        return Kind.HEADING
    introduced = before is not None and before.text.endswith(":")
    if introduced or after is None or not _is_prose(after) or _is_loose_line(before):
        return Kind.PARAGRAPH
    under_heading = before is not None and before.kind is Kind.HEADING
    if looks_like_a_heading(text) and not under_heading:
        return Kind.HEADING
    if looks_like_a_caption(text) and before is not None:
        return Kind.CAPTION
    return Kind.PARAGRAPH


def _may_head(block: Block) -> bool:
    return block.alone and looks_like_a_heading(block.text)


def _is_prose(block: Block) -> bool:
    """Whether it is more than another short line."""
    if block.kind is Kind.PARAGRAPH:
        return not (block.alone and is_short(block.text) and not is_known_heading(block.text))
    return block.kind in (Kind.LIST, Kind.HEADING)


def _is_loose_line(block: Block | None) -> bool:
    return (
        block is not None
        and block.kind is Kind.PARAGRAPH
        and len(block.lines) == 1
        and is_short(block.text)
    )
