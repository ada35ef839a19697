"""Replace the files of a folder one by one, where it cannot be exchanged as a whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from weeknotes_desktop.publishing.whole_file import write_whole
from weeknotes_desktop.publishing.whole_tree.manifest import Manifest, written

_LAST = "index.html"


def replace_one_by_one(
    place: Path,
    list_name: str,
    files: Mapping[str, bytes],
    same: Collection[str],
    before: Manifest,
    after: Manifest,
) -> None:
    """Write what changed, the home page last, and remove what is no more.

    Args:
        list_name: The file in which the folder says what it is.
        same: The files that are there already.
        before: What is there.
        after: What will be.
    """
    # The list comes first: should this be cut short, the next export knows its own.
    write_whole(place / list_name, written(replace(before, coming=after.files)))
    changed = [name for name in files if name not in same]
    for name in sorted(changed, key=lambda name: (name == _LAST, name)):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(place / name, files[name])
    for name in before.files.keys() - files.keys():
        (place / name).unlink(missing_ok=True)
        _remove_empty(place, (place / name).parent)
    write_whole(place / list_name, written(after))


def _remove_empty(top: Path, folder: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
