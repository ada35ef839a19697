"""What stands in angle brackets and is no HTML: ``Dear <Name>`` is words for a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHOWN = (
    "blockquote dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary ul"
    " a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var"
    " table caption colgroup col thead tbody tfoot tr th td"
)
"""The elements of HTML that a page may have."""

FOREIGN = ("svg", "math")
"""What stands within these is none of HTML's own."""

_LEFT_OUT = (
    "acronym address applet area article aside audio base basefont bdi bdo bgsound big blink body"
    " button canvas center command content data datalist dialog dir element embed fieldset font"
    " footer form frame frameset h1 head header hgroup html iframe image input keygen label legend"
    " link listing main map marquee menu menuitem meta meter multicol nav nextid nobr noembed"
    " noframes noscript object optgroup option output param picture plaintext portal progress rb"
    " rp rt rtc ruby script search section select slot source spacer strike style svg math template"
    " textarea time title track tt video wbr xmp"
)
_FLAGS = (
    "allowfullscreen allowpaymentrequest async autofocus autoplay checked clear compact"
    " contenteditable controls declare default defer disabled download draggable formnovalidate"
    " hidden inert ismap itemscope loop multiple muted nohref nomodule noresize noshade novalidate"
    " nowrap open playsinline readonly required reversed scoped seamless selected sortable"
    " spellcheck translate truespeed typemustmatch"
)
_KNOWN = frozenset(f"{SHOWN} {_LEFT_OUT}".split())
_MAY_STAND_OPEN = frozenset([*SHOWN.split(), "wbr"])
_FLAG = re.compile(rf"(?:{'|'.join(_FLAGS.split())}|(?:data|aria)-.*)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = r"[\s/]*(?P<{0}>[^\s\"'<>/=]+)(?P<{1}>\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]*))?"
_ATTRIBUTES = re.compile(_ATTRIBUTE.format("name", "value"))
# The many plain tags of a page are passed over by the expression itself.
_TAG = re.compile(
    rf"<(?!/?(?:{'|'.join(SHOWN.split())})>)(?P<closes>/?)(?P<name>[a-z][^\s/<>]*)"
    rf"(?P<attributes>(?:{_ATTRIBUTE.format('_name', '_value')})*)[\s/]*(?P<ends>>?)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</([a-z][^\s/<>]*)", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in FOREIGN}
# To a browser these begin comments, though nobody would call them so.
_INSTRUCTION = re.compile(r"<(?=\?|!\[)")


def as_words(html: str) -> str:
    """``html`` with what is no tag as words; a browser would pass over them."""
    html = _INSTRUCTION.sub("&lt;", html)
    pieces: list[str] = []
    at = 0
    for start in _starts(html):
        pieces += [html[at:start], "&lt;"]
        at = start + 1
    return "".join([*pieces, html[at:]]) if at else html


def _starts(html: str) -> Iterator[int]:
    """Where something begins that only looks like a tag."""
    closing: dict[str, int] | None = None
    foreign_until = -1
    for tag in _TAG.finditer(html):
        if closing is None:
            closing = {found[1].lower(): found.start() for found in _CLOSING.finditer(html)}
        if tag.start() < foreign_until:
            continue
        name = tag["name"].lower()
        closed = closing.get(name, -1) > tag.start()
        end = _ENDS[name].search(html, tag.end()) if closed and name in FOREIGN else None
        if end is not None:
            foreign_until = end.start()
        elif not _is_tag(tag, name, closed=closed):
            yield tag.start()


def _is_tag(tag: re.Match[str], name: str, *, closed: bool) -> bool:
    if name not in _KNOWN:
        return False
    if tag["closes"] or not tag["ends"]:
        return True
    if any(_is_word(attribute) for attribute in _ATTRIBUTES.finditer(tag["attributes"])):
        # As in “a<b and c>d”.
        return False
    return bool(tag["attributes"]) or closed or name in _MAY_STAND_OPEN


def _is_word(attribute: re.Match[str]) -> bool:
    return attribute["value"] is None and not _FLAG.fullmatch(attribute["name"])
