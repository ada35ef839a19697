"""Somebody who writes into a library past the program, as a bad disk or another program does."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from weeknotes_desktop.storage.connection import know_functions


def careless(path: Path, **rest: Any) -> sqlite3.Connection:
    """A connection without any of our care, but with what the triggers of a library call for."""
    connection: sqlite3.Connection = sqlite3.connect(path, **rest)
    know_functions(connection)
    return connection
