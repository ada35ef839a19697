"""What was dropped: looked at before it is opened, and never followed to where it would hang."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from weeknotes_desktop.domain.brought import LARGEST_PICTURE
from weeknotes_desktop.domain.errors import PasteError

_TEXTS = frozenset({".md", ".markdown", ".mdown", ".txt", ".text"})


def looks_like_text(path: Path) -> bool:
    """Whether the name says that it is text to go into a note."""
    return path.suffix.lower() in _TEXTS


def bytes_of(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        PasteError: If it is no file, or cannot be read, or is too large.
    """
    name = shown(path)
    try:
        # Without O_NONBLOCK a pipe would keep us waiting for somebody to write.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "that is not the name of a file"
        raise PasteError(f"“{name}” cannot be read: {why}.") from None
    try:
        state = os.fstat(handle)
        if stat.S_ISDIR(state.st_mode):
            raise PasteError(
                f"“{name}” is a folder.", "Drop the pictures in it, or one file of text."
            )
        if not stat.S_ISREG(state.st_mode):
            raise PasteError(f"“{name}” is not a file that stands on a disk.")
        if state.st_size > LARGEST_PICTURE:
            raise PasteError(
                f"“{name}” has {state.st_size / 1e6:,.0f} MB; "
                f"at most {LARGEST_PICTURE / 1e6:.0f} MB can be taken in.",
                "Make it smaller first.",
            )
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST_PICTURE + 1)
    except OSError as error:
        raise PasteError(f"“{name}” cannot be read: {error.strerror or 'try again'}.") from None
    finally:
        os.close(handle)


def shown(path: Path) -> str:
    """The name of a file, fit to stand in a sentence."""
    name = "".join(letter if letter.isprintable() else "\ufffd" for letter in path.name)
    return name if len(name) <= 60 else f"{name[:40]}…{name[-15:]}"
