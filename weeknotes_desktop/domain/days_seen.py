"""On how many days something was seen to be due: a clock that is wrong once does no harm."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

ENOUGH = 7
"""On how many days after the first look a thing must still be due."""


@dataclass(frozen=True, slots=True)
class DaysSeen:
    """What was seen until the last look.

    Args:
        day: Of that look; None before the first.
        seen: On how many days each thing was seen to be due, after the first of them.
    """

    day: date | None = None
    seen: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def parse(cls, value: str | None) -> DaysSeen:
        """What ``str`` made; nothing where it cannot be read."""
        try:
            found = json.loads(value or "{}")
            seen = {str(ident): int(days) for ident, days in found["seen"].items()}
            return cls(date.fromisoformat(found["day"]), seen)
        except (AttributeError, KeyError, TypeError, ValueError):
            return cls()

    def __str__(self) -> str:
        day = None if self.day is None else self.day.isoformat()
        return json.dumps({"day": day, "seen": dict(self.seen)})

    def looked(self, due: Iterable[str], today: date) -> DaysSeen:
        """What is remembered after a look that found ``due``."""
        # Twice on a day is once, and a clock that went back tells nothing.
        passed = 1 if self.day is not None and today > self.day else 0
        return DaysSeen(
            today, {ident: self.seen[ident] + passed if ident in self.seen else 0 for ident in due}
        )

    @property
    def may_go(self) -> tuple[str, ...]:
        """What was seen often enough."""
        return tuple(ident for ident, days in self.seen.items() if days >= ENOUGH)
