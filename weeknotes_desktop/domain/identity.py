"""Ids of notes and goals; they mean nothing and never change."""

from __future__ import annotations

import os

_BYTES = 16


def new_id() -> str:
    """An id that nothing else has."""
    # As many bits as a UUID has, and nothing to import before the first paint.
    return os.urandom(_BYTES).hex()
