"""Make a back-up of the library."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.ports import BackUps


def back_up(back_ups: BackUps, folder: Path | None = None) -> BackUp:
    """Make one because the writer asked for it.

    Args:
        folder: Where to; None for where all the others are.

    Raises:
        LibraryError: If none could be made.
    """
    return back_ups.make(Reason.ASKED) if folder is None else back_ups.copy_to(folder)
