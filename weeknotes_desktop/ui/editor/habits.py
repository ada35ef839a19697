"""How the writer likes to type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from weeknotes_desktop.domain.quotation import Quotes


@dataclass(slots=True)
class Habits:
    """What the keys of the text follow; it may change while one types.

    Args:
        quotes: Tells the house style of quotes, as it is just now.
        tab_leaves: Whether Tab moves on to the next control, wherever the caret is.
    """

    quotes: Callable[[], Quotes] = lambda: Quotes.STRAIGHT
    tab_leaves: bool = False
