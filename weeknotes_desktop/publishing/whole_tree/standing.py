"""Where a folder that leaves may stand: never in place of what is somebody's."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.markdown_back_up.manifest import NAME as BACK_UP
from weeknotes_desktop.publishing.whole_tree.manifest import Manifest, manifest_in


def may_stand(place: Path, kind: str, name: str, library: Path) -> Manifest | None:
    """What the folder says of itself; None for one that is new or empty.

    Args:
        place: Without links in it.
        kind: Of folder, in words.
        name: Of the file in which such a folder says what it is.

    Raises:
        PublishError: If nothing of ours may stand there.
    """
    if place.exists() and not place.is_dir():
        raise PublishError(f"“{place}” is not a folder.", "Name a folder, new or empty.")
    if not place.parent.is_dir():
        raise PublishError(
            f"There is no folder “{place.parent}”.", "Make it first, or choose another."
        )
    if place == Path(place.anchor) or place == _home():
        raise PublishError(f"“{place}” holds more than an export.", "Name a folder inside it.")
    home = library.resolve().parent
    if place == home or place in home.parents:
        raise PublishError(
            f"“{place}” holds the library, and others will read what is exported.",
            "Choose another folder.",
        )
    if any((above / BACK_UP).exists() for above in (place, *place.parents)):
        raise PublishError(
            f"“{place}” is a back-up, and holds private things.", "Choose another folder."
        )
    manifest = manifest_in(place, name) if place.exists() else None
    if manifest is None and place.exists() and any(place.iterdir()):
        raise PublishError(
            f"“{place}” is not empty, and is no earlier {kind} export.",
            "Choose a folder that is new or empty.",
        )
    return manifest


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None
