"""Quotes, dashes and dots as one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.typing_rules.punctuation import TAIL, may_swap, swap

_DOUBLE, _SINGLE = dict.fromkeys("“”„«»", '"'), dict.fromkeys("‘’‚‹›", "'")
_PLAIN = str.maketrans({**_DOUBLE, **_SINGLE, "–": "--", "—": "---", "…": "..."})


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
        ("'cause we can", "’cause we can"),
        ("'Twill do", "’Twill do"),
        ("\"'Twas the night", "“’Twas the night"),
        ('"\'Twas", he', "“’Twas”, he"),
        ("get 'em. Now", "get ’em. Now"),
        ("'til... 'tis--'tis---so", "’til… ’tis–’tis—so"),
        ("'em'", "‘em’"),
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
        '    print("x")',
        '\tprint("x")',
        '>     print("x")',
        '    a\n    print("x") -- y',
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


@pytest.mark.parametrize(
    ("quotes", "text"),
    [
        (Quotes.ENGLISH, "“a ‘b’” c “‘d’” e"),
        (Quotes.GERMAN, "„a ‚b‘“ c „‚d‘“ e"),
        (
            Quotes.FRENCH,
            "«\u202fa ‹\u202fb\u202f›\u202f» c «\u202f‹\u202fd\u202f›\u202f» e",
        ),
        (Quotes.SWISS, "«a ‹b›» c «‹d›» e"),
        (Quotes.SWEDISH, "”a ’b’” c ”’d’” e"),
    ],
)
def test_quotes_within_quotes_close_before_those_around_them(quotes: Quotes, text: str) -> None:
    assert typed("\"a 'b'\" c \"'d'\" e", quotes) == text


@given(
    st.lists(st.sampled_from(["a", "l'ami", "geht's", "don't", "é'è'b"]), min_size=1, max_size=6),
    st.sampled_from([one for one in Quotes if one is not Quotes.STRAIGHT]),
)
def test_between_two_letters_stands_an_apostrophe_within_quotes_too(
    words: list[str], quotes: Quotes
) -> None:
    said = " ".join(words)
    (opening, closing), printed = quotes.single, said.replace("'", "’")
    assert typed(f"'{said}' b", quotes) == f"{opening}{printed}{closing} b"


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("", '    print("x")'),
        ("words\n\n", '    print("x")'),
        ("- a\n\n", '        print("x")'),
        ("[^1]: a\n\n", '        print("x")'),
        ("words\n", "    print(“x”)"),
        ("- a\n\n", "    print(“x”)"),
        ("- a\n  - b\n\n", "    print(“x”)"),
        ("[^1]: a\n\n", "    print(“x”)"),
        ("[^1]: a\n\nb\n\n", '    print("x")'),
    ],
)
def test_what_is_indented_is_code_only_where_no_list_and_no_footnote_goes_on(
    above: str, text: str
) -> None:
    typed_so_far = ""
    for key in text.translate(_PLAIN):
        typed_so_far += key
        found = swap(typed_so_far, Quotes.ENGLISH, above)
        if found is not None:
            typed_so_far = typed_so_far[: -len(found.old)] + found.new
    assert typed_so_far == text


def test_straight_quotes_leave_dashes_and_dots_alone_too() -> None:
    assert typed("a -- b...", Quotes.STRAIGHT) == "a -- b..."


@given(
    st.text(alphabet="ab2 '\"-.`*(<>[]|\n😀", max_size=40),
    st.sampled_from([Quotes.ENGLISH, Quotes.GERMAN, Quotes.SWISS]),
)
def test_only_the_look_of_what_was_typed_changes(keys: str, quotes: Quotes) -> None:
    assert typed(keys, quotes).translate(_PLAIN) == keys


@given(st.text(alphabet="ab2 '\"-.`*(‘’“”–\n", max_size=30), st.sampled_from(list(Quotes)))
def test_what_is_taken_is_what_stands_there_and_can_be_put_back(text: str, quotes: Quotes) -> None:
    found = swap(text, quotes)
    if found is not None:
        assert text.endswith(found.old)
        assert found.typed.translate(_PLAIN) == found.old.translate(_PLAIN)


@given(
    st.text(alphabet="ab2 '\"-.‘’‚‹›\u202f", max_size=30),
    st.sampled_from(list(Quotes)),
)
def test_the_cheap_look_overlooks_nothing(text: str, quotes: Quotes) -> None:
    if text and swap(text, quotes) is not None:
        assert may_swap(text[-1], text[:-1][-TAIL:])
