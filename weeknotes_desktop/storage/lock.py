"""The lock of a library: one window or writing command at a time."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from weeknotes_desktop.storage.disk import make_folder
from weeknotes_desktop.storage.faults import busy, told_plainly


class LibraryLock:
    """Held while a library may be written.

    The system itself gives it back when the process ends, however it ends, so
    there is no such thing as a stale lock.

    Raises:
        LibraryBusyError: If somebody else holds it.
        ReadOnlyError: If the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        # The file itself is what is locked, whatever link it was reached by.
        self.library = path.resolve()
        self._lock = FileLock(
            self.library.with_name(f"{self.library.name}.lock"),
            mode=0o600,
            # Taken by the window's thread, given back by the writer's.
            thread_local=False,
            # A lock made of a mere file would survive a killed process.
            fallback_to_soft=False,
        )
        with told_plainly(self.library):
            make_folder(self.library.parent)
            try:
                self._lock.acquire(blocking=False)
            except Timeout:
                raise busy(self.library) from None

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
        self._lock.release()
