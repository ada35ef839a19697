from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.text import body_text, one_line

anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_what_is_kept_can_be_written_to_disk_and_is_kept_the_same_twice(text: str) -> None:
    kept = body_text(text)
    kept.encode()
    assert body_text(kept) == kept
    assert not set(kept) & set("\x00\x1b\r\x80\x9b\x9f")


def test_no_terminal_escape_is_kept() -> None:
    for keep in (one_line, body_text):
        assert keep("a\x9b31mb\x1bc") == "a31mbc"


@given(anything.filter(lambda text: len(text) <= 1000))
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line == line.strip() == " ".join(line.split())
    assert one_line(line) == line


def test_words_in_every_script_and_emoji_stay_as_they_are() -> None:
    for words in ("שלום עולם", "👩‍👩‍👧 family", "naïve café", "週報"):
        assert one_line(words) == body_text(words) == words


def test_a_line_or_a_note_that_is_too_long_is_refused_with_what_to_do() -> None:
    for refuse, text in ((one_line, "a" * 1001), (body_text, "a" * 2_000_001)):
        with pytest.raises(WeekNotesError) as refused:
            refuse(text)
        assert refused.value.remedy
