"""Reasons for letting goals go that are still being typed."""

from __future__ import annotations


class Reasons:
    """Remembers what was typed of each reason while the program runs, until its goal is let go."""

    def __init__(self) -> None:
        self._typed: dict[str, str] = {}

    def type(self, goal_id: str, reason: str) -> None:
        """So much of the reason stands there now."""
        self._typed[goal_id] = reason

    def typed(self, goal_id: str) -> str:
        """What stood there last."""
        return self._typed.get(goal_id, "")

    def forget(self, goal_id: str) -> None:
        """The goal is let go, and its reason is kept with it."""
        self._typed.pop(goal_id, None)
