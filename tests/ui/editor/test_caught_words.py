"""Words from beside the note go in behind the caret, and replace nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.ui.editor.caught_words import with_words

WORDS = "On Friday: Tea"


def test_words_stand_apart_from_what_is_around_them() -> None:
    assert with_words(Passage("", 0, 0), WORDS).text == WORDS
    assert with_words(Passage("a\n\nb", 2, 2), WORDS).text == f"a\n{WORDS}\nb"
    assert with_words(Passage("ab", 1, 1), WORDS).text == f"a {WORDS} b"
    assert with_words(Passage("a b", 2, 2), WORDS).text == f"a {WORDS} b"


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_all_that_was_there_is_still_there(text: str, one: int, other: int) -> None:
    start, end = sorted(min(place, len(text)) for place in (one, other))
    after = with_words(Passage(text, start, end), WORDS)
    assert after.text.startswith(text[:end])
    assert after.text.endswith(text[end:])
    assert after.text[: after.end].endswith(WORDS)
    assert after.start == after.end
