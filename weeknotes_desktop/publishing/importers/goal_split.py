"""Several goals in one sentence, taken apart: “to agree A, to write B and to hire C”."""

from __future__ import annotations

import re

_TO = re.compile(r"(?:,\s*(?:and\s+|or\s+)?|;\s*(?:and\s+)?|\s+and\s+)to\s+(?=\w)", re.IGNORECASE)
_COMMAS = re.compile(r",\s*and\s+|,\s*|;\s*(?:and\s+)?|\s+and\s+")
_SEMICOLONS = re.compile(r";\s*(?:and\s+)?")
_NUMBERED = re.compile(r"\s*(?:,|;|and)?\s*\(?\b[1-9][.)]\s+")
_LETTERED = re.compile(
    r"(?:^|\s*[,;]|(?<=\s))\s*(?:and\s+)?\(?\b(?P<letter>[a-h]|i{1,3}|iv|v)\)\s+", re.IGNORECASE
)
_COUNTED = (["a", "b", "c", "d", "e", "f", "g", "h"], ["i", "ii", "iii", "iv", "v"])
_OPENING = re.compile(r"^(?:and\s+)?to\b:?\s+", re.IGNORECASE)
# A comma parts two goals only where a doing word follows; else it parts two things.
_DOING = frozenset(
    re.findall(
        r"[a-z]+",
        """
        agree answer apply arrange ask attend begin book bring build buy call catch check choose
        clean clear close collect come complete create cut decide define deliver demo design
        develop discuss draft encourage explain explore figure fill find finish fix follow get
        give go have hear help hire hold improve introduce invite join keep launch lead learn
        leave listen look make map meet migrate move name open organise organize pay pick plan
        practise prepare present produce prototype publish push put read recruit release remove
        reply report research resolve review rewrite run say schedule see sell send set share ship
        show sign sketch sort speak spend start stop submit support take talk teach tell test
        thank think tidy try turn understand update use visit walk work wrap write
        """,
    )
)
_THINGS = frozenset(("a", "an", "the", "some", "more", "better", "fewer"))
_SHORTEST_DOING = 5
_FEWEST_WORDS = 2
_MOST_GOALS = 12


def split_goals(words: str, count: int | None = None) -> list[str]:
    """The goals in ``words``.

    Args:
        count: How many the writer said there are, where they said.
    """
    words = _OPENING.sub("", words.strip(), count=1)
    ways = (_by_letters(words), _NUMBERED.split(words), _TO.split(words), _SEMICOLONS.split(words))
    for pieces in ways:
        goals = [piece for piece in map(_goal, pieces) if piece]
        if 1 < len(goals) <= _MOST_GOALS:
            return goals
    return _by_commas(words, count)


def _by_letters(words: str) -> list[str]:
    """The pieces of “a) sing; b) dance”; none where the letters do not count from the first."""
    marks = list(_LETTERED.finditer(words))
    letters = [mark["letter"].lower() for mark in marks]
    if not letters or letters not in (counted[: len(letters)] for counted in _COUNTED):
        return []
    head = words[: marks[0].start()].strip()
    if head and not head.endswith(":"):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    return [words[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]


def _by_commas(words: str, count: int | None) -> list[str]:
    pieces = [piece.strip() for piece in _COMMAS.split(words)]
    goals = [goal for goal in map(_goal, pieces) if goal]
    if count is not None and len(goals) == count:
        return goals
    things = words.split(None, 1)[0].lower() in _THINGS if words else False
    taken: list[str] = []
    end = 0
    for comma in _COMMAS.finditer(words):
        rest = words[comma.end() :].split()
        if len(rest) >= _FEWEST_WORDS and _begins(rest[0].lower(), thing=things):
            taken.append(words[end : comma.start()])
            end = comma.end()
    return [goal for goal in map(_goal, [*taken, words[end:]]) if goal][:_MOST_GOALS]


def _begins(word: str, *, thing: bool) -> bool:
    """Whether a new goal begins with ``word``, given what the first began with."""
    if thing:
        return word in _THINGS
    return word in _DOING or (word.endswith("ing") and len(word) > _SHORTEST_DOING)


def _goal(words: str) -> str:
    """One goal as it would stand in a list."""
    words = _OPENING.sub("", words.strip(" \u00a0,;:")).strip()
    words = re.sub(r"[\s,;.]+(?:and)?$", "", words)
    return words[:1].upper() + words[1:] if any(letter.isalpha() for letter in words) else ""
