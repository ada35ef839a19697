"""What a start looks after before it opens a library: what a sudden end has left behind."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.storage.disk import to_disk
from weeknotes_desktop.storage.faults import damaged, told_plainly

BESIDE = ("-wal", "-shm")
"""What belongs to a library and has the name of its file, with this behind it."""


def mended_file(path: Path) -> Path:
    """Where the whole library lies until it takes its place; while it is there, that is decided."""
    return path.with_name(f"{path.name}.mended")


def workshop(path: Path) -> Path:
    """The folder in which a library is put together; nobody needs what a sudden end left there."""
    return path.with_name(f".{path.name}.mending")


def clear_workshop(path: Path) -> None:
    """Remove that folder, where there is one; the lock is held by the caller."""
    if workshop(path).exists():
        # Not on top: most starts never need it.
        import shutil

        shutil.rmtree(workshop(path), ignore_errors=True)


def finish_mending(path: Path) -> None:
    """Put the whole library in its place, where one is waiting; the lock is held by the caller.

    The damaged file, its log included, has a second name already. A log goes
    first: SQLite would write it into whatever file lies there.
    """
    clear_workshop(path)
    mended = mended_file(path)
    if not mended.exists():
        return
    for ending in BESIDE:
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    to_disk(path.parent)
    mended.replace(path)
    to_disk(path.parent)


def log_waits(path: Path) -> bool:
    """Whether the last saves still wait in the log, as after a sudden end.

    Raises:
        DamagedLibraryError: If some of them cannot be read: SQLite would leave
            out all that follow, and say nothing.
    """
    log = path.with_name(f"{path.name}-wal")
    with told_plainly(path):
        if not log.exists() or not log.stat().st_size:
            return False
        # Not on top: most starts never need it.
        from weeknotes_desktop.storage.log_pages import log_pages

        if log_pages(log.read_bytes()).broken:
            raise damaged(path)
    return True
