"""Which quotation marks a writer uses."""

from __future__ import annotations

from enum import StrEnum

ELISIONS = frozenset(
    ("tis", "twas", "twere", "twill", "til", "till", "em", "n", "cause", "bout", "round")
)
"""English words that have lost their first letters: an apostrophe stands before them."""

_THIN = "\u202f"  # a narrow space at which no line ends


class Quotes(StrEnum):
    """The house style of quotes; an apostrophe is ’ in all but ``straight``."""

    ENGLISH = "english"
    GERMAN = "german"
    FRENCH = "french"
    SWISS = "swiss"
    SWEDISH = "swedish"
    STRAIGHT = "straight"

    @property
    def double(self) -> tuple[str, str]:
        """What the key ``"`` gives before and behind words."""
        return _DOUBLE[self]

    @property
    def single(self) -> tuple[str, str]:
        """What the key ``'`` gives before and behind words."""
        return _SINGLE[self]


_DOUBLE = {
    Quotes.ENGLISH: ("“", "”"),
    Quotes.GERMAN: ("„", "“"),
    Quotes.FRENCH: ("«" + _THIN, _THIN + "»"),
    Quotes.SWISS: ("«", "»"),
    Quotes.SWEDISH: ("”", "”"),
    Quotes.STRAIGHT: ('"', '"'),
}
_SINGLE = {
    Quotes.ENGLISH: ("‘", "’"),
    Quotes.GERMAN: ("‚", "‘"),
    Quotes.FRENCH: ("‹" + _THIN, _THIN + "›"),
    Quotes.SWISS: ("‹", "›"),
    Quotes.SWEDISH: ("’", "’"),
    Quotes.STRAIGHT: ("'", "'"),
}
