"""Quotes, dashes and dots as one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.typing_rules.punctuation import TAIL, may_swap, swap

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."})


def typed(keys: str, quotes: Quotes = Quotes.ENGLISH, text: str = "") -> str:
    """What stands there when these keys have been pressed one after the other."""
    for key in keys:
        before, text = text, text + key
        found = swap(text, quotes) if may_swap(key, before[-TAIL:]) else None
        if found is not None:
            assert text.endswith(found.old)
            text = text[: len(text) - len(found.old)] + found.new
    return text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("don't", "don’t"),
        ('she said "no"', "she said “no”"),
        ('"no"', "“no”"),
        ("'no'", "‘no’"),
        ("\"'no'\" he", "“‘no’” he"),
        ('("no")', "(“no”)"),
        ('**"no"**', "**“no”**"),
        ('"**no**"', "“**no**”"),
        ('*"', "*“"),
        ('""', "“”"),
        ("the dogs' bowls", "the dogs’ bowls"),
        ("'22", "’22"),
        ("in '22 or '23", "in ’22 or ’23"),
        ("'220 of them'", "‘220 of them’"),
        ("'2 of them'", "‘2 of them’"),
        ("'til then", "’til then"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'tilted'", "‘tilted’"),
        ("the '90s", "the ’90s"),
        ("one -- two", "one – two"),
        ("one--two", "one–two"),
        ("one --- two", "one — two"),
        ("one---two----", "one—two—-"),
        ("wait...", "wait…"),
        ("wait....", "wait…."),
        ("well-known", "well-known"),
        ("---", "---"),
        ("> ---", "> ---"),
        ("|---|:--|", "|---|:--|"),
        ("- one -- two", "- one – two"),
        ("😀'", "😀’"),
        ("“", "“"),
    ],
)
def test_printers_marks_come_in_place_of_those_of_the_keys(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    "keys",
    [
        "`it's",
        "`` it's ` it's",
        "[a](https://example.org/it's",
        '![a](b "it',
        "https://example.org/it's--there",
        '<a title="it',
        "<!-- it's",
        "[[What I'm",
        '[1]: https://example.org "it',
        '{: title="it',
        "<!--",
    ],
)
def test_code_addresses_and_tags_stay_as_typed(keys: str) -> None:
    assert typed(keys) == keys


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("`a` it's", "`a` it’s"),
        ("[a](b) it's", "[a](b) it’s"),
        ("https://example.org it's", "https://example.org it’s"),
        ("<b>it's", "<b>it’s"),
        ("<!-- a --> it's", "<!-- a --> it’s"),
        ("\\` it's", "\\` it’s"),
        ("1 < 2 it's", "1 < 2 it’s"),
        ("[^1]: it's", "[^1]: it’s"),
        ("`a\n` it's", "`a\n` it’s"),
    ],
)
def test_behind_them_it_goes_on(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("quotes", "text"),
    [
        (Quotes.ENGLISH, "“a” ‘b’ c’d"),
        (Quotes.GERMAN, "„a“ ‚b‘ c’d"),
        (Quotes.FRENCH, "«\u202fa\u202f» ‹\u202fb\u202f› c’d"),
        (Quotes.SWISS, "«a» ‹b› c’d"),
        (Quotes.SWEDISH, "”a” ’b’ c’d"),
        (Quotes.STRAIGHT, "\"a\" 'b' c'd"),
    ],
)
def test_the_house_has_its_own_quotes(quotes: Quotes, text: str) -> None:
    assert typed("\"a\" 'b' c'd", quotes) == text


def test_straight_quotes_leave_dashes_and_dots_alone_too() -> None:
    assert typed("a -- b...", Quotes.STRAIGHT) == "a -- b..."


@given(st.text(alphabet="ab2 '\"-.`*(<>[]|\n😀", max_size=40))
def test_only_the_look_of_what_was_typed_changes(keys: str) -> None:
    assert typed(keys).translate(_PLAIN) == keys


@given(st.text(alphabet="ab2 '\"-.`*(‘’“”–\n", max_size=30), st.sampled_from(list(Quotes)))
def test_what_is_taken_is_what_stands_there_and_can_be_put_back(text: str, quotes: Quotes) -> None:
    found = swap(text, quotes)
    if found is not None:
        assert text.endswith(found.old)
        assert found.typed.translate(_PLAIN) == found.old.translate(_PLAIN)


@given(st.text(alphabet="ab2 '\"-.‘’", max_size=30))
def test_the_cheap_look_overlooks_nothing(text: str) -> None:
    if text and swap(text, Quotes.ENGLISH) is not None:
        assert may_swap(text[-1], text[:-1][-TAIL:])
