"""Runs are found wherever they begin, and no others."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from weeknotes_desktop.domain.letter_runs import Run, RunFinder
from weeknotes_desktop.domain.sentences import SHORTEST

EVERY = (1, 2, 3, 6)
places = st.sampled_from(EVERY)
few_letters = st.text(alphabet="abc", max_size=70).map(str.encode)


def runs_by_hand(sentence: bytes, text: bytes) -> set[tuple[int, int, int]]:
    found = set()
    for along in range(-len(sentence), len(text) + 1):
        start = 0
        for place in range(len(sentence) + 1):
            at = along + place
            same = place < len(sentence) and 0 <= at < len(text) and sentence[place] == text[at]
            if not same:
                if place - start >= SHORTEST:
                    found.add((start, place, along + start))
                start = place + 1
    return found


@given(st.lists(few_letters, max_size=3), few_letters, few_letters, places)
@settings(deadline=None)
@example([b"a" * 60], b"a" * 50, b"", 1)
def test_every_run_of_twenty_letters_is_found_and_nothing_else(
    sentences: list[bytes], before: bytes, after: bytes, every: int
) -> None:
    text = before + b"".join(sentences) + after
    runs = [tuple(run) for run in RunFinder(sentences, every).runs(text)]
    found = set(runs)
    assert len(found) == len(runs)
    assert found == {
        (number, *run)
        for number, sentence in enumerate(sentences)
        for run in runs_by_hand(sentence, text)
    }


@pytest.mark.parametrize("every", EVERY)
def test_twenty_letters_are_found_wherever_they_begin(every: int) -> None:
    sentence = b"thequickbrownfoxjump"
    assert len(sentence) == SHORTEST
    for behind in range(2, 9):
        finder = RunFinder([b"z" * behind + sentence], every)
        # A long text is looked at piece by piece.
        for before in (*range(20), *range(2_280, 2_310)):
            text = b"-" * before + sentence + b"-"
            assert list(finder.runs(text)) == [Run(0, behind, behind + 20, before)]
            assert list(finder.runs(text[:-2])) == []


def test_a_run_tells_where_it_is() -> None:
    finder = RunFinder([b"theleaseoftheharbourofficeends"])
    assert list(finder.runs(b"xxleaseoftheharbourofficeyy")) == [Run(0, 3, 26, 2)]
    assert list(finder.runs(b"xxleaseoftheharbouryy")) == []


def test_twenty_letters_are_twenty_letters_in_any_script() -> None:
    short, long = "мымолчимобэтом".encode(), "мымолчимобэтомкаждыйдень".encode()
    assert list(RunFinder([short]).runs(short)) == []
    assert len(list(RunFinder([long]).runs(b"a" + long))) == 1


def test_sentences_that_say_the_same_are_all_found() -> None:
    same = b"theleaseoftheharbourofficeends"
    runs = RunFinder([same, b"x" + same, same[3:]]).runs(b"yy" + same)
    assert {(run.sentence, run.start, run.end) for run in runs} == {
        (0, 0, 30),
        (1, 1, 31),
        (2, 0, 27),
    }
