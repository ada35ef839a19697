"""Put all files of a parcel into a folder: whole or not at all, wherever that can be."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from weeknotes_desktop.domain.destination import Parcel, Progress, Sent, pages
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.whole_file import failure, is_left
from weeknotes_desktop.publishing.whole_tree.carrying import NotWholeError, hindrance
from weeknotes_desktop.publishing.whole_tree.exchanging import Exchange, System, settled
from weeknotes_desktop.publishing.whole_tree.left import clear_left, held_alone, put_back
from weeknotes_desktop.publishing.whole_tree.listing import Listing, below, listing_of
from weeknotes_desktop.publishing.whole_tree.manifest import NAMES, Manifest, fingerprint
from weeknotes_desktop.publishing.whole_tree.one_by_one import replace_one_by_one
from weeknotes_desktop.publishing.whole_tree.standing import may_stand

_CAREFULLY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_SYSTEM = System()
_ONE_BY_ONE = (
    "{why}, so the files were replaced one by one: who looks in between may see old and new ones"
    " together."
)


@dataclass(frozen=True, slots=True)
class _There:
    """What stands in the folder already.

    Args:
        marks: The fingerprint of each file of ours.
        same: Those that are in the parcel just so.
        listing: None where there is no folder yet.
        hindrance: Why the folder cannot be exchanged.
    """

    manifest: Manifest
    marks: Mapping[str, str]
    same: frozenset[str]
    listing: Listing | None
    hindrance: str | None = None


class WholeTree:
    """A folder of ours.

    Args:
        kind: ``site`` or ``Markdown``.
        audience: Whom it is for; a folder made for others is refused.
        library: Whose folder no export may take the place of.
        system: What can be done with folders and files.
    """

    def __init__(
        self,
        folder: Path,
        kind: str,
        audience: str,
        library: Path,
        system: System = _SYSTEM,
    ) -> None:
        self._folder = folder
        self._kind, self._name = kind, NAMES[kind]
        self._audience = audience
        self._library = library
        self._system = system

    def put(self, parcel: Parcel, progress: Progress) -> Sent:
        """All files of the parcel, in place of those of an earlier one.

        Raises:
            PublishError: If they could not be written, or must not stand there;
                what was there before is still there.
            CancelledError: If the writer stopped it; likewise.
        """
        try:
            place = self._folder.resolve()
            put_back(place)
            manifest = self._may_stand(place)
            with held_alone(place):
                return self._put(place, manifest, parcel, progress)
        except OSError as error:
            raise failure(self._folder, error) from None
        except ValueError:
            raise PublishError("That is no name for a folder.", "Choose another.") from None

    def changes(self, parcel: Parcel) -> frozenset[str]:
        """The files that would be new, different or gone, by what the folder says of itself.

        Raises:
            PublishError: If the parcel must not stand there.
        """
        try:
            manifest = self._may_stand(self._folder.resolve())
        except OSError as error:
            raise failure(self._folder, error) from None
        except ValueError:
            raise PublishError("That is no name for a folder.", "Choose another.") from None
        there = manifest.files if manifest is not None else {}
        new = {name: fingerprint(content) for name, content in parcel.files.items()}
        names = {*there, *new}
        return frozenset(name for name in names if there.get(name) != new.get(name))

    def _may_stand(self, place: Path) -> Manifest | None:
        manifest = may_stand(place, self._kind, self._name, self._library)
        if manifest is not None and manifest.audience != self._audience:
            raise PublishError(
                f"“{place}” was made for {_readers(manifest.audience)}, and this is for"
                f" {_readers(self._audience)}.",
                "Choose another folder.",
            )
        return manifest

    def _put(
        self, place: Path, manifest: Manifest | None, parcel: Parcel, progress: Progress
    ) -> Sent:
        remarks = [*parcel.remarks, *self._clear_left(place)]
        new = Manifest(
            audience=self._audience,
            files={name: fingerprint(content) for name, content in parcel.files.items()},
        )
        there = self._look(place, manifest or replace(new, files={}), parcel, new)
        removed = there.marks.keys() - parcel.files.keys()
        progress(0, len(parcel.files))
        if len(there.same) < len(parcel.files) or removed or manifest != new:
            remarks += self._write(place, there, parcel, new, progress)
        return Sent(
            written=len(parcel.files) - len(there.same),
            unchanged=len(there.same),
            removed=len(removed),
            pages=pages((parcel.files.keys() - there.same) | removed),
            remarks=tuple(remarks),
        )

    def _clear_left(self, place: Path) -> list[str]:
        """Finish what an export left that was ended."""
        kept: list[str | None] = []
        if place.is_dir():
            clear_left(place, lambda left: kept.append(settled(left, place, None, self._name)))
        return [*filter(None, kept)]

    def _look(self, place: Path, manifest: Manifest, parcel: Parcel, new: Manifest) -> _There:
        """What stands there.

        Raises:
            PublishError: If the parcel must not stand there.
        """
        if not place.is_dir():
            return _There(manifest, {}, frozenset(), None)
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        listing = _without_unfinished(listing_of(place, {*manifest.names, self._name}), place)
        marks: dict[str, str] = {}
        same: set[str] = set()
        for name in sorted(listing.ours - {self._name}):
            content = _content(place, name)
            if content == parcel.files.get(name):
                marks[name] = new.files[name]
                same.add(name)
            else:
                marks[name] = fingerprint(content)
                if marks[name] not in (manifest.files.get(name), manifest.coming.get(name)):
                    raise _changed(place, name)
        for name in parcel.files.keys() - marks.keys():
            if stands := listing.in_the_way_of(name):
                raise _in_the_way(place, stands, name)
        on_its_own = "The folder is a disk of its own" if place.is_mount() else None
        return _There(manifest, marks, frozenset(same), listing, on_its_own or hindrance(listing))

    def _write(
        self, place: Path, there: _There, parcel: Parcel, new: Manifest, progress: Progress
    ) -> list[str]:
        try:
            if there.hindrance is not None:
                raise NotWholeError(there.hindrance)
            exchange = Exchange(place, self._name, there.listing, self._system)
            kept = exchange.put(parcel.files, there.same, new, progress)
        except NotWholeError as why:
            before = replace(there.manifest, files=there.marks, coming={})
            replace_one_by_one(place, self._name, parcel.files, there.same, before, new)
            return [_ONE_BY_ONE.format(why=why)]
        return [kept] if kept else []


def _readers(audience: str) -> str:
    return {"public": "everybody", "team": "the team"}.get(audience, audience)


def _content(place: Path, name: str) -> bytes:
    """What a file says that was just seen to be one, in folders that are no links."""
    try:
        with os.fdopen(os.open(below(place, name), _CAREFULLY), "rb") as file:
            return file.read()
    except OSError:
        # Whether it goes or changes, it is not as we wrote it.
        raise _changed(place, name) from None


def _changed(place: Path, name: str) -> PublishError:
    return PublishError(
        f"“{name}” in “{place}” was changed by somebody else, so nothing was replaced.",
        "Move it elsewhere, or choose another folder.",
    )


def _in_the_way(place: Path, stands: str, name: str) -> PublishError:
    return PublishError(
        f"“{stands}” in “{place}” is somebody else’s and stands where “{name}” is to go, so"
        " nothing was replaced.",
        "Move it elsewhere, or choose another folder.",
    )


def _without_unfinished(listing: Listing, place: Path) -> Listing:
    """Remove what an export left that was ended in the middle of a file."""
    left = {name for name in listing.others if is_left(place / name)}
    for name in left:
        (place / name).unlink(missing_ok=True)
    others = {name: stands for name, stands in listing.others.items() if name not in left}
    return replace(listing, others=others) if left else listing
