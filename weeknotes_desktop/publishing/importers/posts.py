"""A page taken apart into posts; what belongs to the site is left out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from weeknotes_desktop.publishing.importers.furniture import (
    copyright_year,
    is_button,
    is_copyright,
    is_month,
    opens_buttons,
    posted_on,
    read_archive_line,
    stands_at_the_foot,
    stands_at_the_top,
)
from weeknotes_desktop.publishing.importers.label_lines import LabelLine, find_labels
from weeknotes_desktop.publishing.importers.labels import Label
from weeknotes_desktop.publishing.importers.lines import Line
from weeknotes_desktop.publishing.importers.sidebar import sidebar_above, stands_alone
from weeknotes_desktop.publishing.importers.titles import find_titles
from weeknotes_desktop.publishing.importers.week_words import WeekLine, read_week_line
from weeknotes_desktop.publishing.importers.weeks import WeekClues

_MOST_BUTTONS = 14
_LONGEST_HEADER = 200
_MOST_HEADER = 10
_MOST_TRIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post as it stands on the page.

    Args:
        line: The line of the file it begins at.
        lines: The writer's own, below title, label and “Week beginning …”.
        week_line: What “Week beginning …” said, if it was there.
    """

    label: Label
    title: str
    line: int
    lines: tuple[Line, ...]
    clues: WeekClues
    week_line: WeekLine | None
    category: str = ""


@dataclass(slots=True)
class PageParts:
    """A page taken apart.

    Args:
        site: Lines that belong to the site.
        above: Lines of prose above the first label, which belong to no post.
        header: Lines that open the page; a page saved below it opens with the same.
    """

    posts: list[Post] = field(default_factory=list)
    site: list[Line] = field(default_factory=list)
    above: list[Line] = field(default_factory=list)
    header: frozenset[str] = frozenset()
    copyright_year: int | None = None
    category: str = ""
    about: date | None = None

    def leave_out(self, lines: Sequence[Line]) -> None:
        """Count lines as the site's, and remember what they say of the posts below."""
        solid = [line for line in lines if not line.blank]
        self.site.extend(solid)
        months = [is_month(line.text) for line in solid]
        for at, line in enumerate(solid):
            # A month among months is a link to it.
            linked = months[at] and any((*months[max(0, at - 1) : at], *months[at + 1 : at + 2]))
            archive = None if linked else read_archive_line(line.text)
            if archive is not None:
                self.category, self.about = archive.category, archive.about
            self.copyright_year = copyright_year(line.text) or self.copyright_year


def take_apart(lines: Sequence[Line]) -> PageParts:
    """The posts of a page, from top to bottom; none where it has no labels."""
    # Links at the foot may look like labels.
    end_of_page = _foot(lines, 0, last=True, header=frozenset())
    parts = _take_apart(lines, end_of_page)
    return parts if parts.posts else _take_apart(lines, len(lines))


def _take_apart(lines: Sequence[Line], end_of_page: int) -> PageParts:
    solid = [place for place, line in enumerate(lines[:end_of_page]) if not line.blank]
    labels = find_labels(lines, solid)
    parts = PageParts()
    if not labels:
        return parts
    titles = find_titles(lines, solid, labels)
    starts = [
        solid[label.at if title is None else title]
        for label, title in zip(labels, titles, strict=True)
    ]
    _header(parts, lines[: starts[0]])
    ends = [*starts[1:], end_of_page]
    for label, title, start, end in zip(labels, titles, starts, ends, strict=True):
        heading = "" if title is None else lines[solid[title]].tidy
        at = solid[label.at]
        between = lines[start + (title is not None) : at]
        parts.posts.append(
            _post(
                parts,
                label,
                heading,
                lines[start].number,
                between,
                lines[at + 1 : end],
                last=end == end_of_page,
            )
        )
    parts.leave_out(lines[end_of_page:])
    parts.site = [line for line in parts.site if read_week_line(line.text) is None]
    return parts


def _post(
    parts: PageParts,
    label: LabelLine,
    heading: str,
    number: int,
    between: Sequence[Line],
    below: Sequence[Line],
    *,
    last: bool,
) -> Post:
    """One post; what stands around it and is the site's goes to ``parts``."""
    category, about = parts.category, parts.about
    own, top, foot = _own_lines(below, last=last, header=parts.header)
    parts.leave_out([*between, *top, *foot])
    week_line = _week_line(label, top)
    return Post(
        label=label.label,
        title=heading or _title_behind(label),
        line=number,
        lines=tuple(own),
        clues=WeekClues(
            label=label.label,
            day=week_line.day if week_line else None,
            posted=next((day for line in [*between, *top] if (day := posted_on(line.text))), None),
            about=about,
        ),
        week_line=week_line,
        category=category,
    )


def _header(parts: PageParts, lines: Sequence[Line]) -> None:
    """What stands above the first post: the site's, or prose that has no label."""
    parts.above.extend(line for line in lines if len(line.text) > _LONGEST_HEADER)
    parts.leave_out([line for line in lines if len(line.text) <= _LONGEST_HEADER])
    parts.header = frozenset(line.tidy for line in parts.site[:_MOST_HEADER])


def _title_behind(label: LabelLine) -> str:
    title = label.label.title
    return "" if read_week_line(title) else title


def _week_line(label: LabelLine, top: Sequence[Line]) -> WeekLine | None:
    behind = read_week_line(label.label.title)
    return behind or next((week for line in top if (week := read_week_line(line.text))), None)


def _own_lines(
    lines: Sequence[Line], *, last: bool, header: Set[str]
) -> tuple[list[Line], list[Line], list[Line]]:
    """The writer's lines, and what stood above and below them."""
    begin, week_seen = 0, False
    for place, line in enumerate(lines):
        is_week = read_week_line(line.text) is not None and not week_seen
        if not (line.blank or is_week or stands_at_the_top(line.text)):
            break
        week_seen = week_seen or is_week
        begin = place + 1
    end = _foot(lines, begin, last=last, header=header)
    return list(lines[begin:end]), list(lines[:begin]), list(lines[end:])


def _foot(lines: Sequence[Line], begin: int, *, last: bool, header: Set[str]) -> int:
    """Where the writer's lines end and the site's begin again."""
    end = len(lines)
    site_below, sidebar, tries = last, False, _MOST_TRIES
    while end > begin:
        line = lines[end - 1]
        repeats = site_below and line.tidy in header
        buttons = _buttons_above(lines, begin, end)
        only_there = site_below and (is_copyright(line.text) or stands_alone(line.text))
        if line.blank:
            end -= 1
        elif stands_at_the_foot(line.text) or repeats or only_there:
            top = None
            if is_month(line.text) and site_below and tries:
                tries -= 1
                top = sidebar_above(lines, begin, end, sure=sidebar)
            sidebar = sidebar or top is not None
            end = end - 1 if top is None else top
            site_below = True
        elif buttons is not None:
            end = buttons
        else:
            top = sidebar_above(lines, begin, end, sure=sidebar) if site_below else None
            if top is None:
                break
            end, sidebar = top, True
    return end


def _buttons_above(lines: Sequence[Line], begin: int, end: int) -> int | None:
    """Where the row of buttons that ends here begins, under its “Share this:”."""
    for place in range(end - 1, max(begin, end - 2 * _MOST_BUTTONS) - 1, -1):
        line = lines[place]
        if opens_buttons(line.text):
            return place
        if not (line.blank or is_button(line.text)):
            return None
    return None
