"""The search page: one script with all that it looks through, so that it needs no server."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from weeknotes_desktop.publishing.destinations.site.entries import Entry
from weeknotes_desktop.publishing.words import SiteWords
from weeknotes_desktop.publishing.words_of_notes import plain_words, speakable

PAGE = "search/index.html"

_NOTES, _WORDS = '"all notes"', '"all words"'
_ROOM = 3_000_000
"""Letters; of notes beyond them only the beginning is looked through."""

# A script ends at the first “</script”, and old engines end a line at these two.
_IN_SCRIPTS = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def script_of(entries: Iterable[Entry], words: SiteWords, program: str) -> str:
    """The script of the search page.

    Args:
        entries: Newest first.
        program: What looks through them, with two places to fill in.
    """
    room = _ROOM
    notes = []
    for entry in entries:
        text = plain_words(entry.body) if room > 0 else entry.excerpt
        room -= len(text)
        about = [entry.label, entry.week, *([entry.category.name] if entry.category else [])]
        tags = [tag.name for tag in entry.tags]
        notes.append([entry.path, entry.heading, [fact for fact in about if fact], tags, text])
    said = {
        "none": words.search_none,
        "one": words.search_one,
        "many": words.search_many,
        "most": words.search_most,
    }
    before, _, after = program.partition(_NOTES)
    return f"{before}{_literal(notes)}{after.replace(_WORDS, _literal(said), 1)}"


def read_program(themes: Path) -> str:
    """The program of the search, as the pages of all themes have it."""
    return (themes / "search.js").read_text("utf-8")


def _literal(value: object) -> str:
    """``value`` as it may stand in a script, whatever is in it."""
    text = speakable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    for sign, written in _IN_SCRIPTS.items():
        text = text.replace(sign, written)
    return text
