"""Reading a line as the label of a weeknote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.lines import ends_like_a_sentence, tidy

YEARS = range(1990, 2100)

_WORD = r"week[\s-]?notes?\b[\s:#–—-]*"
_WORDED = re.compile(
    rf"(?P<label>{_WORD}(?P<number>v\s?\d{{1,3}}\.\d{{1,3}}|\d{{1,4}}(?:\.\d{{1,4}})?))(?P<rest>.*)",
    re.IGNORECASE | re.ASCII,
)
_BARE = re.compile(
    r"(?P<label>(?P<number>v\d{1,3}\.\d{1,3}|\d{1,4}\.\d{1,4}))(?P<rest>.*)", re.I | re.ASCII
)
_REST = re.compile(r"\s*[:|–—]\s*(?P<title>\S.*)|\s+-\s+(?P<dashed>\S.*)|\s*\((?P<inside>[^()]+)\)")
_LONGEST_TITLE = 120
_MOST_TITLE_WORDS = 18


class LabelForm(StrEnum):
    """Which numbers a label is made of."""

    SERIES = "v10.16"
    YEAR = "25.2022, 12.22 or 2022.3"
    NUMBER = "12"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The printed number of a note.

    Args:
        text: As printed, with the word Weeknote if it has it.
        number: The week, by its number.
        series: The 10 of ``v10.16``.
        year: The year that it names.
        worded: Whether the word Weeknote stands before it.
        title: What stands behind it on the same line.
    """

    text: str
    form: LabelForm
    number: int
    series: int = 0
    year: int | None = None
    worded: bool = False
    title: str = ""

    @property
    def week(self) -> Week | None:
        """The week it names, if it names one that exists."""
        return None if self.year is None else week_or_none(self.year, self.number)


def week_or_none(year: int, number: int) -> Week | None:
    """That week, or None where the year has no such week."""
    try:
        return Week(year, number)
    except WeekError:
        return None


def read_label(line: str) -> Label | None:
    """The label that ``line`` is, with or without a title behind it."""
    line = tidy(line).replace("\u00a0", " ")
    if len(line) > 2 * _LONGEST_TITLE:
        return None
    worded = _WORDED.fullmatch(line)
    match = worded or _BARE.fullmatch(line)
    if match is None:
        return None
    title = _title_behind(match["rest"])
    numbers = _numbers(match["number"].lower().replace(" ", ""), worded=worded is not None)
    if title is None or numbers is None:
        return None
    form, number, series, year = numbers
    return Label(
        text=" ".join(match["label"].split()),
        form=form,
        number=number,
        series=series,
        year=year,
        worded=worded is not None,
        title=title,
    )


def looks_like_a_title(text: str) -> bool:
    """Whether it is short, one thought, and does not end as a sentence does."""
    if len(text) > _LONGEST_TITLE or len(text.split()) > _MOST_TITLE_WORDS:
        return False
    if re.search(r"[.,;:…]['\"’”)\]]*$", text) or re.search(r"[a-z)]{2}[.!?]\s+[A-Z]", text):
        return False
    return any(letter.isalnum() for letter in text)


def _title_behind(rest: str) -> str | None:
    """The title behind a label; None when the line is no label after all."""
    if not rest.strip():
        return ""
    match = _REST.fullmatch(rest)
    if match is None:
        return None
    title = tidy(match["title"] or match["dashed"] or match["inside"])
    if ends_like_a_sentence(title) and not title.endswith(("?", "!")):
        return None
    return title if looks_like_a_title(title) else None


def _numbers(number: str, *, worded: bool) -> tuple[LabelForm, int, int, int | None] | None:
    """Form, week, series and year of ``10.16`` and its kin."""
    first, _, last = number.lstrip("v").partition(".")
    if number.startswith("v"):
        return LabelForm.SERIES, int(last), int(first), None
    if not last:
        return (LabelForm.NUMBER, int(first), 0, None) if worded and len(first) < 4 else None
    if len(first) == 4:
        year, week = int(first), int(last)
        return (LabelForm.YEAR, week, 0, year) if year in YEARS and len(last) < 3 else None
    if len(last) == 4:
        year, week = int(last), int(first)
        return (LabelForm.YEAR, week, 0, year) if year in YEARS and len(first) < 3 else None
    if len(last) == 2 and len(first) < 3:
        return LabelForm.YEAR, int(first), 0, 2000 + int(last)
    return (LabelForm.SERIES, int(last), int(first), None) if worded else None
