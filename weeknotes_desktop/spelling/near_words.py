"""Words one letter away from a misspelt one: found at once, where a dictionary takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator

LONGEST = 30
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz'"


def near_words(word: str, is_right: Callable[[str], bool], most: int) -> tuple[str, ...]:
    """The first words that are one slip of the finger away, the likeliest slips first.

    Args:
        is_right: Whether a dictionary knows a word.
    """
    found: dict[str, None] = {}
    if len(word) <= LONGEST:
        for one in _one_letter_away(word):
            if one not in found and one != word and is_right(one):
                found[one] = None
                if len(found) == most:
                    break
    return tuple(found)


def _one_letter_away(word: str) -> Iterator[str]:
    places = range(len(word))
    for at in places[:-1]:
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in places:
        yield word[:at] + word[at] + word[at:]
    for at in places:
        if len(word) > 1:
            yield word[:at] + word[at + 1 :]
    # The first letter is seldom the wrong one.
    for at in (*places[1:], len(word), *places[:1]):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
    for at in (*places[1:], *places[:1]):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
