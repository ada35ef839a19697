"""What stands around a library: its back-ups, its folder, and who holds its lock."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.ports import BackUps
from weeknotes_desktop.domain.soundness import Finding
from weeknotes_desktop.storage.cloud_folders import cloud_of
from weeknotes_desktop.storage.restoring import is_whole

_LITTLE = 50_000_000
"""Bytes that should be free: a save is small, a back-up is not."""


def back_up_finding(back_ups: BackUps, now: datetime) -> Finding:
    """When the newest back-up was made, and whether it is whole."""
    try:
        newest = next(iter(back_ups.all()), None)
    except LibraryError as error:
        return Finding("back-ups", False, error.problem)
    if newest is None:
        return Finding("back-ups", True, "There is none yet.")
    whole = newest.whole and is_whole(newest.path)
    age = _age(now - newest.made_at)
    said = "it is whole" if whole else "it is damaged"
    return Finding("back-ups", whole, f"The newest was made {age}; {said}: {newest.path}.")


def folder_finding(library: Path) -> Finding:
    """Whether the folder can be written, has room, and stays on this computer."""
    folder = library.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    writable = os.access(folder, os.W_OK) and (not library.exists() or os.access(library, os.W_OK))
    free = shutil.disk_usage(folder).free
    service = cloud_of(library.parent)
    said = ["It can be written." if writable else "It cannot be written; you can read and export."]
    said.append(f"{free // 1_000_000:,} MB are free.")
    if service is not None:
        said.append(f"{service} carries it to other machines, which damages libraries.")
    return Finding("folder", writable and free >= _LITTLE and service is None, " ".join(said))


def lock_finding(library: Path) -> Finding:
    """Who holds the lock, as far as the system tells."""
    lock = library.with_name(f"{library.name}.lock")
    held = Path("/proc/locks")
    if not lock.exists():
        return Finding("lock", True, "Nobody holds it.")
    # Taking it to find out would be in the way of somebody else for a moment.
    with suppress(OSError):
        number = lock.stat().st_ino
        for line in held.read_text(encoding="ascii").splitlines():
            words = line.split()
            if len(words) > 5 and words[1] != "->" and words[5].endswith(f":{number}"):
                return Finding("lock", True, f"A window or command holds it ({_who(words[4])}).")
        return Finding("lock", True, "Nobody holds it.")
    return Finding("lock", True, "This system does not tell who holds it.")


def _who(process: str) -> str:
    with suppress(OSError):
        name = Path("/proc", process, "comm").read_text(encoding="utf-8").strip()
        return f"{name}, process {process}"
    return f"process {process}"


def _age(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 2:
        return "just now"
    if minutes < 120:
        return f"{minutes} minutes ago"
    if minutes < 48 * 60:
        return f"{minutes // 60} hours ago"
    return f"{minutes // (24 * 60)} days ago"
