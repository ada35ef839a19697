"""Which lines of a page are labels: a number alone may be anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from weeknotes_desktop.publishing.importers.furniture import (
    copyright_year,
    read_archive_line,
    stands_at_the_top,
)
from weeknotes_desktop.publishing.importers.labels import Label, LabelForm, read_label
from weeknotes_desktop.publishing.importers.lines import Line
from weeknotes_desktop.publishing.importers.week_words import WeekLine, read_week_line

# Writers pause; more than a year and a bit between two posts is another number.
_LONGEST_PAUSE = 60
_WEEKS_A_YEAR = 53


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line that may be a label.

    Args:
        at: Its place among the lines of the page that are not blank.
        sure: Whether nothing else can be meant.
    """

    at: int
    label: Label
    sure: bool

    @property
    def place_in_time(self) -> int | None:
        """A number that grows from week to week, where the label tells one."""
        label = self.label
        if label.form is LabelForm.SERIES:
            return label.series * _WEEKS_A_YEAR + label.number
        return None if label.year is None else label.year * _WEEKS_A_YEAR + label.number


def find_labels(lines: Sequence[Line], solid: Sequence[int]) -> list[LabelLine]:
    """The labels of a page, from top to bottom.

    Args:
        solid: Places of the lines that are not blank.
    """
    found = [
        label
        for at in range(len(solid))
        if (label := _read(lines, solid, at)) is not None and _alone(lines, solid, label)
    ]
    newest = _newest_year(lines)
    plausible = [one for one in found if one.sure or _may_be_a_week(one.label, newest)]
    if plausible and not any(one.sure for one in plausible):
        plausible = _with_a_first(lines, solid, plausible)
    return _in_order(plausible)


def _read(lines: Sequence[Line], solid: Sequence[int], at: int) -> LabelLine | None:
    line = lines[solid[at]]
    label = read_label(line.text)
    if label is None:
        return None
    in_label = read_week_line(label.title)
    below = in_label or _week_line_below(lines, solid, at)
    sure = below is not None or (label.worded and label.form is not LabelForm.NUMBER)
    if not sure and label.title and not label.worded:
        # “10.30: Stand-up” is a time; without a week below we do not guess.
        return None
    return LabelLine(at, label, sure or label.worded)


def _week_line_below(lines: Sequence[Line], solid: Sequence[int], at: int) -> WeekLine | None:
    for place in solid[at + 1 : at + 4]:
        week_line = read_week_line(lines[place].text)
        if week_line or not stands_at_the_top(lines[place].text):
            return week_line
    return None


def _alone(lines: Sequence[Line], solid: Sequence[int], label: LabelLine) -> bool:
    """Whether the line is a paragraph of its own, or stands right under its title."""
    place = solid[label.at]
    before = lines[solid[label.at - 1]].tidy if label.at else ""
    below = lines[solid[label.at + 1]].tidy if label.at + 1 < len(solid) else ""
    blank_above = place == 0 or lines[place - 1].blank
    blank_below = place + 1 == len(lines) or lines[place + 1].blank
    if label.sure:
        # A title without a blank line below it is itself preceded by one.
        return blank_above or place == 1 or lines[place - 2].blank
    goes_on = before.endswith((":", ",")) or below[:1].islower()
    return blank_above and blank_below and not goes_on


def _newest_year(lines: Sequence[Line]) -> int:
    years = [year for line in lines if (year := copyright_year(line.text))]
    archives = [archive for line in lines if (archive := read_archive_line(line.text))]
    years += [archive.about.year + 1 for archive in archives if archive.about]
    return max(years, default=2099)


def _may_be_a_week(label: Label, newest: int) -> bool:
    if not 1 <= label.number <= _WEEKS_A_YEAR:
        return False
    return label.year is None or (label.week is not None and 2000 <= label.year <= newest)


def _with_a_first(
    lines: Sequence[Line], solid: Sequence[int], found: list[LabelLine]
) -> list[LabelLine]:
    """Trust a bare number that opens the page, with at most a title above it."""
    header = next(
        (at for at, place in enumerate(solid) if read_archive_line(lines[place].text)), None
    )
    top = 2 if header is None else header + 2
    if found[0].at <= top:
        return [replace(found[0], sure=True), *found[1:]]
    alike = [one for one in found[1:] if one.label.form is found[0].label.form]
    return [replace(found[0], sure=True), *found[1:]] if alike else []


def _in_order(found: list[LabelLine]) -> list[LabelLine]:
    """Keep the sure ones, and of the others those that lie between their neighbours in time."""
    kept: list[LabelLine] = []
    falling = _newest_first([one for one in found if one.sure])
    following: dict[LabelForm, LabelLine | None] = {}
    sure_below: list[dict[LabelForm, LabelLine | None]] = []
    for one in reversed(found):
        sure_below.append(dict(following))
        if one.sure:
            following[one.label.form] = one
    sure_below.reverse()
    above: dict[LabelForm, LabelLine] = {}
    for one, below in zip(found, sure_below, strict=True):
        form = one.label.form
        if one.sure or _between(above.get(form), one, below.get(form), newest_first=falling):
            kept.append(one)
            above[form] = one
    return kept


def _newest_first(sure: list[LabelLine]) -> bool:
    ups = downs = 0
    for form in LabelForm:
        places = [one.place_in_time for one in sure if one.label.form is form]
        known = [place for place in places if place is not None]
        ups += sum(one < other for one, other in pairwise(known))
        downs += sum(one > other for one, other in pairwise(known))
    return downs >= ups


def _between(
    above: LabelLine | None, one: LabelLine, below: LabelLine | None, *, newest_first: bool
) -> bool:
    here = one.place_in_time
    sides = [side.place_in_time for side in (above, below) if side is not None]
    known = [place for place in sides if place is not None]
    if here is None:
        return False
    near = all(abs(here - place) <= _LONGEST_PAUSE for place in known)
    label = one.label
    if label.year is not None and str(label.year) in label.text and (near or not known):
        # Nothing else is written as a week and a year of four digits.
        return True
    if len(sides) != len(known) or not known:
        return False
    later, earlier = (above, below) if newest_first else (below, above)
    falls = later is None or later.place_in_time is None or here <= later.place_in_time
    rises = earlier is None or earlier.place_in_time is None or here >= earlier.place_in_time
    return falls and rises and (near or len(known) == 2)
