"""The lock of a library: one window or writing command at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from weeknotes_desktop.storage.disk import make_folder
from weeknotes_desktop.storage.faults import busy, told_plainly


class Hold(Protocol):
    """A lock file that nobody else gets until it is released."""

    def release(self) -> None:
        """Let go of it; once is enough, more does no harm."""


Take = Callable[[Path], Hold | None]
"""Takes a lock file, or gives None at once where somebody else holds it."""


def take_with_filelock(file: Path, patience: float = 0) -> Hold | None:
    """Take a lock file on any system.

    Args:
        patience: For how many seconds to wait for somebody else.
    """
    # Not on top: it brings asyncio, and a window takes its lock in another way.
    from filelock import FileLock, Timeout

    lock = FileLock(
        file,
        mode=0o600,
        # Taken by the window's thread, given back by the writer's.
        thread_local=False,
        # A lock made of a mere file would survive a killed process.
        fallback_to_soft=False,
    )
    try:
        lock.acquire(timeout=patience, blocking=patience > 0)
    except Timeout:
        return None
    return lock


class LibraryLock:
    """Held while a library may be written.

    The system itself gives it back when the process ends, however it ends, so
    there is no such thing as a stale lock.

    Args:
        take: Takes the lock file; every way of taking it excludes every other.

    Raises:
        LibraryBusyError: If somebody else holds it.
        ReadOnlyError: If the folder cannot be written.
    """

    def __init__(self, path: Path, take: Take = take_with_filelock) -> None:
        # The file itself is what is locked, whatever link it was reached by.
        self.library = path.resolve()
        with told_plainly(self.library):
            make_folder(self.library.parent)
            hold = take(self.library.with_name(f"{self.library.name}.lock"))
        if hold is None:
            raise busy(self.library)
        self._hold = hold

    def __enter__(self) -> LibraryLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def release(self) -> None:
        """Give the library back; once is enough, more does no harm."""
        self._hold.release()
