"""The lock file as a window takes it at its start: the same lock, without a library for it.

``filelock`` locks a file with ``flock`` too, and costs nearly a tenth of a
bare start to import. ``docs/decisions/0003-what-a-start-does-without.md`` says more.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from weeknotes_desktop.storage.lock import Hold, take_with_filelock

if sys.platform == "win32":

    def take_early(file: Path) -> Hold | None:
        """Take a lock file, or nothing where somebody else holds it."""
        return take_with_filelock(file)

else:
    import fcntl

    class _Held:
        """An open file with the system's lock on it."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor: int | None = descriptor

        def release(self) -> None:
            """Close it, and with it give up the lock; the file stays, for others may wait on it."""
            descriptor, self._descriptor = self._descriptor, None
            if descriptor is not None:
                os.close(descriptor)

    def take_early(file: Path) -> Hold | None:
        """Take a lock file, or nothing where somebody else holds it."""
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            # The second is what some file systems say instead.
            os.close(descriptor)
            return None
        except BaseException:
            os.close(descriptor)
            raise
        return _Held(descriptor)


def is_held(library: Path) -> bool:
    """Whether somebody else holds the lock of a library just now; nothing is made to find out."""
    library = library.resolve()
    file = library.with_name(f"{library.name}.lock")
    try:
        hold = take_early(file) if file.exists() else None
    except OSError:
        return False
    if hold is None:
        return file.exists()
    hold.release()
    return False
