"""What a saved page has beside and below its posts: lists of links under known headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weeknotes_desktop.publishing.importers.furniture import is_month
from weeknotes_desktop.publishing.importers.line_marks import read_mark
from weeknotes_desktop.publishing.importers.lines import Line, plain, tidy

_POSTS = re.compile(r"(?:recent|latest|top|popular) (?:posts?|comments?|entries)(?: & pages)?:?")
_ARCHIVES = re.compile(r"archives?:?")
# A writer may have such headings too; they count only among others of a site.
_OTHERS = re.compile(r"categories:?|tags:?|tag cloud|meta|blogroll")
_ALONE = re.compile(
    r"""
    search(?:\ for)?(?:…|\.\.\.|:)? | (?:primary\ |main\ |site\ )?menu | toggle\ (?:menu|navigation)
    | follow(?:ing)?(?:\ (?:me|us|this\ blog|blog|blog\ via\ e-?mail))?
    | subscribed?
    | subscribe\ (?:now|via\ e-?mail|to\ (?:this\ |the\ |my\ )?blog(?:\ via\ e-?mail)?)
    | (?:enter|type)\ your\ e-?mail.{0,150} | e-?mail\ address:? | sign\ me\ up!? | log\ in
    | join\ [\d,.]+\ other\ (?:subscribers?|followers?)\.?
    | already\ have\ a\ wordpress\.com\ account\?.{0,30}
    | powered\ by\ [^.!?]{1,60} | skip\ to\ (?:main\ )?content | select\ (?:month|category)
    | entries\ feed | comments\ feed | rss | wordpress\.org
    """,
    re.VERBOSE,
)
_LONGEST_LINK = 120
_MOST_LINKS = 30
_MOST_MONTHS = 400
_CATEGORY_WORDS = 5


def stands_alone(line: str) -> bool:
    """Whether a line at the end of a page is a button or a box of the site."""
    line = plain(tidy(line))
    return len(line) < 200 and _ALONE.fullmatch(line) is not None


def sidebar_above(lines: Sequence[Line], begin: int, end: int, *, sure: bool) -> int | None:
    """Where the headings with lists of links begin that end at ``end``; None for other lines.

    Args:
        sure: Whether what stands below is the site's already.
    """
    top: int | None = None
    links: list[str] = []
    for place in range(end - 1, begin - 1, -1):
        line = lines[place]
        if line.blank:
            continue
        known = _opens_a_sidebar(line.tidy, links)
        if known or _opens_a_list(line.tidy, links):
            sure = sure or known
            top, links = place if sure else top, []
        elif stands_alone(line.text) and not links:
            continue
        elif _may_be_a_link(line, links):
            links.append(_words(line))
        else:
            break
    return top


def _opens_a_sidebar(text: str, links: Sequence[str]) -> bool:
    if _POSTS.fullmatch(plain(text)):
        return len(links) <= _MOST_LINKS
    return bool(_ARCHIVES.fullmatch(plain(text)) and links and all(map(is_month, links)))


def _opens_a_list(text: str, links: Sequence[str]) -> bool:
    if _ARCHIVES.fullmatch(plain(text)):
        return not links
    if not _OTHERS.fullmatch(plain(text)) or len(links) > _MOST_LINKS:
        return False
    return all(len(link.split()) <= _CATEGORY_WORDS for link in links)


def _may_be_a_link(line: Line, links: Sequence[str]) -> bool:
    words = _words(line)
    if is_month(words):
        return len(links) < _MOST_MONTHS
    return (
        len(links) < _MOST_LINKS
        and len(words) <= _LONGEST_LINK
        and not words.endswith((".", ":", ";"))
    )


def _words(line: Line) -> str:
    mark = read_mark(line.text)
    return line.tidy if mark is None else mark.text
