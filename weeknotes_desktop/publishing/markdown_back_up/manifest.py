"""The list of files in a back-up, by which the program knows its own again."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.publishing.markdown_back_up.files import Files

NAME = "weeknotes-back-up.json"
FORMAT = 1
MOST_FILES = 200_000

# Nothing that leads elsewhere, is hidden, or means something to a system.
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a back-up says of itself.

    Args:
        files: The fingerprint of each file, by its path below the folder.
        notes: The id of the note that each file of a note was written for.
    """

    made_at: datetime
    files: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def manifest_of(files: Files, now: datetime) -> Manifest:
    """The list for these files."""
    fingerprints = {
        path: sha256(content).hexdigest() for path, content in sorted(files.contents.items())
    }
    return Manifest(now, fingerprints, dict(files.notes))


def write_manifest(manifest: Manifest) -> bytes:
    """The list as it stands in its file."""
    document = {
        "about": "A complete back-up of WeekNotes Desktop, private things included.",
        "format": FORMAT,
        "made_at": manifest.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "files": manifest.files,
        "notes": manifest.notes,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """The list that a file holds.

    Raises:
        ImportFailedError: If it is none, or of a format that is not known here.
    """
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise _damaged() from None
    if not isinstance(document, dict) or not isinstance(document.get("format"), int):
        raise _damaged()
    if document["format"] > FORMAT:
        raise ImportFailedError(
            "This back-up was written by a newer version of WeekNotes Desktop.",
            "Install the newer version to take it back.",
        )
    files, notes = _texts(document, "files"), _texts(document, "notes")
    if len(files) > MOST_FILES:
        raise _damaged()
    if not all(is_safe(path) and _FINGERPRINT.fullmatch(mark) for path, mark in files.items()):
        raise ImportFailedError(
            f"{NAME} names files that can be none of a back-up.", "Nothing was taken from it."
        )
    try:
        made_at = datetime.fromisoformat(str(document.get("made_at")))
    except ValueError:
        raise _damaged() from None
    return Manifest(made_at, files, notes)


def is_safe(path: str) -> bool:
    """Whether ``path`` leads to a place below the folder and nowhere else."""
    parts = path.split("/")
    return len(parts) <= _DEEPEST and all(_PART.fullmatch(part) for part in parts)


def _texts(document: dict[str, Any], name: str) -> dict[str, str]:
    value = document.get(name)
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise _damaged()
    return value


def _damaged() -> ImportFailedError:
    return ImportFailedError(
        f"{NAME} is damaged, so the back-up cannot be read as one.",
        "Its notes are Markdown files that every program can open.",
    )
