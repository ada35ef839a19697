"""Slips are found again on the page that is made of their note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spots import TITLE, block_of, spots

TEXT = "One\ntwo.\n\n- three\n- four\nmore\n\n::: private\nfive\n:::\n\nsix"
# The blocks of its page for the public, who do not get to read “five”.
LINES = (0, 3, 4, -1, 11)


def slip(words: str, text: str = TEXT, *, in_title: bool = False) -> Slip:
    at = text.index(words)
    return Slip(
        check="spelling",
        message=f"{words}?",
        start=at,
        end=at + len(words),
        words=words,
        in_title=in_title,
    )


@pytest.mark.parametrize(
    ("words", "block"),
    [("One", 0), ("two", 0), ("three", 1), ("four", 2), ("more", 2), ("six", 4), ("five", None)],
)
def test_a_slip_belongs_to_the_block_that_is_made_of_its_line(
    words: str, block: int | None
) -> None:
    (spot,) = spots(TEXT, [slip(words)])
    assert (block_of(spot, LINES), spot.message) == (block, f"{words}?")


def test_what_is_not_seen_marks_nothing_else() -> None:
    text = "seen\n::: private\nhidden\n:::\nbehind"
    hidden, behind = spots(text, [slip("hidden", text), slip("behind", text)])
    assert (block_of(hidden, (0, 4)), block_of(behind, (0, 4))) == (None, 1)


def test_a_slip_of_the_title_stands_in_the_title() -> None:
    (spot,) = spots(TEXT, [slip("One", in_title=True)])
    assert block_of(spot, LINES) == block_of(spot, ()) == TITLE


@given(st.text("ab\n: "), st.data())
def test_a_spot_is_the_line_of_its_slip(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    here = Slip(check="spelling", message="", start=at, end=at, words="")
    (spot,) = spots(text, [here])
    assert spot.line == text.count("\n", 0, at)
    assert 0 <= spot.first <= spot.line
