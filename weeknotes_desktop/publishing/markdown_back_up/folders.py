"""Complete back-ups in Markdown, written into folders and read from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from weeknotes_desktop.domain.errors import ImportFailedError, PublishError
from weeknotes_desktop.domain.everything import Everything, FoundBackUp, MarkdownBackUp
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.collected import ReadFile
from weeknotes_desktop.publishing.markdown_back_up.files import files_of
from weeknotes_desktop.publishing.markdown_back_up.manifest import (
    NAME,
    Manifest,
    manifest_of,
    read_manifest,
    write_manifest,
)
from weeknotes_desktop.publishing.markdown_back_up.reading import read_files
from weeknotes_desktop.publishing.safe_files import (
    NotTakenError,
    others_in,
    read_file,
)
from weeknotes_desktop.publishing.whole_file import failure
from weeknotes_desktop.publishing.whole_folder import (
    remove_left,
    write_folder,
)

LARGEST = 2_000_000_000
"""Bytes that all files together may have."""

_MOST_TOLD = 10
_SITE = (".weeknotes-site.json", ".weeknotes-markdown.json", "index.html")


class MarkdownFolders:
    """Writes and reads complete back-ups in Markdown."""

    def write(self, everything: Everything, folder: Path, now: datetime) -> MarkdownBackUp:
        """Write one, in place of an earlier one; whoever looks sees the old or the new.

        An earlier one that somebody changed is not removed but kept beside it.
        """
        files = files_of(everything)
        manifest = manifest_of(files, now)
        contents = {**files.contents, NAME: write_manifest(manifest)}
        try:
            place = folder.resolve()
            _may_stand(place)
            aside: list[Path] = []

            def keep_as() -> Path | None:
                # Once more: writing took its time, and somebody else may have been faster.
                _may_stand(place)
                if _changed_by_hand(place):
                    aside.append(_name_beside(place, now))
                return aside[0] if aside else None

            write_folder(place, contents, keep_as)
            remove_left(place)
        except OSError as error:
            raise failure(folder, error) from None
        remarks = list(_damaged(everything))
        remarks += [
            f"The earlier back-up was changed by hand; it is kept as {kept}." for kept in aside
        ]
        return MarkdownBackUp(
            notes=len(everything.notes),
            goals=len(everything.goals),
            files=len(contents),
            remarks=tuple(remarks),
        )

    def is_one(self, path: Path) -> bool:
        """Whether ``path`` is such a folder, or the list of files in one."""
        return (path / NAME).is_file() or (path.name == NAME and path.is_file())

    def read(self, path: Path) -> FoundBackUp:
        """What such a folder holds; files that are not on its list are left alone."""
        folder = path.parent if path.name == NAME else path
        manifest = _manifest_in(folder)
        if manifest is None:
            raise ImportFailedError(
                f"“{folder}” is no back-up in Markdown.", f"One has a file {NAME} in it."
            )
        lost: list[str] = []
        others = sorted(others_in(folder, _known(manifest)))
        more = len(others) - _MOST_TOLD
        return read_files(
            # All of them now, so that what is lost is known.
            list(_files(folder, manifest, lost)),
            Week.of(manifest.made_at.date()),
            lost,
            [
                *(f"{name} is not on the list of the back-up." for name in others[:_MOST_TOLD]),
                *([f"{more} other files are not on it either."] if more > 0 else []),
            ],
        )


def _files(folder: Path, manifest: Manifest, lost: list[str]) -> Iterator[ReadFile]:
    room = LARGEST
    for path, fingerprint in manifest.files.items():
        try:
            content = read_file(folder, path)
        except NotTakenError as error:
            lost.append(f"{path} could not be read: {error}.")
            continue
        room -= len(content)
        if room < 0:
            raise ImportFailedError(
                f"The back-up is larger than {LARGEST // 1_000_000_000} GB.",
                "That is more than a library holds; nothing was taken from it.",
            )
        as_written = sha256(content).hexdigest() == fingerprint
        yield ReadFile(path, content, as_written, manifest.notes.get(path, ""))


def _manifest_in(folder: Path) -> Manifest | None:
    """The list of files in ``folder``; None where it has none.

    Raises:
        ImportFailedError: If it has one that cannot be read.
    """
    try:
        content = read_file(folder, NAME)
    except NotTakenError:
        return None
    return read_manifest(content)


def _may_stand(folder: Path) -> None:
    """Refuse a place where a back-up would be read by others, or replace something else."""
    if folder.exists() and not folder.is_dir():
        raise PublishError(f"“{folder}” is not a folder.", "Name a folder, new or empty.")
    for place in (folder, *folder.parents):
        if any((place / name).exists() for name in _SITE):
            raise PublishError(
                f"“{place}” is a web site, and a back-up holds private things.",
                "Choose a folder that is not part of it.",
            )
    if not folder.exists() or not any(folder.iterdir()):
        return
    try:
        ours = _manifest_in(folder) is not None
    except ImportFailedError:
        ours = False
    if not ours:
        raise PublishError(
            f"“{folder}” is not empty, and is no earlier back-up in Markdown.",
            "Choose a folder that is new or empty.",
        )


def _changed_by_hand(folder: Path) -> bool:
    """Whether somebody changed the back-up in ``folder``, or put something into it."""
    manifest = _manifest_in(folder)
    if manifest is None:
        return False
    if next(others_in(folder, _known(manifest)), None) is not None:
        return True
    for path, fingerprint in manifest.files.items():
        try:
            if sha256(read_file(folder, path)).hexdigest() != fingerprint:
                return True
        except NotTakenError:
            # What is gone is no text of anybody's.
            continue
    return False


def _known(manifest: Manifest) -> frozenset[str]:
    return frozenset({*manifest.files, NAME})


def _name_beside(folder: Path, now: datetime) -> Path:
    """A name for the earlier back-up, where it is not to be removed."""
    name = f"{folder.name}-until-{now.astimezone(UTC):%Y%m%d-%H%M%SZ}"
    free, number = folder.with_name(name), 1
    while free.exists():
        number += 1
        free = folder.with_name(f"{name}-{number}")
    return free


def _damaged(everything: Everything) -> Iterator[str]:
    counted = Counter(
        kind
        for kind, shelf in (
            ("notes", everything.notes),
            ("versions", everything.versions),
            ("goals", everything.goals),
        )
        for one in shelf
        if not one.whole
    )
    for kind, number in counted.items():
        yield (
            f"{number} of the {kind} are damaged; what can still be read of them is in the back-up."
        )
