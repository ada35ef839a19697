"""A working folder for one thread alone, so that relative paths mean what they meant elsewhere."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_CLONE_FS = 0x200


def stand_in(folder: Path) -> bool:
    """Let the calling thread, and it alone, stand in ``folder`` from now on.

    The thread should end soon after; the window's own threads stand where
    they stood.

    Returns:
        Whether it does. Where the system knows one folder for all threads, it
        does only if all of them stand there already.
    """
    if _same(folder):
        return True
    if sys.platform != "linux":
        return False
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_FS) != 0:
        return False
    try:
        os.chdir(folder)
    except (OSError, ValueError):
        return False
    return True


def _same(folder: Path) -> bool:
    try:
        return folder.samefile(Path.cwd())
    except (OSError, ValueError):
        return False
