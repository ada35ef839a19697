"""What a folder of ours says of itself: for whom it is, and which files in it are ours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeGuard

from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.safe_files import NotTakenError, read_file

FORMAT = 1
NAMES = {"site": ".weeknotes-site.json", "Markdown": ".weeknotes-markdown.json"}
"""The file it stands in, by the kind of folder."""

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\\:\x00-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a folder says of itself.

    Args:
        audience: Whom it was made for.
        files: The fingerprint of each file, by its path below the folder.
        coming: The same of those that were about to be written when it was.
    """

    audience: str
    files: Mapping[str, str] = field(default_factory=dict)
    coming: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Every file that is ours."""
        return frozenset({*self.files, *self.coming})

    def wrote(self, name: str, content: bytes) -> bool:
        """Whether the program wrote exactly this."""
        return fingerprint(content) in (self.files.get(name), self.coming.get(name))


def fingerprint(content: bytes) -> str:
    """What a file is known again by."""
    return sha256(content).hexdigest()


def written(manifest: Manifest) -> bytes:
    """The manifest as it stands in its file."""
    document = {
        "about": "WeekNotes Desktop wrote the files listed here, and replaces them.",
        "format": FORMAT,
        "audience": manifest.audience,
        "files": dict(sorted(manifest.files.items())),
    }
    if manifest.coming:
        document["coming"] = dict(sorted(manifest.coming.items()))
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def manifest_in(folder: Path, name: str) -> Manifest | None:
    """What ``folder`` says of itself; None where it says nothing.

    Raises:
        PublishError: If nobody can tell.
    """
    try:
        content = read_file(folder, name)
    except NotTakenError:
        if (folder / name).is_symlink() or (folder / name).exists():
            raise _unreadable(folder, name) from None
        return None
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise _unreadable(folder, name) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _unreadable(folder, name)
    audience, files = document.get("audience"), document.get("files")
    coming = document.get("coming", {})
    if isinstance(audience, str) and _are_files(files) and _are_files(coming):
        return Manifest(audience=audience, files=files, coming=coming)
    raise _unreadable(folder, name)


def is_safe(path: str) -> bool:
    """Whether ``path`` leads to a place below the folder and nowhere else."""
    return not _UNSAFE.search(path) and all(part not in ("", ".", "..") for part in path.split("/"))


def _are_files(found: Any) -> TypeGuard[dict[str, str]]:
    return isinstance(found, dict) and all(
        is_safe(path) and isinstance(mark, str) and _FINGERPRINT.fullmatch(mark)
        for path, mark in found.items()
    )


def _unreadable(folder: Path, name: str) -> PublishError:
    return PublishError(
        f"The list of files {name} in “{folder}” cannot be read, so nothing was replaced.",
        "Choose a folder that is new or empty.",
    )
