"""An address that is pasted over words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.typing_rules.pasted_links import address_in, linked


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" https://example.org/a(b)\n", "https://example.org/a%28b%29"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("see https://example.org", ""),
        ("https://example.org two", ""),
        ("https://" + "a" * 5_000, ""),
        ("", ""),
    ],
)
def test_only_an_address_alone_is_one(text: str, address: str) -> None:
    assert address_in(text) == address


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("the log", "[the log](https://a.example)"),
        (" the log ", " [the log](https://a.example) "),
        ("a] b", "[a\\] b](https://a.example)"),
        ("[x]", "[[x]](https://a.example)"),
        ("two\nlines", ""),
        ("", ""),
        ("  ", ""),
        ("[a](https://b.example)", ""),
        ("https://b.example", ""),
    ],
)
def test_words_become_a_link_where_they_can(words: str, link: str) -> None:
    assert linked(words, "https://a.example") == link


@given(st.text(max_size=40) | st.text(alphabet="ab []\\()", max_size=20))
def test_no_letter_of_the_words_is_lost(words: str) -> None:
    made = linked(words, "https://a.example")
    assert not made or words.strip().replace("\\", "") in made.replace("\\", "")
