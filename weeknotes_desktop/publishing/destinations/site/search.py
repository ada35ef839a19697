"""The search page: one script with all that it looks through, so that it needs no server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from weeknotes_desktop.publishing.destinations.site.entries import Entry
from weeknotes_desktop.publishing.words import SiteWords
from weeknotes_desktop.publishing.words_of_notes import plain_words, speakable

PAGE = "search/index.html"

_NOTES, _WORDS = '"all notes"', '"all words"'
_ROOM = 3_000_000
"""Letters; of notes beyond them only the beginning is looked through."""

# Whoever makes a site again and again changes few of its notes in between.
_REMEMBERED = 600
_words_of = lru_cache(_REMEMBERED)(plain_words)

# A script ends at the first “</script”, and old engines end a line at these two.
_IN_SCRIPTS = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def texts_of(entries: Iterable[Entry], bodies: Iterable[str]) -> list[str]:
    """What is looked through of each note.

    Args:
        entries: Newest first.
        bodies: Of the notes, as their pages show them.
    """
    room = _ROOM
    texts: list[str] = []
    for entry, body in zip(entries, bodies, strict=True):
        texts.append(_words_of(body) if room > 0 else entry.excerpt)
        room -= len(texts[-1])
    return texts


def script_of(
    entries: Iterable[Entry], texts: Iterable[str], words: SiteWords, program: str
) -> str:
    """The script of the search page.

    Args:
        entries: Newest first.
        texts: What is looked through of each.
        program: What looks through them, with two places to fill in.
    """
    notes = []
    for entry, text in zip(entries, texts, strict=True):
        about = (entry.label, entry.week, entry.category.name if entry.category else "")
        tags = tuple(tag.name for tag in entry.tags)
        notes.append(_told(entry.path, entry.heading, tuple(filter(None, about)), tags, text))
    said = {
        "none": words.search_none,
        "one": words.search_one,
        "many": words.search_many,
        "most": words.search_most,
    }
    before, _, after = program.partition(_NOTES)
    return f"{before}[{','.join(notes)}]{after.replace(_WORDS, _literal(said), 1)}"


def read_program(themes: Path) -> str:
    """The program of the search, as the pages of all themes have it."""
    return (themes / "search.js").read_text("utf-8")


@lru_cache(_REMEMBERED)
def _told(path: str, heading: str, about: Sequence[str], tags: Sequence[str], text: str) -> str:
    """What the script knows of a note."""
    return _literal([path, heading, about, tags, text])


def _literal(value: object) -> str:
    """``value`` as it may stand in a script, whatever is in it."""
    text = speakable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    for sign, written in _IN_SCRIPTS.items():
        text = text.replace(sign, written)
    return text
