"""Whether a folder is carried to other machines by somebody, file by file.

Such a service copies the library and its log apart from each other, at moments
of its own, and puts an older file in place of a newer one; that is how
libraries get lost. A back-up is one file that nobody writes to any more, and
may lie there.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_Sign = Callable[[Path], bool]


def cloud_of(path: Path) -> str | None:
    """The name of the service that carries ``path`` along; None where nobody seems to.

    Args:
        path: A file or folder; it need not be there yet. Where it is a link, what counts is
            where it leads to.
    """
    place = path.resolve()
    for folder in place.parents if place.is_file() else (place, *place.parents):
        for service, signs in _SERVICES.items():
            if any(_seen(sign, folder) for sign in signs):
                return service
    return None


def _called(*names: str) -> _Sign:
    """Whether the folder has one of these names, or one with the owner behind it."""
    wanted = tuple(name.casefold() for name in names)
    behind = tuple(f"{name}{mark}" for name in wanted for mark in (" (", " - ", "-"))

    def sign(folder: Path) -> bool:
        name = folder.name.casefold()
        return name in wanted or name.startswith(behind)

    return sign


def _holds_file(pattern: str) -> _Sign:
    return lambda folder: any(found.is_file() for found in folder.glob(pattern))


def _holds_folder(pattern: str) -> _Sign:
    return lambda folder: any(found.is_dir() for found in folder.glob(pattern))


def _seen(sign: _Sign, folder: Path) -> bool:
    with suppress(OSError):
        return sign(folder)
    return False


_SERVICES: dict[str, tuple[_Sign, ...]] = {
    # The client keeps its settings in a folder `.dropbox` of every home; in the
    # folder it carries along, `.dropbox` is a file.
    "Dropbox": (_called("Dropbox"), _holds_file(".dropbox"), _holds_folder(".dropbox.cache")),
    "OneDrive": (
        _called("OneDrive"),
        _holds_file(".849C9593-D756-4E56-8D6E-42412F2A707B"),
    ),
    "ownCloud": (_called("ownCloud"), _holds_file(".owncloudsync.log")),
    "Nextcloud": (
        _called("Nextcloud"),
        _holds_file(".nextcloudsync.log"),
        _holds_file("._sync_*.db"),
        _holds_file(".sync_*.db"),
    ),
    "Syncthing": (_called("Syncthing"), lambda folder: (folder / ".stfolder").exists()),
    "iCloud Drive": (_called("com~apple~CloudDocs", "iCloudDrive", "iCloud Drive"),),
    "Google Drive": (_called("Google Drive", "GoogleDrive"),),
}
