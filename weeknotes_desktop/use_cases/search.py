"""Look for something in everything that is written down."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.found import Found, Line, Search
from weeknotes_desktop.domain.searching.parsing import parse
from weeknotes_desktop.domain.searching.query import Order, Query


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it.

    Args:
        query: What was understood.
        lines: The first of what was found, as it is shown.
        found: All of it.
    """

    query: Query
    lines: tuple[Line, ...]
    found: Found


def search(
    searching: Search,
    typed: str,
    pattern: LabelPattern,
    *,
    order: Order = Order.BEST,
    limit: int = 50,
    shown: int | None = None,
) -> Result:
    """Find what somebody typed words and filters for; any text at all can be typed.

    Args:
        limit: So much is found at most.
        shown: Of so much of it the texts are read; None for all.

    Raises:
        CancelledError: If something newer was looked for meanwhile.
        DamagedSearchError: If the index has to be made anew first.
    """
    query = parse(typed)
    found = searching.find(query, pattern, order, limit)
    lines = searching.lines(found.hits[:shown], query, pattern)
    return Result(query, lines, found)
