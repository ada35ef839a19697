"""Words that are one slip of the finger away from a misspelt one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from weeknotes_desktop.spelling.near_words import LONGEST, near_words


def near(word: str, *right: str, most: int = 6) -> tuple[str, ...]:
    return near_words(word, set(right).__contains__, most)


def test_letters_in_the_wrong_order_are_the_likeliest_slip() -> None:
    assert near("teh", "the", "ten", "tech", "eh") == ("the", "eh", "tech", "ten")


def test_a_letter_too_many_too_few_or_another_is_found() -> None:
    assert near("tidde", "tide") == ("tide",)
    assert near("tde", "tide") == ("tide",)
    assert near("tode", "tide") == ("tide",)
    assert near("occured", "occurred") == ("occurred",)


def test_the_right_word_itself_is_no_suggestion() -> None:
    assert near("tide", "tide") == ()


def test_no_more_than_wanted_are_looked_for() -> None:
    asked: list[str] = []

    def is_right(word: str) -> bool:
        asked.append(word)
        return True

    assert len(near_words("tide", is_right, 2)) == 2
    assert len(asked) == 2


@given(word=some.text(max_size=LONGEST + 5))
def test_no_word_takes_more_questions_than_a_moment_has_room_for(word: str) -> None:
    asked: list[str] = []

    def is_right(one: str) -> bool:
        asked.append(one)
        return False

    near_words(word, is_right, 6)
    assert len(asked) <= (60 * (len(word) + 1) if len(word) <= LONGEST else 0)
