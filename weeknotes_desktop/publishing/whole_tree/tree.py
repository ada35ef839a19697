"""Put all files of a parcel into a folder: whole or not at all, wherever that can be."""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.safe_files import (
    NotTakenError,
    others_in,
    read_file,
)
from weeknotes_desktop.publishing.whole_file import failure, is_left, write_whole
from weeknotes_desktop.publishing.whole_folder import (
    exchange,
    remove_left,
    take_place,
    to_disk,
)
from weeknotes_desktop.publishing.whole_tree.manifest import (
    NAMES,
    Manifest,
    fingerprint,
    written,
)
from weeknotes_desktop.publishing.whole_tree.standing import may_stand

_LAST = "index.html"
_ONE_BY_ONE = (
    "The folder holds other files too, or is a disk of its own, so its files were replaced one by"
    " one: who looks in between may see old and new ones together."
)


@dataclass(frozen=True, slots=True)
class _There:
    """What stands in the folder already."""

    manifest: Manifest
    files: Mapping[str, bytes]
    foreign: bool


class WholeTree:
    """A folder of ours.

    Args:
        kind: ``site`` or ``Markdown``.
        audience: Whom it is for; a folder made for others is refused.
        library: Whose folder no export may take the place of.
        swap: Lets two folders swap their names in one go, or says False.
    """

    def __init__(
        self,
        folder: Path,
        kind: str,
        audience: str,
        library: Path,
        swap: Callable[[Path, Path], bool] = exchange,
    ) -> None:
        self._folder = folder
        self._kind, self._name = kind, NAMES[kind]
        self._audience = audience
        self._library = library
        self._swap = swap

    def put(self, parcel: Parcel, progress: Progress) -> Sent:
        """All files of the parcel, in place of those of an earlier one.

        Raises:
            PublishError: If they could not be written, or must not stand there;
                what was there before is still there.
            CancelledError: If the writer stopped it; likewise.
        """
        try:
            place = self._folder.resolve()
            there = self._look(place, parcel)
            marks = {name: fingerprint(content) for name, content in parcel.files.items()}
            manifest = Manifest(audience=self._audience, files=marks)
            same = {
                name for name, content in parcel.files.items() if there.files.get(name) == content
            }
            removed = there.files.keys() - parcel.files.keys()
            remarks = parcel.remarks
            progress(0, len(parcel.files))
            if len(same) < len(parcel.files) or removed or there.manifest != manifest:
                if there.foreign:
                    self._one_by_one(place, parcel, manifest, there, same)
                    remarks = (*remarks, _ONE_BY_ONE)
                else:
                    self._whole(place, parcel, manifest, same, progress)
            remove_left(place)
        except OSError as error:
            raise failure(self._folder, error) from None
        except ValueError:
            raise PublishError("That is no name for a folder.", "Choose another.") from None
        return Sent(
            written=len(parcel.files) - len(same),
            unchanged=len(same),
            removed=len(removed),
            remarks=remarks,
        )

    def _look(self, place: Path, parcel: Parcel) -> _There:
        """What stands there.

        Raises:
            PublishError: If the parcel must not stand there.
        """
        manifest = may_stand(place, self._kind, self._name, self._library)
        if manifest is None:
            return _There(Manifest(audience=self._audience), {}, foreign=place.is_mount())
        if manifest.audience != self._audience:
            raise PublishError(
                f"“{place}” was made for {_readers(manifest.audience)}, and this is for"
                f" {_readers(self._audience)}.",
                "Choose another folder.",
            )
        _remove_unfinished(place, {*manifest.names, self._name})
        files: dict[str, bytes] = {}
        for name in sorted(manifest.names):
            with suppress(NotTakenError):
                files[name] = read_file(place, name)
        ours = frozenset({*manifest.names, self._name})
        strange = frozenset(others_in(place, ours))
        for name, content in files.items():
            if not manifest.wrote(name, content) and parcel.files.get(name) != content:
                raise _changed(place, name)
        for name in parcel.files:
            if name not in files:
                _make_room_sure(place, name)
        return _There(manifest, files, foreign=bool(strange) or place.is_mount())

    def _whole(
        self, place: Path, parcel: Parcel, manifest: Manifest, same: set[str], progress: Progress
    ) -> None:
        mark = f".{place.name}.{os.getpid()}-{secrets.token_hex(4)}.weeknotes"
        new, old = place.with_name(f"{mark}-part"), place.with_name(f"{mark}-old")
        try:
            self._fill(new, place, parcel, manifest, same, progress)
            take_place(new, place, old, self._swap)
            with suppress(OSError):
                to_disk(place.parent)
        finally:
            # Whichever of them now has this name.
            shutil.rmtree(new, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)

    def _fill(
        self,
        new: Path,
        place: Path,
        parcel: Parcel,
        manifest: Manifest,
        same: set[str],
        progress: Progress,
    ) -> None:
        new.mkdir()
        folders = {new}
        fresh: list[Path] = []
        for done, (name, content) in enumerate(parcel.files.items(), start=1):
            path = new / name
            if path.parent not in folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                folders |= {path.parent, *_between(new, path.parent)}
            if name not in same or not _linked(place / name, path):
                path.write_bytes(content)
                fresh.append(path)
            progress(done, len(parcel.files))
        (new / self._name).write_bytes(written(manifest))
        _all_to_disk([*fresh, new / self._name], folders, new)

    def _one_by_one(
        self, place: Path, parcel: Parcel, manifest: Manifest, there: _There, same: set[str]
    ) -> None:
        # The list comes first: should this be cut short, the next export knows its own.
        both = Manifest(
            audience=manifest.audience,
            files={name: fingerprint(content) for name, content in there.files.items()},
            coming=manifest.files,
        )
        write_whole(place / self._name, written(both))
        changed = [name for name in parcel.files if name not in same]
        for name in sorted(changed, key=lambda name: (name == _LAST, name)):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(place / name, parcel.files[name])
        for name in there.files.keys() - parcel.files.keys():
            (place / name).unlink(missing_ok=True)
            _remove_empty(place, (place / name).parent)
        write_whole(place / self._name, written(manifest))


