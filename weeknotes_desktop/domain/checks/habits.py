"""What is known of a note before it is checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the checks of one note go by.

    Args:
        language: Of the note, as ``en-GB``.
        known: The writer's own words, and those of tags and categories.
        silent: Keys of the slips that are silenced in this note.
        spelling: Whether words are looked up in a dictionary.
    """

    language: str
    known: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    spelling: bool = True
