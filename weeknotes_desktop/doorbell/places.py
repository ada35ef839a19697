"""Where the socket of a library may lie."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from weeknotes_desktop import paths

# What the shortest of the systems takes for a socket, its closing NUL included.
_LONGEST = 104


def places_of(library: Path) -> Iterator[Path]:
    """Where the door of a library may be, likeliest first; who rings tries all of them.

    A command started by a timer may not know the folder that a desktop made
    for the running session, so one place alone would not do.
    """
    name = f"{hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:20]}.door"
    for folder in folders():
        place = folder / name
        if len(os.fsencode(place)) < _LONGEST:
            yield place


def own_folder(folder: Path) -> bool:
    """Make ``folder`` if need be, and see to it that nobody but its owner may enter.

    Returns:
        Whether it is fit for a door.
    """
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return is_own(folder)
    return False


def is_own(folder: Path) -> bool:
    """Whether ``folder`` is ours alone: in a temporary folder, somebody may have been faster."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.getuid()
        and not stat.S_IMODE(found.st_mode) & 0o077
    )


def folders() -> Iterator[Path]:
    """Where doors may be, of whichever library."""
    session = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    if Path(session).is_dir():
        yield Path(session) / "weeknotes"
    yield paths.doors_folder()
    # The home may have a path too long for a socket, or lie where there can be none.
    yield Path(tempfile.gettempdir()) / f"weeknotes-{os.getuid()}"
