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


def test_nothing_in_a_line_turns_round_what_is_shown_after_it() -> None:
    for unclosed in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
        assert one_line(f"a {unclosed}gpj.exe") == "a gpj.exe"
        assert one_line(unclosed) == ""
    for closing in "\u202c\u2069":
        assert one_line(f"a{closing}b") == "ab"
    assert one_line("\u2067a\u202eb\u2069c") == "\u2067ab\u2069c"
    assert one_line("\u202ea\u2069b\u202c") == "\u202eab\u202c"
    assert one_line("\u202ea\u2067b\u202cc") == "abc"


def test_direction_that_is_closed_again_stays_and_so_do_marks_that_languages_need() -> None:
    for words in (
        "Read \u2067שלום\u2069 aloud",
        "\u202bab \u202acd\u202c\u202c",
        "a\u200e\u200fb",
        "می\u200cخواهم",
    ):
        assert one_line(words) == words


@given(st.text("a \n\u200e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
def test_whatever_is_opened_in_a_line_is_closed_in_it(text: str) -> None:
    line, opened = one_line(text), ""
    for letter in line:
        if letter in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
            opened += letter
        elif letter in "\u202c\u2069":
            assert (opened[-1] >= "\u2066") == (letter == "\u2069")
            opened = opened[:-1]
    assert not opened
    assert one_line(line) == line


def test_a_line_or_a_note_that_is_too_long_is_refused_with_what_to_do() -> None:
    for refuse, text in ((one_line, "a" * 1001), (body_text, "a" * 2_000_001)):
        with pytest.raises(WeekNotesError) as refused:
            refuse(text)
        assert refused.value.remedy
