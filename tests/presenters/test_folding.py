"""Long comparisons are folded, and nothing of them is lost in the fold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.comparison import Change, Piece, compare
from weeknotes_desktop.presenters.folding import Fold, Part, fold, unfold, whole

lines = st.lists(st.sampled_from(["one", "two", "three", ""]), max_size=30).map("\n".join)


def text_of(parts: tuple[Part, ...], *changes: Change) -> str:
    return "".join(part.text for part in parts if part.change in changes)


@given(lines, lines)
def test_folding_loses_no_letter_of_either_text(old: str, new: str) -> None:
    parts = fold(compare(old, new))
    assert text_of(parts, Change.SAME, Change.GONE) == old
    assert text_of(parts, Change.SAME, Change.NEW) == new


def test_what_is_the_same_far_from_any_change_is_folded() -> None:
    same = "".join(f"line {number}\n" for number in range(40))
    parts = fold(compare(same + "end", same + "new end"))
    (folded,) = (part for part in parts if isinstance(part, Fold))
    assert folded.lines == 38
    assert parts[-1] == Piece(Change.SAME, "end")


def test_a_few_lines_are_not_worth_a_fold() -> None:
    parts = fold(compare("one\ntwo\nthree\n", "one\ntwo\nfour\n"))
    assert not any(isinstance(part, Fold) for part in parts)


def test_texts_that_are_the_same_are_shown() -> None:
    assert fold(compare("one\ntwo", "one\ntwo")) == (Piece(Change.SAME, "one\ntwo"),)


def test_what_nobody_reads_at_once_opens_by_and_by() -> None:
    text = "".join(f"line {number}\n" for number in range(2_000))
    parts = whole(text)
    assert text_of(parts, Change.SAME) == text
    seen = 0
    while isinstance(parts[-1], Fold):
        parts = unfold(parts[-1])
        seen += 1
    assert seen == 4


def test_one_endless_line_counts_as_many() -> None:
    first, *_, last = whole("x" * 2_000_000)
    assert len(first.text) == 100_000
    assert isinstance(last, Fold)
