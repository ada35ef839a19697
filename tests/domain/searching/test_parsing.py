from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import weeks
from weeknotes_desktop.domain.searching.parsing import LONGEST, parse, terms
from weeknotes_desktop.domain.searching.query import (
    LONGEST_WORD,
    MOST_WORDS,
    Became,
    Field,
    Filter,
    Place,
    Query,
    State,
    Weeks,
    Words,
)
from weeknotes_desktop.domain.week import Week

typed = st.text() | st.text(alphabet='ab:-"“”*()^{}. yearwk20W1\x00\ud800+')


def only(said: str) -> Filter:
    """The one filter that was typed."""
    query = parse(said)
    assert (query.words, query.without, len(query.filters)) == ((), (), 1)
    return query.filters[0]


def test_everything_that_can_be_said_is_understood() -> None:
    query = parse(
        "year:2022 week:2022-W10..2022-W14 label:12.22 goal:missed is:draft category:Bridges"
        ' tag:“long river” workstream:Tooling in:goals bridge "exact words" -without -"last prop"'
    )
    assert query.filters == (
        Filter(Field.YEAR, Weeks(Week(2022, 1), Week(2022, 52))),
        Filter(Field.WEEK, Weeks(Week(2022, 10), Week(2022, 14))),
        Filter(Field.LABEL, "12.22"),
        Filter(Field.GOAL, Became.MISSED),
        Filter(Field.IS, State.DRAFT),
        Filter(Field.CATEGORY, "Bridges"),
        Filter(Field.TAG, "long river"),
        Filter(Field.WORKSTREAM, "Tooling"),
        Filter(Field.IN, Place.GOALS),
    )
    assert query.words == (Words(("bridge",)), Words(("exact", "words"), whole=True))
    assert query.without == (
        Words(("without",), whole=True),
        Words(("last", "prop"), whole=True),
    )
    assert query.left_out == 0


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("year:2020", Weeks(Week(2020, 1), Week(2020, 53))),
        ("year:2020..2021", Weeks(Week(2020, 1), Week(2021, 52))),
        ("YEAR:9999", Weeks(Week(9999, 1), Week(9999, 51))),
        ("week:2022-W10", Weeks(Week(2022, 10), Week(2022, 10))),
        ("week:2022-w9", Weeks(Week(2022, 9), Week(2022, 9))),
        ("week:2022-W10..", Weeks(Week(2022, 10), None)),
        ("week:..2022-W10", Weeks(None, Week(2022, 10))),
    ],
)
def test_weeks_and_years_are_stretches(said: str, weeks: Weeks) -> None:
    assert only(said).value == weeks


@given(weeks, weeks)
def test_any_two_weeks_are_a_stretch(one: Week, other: Week) -> None:
    assert only(f"-week:{one}..{other}") == Filter(Field.WEEK, Weeks(one, other), without=True)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("year:abc", ("year", "abc")),
        ("year:0000", ("year", "0000")),
        ("year:٢٠٢٢", ("year", "٢٠٢٢")),
        ("week:2022-W99", ("week", "2022", "w99")),
        ("week:..", ("week",)),
        ("week:2022-W10..x", ("week", "2022", "w10", "x")),
        ("in:", ("in",)),
        ("in:titels", ("in", "titels")),
        ("tag:…", ("tag",)),
        ("label:–", ("label",)),
        ("private:yes", ("private", "yes")),
        ("body:x", ("body", "x")),
        ("NEAR(a", ("near", "a")),
        ("AND", ("and",)),
        ("a*", ("a",)),
        ("^a", ("a",)),
        ("{title}:x", ("title", "x")),
        ('don’t"', ("don", "t")),
        ("https://example.org/a?b", ("https", "example", "org", "a", "b")),
        ("a\x00b", ("ab",)),
    ],
)
def test_what_is_no_filter_is_words(said: str, words: tuple[str, ...]) -> None:
    assert parse(said) == Query(words=(Words(words),))


@pytest.mark.parametrize("said", ["", " ", "-", "--", '"', '""', "-“”", "…", "\x00", "\n\t"])
def test_what_says_nothing_asks_for_nothing(said: str) -> None:
    assert not parse(said).asks


@given(typed)
def test_anything_at_all_can_be_typed(said: str) -> None:
    query = parse(said)
    found = [word for words in (*query.words, *query.without) for word in words.words]
    assert len(found) <= MOST_WORDS
    assert all(0 < len(word) <= LONGEST_WORD for word in found)


@given(typed)
def test_everything_that_was_typed_stands_in_its_term(said: str) -> None:
    end = 0
    for term in terms(said):
        assert not said[end : term.start].strip()
        assert term.start < term.end
        assert term.value in said[term.start : term.end]
        end = term.end
    assert not said[end:].strip()


def test_five_hundred_words_are_no_more_than_thirty_two() -> None:
    query = parse(" ".join(f"word{number}" for number in range(500)))
    assert [words.words for words in query.words] == [
        (f"word{number}",) for number in range(MOST_WORDS)
    ]
    assert query.left_out == 500 - MOST_WORDS
    phrase = parse(f'"{" ".join("abcdefghij" * 5)}"')
    assert len(phrase.words[0].words) == MOST_WORDS


def test_of_a_long_word_the_beginning_is_looked_for() -> None:
    long = "a" * (LONGEST_WORD + 1)
    assert parse(f'"one {long} two"').words == (Words(("one", "a" * LONGEST_WORD)),)
    assert parse("x " * LONGEST).left_out == LONGEST // 2 - MOST_WORDS


def test_the_same_filter_counts_once() -> None:
    assert len(parse("is:draft is:draft in:goals in:goals").filters) == 2
