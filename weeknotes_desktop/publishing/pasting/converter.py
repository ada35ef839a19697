"""Tidied HTML written as Markdown, with every letter that is no mark taken as a letter."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import ATX, MarkdownConverter

from weeknotes_desktop.domain.errors import PasteError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.publishing.importers.escaping import escape, escape_line, escape_pairs
from weeknotes_desktop.publishing.pasting.tidying import BLOCKS, TICKED, UNTICKED, tidied

_FORM = "strong em del code a ul ol h1 h2 h3 h4 h5 h6 table pre blockquote img dl hr sup sub"
_AS_TYPED = re.compile(r"white-space\s*:\s*pre\b", re.IGNORECASE)
_DATA = re.compile(r"data:image/[\w.+-]+(?P<kind>;base64)?(?:;[\w=-]+)*,", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s()<>]+", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_END_OF_LINE = re.compile(r"(?<=\S)[ \t]+(?=\n\s*\n|\Z)|^[ \t]+$", re.MULTILINE)
_BOX = re.compile(f"([{TICKED}{UNTICKED}])[ \t]*")
_RUN = re.compile(r"`+")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
# The indent of code outlives the tidying of lines as letters that are no space.
_HELD = {ord(" "): "\ue0f0", ord("\t"): "\ue0f1"}
_LET_GO = {ord(held): space for space, held in ((" ", "\ue0f0"), ("\t", "\ue0f1"))}
# Where only the program can look that it was copied from.
_NOT_OURS = ("cid:", "file:", "blob:")

Develop = Callable[[bytes], tuple[Picture, bool]]


class Converter:
    """Turns HTML into Markdown, and keeps the pictures that stood in it.

    Args:
        develop: Makes a picture of bytes.
    """

    def __init__(self, develop: Develop) -> None:
        self._develop = develop
        self.pictures: list[Picture] = []
        self.lost = 0
        """How many pictures could not be taken in."""

    def markdown(self, html: str) -> str | None:
        """What is written; None where the HTML has no form that is worth more than its words."""
        soup = tidied(html)
        first = soup.find(True)
        typed = first is not None and _AS_TYPED.search(str(first.get("style") or ""))
        if typed or soup.find(_FORM.split()) is None:
            return None
        for picture in soup.find_all("img"):
            self._place(soup, picture)
        if soup.find("h1") is not None:
            # The title of the note is the only one of the first rank.
            for rank in range(5, 0, -1):
                for heading in soup.find_all(f"h{rank}"):
                    heading.name = f"h{rank + 1}"
        written = _Writer().convert_soup(soup)
        written = _EMPTY_LINES.sub("\n\n", _END_OF_LINE.sub("", written)).strip()
        return _BOX.sub(lambda box: "[x] " if box[1] == TICKED else "[ ] ", written)

    def _place(self, soup: BeautifulSoup, image: Tag) -> None:
        """Keep a picture that stands in the page; of one in the web a link, of others the words."""
        source = str(image.get("src") or "").strip()
        words = " ".join(str(image.get("alt") or "").split())
        if _is_dot(image):
            image.decompose()
            return
        content = _content(source)
        if content is not None:
            try:
                picture, _ = self._develop(content)
            except PasteError:
                self.lost += 1
            else:
                self.pictures.append(picture)
                image.attrs = {"src": picture.address, "alt": words}
                return
        smiley = bool(words) and not any(letter.isalnum() for letter in words)
        if _WEB.fullmatch(source) and not smiley and image.find_parent("a") is None:
            link = soup.new_tag("a", href=source)
            link.append(NavigableString(words or "Picture"))
            image.replace_with(link)
        else:
            self.lost += not words and source.lower().startswith(_NOT_OURS)
            image.replace_with(NavigableString(words))


def words_of(html: str) -> str:
    """The words of ``html`` alone, a line for each block."""
    soup = tidied(html)
    for line in soup.find_all("br"):
        line.replace_with(NavigableString("\n"))
    for code in soup.find_all("pre"):
        code.string = _INDENT.sub(lambda indent: indent[0].translate(_HELD), _code_in(code))
    for block in soup.find_all(list(BLOCKS - {"td", "th", "tr", "li", "ul", "ol"})):
        block.insert_before(NavigableString("\n\n"))
        block.insert_after(NavigableString("\n\n"))
    for row in soup.find_all(["tr", "li"]):
        row.insert_before(NavigableString("\n"))
        row.insert_after(NavigableString("\n"))
    for cell in soup.find_all(["td", "th"]):
        cell.insert_after(NavigableString("\t"))
    lines = (line.strip() for line in soup.get_text().split("\n"))
    words = _BOX.sub("", _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip())
    return words.translate(_LET_GO)


def _code_in(pre: Tag) -> str:
    """The letters of code, whatever its lines are ended by."""
    for line in pre.find_all("br"):
        line.replace_with(NavigableString("\n"))
    for block in pre.find_all(list(BLOCKS)):
        if not block.get_text().endswith("\n"):
            block.append(NavigableString("\n"))
    return pre.get_text()


def _is_dot(image: Tag) -> bool:
    """Whether it is there to count readers, not to be seen."""
    return {str(image.get("width")), str(image.get("height"))} <= {"0", "1"}


def _content(source: str) -> bytes | None:
    start = _DATA.match(source)
    if start is None:
        return None
    rest = source[start.end() :]
    try:
        return base64.b64decode(rest, validate=False) if start["kind"] else unquote_to_bytes(rest)
    except (binascii.Error, ValueError):
        return b""


class _Writer(MarkdownConverter):
    """markdownify, with our own ways of escaping, of links, of code and of cells."""

    def __init__(self) -> None:
        super().__init__(
            heading_style=ATX,
            bullets="-",
            table_infer_header=True,
            sup_symbol="<sup>",
            sub_symbol="<sub>",
        )

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """The letters of a text; at the start of a line also those that only count there."""
        text: str = super().process_text(el, parent_tags=parent_tags)  # type: ignore[misc]
        if "_noformat" in (parent_tags or set()) or not _starts_a_line(el):
            return text
        bare = text.lstrip(" ")
        return text[: len(text) - len(bare)] + escape_line(bare)

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Every mark as a letter."""
        escaped = escape_pairs(escape(text))
        return escaped.replace("|", "\\|") if parent_tags & {"td", "th"} else escaped

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link, or an address that says itself."""
        if "_noformat" in parent_tags:
            return text
        words = text.strip()
        before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " else "")
        address = str(el["href"])
        if not words:
            return before or after
        if el.get_text().strip() == address and "://" in address:
            return f"{before}<{address}>{after}"
        return f"{before}[{words.replace(']', chr(92) + ']')}]({address}){after}"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A picture of the library."""
        words = escape(str(el.get("alt") or "")).replace("]", "\\]")
        return f"![{words}]({el.get('src')})"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Code, in a fence that nothing within it ends."""
        code = _code_in(el).strip("\n")
        if not code.strip():
            return ""
        longest = max((len(run) for run in _RUN.findall(code)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}\n{code}\n{fence}\n\n"

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A rule; a cell or heading has no room for one."""
        return " " if "_inline" in parent_tags else "\n\n---\n\n"


def _starts_a_line(words: NavigableString) -> bool:
    before = words.previous_sibling
    while isinstance(before, NavigableString) and not before.strip():
        before = before.previous_sibling
    if before is not None:
        return isinstance(before, Tag) and (before.name == "br" or before.name in BLOCKS)
    parent = words.parent
    # Within bold words a number or a sign does not stand at the start of the line.
    return parent is None or parent.name in BLOCKS or isinstance(parent, BeautifulSoup)
