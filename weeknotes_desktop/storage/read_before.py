"""Rows that are read whenever something leaves: what was read before is not made sense of again.

A row is the same only where every column of it is, its fingerprint included.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sqlmodel import Session

from weeknotes_desktop.storage import rows, snapshot_rows

_NOTES = 600
"""Notes, and publications of notes: each with its text."""
_TEXTS = "texts"
_GOALS = 4_000

goal_of = lru_cache(_GOALS)(rows.goal_of)
head_of = lru_cache(_NOTES)(rows.head_of)
note_of = lru_cache(_NOTES)(rows.note_of)
snapshot_of = lru_cache(_NOTES)(snapshot_rows.snapshot_of)
publication_of = lru_cache(_NOTES)(snapshot_rows.snapshot_of)
"""The same of rows that have no body in them."""
first_words_of = lru_cache(_NOTES)(snapshot_rows.first_words_of)


def one_for_all(session: Session) -> Callable[[str], str]:
    """Gives for a text the one that was read first in this transaction, letter for letter the same.

    A note mostly says what was published of it, and so takes memory once.
    """
    kept: dict[str, str] = session.info.setdefault(_TEXTS, {})
    return lambda text: kept.setdefault(text, text)
