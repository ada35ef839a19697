"""The writer's own dictionary."""

from __future__ import annotations

from weeknotes_desktop.domain.checks.ports import OwnWords
from weeknotes_desktop.domain.checks.spelling import LONGEST
from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.text import one_line


def add_word(words: OwnWords, word: str) -> None:
    """Know a word from now on, in every note.

    Raises:
        SettingsError: If that is no single word, or it could not be kept.
    """
    said = one_line(word).replace("’", "'")
    if not said or " " in said or len(said) > LONGEST:
        raise SettingsError(f"“{said[:LONGEST]}” is not one word.", "Add one word at a time.")
    words.add(said)


def forget_word(words: OwnWords, word: str) -> None:
    """Know a word no longer.

    Raises:
        SettingsError: If the dictionary could not be written.
    """
    words.forget(one_line(word).replace("’", "'"))
