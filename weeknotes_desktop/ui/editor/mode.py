"""What of a note the window shows."""

from __future__ import annotations

from enum import Enum


class Mode(Enum):
    """The note's source, what readers see of it, or both side by side."""

    WRITE = "write"
    SPLIT = "split"
    PREVIEW = "preview"
