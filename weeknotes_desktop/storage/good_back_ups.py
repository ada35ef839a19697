"""The back-ups of a library that one can stand on: still whole, looked at anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp
from weeknotes_desktop.storage.backups import LibraryBackUps


def good_back_ups(library: Path, chosen: Path | None = None) -> Iterator[BackUp]:
    """Those that are whole, newest first, each looked at only when its turn comes.

    Args:
        chosen: The folder the writer wants back-ups in; None for beside the library.
    """
    back_ups = LibraryBackUps(library, chosen, lambda: datetime.now().astimezone())
    for one in back_ups.all():
        if one.whole and back_ups.is_whole(one.path):
            yield one
