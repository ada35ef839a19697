"""Moves a library to another folder, and leaves its old name leading there.

It is for a library in a folder that a service carries to other machines; only
its back-ups go there from then on.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.copies import COPIES_ELSEWHERE, with_copies
from weeknotes_desktop.domain.errors import DamagedLibraryError, LibraryError
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.storage.back_up_folder import back_ups_in, beside, own_folder, refuse_site
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.connection import connect, connect_for_reading
from weeknotes_desktop.storage.copies import checked_copy
from weeknotes_desktop.storage.disk import make_folder, to_disk
from weeknotes_desktop.storage.faults import busy, told_plainly
from weeknotes_desktop.storage.hashes import remark_hash
from weeknotes_desktop.storage.lock import LibraryLock
from weeknotes_desktop.storage.marks import mark_of
from weeknotes_desktop.storage.raw_rows import RawRows
from weeknotes_desktop.storage.rendered_bodies import forget_rendered
from weeknotes_desktop.storage.schema import check_header


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where everything is now.

    Args:
        kept: The old file, as it was before the move.
        linked: Whether the old name leads to the library; where no link could
            be made, only the new name does.
        back_up: The first back-up in the folder for them.
    """

    library: Path
    kept: Path
    linked: bool
    back_up: BackUp


def move_library(old: Path, new: Path, back_ups: Path, clock: Clock) -> Moved:
    """Move a library, after the window has been closed; the caller keeps the setting.

    A move that was cut short is finished by another one. Nothing is deleted.

    Args:
        new: Its new name, as ``notes.db`` in the user's data folder.
        back_ups: The folder for back-ups from now on, as the setting names it.

    Raises:
        LibraryBusyError: If a window or command still uses it.
        LibraryError: If another library lies there, or it cannot be done; the
            old file is still the library then.
    """
    # Refused before anything is done.
    refuse_site(back_ups)
    old, new = old.resolve(), new.absolute()
    if old == new.resolve() or not check_header(old):
        raise LibraryError(f"There is nothing to move to {new}.", "Nothing was changed.")
    with LibraryLock(old), LibraryLock(new), told_plainly(old):
        # All of it in one file: the log stays behind, empty.
        _empty_the_log(old)
        _copy(old, new)
        back_up = LibraryBackUps(new, back_ups, clock).make(Reason.ASKED)
        kept = _free_name(old)
        _remember(new, kept, beside(old), own_folder(old, back_ups))
        # What is forgotten in the new place must not stand here.
        forget_rendered(old)
        linked = _lead_there(old, new, kept)
    for folder in (beside(old), own_folder(old, back_ups)):
        _bring_back_ups(old, folder, new, own_folder(new, back_ups))
    return Moved(library=new, kept=kept, linked=linked, back_up=back_up)


def _remember(library: Path, *paths: Path) -> None:
    """Let it know of what stays behind, for the day when something is forgotten."""
    with closing(connect(library)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        rows = RawRows(connection)
        there = rows.one("library_settings", (COPIES_ELSEWHERE,))
        value = with_copies(there["value"] if there else None, paths)
        rev = there["rev"] + 1 if there else 1
        sha256 = remark_hash(COPIES_ELSEWHERE, value, rev)
        row = {"key": COPIES_ELSEWHERE, "value": value, "rev": rev, "sha256": sha256}
        rows.put("library_settings", row, there)
        connection.execute("COMMIT")


def _empty_the_log(library: Path) -> None:
    with closing(connect(library)) as connection:
        (waiting, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if waiting:
        raise busy(library)


def _copy(old: Path, new: Path) -> None:
    with closing(connect_for_reading(old)) as source:
        if check_header(new):
            with closing(connect_for_reading(new)) as other:
                if mark_of(source) != mark_of(other):
                    raise LibraryError(
                        f"Other notes lie in {new} already.", "Nothing was moved or changed."
                    )
            # Left by a move that was cut short.
            return
        part = new.with_name(f".{new.name}.part")
        part.unlink(missing_ok=True)
        try:
            _make_sure_of(source, old, part)
            # The name may be taken by an empty file, never by a library.
            part.replace(new)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        to_disk(new.parent)


def _make_sure_of(source: sqlite3.Connection, old: Path, part: Path) -> None:
    checked_copy(source, old, part)
    with closing(connect_for_reading(part)) as copy:
        if mark_of(source) != mark_of(copy):
            raise DamagedLibraryError(
                f"{old.name} could not be copied whole.", "Nothing was moved or changed."
            )


def _lead_there(old: Path, new: Path, kept: Path) -> bool:
    """Keep the old file under another name, and put a link to the new one in its place."""
    link = old.with_name(f".{old.name}.link")
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(new)
        # One file under two names for a moment: the old name always leads to the notes.
        os.link(old, kept)
    except (OSError, NotImplementedError):
        linked = link.is_symlink()
        old.rename(kept)
        if linked:
            link.replace(old)
    else:
        link.replace(old)
        linked = True
    for end in ("-wal", "-shm"):
        with suppress(OSError):
            # Empty, and of nobody any more.
            old.with_name(old.name + end).rename(kept.with_name(kept.name + end))
    to_disk(old.parent)
    return linked


def _bring_back_ups(old: Path, before: Path, new: Path, folder: Path) -> None:
    """Put the back-ups of the old library where the new one lists its own."""
    for one in list(back_ups_in(before, old)):
        name = one.path.name.removeprefix(old.stem).removesuffix(old.suffix)
        there = folder / f"{new.stem}{name}{new.suffix}"
        # One that stays where it was is not lost.
        with suppress(OSError):
            make_folder(folder)
            if not there.exists():
                shutil.move(one.path, there)


def _free_name(old: Path) -> Path:
    kept = old.with_name(f"{old.stem}-before-move{old.suffix}")
    number = 1
    while kept.exists():
        number += 1
        kept = old.with_name(f"{old.stem}-before-move-{number}{old.suffix}")
    return kept
