"""Ids of notes and goals; they mean nothing and never change."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """An id that nothing else has."""
    return uuid4().hex
