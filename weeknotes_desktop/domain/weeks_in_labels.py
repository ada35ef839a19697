"""Which week a label names: in the pattern of the settings, or in a form of old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from weeknotes_desktop.domain.label import LabelPattern, short_label
from weeknotes_desktop.domain.week import Week

_FIELD = re.compile(r"\{(week|year|yy|series)\}")
_FIELDS = {"week": r"\d{1,2}", "year": r"\d{4}", "yy": r"\d{2}", "series": r".{1,40}?"}
# 12.22 may be week 12 of 2022, or week 22 of a twelfth series.
_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"v\s?\d{1,3}\.(?P<week>\d{1,2})",
        r"(?P<week>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<year>\d{4})\.(?P<week>\d{1,2})",
        r"(?P<year>\d{4})-?W(?P<week>\d{1,2})",
        r"(?P<week>\d{1,2})\.(?P<yy>[0-4]\d)",
        r"\d{1,3}\.(?P<week>\d{1,2})",
    )
)
_WEEKS = range(1, 54)


class NamedWeek(NamedTuple):
    """A week as a label names it.

    Args:
        year: None where it names none.
        yy: The last two figures of the year; None where it names more or none.
    """

    number: int
    year: int | None = None
    yy: int | None = None

    def fits(self, week: Week) -> bool:
        """Whether it may be ``week``."""
        same_year = self.year in (None, week.year) and self.yy in (None, week.year % 100)
        return same_year and self.number == week.number


def weeks_in(label: str, pattern: LabelPattern) -> tuple[NamedWeek, ...]:
    """Every week that ``label`` may name; none where it is no number of a week."""
    return tuple(dict.fromkeys(_found(" ".join(label.split()), pattern)))


def _found(label: str, pattern: LabelPattern) -> Iterator[NamedWeek]:
    short = short_label(label)
    ours = _reading(pattern.text).fullmatch(short)
    matches = [ours] if ours else [form.fullmatch(short) for form in _FORMS]
    for match in matches:
        if match is None:
            continue
        said = match.groupdict()
        number, year, yy = (
            None if said.get(name) is None else int(said[name]) for name in ("week", "year", "yy")
        )
        if number in _WEEKS and number is not None:
            yield NamedWeek(number, year, yy)


@lru_cache(maxsize=8)
def _reading(pattern: str) -> re.Pattern[str]:
    """What a label looks like that was made from ``pattern``, whatever its series was."""
    known: set[str] = set()
    pieces = []
    for at, piece in enumerate(_FIELD.split(short_label(pattern))):
        # Words and fields take turns.
        if at % 2 == 0:
            pieces.append(re.escape(piece))
        else:
            pieces.append(f"(?P={piece})" if piece in known else f"(?P<{piece}>{_FIELDS[piece]})")
            known.add(piece)
    return re.compile("".join(pieces), re.ASCII | re.IGNORECASE)
