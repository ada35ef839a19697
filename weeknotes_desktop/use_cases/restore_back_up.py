"""Put a back-up in place of everything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Consequence, Reason
from weeknotes_desktop.domain.ports import BackUps, LibraryFile


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.

    Args:
        undo: What the library was before; restoring it takes it all back.
        damaged: How many rows of the back-up no longer say what was saved.
    """

    consequences: tuple[Consequence, ...]
    undo: BackUp
    damaged: int = 0


def restore_back_up(library: LibraryFile, back_ups: BackUps, back_up: Path) -> Restored:
    """Put what ``back_up`` holds in place of everything, after a back-up of what is there.

    Raises:
        LibraryError: If it could not be done; the library is as it was.
    """
    # Looked at first: what cannot be restored needs no back-up before it.
    consequences = back_ups.consequences(back_up)
    damaged = back_ups.damaged_rows(back_up)
    undo = back_ups.make(Reason.BEFORE_RESTORE)
    library.restore(back_up)
    return Restored(consequences, undo, damaged)
