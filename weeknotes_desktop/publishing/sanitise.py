"""The last step before HTML leaves: only what is known to do no harm gets through."""

from __future__ import annotations

import re
from collections import Counter

import nh3
from pygments.token import STANDARD_TYPES

from weeknotes_desktop.publishing.no_tags import FOREIGN, SHOWN, as_words

_OURS = """
wn-goals wn-numbered wn-done wn-partly wn-not-started wn-dropped wn-open wn-mark wn-hidden
wn-private wn-task wn-ticked wn-box wn-plain footnote footnote-ref footnote-backref highlight
"""
_CLASSES = frozenset(_OURS.split()) | frozenset(filter(None, STANDARD_TYPES.values()))
_ID = re.compile(r"wn-[a-z0-9-]{1,80}")
_PICTURE = re.compile(r"picture:[0-9a-f]{20}")
_NUMBER = re.compile(r"[0-9]{1,5}")
_ALIGN = frozenset(["left", "center", "right"])
_GONE = "script style noscript template title iframe object"
# To a browser all that follows one of these belongs to it, up to where it closes;
# nothing closes the last.
_RAW = "textarea xmp noembed noframes plaintext"
_NAMES = "|".join([*f"{_GONE} {_RAW}".split(), *FOREIGN])
_OPENED = re.compile(rf"<(?:{_NAMES})[\s/>]", re.IGNORECASE)
_SWALLOWING = re.compile(
    rf"<(?P<closes>/?)(?P<name>{_NAMES})(?=[\s/>])"
    r"|</(?:p|li|h[1-6]|t[dh]|d[dt]|blockquote)>",
    re.IGNORECASE,
)


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
    tags=set(SHOWN.split()),
    clean_content_tags=set(_GONE.split()),
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
    return _CLEANER.clean(as_words(_opened_only_to_close(html)))


def _opened_only_to_close(html: str) -> str:
    """``html`` with ``<title>`` and the like as words where the rest would be swallowed."""
    if not _OPENED.search(html):
        return html
    pieces: list[str] = []
    end = len(html)
    # How many of each name close further on, in the same block and at all.
    near: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    for tag in reversed(list(_SWALLOWING.finditer(html))):
        name = (tag["name"] or "").lower()
        if not name:
            near.clear()
        elif tag["closes"]:
            near[name] += 1
            closing[name] += 1
        elif (
            name != "plaintext"
            and (closing if _begins_its_line(html, tag.start()) else near)[name] > 0
        ):
            near[name] -= 1
            closing[name] -= 1
        else:
            pieces += [html[tag.start() + 1 : end], "&lt;"]
            end = tag.start()
    pieces.append(html[:end])
    return "".join(reversed(pieces))


def _begins_its_line(html: str, start: int) -> bool:
    return start == 0 or html[start - 1] == "\n"
