"""How long the writer's notes usually are: a band to see oneself in, no target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import quantiles

# Fewer notes have no usual length.
_ENOUGH = 4
_STEP, _SMALL_STEP = 50, 10


@dataclass(frozen=True, slots=True)
class Band:
    """The words of the middle half of the notes, in round numbers."""

    low: int
    high: int


def usual_length(published: Iterable[int]) -> Band | None:
    """The usual length; None where there are too few.

    Args:
        published: The words of each published note.
    """
    words = [one for one in published if one]
    if len(words) < _ENOUGH:
        return None
    low, _, high = quantiles(words, n=4, method="inclusive")
    return Band(_round(low), _round(high))


def _round(words: float) -> int:
    """To a number that one says: at least the smallest such number."""
    step = _STEP if words >= 2 * _STEP else _SMALL_STEP
    return max(step * round(words / step), step)
