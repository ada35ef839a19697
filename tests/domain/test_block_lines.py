"""Each block of a page is found again in the text it was made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.block_lines import NOWHERE, Block, Kind, block_lines

_WORDS = st.text(alphabet="ab", min_size=1, max_size=2)
_LINES = st.lists(st.lists(_WORDS, max_size=3).map(" ".join), max_size=12)


def lines(source: str, *texts: str) -> list[int]:
    return list(block_lines(source, [Block(text) for text in texts]))


def test_a_block_comes_from_the_line_with_its_first_words() -> None:
    source = "# Mud\n\nThe *rota* is [done](https://e.org), and\nwraps.\n\n- One\n- [x] Two"
    assert lines(source, "Mud", "The rota is done, and wraps.", "One", "Two") == [0, 2, 5, 6]


def test_the_same_words_twice_are_told_apart_by_their_order() -> None:
    source = "## Next\n\nboats\n\n## Next\n\nropes"
    assert lines(source, "Next", "boats", "Next", "ropes") == [0, 2, 4, 6]


def test_what_the_audience_does_not_see_is_passed_over() -> None:
    source = "::: private\nNo.\n:::\n\n%%secret%% Yes and more\n\nEnd"
    assert lines(source, "Yes and more", "End") == [4, 6]


def test_what_stands_in_no_line_comes_from_nowhere() -> None:
    assert lines("One\n\nTwo", "One", "A goal of the panel", "", "Two") == [0, NOWHERE, NOWHERE, 2]


def test_goals_come_from_the_line_that_asks_for_them() -> None:
    source = "One\n\n[GOALS]\n\nTwo\n\n[NEXT WEEK]"
    blocks = [Block("One"), Block("x", Kind.GOALS), Block("Two"), Block("y", Kind.GOALS)]
    assert block_lines(source, blocks) == (0, 2, 4, 6)


def test_footnotes_may_stand_anywhere_in_the_text() -> None:
    source = "One[^a]\n\n[^a]: The note\n\nTwo"
    blocks = [Block("One"), Block("Two"), Block("The note", Kind.FOOTNOTE)]
    assert block_lines(source, blocks) == (0, 4, 2)


@given(_LINES, st.lists(st.lists(_WORDS, max_size=3).map(" ".join), max_size=12))
def test_lines_grow_and_are_in_the_text(source: list[str], texts: list[str]) -> None:
    found = block_lines("\n".join(source), [Block(text) for text in texts])
    known = [line for line in found if line != NOWHERE]
    assert len(found) == len(texts)
    assert known == sorted(set(known))
    assert all(0 <= line < max(len(source), 1) for line in known)


@given(_LINES)
def test_a_page_of_every_line_finds_every_line(source: list[str]) -> None:
    texts = [line for line in source if line.strip()]
    found = block_lines("\n".join(source), [Block(text) for text in texts])
    assert found == tuple(nth for nth, line in enumerate(source) if line.strip())


@pytest.mark.parametrize("mark", ["[^", "](", "<a", "%%", ">", "[a](", "- ", "a "])
def test_a_line_of_marks_is_read_once(mark: str) -> None:
    # Read over and over, this would take minutes.
    source = mark * 200_000
    assert len(block_lines(source, [Block("a"), Block(source)])) == 2
