"""Word's lists: paragraphs that only look like a list, made into one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?P<number>\d{1,4}|[a-z]{1,5})[.)]?", re.IGNORECASE)
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Item:
    paragraph: Tag
    level: int
    mark: str

    @property
    def numbered(self) -> bool:
        """Whether it stands under a number or a letter; a bullet in Symbol can be a letter too."""
        found = _NUMBER.fullmatch(self.mark)
        return found is not None and self.mark.lower() not in ("o", "§", "·", "q", "v", "ü")


def make_lists(soup: BeautifulSoup) -> None:
    """Put paragraphs that Word numbered or bulleted into real lists."""
    runs: list[list[_Item]] = []
    last: Tag | None = None
    for paragraph in soup.find_all("p"):
        level = _LEVEL.search(str(paragraph.get("style", "")))
        if level is None:
            continue
        item = _Item(paragraph, max(1, min(int(level[1]), _DEEPEST)), _take_mark(paragraph))
        if last is not None and _next_tag(last) is paragraph:
            runs[-1].append(item)
        else:
            runs.append([item])
        last = paragraph
    for run in runs:
        _build(soup, run)


def _take_mark(paragraph: Tag) -> str:
    """The bullet or number, which is taken out of the paragraph."""
    for span in paragraph.find_all("span"):
        if _MARK.search(str(span.get("style", ""))):
            mark = span.get_text().replace("\xa0", " ").strip()
            span.decompose()
            return mark
    return ""


def _next_tag(tag: Tag) -> Tag | None:
    """What follows, unless words stand in between."""
    for sibling in tag.next_siblings:
        if isinstance(sibling, Tag):
            return sibling
        if str(sibling).strip():
            return None
    return None


def _build(soup: BeautifulSoup, run: list[_Item]) -> None:
    open_lists: list[tuple[int, Tag]] = []
    place = run[0].paragraph
    for item in run:
        while open_lists and open_lists[-1][0] > item.level:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < item.level:
            made = soup.new_tag("ol" if item.numbered else "ul")
            if item.numbered and item.mark.strip("().").isdigit():
                made["start"] = item.mark.strip("().")
            if open_lists:
                items = open_lists[-1][1].find_all("li", recursive=False)
                items[-1].append(made)
            else:
                place.insert_before(made)
            open_lists.append((item.level, made))
        entry = soup.new_tag("li")
        open_lists[-1][1].append(entry)
        entry.extend(list(item.paragraph.extract().contents))
