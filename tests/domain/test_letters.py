from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.letters import APART, count, letters, letters_of_blocks


@pytest.mark.parametrize(
    "written",
    [
        "Jo said: the café’s lease is up!",
        "JO SAID “THE CAFÉS LEASE IS UP”",
        "jo-said-the-cafes-lease-is-up",
        "Jo said the cafe\u0301s le\u00adase\u00a0is\u200b up",
        "Ｊｏ said the cafés ｌｅａｓｅ is up",
    ],
)
def test_the_same_words_are_the_same_however_they_are_written(written: str) -> None:
    assert letters(written) == b"josaidthecafesleaseisup"


def test_letters_of_every_script_count() -> None:
    assert letters("Мы молчим.").decode() == "мымолчим"
    assert count(letters("Мы молчим.")) == 8
    assert letters("Straße ﬁnds ½") == b"strassefinds12"


def test_blocks_stay_apart_only_where_that_is_wanted() -> None:
    assert letters(f"a{APART}b") == b"ab"
    assert letters_of_blocks(f"A {APART} b") == b"a\x01b"


@given(st.text(), st.text())
def test_letters_of_two_texts_are_the_letters_of_both(one: str, other: str) -> None:
    # Only an accent could go with a letter before it, and accents go anyway.
    assert letters(one + other) == letters(one) + letters(other)