def _readers(audience: str) -> str:
    return {"public": "everybody", "team": "the team"}.get(audience, audience)


def _changed(place: Path, name: str) -> PublishError:
    return PublishError(
        f"“{name}” in “{place}” was changed by somebody else, so nothing was replaced.",
        "Move it elsewhere, or choose another folder.",
    )


def _make_room_sure(place: Path, name: str) -> None:
    """Refuse where somebody else has put something, or a link that leads elsewhere."""
    path = place / name
    if path.is_symlink() or path.exists():
        raise _changed(place, name)
    for above in path.parents:
        if above == place:
            return
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            raise _changed(place, above.relative_to(place).as_posix())


def _remove_unfinished(place: Path, names: Iterable[str]) -> None:
    """Remove what an export left in our folders that was ended in the middle of a file."""
    for folder in {(place / name).parent for name in names}:
        for left in folder.glob(".weeknotes-*.part"):
            if is_left(left):
                left.unlink(missing_ok=True)


def _linked(old: Path, new: Path) -> bool:
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def _between(top: Path, folder: Path) -> Iterable[Path]:
    return (parent for parent in folder.parents if parent.is_relative_to(top))


def _all_to_disk(files: Iterable[Path], folders: Iterable[Path], top: Path) -> None:
    """Wait until all of it would survive a power cut."""
    if _whole_disk_to_disk(top):
        return
    for path in (*files, *sorted(folders), top):
        with suppress(PermissionError):
            to_disk(path)


def _whole_disk_to_disk(folder: Path) -> bool:
    """One wait for all that its disk has, which costs less than hundreds; False if it cannot."""
    try:
        sync = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError, TypeError):
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return bool(sync(descriptor) == 0)
    finally:
        os.close(descriptor)


def _remove_empty(top: Path, folder: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
