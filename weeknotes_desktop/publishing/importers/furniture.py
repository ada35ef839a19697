"""What stands on a saved page and belongs to the site, not to the writer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.publishing.importers.labels import YEARS
from weeknotes_desktop.publishing.importers.lines import plain, tidy
from weeknotes_desktop.publishing.importers.week_words import read_day

_ARCHIVE = re.compile(
    r"(?P<kind>month|monthly archives?|year|yearly archives?|day|daily archives?|archives?"
    r"|category|category archives?|tag|tag archives?|author|author archives?)\s*:\s*(?P<of>\S.*)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"(?:archives? for )?(?P<month>[a-z]{3,9})\s+(?P<year>\d{4})", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_POSTED = re.compile(
    r"(?:posted|published|written)\s+(?:on\s+)?(?P<date>.{4,30}?)(?:\s+(?:by|in|at)\s.{1,80})?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|(?:\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?=.{0,60}\b(?:19|20)\d\d\b)).{0,120}",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"""
    theme\s*(?:by\s.{1,60}|:\s.{1,40}\sby\s.{1,40}) | up\s*↑ | ↑ | back\ to\ top
    | (?:proudly\s+|website\s+)?powered\ by\ wordpress.{0,40} | (?:a\ )?blog\ at\ wordpress\.com\.?
    | (?:[«←‹]\s*)?(?:older|newer|previous|next)\ (?:posts?|entries|page)(?:\s*[»→›])?
    | [«←‹]\s*(?:older|newer|previous|next) | (?:older|newer|previous|next)\s*[»→›]
    | [«←‹]\s*(?:older|newer)\b.{0,20}\b(?:newer|older)\s*[»→›]
    | [«←‹]\s*(?:previous\s*(?:post)?:?\s*)?week[\s-]?notes?\b.{0,100}
    | (?:next\s*(?:post)?:?\s*)?week[\s-]?notes?\b.{0,100}[»→›]
    | posts?\ (?:navigation|pagination) | page\ \d+(?:\ of\ \d+)? | skip\ to\ (?:main\ )?content
    | (?:recent|latest|popular)\ (?:posts|comments)
    | (?:page\s+)?\d+(?:\s+(?:page\s+)?(?:\d+|…))+(?:\s+next)? | privacy\ policy
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AROUND_A_POST = re.compile(
    r"""
    (?:continue\ reading|read\ more)(?:\s*(?:→|»|…|\.\.\.|\(.{1,30}\)|.{1,100}\s(?:→|»)|[“"].{1,100}
        |week[\s-]?notes?\b.{0,60}))?
    | leave\ a\ (?:comment|reply)(?:\ on\ .{1,120})?
    | \d+\ comments? | no\ comments(?:\ yet)? | comments\ (?:are\ )?(?:off|closed)(?:\ on\ .{1,60})?
    | share\ this:? | like\ this:? | (?:like\s*)?loading(?:…|\.\.\.)?
    | \d+\ bloggers?\ likes?\ this\.?
    | be\ the\ first\ to\ like\ this\.? | (?:tags|categories):\ .{0,120}[^.!?]
    | (?:filed\ under|posted\ in|tagged)\b:?\ .{0,120}[^.!?]
    | click\ to\ (?:share|print|email|e-mail).{0,80} | .{1,20}\ \(opens\ in\ new\ window\).{0,20}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BUTTONS = re.compile(
    r"(?:x|twitter|facebook|linkedin|email|e-?mail|print|mastodon|bluesky|pocket|reddit|tumblr|whatsapp"
    r"|pinterest|telegram|threads|more|like|related)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """The line that says what an archive page holds.

    Args:
        about: The middle of the month or year it names.
    """

    category: str = ""
    about: date | None = None


def read_archive_line(line: str) -> ArchiveLine | None:
    """What “Month: April 2021” or “Category: …” says; None for any other line."""
    line = tidy(line).replace("\u00a0", " ")
    match = _ARCHIVE.fullmatch(line) if len(line) < 150 else None
    if match is None:
        about = _about(line) if _MONTH_YEAR.fullmatch(line) else None
        return ArchiveLine(about=about) if about else None
    if match["kind"].lower().startswith("cat"):
        return ArchiveLine(category=" ".join(match["of"].split()))
    return ArchiveLine(about=_about(match["of"]))


def posted_on(line: str) -> date | None:
    """The day that “Posted on … by …” names."""
    match = _POSTED.fullmatch(tidy(line)) if len(line) < 150 else None
    named = read_day(tidy(match["date"]).rstrip(",")) if match else None
    return named.in_year(named.year) if named and named.year else None


def copyright_year(line: str) -> int | None:
    """The last year that a © line names."""
    if not _is(_COPYRIGHT, line):
        return None
    years = [int(year) for year in _YEAR.findall(line)]
    return max(years, default=None)


def is_month(line: str) -> bool:
    """Whether it is one line of a list of months, as “April 2021 (4)”."""
    words = re.sub(r"\s*\(\d+\)$", "", tidy(line).replace("\u00a0", " "))
    return _MONTH_YEAR.fullmatch(words) is not None and _about(words) is not None


def stands_at_the_top(line: str) -> bool:
    """Whether a line right under a label is the site's."""
    return posted_on(line) is not None or _is(_AROUND_A_POST, line)


def stands_at_the_foot(line: str) -> bool:
    """Whether the last line of a post is the site's: paging, footer, what is under a post."""
    return stands_at_the_top(line) or _is(_SITE, line) or read_archive_line(line) is not None


def is_copyright(line: str) -> bool:
    """Whether it is a © line; in the middle of a page it may be a writer's own."""
    return _is(_COPYRIGHT, line)


def is_button(line: str) -> bool:
    """Whether it is one word of the row that “Share this:” opens."""
    return _is(_BUTTONS, line)


def opens_buttons(line: str) -> bool:
    """Whether a row of buttons begins here."""
    return plain(line).rstrip(":") in ("share this", "like this")


def _is(pattern: re.Pattern[str], line: str) -> bool:
    line = tidy(line).replace("\u00a0", " ")
    return len(line) < 200 and pattern.fullmatch(line) is not None


def _about(written: str) -> date | None:
    written = tidy(written)
    match = _MONTH_YEAR.fullmatch(written)
    if match:
        named = read_day(f"15 {match['month']} {match['year']}")
        return named.in_year(int(match["year"])) if named else None
    if _YEAR.fullmatch(written) and int(written) in YEARS:
        return date(int(written), 7, 1)
    named = read_day(written)
    return named.in_year(named.year) if named and named.year else None
