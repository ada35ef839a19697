"""What a menu is made of: entries, lines between them, and menus within it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do.

    Args:
        words: As the menu shows it.
        icon: A name of ``ui/icons.py``; empty for none.
        toggles: Whether it is on or off.
        group: Of the entries with the same group exactly one is on.
        in_text: Whether its key is one of the text's own: pressed elsewhere
            it means something else, or nothing.
        anywhere: Whether its key holds in the windows beside the main one too.
    """

    name: str
    words: str
    key: str = ""
    icon: str = ""
    toggles: bool = False
    group: str = ""
    in_text: bool = False
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu, or one within another; None stands for a line between entries."""

    title: str
    entries: Entries

    def all_entries(self) -> Iterator[Entry]:
        """Every entry, those of the menus within it too."""
        for entry in self.entries:
            if isinstance(entry, Menu):
                yield from entry.all_entries()
            elif entry is not None:
                yield entry


Entries = tuple[Entry | Menu | None, ...]
