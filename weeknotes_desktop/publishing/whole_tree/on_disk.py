"""See that what was written would survive a power cut."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from weeknotes_desktop.publishing.whole_folder import to_disk


def all_to_disk(top: Path, files: Collection[str], folders: Collection[str]) -> None:
    """Wait until files and folders below ``top`` would survive a power cut."""
    if _whole_disk_to_disk(top):
        return
    for name in (*files, *sorted(folders)):
        with suppress(PermissionError):
            to_disk(top / name)


def _whole_disk_to_disk(folder: Path) -> bool:
    """One wait for all that its disk has, which costs less than hundreds; False if it cannot."""
    try:
        sync = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError, TypeError):
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return bool(sync(descriptor) == 0)
    finally:
        os.close(descriptor)
