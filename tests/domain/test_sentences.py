from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.letters import count, letters
from weeknotes_desktop.domain.sentences import SHORTEST, readings, sentences


def test_a_short_sentence_goes_with_the_one_beside_it() -> None:
    text = "No. Jo left the harbour office in a rage. Bad."
    assert list(sentences(text)) == ["No. Jo left the harbour office in a rage. Bad."]
    assert list(sentences("I left. You left. They all left. Good.")) == [
        "I left. You left. They all left. Good."
    ]


def test_a_sentence_may_go_on_in_the_next_line_but_not_in_the_next_item() -> None:
    assert list(sentences("We never spoke\nof it in the harbour office.")) == [
        "We never spoke\nof it in the harbour office."
    ]
    assert list(sentences("- We never spoke\n- of it in the harbour office.")) == [
        "- of it in the harbour office."
    ]


def test_markers_are_no_words() -> None:
    text = "::: private\nWe never spoke of it in there.\n:::\n%%Nor will we ever speak of it.%%"
    assert [letters(one) for one in sentences(text)] == [
        b"weneverspokeofitinthere",
        b"norwillweeverspeakofit",
    ]


def test_what_a_page_shows_of_a_source_is_read_too() -> None:
    source = "1. The [lease](https://e.org/x) of [[10.2022|Jo]] ends[^1] &amp; we &ldquo;go&rdquo;"
    assert readings(source)[1] == b"theleaseofjoendswego"


@given(st.lists(st.sampled_from(["word", "long words here ", ".", "! ", "\n", "\n\n", "- ", "%%"])))
def test_every_block_that_is_long_enough_is_told_whole(pieces: list[str]) -> None:
    text = "".join(pieces)
    told = list(sentences(text))
    assert all(count(letters(one)) >= SHORTEST for one in told)
    # What is left out are blocks that are too short.
    assert b"".join(map(letters, told)) in letters(text) or len(told) > 1
