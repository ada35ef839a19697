"""Whether a library is whole, and what was done where it was not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

OF_THE_SEARCH = "search"
"""The check of what can be made anew at any time: where it fails, the library is whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    Args:
        name: Short, as "pages", "fingerprints", "back-ups".
        ok: Whether all is well.
        found: One sentence in the writer's words.
    """

    name: str
    ok: bool
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A damaged library that was put together again.

    Args:
        restored_from: When the back-up was made that it stands on, in UTC;
            None where there was none and only what was still whole is there.
        newer: How many notes newer than the back-up were whole.
        newer_goals: How many goals.
        lost: What could not be read and stands in no back-up, as the writer
            knows it; read half, for the writer alone, where possible.
        kept_aside: Where the damaged file lies now, or its log where that was
            all there was; None where there was nothing.
        missing: Whether there was no file, or an empty one.
    """

    restored_from: datetime | None
    newer: int
    newer_goals: int = 0
    lost: tuple[str, ...]
    kept_aside: Path | None
    missing: bool = False
