"""Puts a damaged library together again; the damaged file is kept.

The new file stands on the newest back-up that is whole, with every row of the
damaged one on top that still says what was saved. It takes the old one's place
in steps that the next start finishes, wherever this one is killed.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.errors import DamagedLibraryError
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.after_sudden_end import (
    BESIDE,
    clear_workshop,
    finish_mending,
    mended_file,
    workshop,
)
from weeknotes_desktop.storage.back_up_folder import damaged
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.database import engine_over
from weeknotes_desktop.storage.disk import make_folder, to_disk
from weeknotes_desktop.storage.faults import beyond_mending, told_plainly
from weeknotes_desktop.storage.merging import Merged, put_on_top
from weeknotes_desktop.storage.salvage import Salvaged, salvage
from weeknotes_desktop.storage.search.index import make_anew
from weeknotes_desktop.storage.structure import page_faults

if TYPE_CHECKING:
    from weeknotes_desktop.domain.backup import BackUp

Clock = Callable[[], datetime]

_SECTOR = 4096


def mend(path: Path, back_ups: Iterable[BackUp], clock: Clock | None = None) -> Mended:
    """Put a whole library in place of the damaged one; the lock is held by the caller.

    Args:
        back_ups: Those that are whole, newest first; only the first is looked at.
        clock: Tells the local time.

    Raises:
        DamagedLibraryError: If nothing of it can be saved; it is as it was.
        LibraryError: If it could not be done; it is as it was.
    """
    now = (clock or _now)()
    with told_plainly(path):
        clear_workshop(path)
        missing = is_empty(path)
        work = workshop(path)
        make_folder(work)
        try:
            base = next(iter(back_ups), None)
            new = work / path.name
            merged = _build(path, new, base, now)
            aside = _put_in_place(new, path, now)
        finally:
            clear_workshop(path)
    return Mended(
        restored_from=None if base is None else base.made_at,
        newer=merged.newer_notes,
        newer_goals=merged.newer_goals,
        lost=merged.lost,
        kept_aside=aside,
        missing=missing,
    )


def is_ours(path: Path) -> bool:
    """Whether a file holds rows that only a library of ours has, whatever its header says."""
    from weeknotes_desktop.storage.tables import METADATA

    if path.exists() and not path.is_file():
        return False
    # Nothing but a pattern of how the rows of a library look.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as pattern:
        with engine_over(pattern, "BEGIN").begin() as transaction:
            METADATA.create_all(transaction)
        with told_plainly(path):
            return _salvage(path, pattern).says_something


def is_empty(path: Path) -> bool:
    """Whether there is no file, or one of no length; its log may still hold something."""
    return not path.exists() or (path.is_file() and not path.stat().st_size)


def _salvage(path: Path, whole: sqlite3.Connection) -> Salvaged:
    return salvage(_all_of(path), _all_of(path.with_name(f"{path.name}-wal")), whole)


def _build(path: Path, new: Path, base: BackUp | None, now: datetime) -> Merged:
    # Imported only where it is needed: Alembic costs more than all the rest.
    from weeknotes_desktop.storage.migrate import bring_to_head

    if base is not None:
        shutil.copyfile(base.path, new)
        new.chmod(0o600)
    bring_to_head(new)
    with closing(connect(new)) as connection:
        found = _salvage(path, connection)
        if base is None and not found.says_something and not is_empty(path):
            raise beyond_mending(path)
        merged = _merge(connection, found, now)
        _make_sure(connection, path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    to_disk(new)
    return merged


def _merge(connection: sqlite3.Connection, found: Salvaged, now: datetime) -> Merged:
    connection.execute("PRAGMA foreign_keys=0")
    connection.execute("BEGIN IMMEDIATE")
    # Nothing of the index is salvaged, nor trusted.
    make_anew(connection)
    merged = put_on_top(connection, found, Week.of(now.date()))
    connection.execute("COMMIT")
    return merged


def _make_sure(connection: sqlite3.Connection, path: Path) -> None:
    untied = connection.execute("PRAGMA foreign_key_check").fetchone()
    if page_faults(connection) or untied is not None:
        raise DamagedLibraryError(
            f"The notes file {path.name} is damaged, and could not be put together again.",
            f"Nothing was changed; copies of it are in {path.parent / 'backups'}.",
        )


def _put_in_place(new: Path, path: Path, now: datetime) -> Path | None:
    """Keep the damaged file aside and let the new one take its place.

    Returns:
        Where the old one is now, or its log where there was nothing else.
    """
    aside = _keep_aside(path, now)
    # From here on the decision stands: the next start would go on with it.
    new.replace(mended_file(path))
    to_disk(path.parent)
    finish_mending(path)
    return aside


def _keep_aside(path: Path, now: datetime) -> Path | None:
    folder = damaged(path)
    make_folder(folder)
    name = f"{path.stem}-{now.astimezone(UTC):%Y%m%d-%H%M%SZ}"
    aside = folder / f"{name}{path.suffix}"
    number = 1
    while any(aside.with_name(f"{aside.name}{ending}").exists() for ending in ("", *BESIDE)):
        number += 1
        aside = folder / f"{name}-{number}{path.suffix}"
    kept: list[Path] = []
    for ending in ("", *BESIDE):
        source = path.with_name(f"{path.name}{ending}")
        # What a reader leaves beside a file that is gone says nothing.
        says_nothing = ending == "-shm" and not kept
        if source.exists() and not says_nothing and (not ending or source.stat().st_size):
            kept.append(aside.with_name(f"{aside.name}{ending}"))
            _keep(source, kept[-1])
    to_disk(folder)
    to_disk(path.parent)
    return kept[0] if kept else None


def _keep(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the disk knows no second names."""
    try:
        os.link(source, target)
    except OSError:
        target.touch(0o600)
        target.write_bytes(_all_of(source))
    with suppress(PermissionError):
        target.chmod(0o600)
    to_disk(target)


def _all_of(path: Path) -> bytes:
    """Everything that can be read of a file; zeros where the disk gives an error."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except PermissionError:
        raise
    except OSError:
        return _piece_by_piece(path)


def _piece_by_piece(path: Path) -> bytes:
    size = path.stat().st_size
    content = bytearray(size)
    with path.open("rb", buffering=0) as file:
        for at in range(0, size, _SECTOR):
            with suppress(OSError):
                file.seek(at)
                piece = file.read(_SECTOR)
                content[at : at + len(piece)] = piece
    return bytes(content)


def _now() -> datetime:
    return datetime.now().astimezone()
