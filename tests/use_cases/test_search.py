from __future__ import annotations

from collections.abc import Sequence

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.excerpts import Marked
from weeknotes_desktop.domain.searching.found import Found, Hit, Line, Names
from weeknotes_desktop.domain.searching.query import Order, Query, Words
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.use_cases.search import search

PATTERN = LabelPattern("{week}/{year}")


class FakeSearch:
    """Finds as many notes as one asks for, whatever the words."""

    def __init__(self) -> None:
        self.asked: list[tuple[Query, LabelPattern, Order, int]] = []

    def find(
        self, query: Query, pattern: LabelPattern, order: Order = Order.BEST, limit: int = 50
    ) -> Found:
        self.asked.append((query, pattern, order, limit))
        return Found(tuple(Hit(Kind.NOTE, number, 1.0) for number in range(limit)), more=True)

    def lines(self, hits: Sequence[Hit], query: Query, pattern: LabelPattern) -> tuple[Line, ...]:
        return tuple(
            Line(
                hit=hit,
                id=f"n{hit.number}",
                note=f"n{hit.number}",
                week=None,
                label=pattern.text,
                title=None,
                excerpt=Marked(" ".join(query.words[0].words)),
            )
            for hit in hits
        )

    def names(self) -> Names:
        return Names()

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        pass


def test_what_was_typed_is_understood_and_only_what_is_shown_is_read() -> None:
    searching = FakeSearch()
    result = search(searching, "The Bridge is:draft", PATTERN, order=Order.NEWEST, limit=9, shown=2)
    ((query, pattern, order, limit),) = searching.asked
    assert query == result.query
    assert query.words == (Words(("the",)), Words(("bridge",)))
    assert (len(query.filters), pattern, order, limit) == (1, PATTERN, Order.NEWEST, 9)
    assert [line.id for line in result.lines] == ["n0", "n1"]
    assert (len(result.found.hits), result.found.more) == (9, True)


def test_where_nothing_else_is_said_all_that_is_found_is_shown() -> None:
    result = search(FakeSearch(), "bridge", PATTERN)
    assert len(result.lines) == len(result.found.hits) == 50
