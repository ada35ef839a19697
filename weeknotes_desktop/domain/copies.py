"""What a library remembers of its copies that lie elsewhere, so that forgetting can name them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

COPIES_ELSEWHERE = "copies-elsewhere"
"""The remark that lists folders that back-ups went into once, and files kept by a move."""


def with_copies(value: str | None, paths: Iterable[Path]) -> str:
    """The remark with these paths, too."""
    return json.dumps(list(dict.fromkeys((*_listed(value), *map(str, paths)))))


def copies_in(value: str | None) -> tuple[Path, ...]:
    """The paths that the remark lists; none where it cannot be read."""
    return tuple(map(Path, _listed(value)))


def _listed(value: str | None) -> list[str]:
    try:
        found = json.loads(value or "[]")
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
