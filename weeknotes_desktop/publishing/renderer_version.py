"""Which renderer this is: two that may render differently never have the same version."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("Markdown", "pymdown-extensions", "nh3", "Pygments", "weeknotes-desktop")
_HERE = Path(__file__).parent
_DOMAIN = _HERE.parent / "domain"


@cache
def renderer_version(words: Path) -> str:
    """A mark of everything that a body is made with: our code, our words, the libraries.

    More of our code than that counts too: a body rendered once too often costs
    little.

    Args:
        words: The folder with the words that a page adds.
    """
    mark = sha256()
    for folder, pattern in (
        (_HERE, "*.py"),
        (_HERE / "extensions", "*.py"),
        (_DOMAIN, "*.py"),
        (words, "*.json"),
    ):
        for path in sorted(folder.glob(pattern)):
            mark.update(f"\0{path.name}\0".encode())
            mark.update(path.read_bytes())
    for package in _PACKAGES:
        mark.update(f"\0{package} {_version(package)}".encode())
    return mark.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
