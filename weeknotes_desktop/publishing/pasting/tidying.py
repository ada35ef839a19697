"""HTML of browsers, Word and Google Docs, reduced to what Markdown can say."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from weeknotes_desktop.publishing.pasting.word_lists import make_lists

_BLOCKS = (
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
_GONE = (
    "script style head title meta link template noscript iframe object embed applet svg canvas"
    " audio video map xml colgroup col input select datalist"
)
_FORMS = ("strong", "em", "del", "code")
_GONE_TAGS = frozenset(_GONE.split())
_SAME = {"b": "strong", "i": "em", "s": "del", "strike": "del", "tt": "code", "samp": "code"}
_REVEALED = re.compile(r"<!\[[^>]{0,200}\]?>")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)")
_LIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)\b")
_BOLD = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b")
_UPRIGHT = re.compile(r"(?:^|;)\s*font-style\s*:\s*normal\b")
_SLANTED = re.compile(r"(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)\b")
_STRUCK = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through")
_SPACE = re.compile(r"[ \t\r\n\f]+|[ \t\r\n\f\xa0]{2,}")
_OUTSIDE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_DEEPEST = 60
_EMPTY = ("br", "hr", "img", "input", "wbr")

TICKED, UNTICKED = "\ue010", "\ue011"
"""Stand for the box of a task until the text is written; nobody else’s letters."""


def tidied(html: str) -> BeautifulSoup:
    """The parts of ``html`` that a reader sees, in a few kinds of tags."""
    with warnings.catch_warnings():
        # It warns of what looks like a file name or XML; it is the clipboard all the same.
        warnings.simplefilter("ignore")
        soup = _ShallowSoup(_REVEALED.sub("", html), "html.parser")
    _drop_unseen(soup)
    make_lists(soup)
    _name_forms(soup)
    _mend_lists(soup)
    _mend_links(soup)
    _open_layout_tables(soup)
    _begin_with_rows(soup)
    _join_forms(soup)
    soup.smooth()
    _collapse_spaces(soup)
    return soup


class _ShallowSoup(BeautifulSoup):
    """Lets nothing stand deeper than a text can be indented; tags beyond that are not there."""

    def __init__(self, html: str, features: str) -> None:
        self._left_out: Counter[str] = Counter()
        super().__init__(html, features)

    def handle_starttag(self, name: str, *rest: Any, **more: Any) -> Tag | None:
        """Open a tag, unless it stands too deep."""
        if len(self.tagStack) > _DEEPEST and name not in _GONE_TAGS and name not in _EMPTY:
            self._left_out[name] += 1
            return None
        return super().handle_starttag(name, *rest, **more)

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """Close a tag, unless it is one that was left out."""
        if self._left_out[name]:
            self._left_out[name] -= 1
        else:
            super().handle_endtag(name, nsprefix)


def _style(tag: Tag) -> str:
    return str(tag.get("style") or "").lower()


def _drop_unseen(soup: BeautifulSoup) -> None:
    for box in soup.find_all("input", type="checkbox"):
        box.replace_with(NavigableString(TICKED if box.has_attr("checked") else UNTICKED))
    for item in soup.find_all("li", role="checkbox"):
        # Google Docs shows a picture of the box.
        for image in item.find_all("img"):
            if image.parent is item or image.get("aria-roledescription") == "checkbox":
                image.extract()
        item.insert(0, NavigableString(TICKED if item.get("aria-checked") == "true" else UNTICKED))
    for words in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        words.extract()
    for tag in soup.find_all(True):
        if tag.name in _GONE_TAGS or tag.has_attr("hidden") or _HIDDEN.search(_style(tag)):
            tag.extract()


def _name_forms(soup: BeautifulSoup) -> None:
    """Call bold bold, whether it is said by a tag or by a style, and only once."""
    for tag in soup.find_all(True):
        tag.name = _SAME.get(tag.name, tag.name)
        style = _style(tag)
        if (tag.name == "strong" and _LIGHT.search(style)) or (
            tag.name == "em" and _UPRIGHT.search(style)
        ):
            tag.unwrap()
        elif tag.name in ("span", "font", "a"):
            for form, says_so in (("strong", _BOLD), ("em", _SLANTED), ("del", _STRUCK)):
                if says_so.search(style):
                    inner = soup.new_tag(form)
                    inner.extend(list(tag.contents))
                    tag.append(inner)
        if ":" in tag.name or tag.name in ("span", "font", "u", "ins", "mark", "label", "o"):
            tag.unwrap()
    for tag in soup.find_all(_FORMS):
        within = {parent.name for parent in tag.parents}
        heading = tag.name == "strong" and within & {"h1", "h2", "h3", "h4", "h5", "h6", "th"}
        if tag.name in within or heading or tag.find(list(BLOCKS)) is not None:
            tag.unwrap()


def _mend_lists(soup: BeautifulSoup) -> None:
    """A list within a list belongs to the item before it."""
    for inner in soup.find_all(["ul", "ol"]):
        if inner.parent is not None and inner.parent.name in ("ul", "ol"):
            before = _before(inner)
            if isinstance(before, Tag) and before.name == "li":
                before.append(inner.extract())
            else:
                inner.wrap(soup.new_tag("li"))
    for item in soup.find_all("li"):
        if item.parent is None or item.parent.name not in ("ul", "ol"):
            item.wrap(soup.new_tag("ul"))
        only = item.find_all("p", recursive=False)
        if len(only) == 1:
            only[0].unwrap()


def _before(tag: Tag) -> PageElement | None:
    """What stands before a tag, spaces passed over."""
    before = tag.previous_sibling
    while isinstance(before, NavigableString) and not before.strip():
        before = before.previous_sibling
    return before


def _mend_links(soup: BeautifulSoup) -> None:
    """Only what leads to the web or to a mailbox stays a link."""
    for link in soup.find_all("a"):
        address = _address(str(link.get("href") or ""))
        if not address or link.find(list(BLOCKS)) is not None or link.find_parent("a"):
            link.unwrap()
        else:
            link.attrs = {"href": address}


def _address(said: str) -> str:
    address = said.strip()
    if not _OUTSIDE.match(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.hostname == "www.google.com" and parts.path == "/url":
        # Google Docs sends readers past itself.
        (address, *_) = parse_qs(parts.query).get("q", [address])
        if not _OUTSIDE.match(address):
            return ""
    unsafe = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C"}
    return "".join(unsafe.get(letter, letter) for letter in address if letter > "\x1f")


def _open_layout_tables(soup: BeautifulSoup) -> None:
    """A table that only holds a page together goes; its words stay."""
    for table in soup.find_all("table"):
        if _is_data(table):
            continue
        for part in table.find_all(["tbody", "thead", "tfoot", "tr", "caption"]):
            part.unwrap()
        for cell in table.find_all(["td", "th"]):
            cell.name = "div"
        table.name = "div"


def _begin_with_rows(soup: BeautifulSoup) -> None:
    """In a table there are rows, the first of which is its head; a caption stands above it."""
    for table in soup.find_all("table"):
        for part in table.find_all(["tbody", "thead", "tfoot"]):
            part.unwrap()
        for other in table.find_all(lambda tag: tag.name != "tr", recursive=False):
            other.name = "p" if other.name == "caption" else other.name
            table.insert_before(other.extract())


def _is_data(table: Tag) -> bool:
    if table.find(["table", "ul", "ol", "pre", "blockquote", "h1", "h2", "h3", "h4"]):
        return False
    rows = table.find_all("tr")
    return len(rows) > 1 and max(len(row.find_all(["td", "th"])) for row in rows) > 1


def _join_forms(soup: BeautifulSoup) -> None:
    """Two bold words side by side are one bold piece."""
    for tag in soup.find_all(["strong", "em", "del"]):
        while isinstance(after := tag.next_sibling, Tag) and after.name == tag.name:
            tag.extend(list(after.extract().contents))


def _collapse_spaces(soup: BeautifulSoup) -> None:
    for words in soup.find_all(string=True):
        if words.find_parent("pre") is None:
            words.replace_with(NavigableString(_SPACE.sub(" ", str(words))))
    for block in soup.find_all(["p", "div"]):
        if not block.get_text().strip() and block.find("img") is None:
            # A line that Word keeps open with a no-break space.
            block.extract()
