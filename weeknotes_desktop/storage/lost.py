"""Tells a library that was lost from one that has yet to be made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp
from weeknotes_desktop.storage.faults import lost, told_plainly
from weeknotes_desktop.storage.good_back_ups import good_back_ups
from weeknotes_desktop.storage.schema import check_header


def refuse_lost(path: Path, back_up_folder: Path | None = None) -> None:
    """Let no empty library begin where there was one: its log or a back-up of it is there.

    Args:
        path: Where no library was found.
        back_up_folder: Where the writer wants the back-ups; None for beside it.

    Raises:
        DamagedLibraryError: If there was one.
    """
    if was_one(path, good_back_ups(path, back_up_folder)):
        raise lost(path)


def was_one(path: Path, back_ups: Iterable[BackUp]) -> bool:
    """Whether there was a library at ``path``, where none was found.

    Args:
        back_ups: Those of it that are whole.
    """
    # A file that has begun already had its log emptied, or is just being made.
    return (not check_header(path) and log_is_left(path)) or any(True for _ in back_ups)


def log_is_left(path: Path) -> bool:
    """Whether saves lie in a log without a file; SQLite would delete it, and say nothing."""
    log = path.with_name(f"{path.name}-wal")
    with told_plainly(path):
        return log.exists() and log.stat().st_size > 0
