"""Two texts compared: to the letter, word by word, and without waiting."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from weeknotes_desktop.domain.comparison import Change, Piece, compare

few_words = st.lists(st.sampled_from(["we", "met", "again", ".", "\n", " ", "\n\n"])).map("".join)
texts = few_words | st.text()


@given(texts, texts)
@example("one\ntwo\n", "two\none\n")
def test_the_pieces_make_up_both_texts_to_the_letter(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.change is not Change.GONE) == new


@given(texts, texts)
def test_no_two_pieces_in_a_row_have_the_same_fate_and_none_is_empty(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(piece.change is Change.SAME for piece in compare(text, text))


def test_one_changed_word_is_all_that_changed() -> None:
    assert compare("We met the team.\nTwice.", "We saw the team.\nTwice.") == (
        Piece(Change.SAME, "We "),
        Piece(Change.GONE, "met"),
        Piece(Change.NEW, "saw"),
        Piece(Change.SAME, " the team.\nTwice."),
    )


def test_a_line_that_moved_is_gone_and_new_and_the_rest_is_the_same() -> None:
    pieces = compare("one\ntwo\nthree\n", "two\nthree\none\n")
    assert Piece(Change.SAME, "two\nthree\n") in pieces


def test_texts_that_are_as_long_as_can_be_are_compared_too() -> None:
    lines = [f"Day {number}, much as the one before.\n\n" for number in range(40_000)]
    old, new = "".join(lines), "".join(line.replace("much", "quite") for line in lines[::2])
    pieces = compare(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.NEW) == old
    every_word = compare(" ".join(map(str, range(3_000))), " ".join(map(str, range(9_000, 12_000))))
    assert every_word
