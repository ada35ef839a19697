"""Names with values, as they stand above a text or in a list, read one by one and doubted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.week import Week

_Choice = TypeVar("_Choice", bound=StrEnum)

_LARGEST_NUMBER = 2**62


class Facts:
    """Reads values by their names, and remembers what was wrong with them.

    A value that is missing or wrong is read as the one that promises least;
    ``wrong`` then says so. What nobody asked for is wrong too: a name with a
    slip in it may have meant “private”.
    """

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._written = dict(written)
        self._wrong: list[str] = []

    @property
    def wrong(self) -> tuple[str, ...]:
        """The names whose values could not be read, and those that nobody asked for."""
        return (*self._wrong, *self._written)

    def text(self, name: str, *, needed: bool = False) -> str:
        """A text; an empty one where there is none."""
        value = self._written.pop(name, None)
        if isinstance(value, str) and (value or not needed):
            return value
        if value is not None or needed:
            self._wrong.append(name)
        return ""

    def maybe(self, name: str) -> str | None:
        """A text, or none."""
        if self._written.get(name) is None:
            self._written.pop(name, None)
            return None
        return self.text(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._written.pop(name, None)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._wrong.append(name)
        return ()

    def number(self, name: str) -> int:
        """A number; 0 where there is none."""
        value = self._written.pop(name, 0)
        # True is a number to Python, and to nobody else.
        plain = isinstance(value, int) and not isinstance(value, bool)
        if plain and abs(value) < _LARGEST_NUMBER:
            return int(value)
        self._wrong.append(name)
        return 0

    def truth(self, name: str) -> bool:
        """Yes or no; no where nothing is said."""
        value = self._written.pop(name, False)
        if isinstance(value, bool):
            return value
        self._wrong.append(name)
        return False

    def choice(self, name: str, kind: type[_Choice], otherwise: _Choice) -> _Choice:
        """One of several words; ``otherwise`` where it is none of them."""
        value = self._written.pop(name, None)
        if isinstance(value, str) and value in set(kind):
            return kind(value)
        self._wrong.append(name)
        return otherwise

    def maybe_choice(self, name: str, kind: type[_Choice]) -> _Choice | None:
        """One of several words, or none."""
        value = self._written.pop(name, None)
        if value is None:
            return None
        if isinstance(value, str) and value in set(kind):
            return kind(value)
        self._wrong.append(name)
        return None

    def week(self, name: str, otherwise: Week) -> Week:
        """A week; ``otherwise`` where it is none."""
        value = self._written.pop(name, None)
        try:
            return Week.parse(value if isinstance(value, str) else "")
        except WeekError:
            self._wrong.append(name)
            return otherwise

    def time(self, name: str) -> datetime:
        """A point in time; long ago where there is none."""
        at = self.maybe_time(name)
        if at is None and name not in self._wrong:
            self._wrong.append(name)
        return at or datetime.fromtimestamp(0, UTC)

    def maybe_time(self, name: str) -> datetime | None:
        """A point in time that says its zone, or none."""
        value = self._written.pop(name, None)
        if value is None:
            return None
        try:
            # Without quotes YAML has read it already.
            at = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        except (TypeError, ValueError):
            at = None
        if at is not None and at.tzinfo is not None:
            return at
        self._wrong.append(name)
        return None

    def maybe_day(self, name: str) -> date | None:
        """A day, or none."""
        value = self._written.pop(name, None)
        if value is None:
            return None
        try:
            # Without quotes YAML has read it already.
            if isinstance(value, date) and not isinstance(value, datetime):
                return value
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self._wrong.append(name)
            return None

    def records(self, name: str) -> tuple[Facts, ...]:
        """A list of things that have names with values themselves."""
        value = self._written.pop(name, None)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return tuple(Facts(one) for one in value)
        self._wrong.append(name)
        return ()
