"""The same goal told twice, found again though its wording has shifted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from weeknotes_desktop.domain.found import FoundGoal
from weeknotes_desktop.publishing.importers.lines import plain

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    re.findall(
        r"[a-z]+",
        """
        a an the and or but to of for in on at by with from into is are was were be been it its
        that this which we i my our us you they their have has had do did will would can could so
        as up out more some what how
        """,
    )
)
_ALIKE = 0.82
_SHARED = 0.6
_FEWEST_SHARED = 3


def merge_groups(groups: Iterable[Sequence[FoundGoal]]) -> list[FoundGoal]:
    """All goals of a post; where a later list reports on an earlier one, once."""
    kept: list[FoundGoal] = []
    for group in groups:
        earlier, later = merge(kept, group)
        kept = [*earlier, *later]
    return kept


def merge(
    earlier: Sequence[FoundGoal], later: Sequence[FoundGoal]
) -> tuple[list[FoundGoal], list[FoundGoal]]:
    """Both without what they share: the later telling stays, with what the earlier one knew.

    Each goal answers to one other at most, the most alike first.
    """
    pairs = sorted(
        (
            (likeness, -one, -other)
            for one, goal in enumerate(earlier)
            for other, told in enumerate(later)
            if goal.week == told.week and (likeness := _likeness(goal.text, told.text)) > 0
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    answered: set[int] = set()
    for _, one, other in pairs:
        if -one not in answered and -other not in taken:
            answered.add(-one)
            taken[-other] = -one
    told_again = list(later)
    for other, one in taken.items():
        outcome = told_again[other].outcome or earlier[one].outcome
        line = told_again[other].line or earlier[one].line
        told_again[other] = replace(told_again[other], outcome=outcome, line=line)
    left = [goal for place, goal in enumerate(earlier) if place not in answered]
    return left, told_again


def _likeness(one: str, other: str) -> float:
    """How surely two wordings are one goal, from 0 (not at all) to 1."""
    one, other = plain(one).rstrip("."), plain(other).rstrip(".")
    if one == other:
        return 1.0
    words, others = _words(one), _words(other)
    shared = len(words & others)
    if shared >= _FEWEST_SHARED and shared / min(len(words), len(others)) >= _SHARED:
        return 0.9 * shared / min(len(words), len(others))
    ratio = SequenceMatcher(None, one[:200], other[:200], autojunk=False).ratio()
    return 0.8 * ratio if ratio >= _ALIKE else 0.0


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if word not in _SMALL}
