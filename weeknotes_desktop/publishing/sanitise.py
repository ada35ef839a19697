"""The last step before HTML leaves: only what is known to do no harm gets through."""

from __future__ import annotations

import re

import nh3
from pygments.token import STANDARD_TYPES

_BLOCKS = (
    "blockquote dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary ul"
)
_WORDS = (
    "a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var"
)
_TABLES = "table caption colgroup col thead tbody tfoot tr th td"

_OURS = """
wn-goals wn-numbered wn-done wn-partly wn-not-started wn-dropped wn-open wn-mark wn-hidden
wn-private wn-task wn-ticked wn-box wn-plain footnote footnote-ref footnote-backref highlight
"""
_CLASSES = frozenset(_OURS.split()) | frozenset(filter(None, STANDARD_TYPES.values()))
_ID = re.compile(r"wn-[a-z0-9-]{1,80}")
_PICTURE = re.compile(r"picture:[0-9a-f]{20}")
_NUMBER = re.compile(r"[0-9]{1,5}")
_ALIGN = frozenset(["left", "center", "right"])


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute as it may stay; None where it may not."""
    if attribute == "class":
        return " ".join(name for name in value.split() if name in _CLASSES) or None
    if attribute == "id":
        return value if _ID.fullmatch(value) else None
    if attribute == "align":
        return value if value in _ALIGN else None
    if attribute == "aria-hidden":
        return "true" if tag == "span" and value == "true" else None
    if attribute in ("start", "value", "width", "height", "colspan", "rowspan"):
        return value if _NUMBER.fullmatch(value) else None
    if value.lstrip().lower().startswith("picture:"):
        # What the library keeps can be shown, and not be linked to.
        return value if tag == "img" and _PICTURE.fullmatch(value) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(f"{_BLOCKS} {_WORDS} {_TABLES}".split()),
    clean_content_tags={"script", "style", "noscript", "template", "title", "iframe", "object"},
    attributes={
        "*": {"class", "id", "title", "lang", "dir"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "ol": {"start", "reversed"},
        "li": {"value"},
        "details": {"open"},
        "span": {"aria-hidden"},
        "td": {"align", "colspan", "rowspan"},
        "th": {"align", "colspan", "rowspan", "scope"},
    },
    attribute_filter=_kept,
    strip_comments=True,
    link_rel="noopener noreferrer",
    url_schemes={"http", "https", "mailto", "picture"},
)


def clean(html: str) -> str:
    """``html`` without scripts, styles, forms, frames, foreign ids and unknown links."""
    return _CLEANER.clean(html)
