"""Which words a dictionary is asked about."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.checks.test_laws import TEXTS
from weeknotes_desktop.domain.checks.prose import prose_of
from weeknotes_desktop.domain.checks.spelling import misspelt, words_to_look_up

KNOWN = "we saw the tide and went on it's don't well crafted plan"
RIGHT = frozenset(KNOWN.split())


def asked(body: str, language: str = "en-GB") -> list[str]:
    """The words that a dictionary would be asked about."""
    return [word.text for word in words_to_look_up(prose_of(body, language))]


def wrong(words: Collection[str]) -> frozenset[str]:
    """Those that a very small dictionary does not know."""
    return frozenset(word for word in words if word.lower() not in RIGHT)


def flagged(body: str, *known: str) -> list[str]:
    """What is underlined."""
    return [body[slip.start : slip.end] for slip in misspelt(prose_of(body, "en"), wrong, known)]


@pytest.mark.parametrize(
    "body",
    [
        "`tidde` and",
        "[and](https://tidde.example/tidde)",
        "<https://tidde.example> and",
        "tidde@example.org and",
        "www.tidde.example and",
        "@tidde and",
        "#tidde and",
        "tidde.txt and",
        "$tidde and",
        "a_tidde_b and",
        "src/tidde/tests and",
        "~/tidde and",
        "TIDDE and",
        "TIDDEs and",
        "TidDe and",
        "tidde2 and",
        "2tidde and",
        "[[tidde]] and",
        "and[^tidde]",
        "and\n\n[tidde]: https://example.org",
        "and\n\n```\ntidde\n```",
        "and <!-- tidde -->",
        '<b class="tidde">and</b>',
        "and\n\n[GOALS]",
        "\\tidde and",
        "and מילה",
        "t and",
        "x" * 61 + " and",
    ],
)
def test_only_prose_is_looked_up(body: str) -> None:
    assert asked(body) == ["and"]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("don’t", "don't"),
        ("don't", "don't"),
        ("**tide**", "tide"),
        ("_tide_", "tide"),
        ("[tide](x)", "tide"),
        ("![tide](x.png)", "tide"),
        ("# tide", "tide"),
        ("- [ ] tide", "tide"),
        ("> tide", "tide"),
        ("| tide |", "tide"),
        ("[^1]: tide", "tide"),
        ("%%tide%%", "tide"),
        ("‘tide’", "tide"),
        ("tide\u00a0", "tide"),
        ("ti\u00adde", "tide"),
        ("cafe\u0301", "café"),
        ("well-crafted", "well-crafted"),
        ("well\u2011crafted", "well-crafted"),
        ("«tide»", "tide"),
    ],
)
def test_marks_and_kinds_of_signs_do_not_hide_a_word(body: str, word: str) -> None:
    assert asked(body) == [word]


def test_both_words_of_an_alternative_are_looked_up() -> None:
    assert asked("and/or") == ["and", "or"]


def test_a_word_that_nobody_knows_is_flagged_wherever_it_stands() -> None:
    assert flagged("We saw the tidde and *the* tidde") == ["tidde", "tidde"]


def test_of_joined_words_only_what_is_wrong_is_flagged() -> None:
    assert flagged("well-crafted well-krafted plan") == ["krafted"]


def test_words_of_the_writer_are_known_however_they_are_written() -> None:
    assert flagged("Maren’s plan, Maren and MAREN and maren", "Maren") == []
    assert flagged("the harbor crew", "Harbor crew") == []


def test_half_a_word_is_no_word() -> None:
    assert flagged("the ti*dde* and ti**dde**") == []


def test_other_scripts_are_looked_up_in_their_own_language() -> None:
    assert asked("прилив tide", "ru") == ["прилив", "tide"]


@given(TEXTS, st.sampled_from(["en-GB", "ru"]))
def test_every_word_lies_in_the_text_and_is_one(body: str, language: str) -> None:
    for word in words_to_look_up(prose_of(body, language)):
        assert 0 <= word.start < word.end <= len(body)
        assert word.text
        assert not any(letter.isspace() or letter.isdigit() for letter in word.text)


@given(TEXTS)
def test_every_misspelt_word_lies_in_the_text(body: str) -> None:
    for slip in misspelt(prose_of(body, "en"), frozenset, ()):
        assert 0 <= slip.start < slip.end <= len(body)
