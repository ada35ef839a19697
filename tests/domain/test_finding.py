"""What is found stands in the text, and what takes its place is all that changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plain_patterns import PlainPatterns
from weeknotes_desktop.domain.errors import FindingError
from weeknotes_desktop.domain.finding import LONGEST, Hit, Search, find, folded
from weeknotes_desktop.domain.replacing import Change, changes, put

PATTERNS = PlainPatterns()
# Few letters, so that they meet; all marks that are alike, and some that are not one unit wide.
letters = st.sampled_from("aAbßİiıΣς’'‘“\"\xa0 \u202f😀\n.é")
texts = st.text(letters, max_size=40)
words = st.text(letters, min_size=1, max_size=3)
searches = st.builds(Search, words, st.booleans(), st.booleans())


def found(search: Search, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find(search, text, PATTERNS)]


@given(searches, texts)
def test_places_lie_in_the_text_in_order_and_never_over_one_another(
    search: Search, text: str
) -> None:
    end = 0
    for hit in find(search, text, PATTERNS):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


@given(words, texts)
def test_what_stands_there_letter_by_letter_is_found(looked_for: str, text: str) -> None:
    hits = find(Search(looked_for, case=True), text, PATTERNS)
    place = text.find(looked_for)
    assert place < 0 or any(hit.start <= place < hit.end for hit in hits)
    assert all(folded(text[hit.start : hit.end]) == folded(looked_for) for hit in hits)


@given(searches, texts)
def test_the_words_say_the_same_to_a_pattern(search: Search, text: str) -> None:
    as_pattern = Search(re.escape(search.words), search.case, search.whole, pattern=True)
    assert find(as_pattern, text, PATTERNS) == find(search, text, PATTERNS)


@given(texts)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(texts, words, words)
def test_where_nothing_is_found_nothing_changes(text: str, looked_for: str, other: str) -> None:
    hits = find(Search(looked_for), text, PATTERNS)
    after = put(text, changes(text, hits, other, pattern=False))
    assert hits or after == text


@given(searches, texts, st.text(letters, max_size=4))
def test_replacing_all_is_replacing_each_from_the_end(
    search: Search, text: str, other: str
) -> None:
    hits = find(search, text, PATTERNS)
    one_by_one = text
    for hit in reversed(hits):
        one_by_one = one_by_one[: hit.start] + other + one_by_one[hit.end :]
    assert put(text, changes(text, hits, other, pattern=False)) == one_by_one


def test_straight_and_curly_marks_and_all_spaces_are_alike() -> None:
    assert found(Search("it's"), "It’s it's it‘s") == ["It’s", "it's", "it‘s"]
    assert found(Search("“so”"), 'so "so" “so”') == ['"so"', "“so”"]
    assert found(Search("10 km"), "10\xa0km 10 km 10\u202fkm") == [
        "10\xa0km",
        "10 km",
        "10\u202fkm",
    ]


def test_capitals_and_whole_words_matter_only_where_asked() -> None:
    assert found(Search("week"), "Week weeks") == ["Week", "week"]
    assert found(Search("week", case=True), "Week weeks") == ["week"]
    assert found(Search("week", whole=True), "Week weeks") == ["Week"]
    assert found(Search("*is", whole=True), "(*is) *isn") == ["*is"]


def test_a_pattern_that_names_a_letter_by_its_number_means_that_one() -> None:
    assert found(Search(r"\xa0", pattern=True), "a b\xa0c") == ["\xa0"]
    assert found(Search(r"\u2019", pattern=True), "it's it’s") == ["’"]


def test_a_pattern_finds_line_by_line_and_never_nothing() -> None:
    assert found(Search("^-.*$", pattern=True), "- one\n- two") == ["- one", "- two"]
    assert found(Search("x*", pattern=True), "axxb") == ["xx"]


def test_parts_of_a_pattern_come_as_they_were_written() -> None:
    text = "Ada’s week, Bo's week"
    search = Search(r"(\w+'s) (week)(!)?", pattern=True)
    hits = find(search, text, PATTERNS)
    after = put(text, changes(text, hits, r"\2 of \1\3 \\ [\0]", pattern=True))
    assert after == "week of Ada’s \\ [Ada’s week], week of Bo's \\ [Bo's week]"


def test_a_part_that_is_not_there_is_said() -> None:
    with pytest.raises(FindingError, match="no part 2"):
        changes("ab", [Hit(0, 1, ((0, 1),))], r"\2", pattern=True)


def test_plain_words_are_put_there_as_they_are() -> None:
    assert changes("ab", [Hit(0, 1)], r"\1", pattern=False) == (Change(0, 1, r"\1"),)


def test_what_says_it_already_is_no_change() -> None:
    text = "it’s it's"
    hits = find(Search("it's"), text, PATTERNS)
    assert changes(text, hits, "it’s", pattern=False) == (Change(5, 9, "it’s"),)


def test_nobody_looks_for_nothing_or_for_a_book() -> None:
    assert found(Search(""), "abc") == []
    with pytest.raises(FindingError, match="at most 1,000"):
        find(Search("x" * (LONGEST + 1)), "abc", PATTERNS)


@pytest.mark.parametrize("place", ["^", "$", "^$", r"\b", r"\A"])
def test_a_place_without_a_letter_is_said_to_be_one(place: str) -> None:
    with pytest.raises(FindingError, match="where no letter stands"):
        find(Search(place, pattern=True), "a\n\nb", PATTERNS)
    assert [hit[:2] for hit in find(Search("^b$", pattern=True), "a\n\nb", PATTERNS)] == [(3, 4)]
    assert [hit[:2] for hit in find(Search("^"), "a^", PATTERNS)] == [(1, 2)]


def test_what_no_disk_keeps_is_not_put_there() -> None:
    assert put("a", changes("a", [Hit(0, 1)], "\x00b\ud800", pattern=False)) == "b\ufffd"
