"""One line of a section as it is shown, and what can be done to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt

EDIT = "edit"
UP, DOWN = "up", "down"
REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A jot or a task, ready to be painted.

    Args:
        name: All there is to say of it, for screen readers.
        when: The small word before it, as a weekday; empty for none.
        tip: What the pointer is told; empty for nothing.
        ticked: Whether its box is ticked; None where it has no box.
        quiet: Whether it is done with.
        attention: The small words below it that want a look; empty for none.
        fact: The small words below it; empty for none.
        offer: What may be done to it, in small words below; empty for nothing.
        quick: The deed of the small arrow; empty for no arrow.
        carried: The words that it gives away when it is dragged; empty where it stays.
    """

    id: str
    text: str
    name: str
    when: str = ""
    tip: str = ""
    ticked: bool | None = None
    quiet: bool = False
    attention: str = ""
    fact: str = ""
    offer: str = ""
    quick: str = ""
    carried: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done to a line.

    Args:
        name: What the section is told.
        words: As the menu shows it; empty where it has no place there.
        key_words: Its key, as the menu shows it.
        keys: The same, as they come from the keyboard.
    """

    name: str
    words: str
    key_words: str
    keys: tuple[QKeyCombination, ...]


Deeds = tuple[Deed | None, ...]
"""None stands for a line between entries of the menu."""


def plain_keys(*keys: Qt.Key) -> tuple[QKeyCombination, ...]:
    """Keys as they are without Shift, Ctrl and Alt."""
    return tuple(map(QKeyCombination, keys))


def alt_key(key: Qt.Key) -> tuple[QKeyCombination, ...]:
    """A key with Alt."""
    return (QKeyCombination(Qt.KeyboardModifier.AltModifier, key),)
