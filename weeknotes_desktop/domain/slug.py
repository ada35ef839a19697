"""Names for files that every system takes and that say nothing they must not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable

from weeknotes_desktop.domain.week import Week

LONGEST = 80
"""Letters of a name, its ending left out."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
# A page of the program's own would be overwritten by them.
_OURS = frozenset({"index", "feed", "search", "assets", "404", "sitemap", "robots"})


def file_name(
    text: str,
    taken: Container[str] = (),
    *,
    otherwise: str = "note",
    longest: int = LONGEST,
) -> str:
    """A name made of the words of ``text``: small letters, digits and dashes.

    Args:
        taken: Names that are given already; a name that is one of them gets
            ``-2``, ``-3``, … behind it.
        otherwise: The name where ``text`` has no letter that could stand in one.
        longest: In letters, for a name that gets something before it.
    """
    # Letters with marks on them lose the marks; what has no plain form goes.
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    name = _NOT_PLAIN.sub("-", plain).strip("-")[:longest].rstrip("-")
    if not name or _DEVICE.fullmatch(name) or name in _OURS:
        name = f"{otherwise}-{name}"[:longest].rstrip("-")
    given, number = name, 1
    while name in taken:
        number += 1
        behind = f"-{number}"
        name = given[: longest - len(behind)].rstrip("-") + behind
    return name


def place_of(week: Week, words: Iterable[str], taken: Container[str] = ()) -> str:
    """Where the page of a note stands in a site, as ``2021/w16-working-in-the-open``.

    Args:
        words: Its title, its label: the first that has a letter for it is taken.
        taken: Places that are given already.
    """
    year, number = f"{week.year:04}/", f"w{week.number:02}"
    named = (file_name(f"{number} {text}") for text in words)
    name = next((name for name in named if name != number), number)
    given, times = name, 1
    while year + name in taken:
        times += 1
        behind = f"-{times}"
        name = given[: LONGEST - len(behind)].rstrip("-") + behind
    return year + name


def page_name(week: Week, label: str) -> str:
    """What the page of a note is called unless the writer says otherwise."""
    words = "".join(letter if letter.isalnum() else "-" for letter in label.casefold())
    short = "-".join(part for part in words.split("-") if part)
    return f"{week}-{short}"[:LONGEST].rstrip("-") + ".html"
