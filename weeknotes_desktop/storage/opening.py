"""Takes hold of a library as a start does, whoever starts: the window, or a service without one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.errors import DamagedLibraryError, LibraryError, NotALibraryError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.schema import Condition

if TYPE_CHECKING:
    from weeknotes_desktop.domain.soundness import Mended


def ready_library(
    library: Path, *, this_week: Week | None = None, back_up_folder: Path | None = None
) -> FirstRead:
    """Take hold of the library; make, migrate or mend it first where that is needed.

    A damaged one is moved aside and put together again from its newest whole
    back-up and all that is still whole in it; ``mended`` then says so.

    Args:
        this_week: Of the clock of whoever starts.
        back_up_folder: Where the writer wants the back-ups; None for beside the library.

    Raises:
        LibraryError: If it cannot be opened.
    """
    week = this_week or Week.of(datetime.now().astimezone().date())
    try:
        first = _ready(library, week, back_up_folder)
    except (DamagedLibraryError, NotALibraryError) as error:
        mended = _mended(library.resolve(), back_up_folder, error)
        first = _ready(library, week, back_up_folder)
        first.mended = mended
    first.back_up_folder = back_up_folder
    return first


def _ready(library: Path, week: Week, back_up_folder: Path | None) -> FirstRead:
    first = FirstRead.open(library)
    if not first.ready:
        # Once in the life of a file, or of a version; only then does a start wait for it.
        from weeknotes_desktop.storage.library import open_after
        from weeknotes_desktop.storage.lost import refuse_lost

        try:
            if first.condition is Condition.MISSING:
                refuse_lost(first.path, back_up_folder)
            first.back_up_folder = back_up_folder
            open_after(first).close()
        finally:
            first.close()
        first = FirstRead.open(library)
    try:
        first.look(week)
    except BaseException:
        first.close()
        raise
    return first


def _mended(path: Path, back_up_folder: Path | None, error: LibraryError) -> Mended:
    """Put the library together again; where that cannot be, ``error`` stands."""
    # Not on top: a whole library never needs it.
    from weeknotes_desktop.storage.early_lock import take_early
    from weeknotes_desktop.storage.faults import beyond_mending
    from weeknotes_desktop.storage.good_back_ups import good_back_ups
    from weeknotes_desktop.storage.lock import LibraryLock
    from weeknotes_desktop.storage.mending import is_empty, is_ours, mend

    may_be_ours = path.is_file() or not path.exists()
    back_ups = list(good_back_ups(path, back_up_folder)) if may_be_ours else []
    # A log without a file is kept aside even where nothing of it can be read.
    if not back_ups and not is_ours(path) and not is_empty(path):
        if isinstance(error, DamagedLibraryError):
            # What it says of the window would be said by the window itself.
            raise beyond_mending(path) from error
        raise error
    with LibraryLock(path, take_early):
        return mend(path, back_ups)
