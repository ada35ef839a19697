"""What a rendered body says in plain words: for excerpts, descriptions and the search."""

from __future__ import annotations

import re
from html import unescape

EXCERPT = 280
"""Letters that stand for a note in a list."""

DESCRIPTION = 160
"""Letters that search engines show."""

_FEWEST = 40
# What stands on a page beside the words: references to footnotes, and the ways back.
_BESIDE = re.compile(
    r'<a [^>]*class="footnote-(?:ref|backref)"[^>]*>[^<]*</a>'
    r'|<span [^>]*class="wn-(?:mark|box|hidden)"[^>]*>[^<]*</span>'
)
_IN_LINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# What neither HTML nor XML can hold.
_UNSPEAKABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def speakable(text: str) -> str:
    """``text`` without what can stand in no page and in no feed."""
    # Nearly every text is, and to see that takes less than to look for what is not.
    return text if text.replace("\n", "").isprintable() else _UNSPEAKABLE.sub("", text)


def plain_words(html: str) -> str:
    """The words of what the renderer made, on one line."""
    if "class=" in html:
        html = _BESIDE.sub("", html)
    text = unescape(_TAG.sub(" ", _IN_LINE.sub("", html)))
    return " ".join(text.split())


def excerpt(body: str) -> str:
    """How a note begins: its first paragraph that says something."""
    first = ""
    for paragraph in _PARAGRAPH.finditer(body):
        words = plain_words(paragraph[1])
        if len(words) >= _FEWEST:
            return shortened(words, EXCERPT)
        first = first or words
    return first or shortened(plain_words(body), EXCERPT)


def shortened(text: str, longest: int) -> str:
    """``text``, ended after a word if it is longer."""
    if len(text) <= longest:
        return text
    cut = text[:longest].rsplit(" ", 1)[0] if " " in text[:longest] else text[:longest]
    return cut.rstrip(" ,;:–—-") + "…"
