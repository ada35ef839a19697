"""Who may read: the three audiences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum


class Audience(StrEnum):
    """Who may read a note, a goal or a passage; each sees all that the wider ones see."""

    ME = "me"
    TEAM = "team"
    PUBLIC = "public"

    def may_read(self, kept_for: Audience) -> bool:
        """Whether this reader may see what is ``kept_for`` somebody."""
        return _ORDER.index(self) <= _ORDER.index(kept_for)


_ORDER = tuple(Audience)


HiddenSpans = Callable[[str, Audience], Sequence[tuple[int, int]]]
"""What an audience does not see of a text, as ``audience.hidden_spans`` says."""
