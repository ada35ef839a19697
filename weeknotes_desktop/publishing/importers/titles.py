"""Which line above a label is the title of the post, and which ends the post before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from weeknotes_desktop.publishing.importers.furniture import (
    read_archive_line,
    stands_at_the_foot,
    stands_at_the_top,
)
from weeknotes_desktop.publishing.importers.headings import is_known_heading
from weeknotes_desktop.publishing.importers.label_lines import LabelLine
from weeknotes_desktop.publishing.importers.labels import looks_like_a_title
from weeknotes_desktop.publishing.importers.line_marks import is_list_item
from weeknotes_desktop.publishing.importers.lines import Line, ends_like_a_sentence, plain
from weeknotes_desktop.publishing.importers.week_words import read_week_line

_FAREWELLS = (
    "thanks for reading", "see you next week", "until next week", "have a good weekend", "onwards",
    "onward", "have a great weekend", "happy weekend", "that's all", "that's it", "bye", "cheers",
)  # fmt: skip
_BY_SOMEBODY = re.compile(r"\bby [A-Z]")
_SOMEBODY_ACTS = re.compile(r"\b(?:I|we|they|you)\b")
_LONG = 10


class _Above(Enum):
    """What the line above a label seems to be."""

    TITLE = auto()
    PERHAPS = auto()
    TEXT = auto()


def find_titles(
    lines: Sequence[Line], solid: Sequence[int], labels: Sequence[LabelLine]
) -> list[int | None]:
    """The place of each label's title among the solid lines, or None.

    Where a line could be either, the page's own habit decides: a writer
    who gives titles gives them to most posts.
    """
    places = [_place_above(lines, solid, label) for label in labels]
    ends = [-1, *(label.at for label in labels)]
    seen = [
        _Above.TEXT if place is None else _look(lines, solid, place, end, label.at)
        for place, end, label in zip(places, ends, labels, strict=False)
    ]
    habit = _Above.TITLE in seen or len(labels) == 1
    return [
        place if above is _Above.TITLE or (above is _Above.PERHAPS and habit) else None
        for place, above in zip(places, seen, strict=True)
    ]


def _place_above(lines: Sequence[Line], solid: Sequence[int], label: LabelLine) -> int | None:
    if label.label.title and not read_week_line(label.label.title):
        return None
    place = label.at - 1
    # The day of posting may stand between a title and its label.
    while place >= 0 and place > label.at - 3 and stands_at_the_top(lines[solid[place]].text):
        place -= 1
    return place if place >= 0 else None


def _look(
    lines: Sequence[Line], solid: Sequence[int], at: int, end_before: int, label_at: int
) -> _Above:
    """What the line at ``at`` is, between the label before and its own."""
    line = lines[solid[at]]
    text = line.tidy
    if at <= end_before or not _could_be(line):
        return _Above.TEXT
    if solid[at] > 0 and not lines[solid[at] - 1].blank:
        return _Above.TEXT
    before = lines[solid[at - 1]] if at - 1 > end_before else None
    if end_before < 0:
        return _under_the_header(before)
    if before is None or solid[label_at] == solid[at] + 1:
        return _Above.TITLE if before is not None else _Above.TEXT
    if text.endswith(("?", "!")) or not (
        text[0].isupper() or text[0].isdigit() or text[0] in "“‘\"'"
    ):
        return _Above.PERHAPS
    if before.tidy.endswith(":") or _is_another_book(before.tidy, text):
        return _Above.TEXT
    return _Above.PERHAPS if _goes_on(before) else _Above.TITLE


def _could_be(line: Line) -> bool:
    text = line.tidy
    return (
        looks_like_a_title(text)
        and not is_list_item(line.text)
        and not text.startswith("*")
        and not is_known_heading(text)
        and not stands_at_the_foot(text)
        and not read_week_line(text)
        and plain(text).rstrip("!. ") not in _FAREWELLS
        and not (len(text.split()) > _LONG and _SOMEBODY_ACTS.search(text))
    )


def _is_another_book(before: str, text: str) -> bool:
    """Whether names of books run on under a footnote."""
    return len(before) < 150 and all(_BY_SOMEBODY.search(line) for line in (before, text))


def _under_the_header(before: Line | None) -> _Above:
    # A line that opens the page may be the name of the site.
    return _Above.PERHAPS if before is None else _Above.TITLE


def _goes_on(before: Line) -> bool:
    """Whether short lines run on here, as names of books under a note do."""
    text = before.tidy
    if is_list_item(before.text) or stands_at_the_foot(text) or read_archive_line(text):
        return text.startswith("*")
    return len(text) < 120 and not ends_like_a_sentence(text)
