"""Small trees to put somewhere, and what stands there afterwards."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from weeknotes_desktop.domain.destination import Parcel, Sent, silent
from weeknotes_desktop.publishing.whole_folder import exchange
from weeknotes_desktop.publishing.whole_tree.exchanging import System
from weeknotes_desktop.publishing.whole_tree.tree import WholeTree

OLD = {"index.html": b"old", "a/b.html": b"same", "a/c/d.html": b"gone", "style.css": b"s"}
NEW = {"index.html": b"new", "a/b.html": b"same", "e/f.html": b"more", "style.css": b"s"}
LIST = ".weeknotes-site.json"


def tree(
    folder: Path, audience: str = "public", kind: str = "site", system: System | None = None
) -> WholeTree:
    library = folder.parent.parent / "library" / "notes.db"
    return WholeTree(folder, kind, audience, library, system or System())


def put(folder: Path, files: Mapping[str, bytes], audience: str = "public") -> Sent:
    return tree(folder, audience).put(Parcel(files=files), silent)


def put_while(
    folder: Path, files: Mapping[str, bytes], act: Callable[[], object], *, in_one_step: bool = True
) -> Sent:
    """Put them while somebody else acts, at the last moment that they can."""

    def swap(new: Path, old: Path) -> bool:
        act()
        return in_one_step and exchange(new, old)

    return tree(folder, system=System(swap=swap)).put(Parcel(files=files), silent)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def everything(folder: Path) -> dict[str, object]:
    """Every name below a folder but the list, and what it is."""
    found: dict[str, object] = {}
    for path in folder.rglob("*"):
        if path.name != LIST:
            found[path.relative_to(folder).as_posix()] = _what(path)
    return found


def number(path: Path) -> int:
    return path.lstat().st_ino


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def _what(path: Path) -> object:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    if path.is_file():
        return path.read_bytes()
    return stat.S_IFMT(path.lstat().st_mode)
