"""Patterns are looked for in a process of their own, for so long and no longer."""

from __future__ import annotations

import sys

import pytest

from weeknotes_desktop.domain.errors import FindingError
from weeknotes_desktop.domain.finding import Hit
from weeknotes_desktop.patterns.process import places
from weeknotes_desktop.patterns.worker import PatternWorker


def test_places_come_with_their_parts() -> None:
    with PatternWorker() as patterns:
        assert patterns.find("(w)eek", "Week week", case=False) == (
            Hit(0, 4, ((0, 1),)),
            Hit(5, 9, ((5, 6),)),
        )
        assert patterns.find("(w)eek", "Week week", case=True) == (Hit(5, 9, ((5, 6),)),)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"(a+)+$", "a" * 50 + "b"), (r"(a|aa)+$", "a" * 80 + "b"), (r"(x+x+)+y", "x" * 60)],
)
def test_a_pattern_that_never_ends_is_one_sentence(pattern: str, text: str) -> None:
    with (
        PatternWorker(seconds=0.2) as patterns,
        pytest.raises(FindingError, match="takes too long"),
    ):
        patterns.find(pattern, text, case=False)


@pytest.mark.parametrize("pattern", ["(", "[a", "a**", "*", "a{2,1}", "\\", "(?P<x", "a(?i)"])
def test_a_pattern_that_cannot_be_read_is_one_sentence(pattern: str) -> None:
    with PatternWorker() as patterns, pytest.raises(FindingError, match="cannot be read"):
        patterns.find(pattern, "text", case=False)


def test_a_pattern_nested_too_deep_is_one_sentence_and_harms_no_other() -> None:
    with PatternWorker() as patterns:
        with pytest.raises(FindingError, match="too large"):
            patterns.find("(" * 499 + ")" * 499, "text", case=False)
        assert patterns.find("e", "text", case=False) == (Hit(1, 2),)


def test_a_process_that_dies_is_one_sentence() -> None:
    with (
        PatternWorker(command=(sys.executable, "-c", "pass")) as patterns,
        pytest.raises(FindingError, match="could not be looked for"),
    ):
        patterns.find("e", "text", case=False)


def test_half_letters_and_nul_do_no_harm() -> None:
    with PatternWorker() as patterns:
        assert patterns.find("b", "\ud800b\x00", case=False) == (Hit(1, 2),)


def test_nothing_is_found_where_nothing_stands() -> None:
    assert places("b*", "aaa", case=False) == ()
