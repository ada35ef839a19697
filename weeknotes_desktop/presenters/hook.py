"""How a presenter tells others that something happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Hook(Generic[T]):
    """Something that happens; whoever is connected hears of it, in order.

    The presenter's side of what a signal is for a view. Connections are made
    in ``ui/wiring.py`` only.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def connect(self, listener: Callable[[T], None]) -> None:
        """Call ``listener`` each time."""
        self._listeners.append(listener)

    def emit(self, value: T) -> None:
        """Say that it happened."""
        for listener in self._listeners:
            listener(value)
