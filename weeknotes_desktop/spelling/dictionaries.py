"""Which dictionaries there are: those the program brings along, and those of the system."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"(?P<language>[a-z]{2,3})(?:[_-](?P<where>[A-Za-z0-9]{2,8}))?\b.*")
_USUAL = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "pt": "pt-PT", "es": "es-ES"}


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Two files side by side, ``name.aff`` and ``name.dic``."""

    language: str
    folder: Path
    name: str


def system_folders() -> tuple[Path, ...]:
    """Where systems keep dictionaries for everybody, or for this user."""
    named = [Path(one) for one in os.environ.get("DICPATH", "").split(os.pathsep) if one]
    data = os.environ.get("XDG_DATA_HOME")
    own = Path(data) if data else _home() / ".local/share"
    return (
        *named,
        own / "hunspell",
        _home() / "Library/Spelling",
        Path("/usr/share/hunspell"),
        Path("/usr/local/share/hunspell"),
        Path("/usr/share/myspell"),
        Path("/usr/share/myspell/dicts"),
        Path("/Library/Spelling"),
    )


def dictionaries_in(folders: Iterable[Path]) -> Mapping[str, Dictionary]:
    """The dictionary for each language; of several the one in the first folder."""
    found: dict[str, Dictionary] = {}
    for folder in folders:
        try:
            affixes = sorted(folder.glob("*.aff"))
        except OSError:
            continue
        for affix in affixes:
            name = _NAME.fullmatch(affix.stem)
            if name is None or not affix.with_suffix(".dic").is_file():
                continue
            language = "-".join(filter(None, (name["language"], name["where"])))
            found.setdefault(language, Dictionary(language, folder, affix.stem))
    return found


def nearest(language: str, there: Iterable[str]) -> str | None:
    """The language of ``there`` that is nearest to ``language``; None for one of no kin."""
    wanted = language.replace("_", "-").lower()
    by_name = {one.lower(): one for one in sorted(there)}
    base = wanted.split("-")[0]
    kin = [one for name, one in by_name.items() if name.split("-")[0] == base]
    usual = _USUAL.get(base, base).lower()
    return by_name.get(wanted) or by_name.get(usual) or by_name.get(base) or next(iter(kin), None)


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return Path("/nonexistent")
