"""Where the back-ups of a library lie, and what their names say.

All that is known about a back-up stands in its name, as
``notes-20261125-093005Z-start.db``: when it was made, why, and whether a row
of it was damaged already. So nothing has to be kept elsewhere, and a folder
that was carried to another machine still lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.errors import LibraryError

_SITE = (".weeknotes-site.json", "index.html")
"""Who finds one of these in a folder, or above it, may find it on the web."""

_SAID = re.compile(r"(?P<at>\d{8}-\d{6})Z-(?P<reason>[a-z-]+?)(?P<damaged>-damaged)?")
_FORM = "%Y%m%d-%H%M%S"

# What the first versions called the copy before a migration.
_EARLY = re.compile(r"before-\d{4}(-\d+)?")


def beside(library: Path) -> Path:
    """The folder of back-ups that lies beside a library."""
    return library.parent / "backups"


def damaged(library: Path) -> Path:
    """The folder beside a library where damaged files of it are kept."""
    return library.parent / "damaged"


def kept_aside(library: Path) -> Iterator[Path]:
    """The damaged files of a library, by name; none where they cannot be listed."""
    with suppress(OSError):
        found = sorted(damaged(library).iterdir())
        for path in found:
            # A log may be all there was.
            alone = path.name.endswith("-wal") and path.with_name(path.name[:-4]) not in found
            ends_well = path.name.endswith(f"{library.suffix}{'-wal' if alone else ''}")
            if path.name.startswith(f"{library.stem}-") and ends_well:
                yield path


def own_folder(library: Path, chosen: Path) -> Path:
    """The folder of this library in one that several may share."""
    return chosen / f"{library.stem}-{_mark(library)}"


def unfinished(library: Path, folder: Path) -> Path:
    """What a back-up is called until it is whole; one at a time is made of a library."""
    return folder / f".{library.stem}-{_mark(library)}.part"


def name(library: Path, made_at: datetime, reason: Reason, *, whole: bool) -> str:
    """The name of a back-up; its time must be in UTC."""
    damaged = "" if whole else "-damaged"
    return f"{library.stem}-{made_at.strftime(_FORM)}Z-{reason}{damaged}{library.suffix}"


def free_second(now: datetime, there: Iterable[BackUp]) -> datetime:
    """``now`` in UTC, or the first second after it that no other back-up was made in."""
    taken = {one.made_at for one in there}
    at = now.astimezone(UTC).replace(microsecond=0)
    while at in taken:
        at += timedelta(seconds=1)
    return at


def back_ups_in(folder: Path, library: Path) -> Iterator[BackUp]:
    """The back-ups of a library in a folder, in no order; none where it cannot be read."""
    start, end = f"{library.stem}-", library.suffix
    # An unplugged drive has none; whoever makes one there hears of it.
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(start) and path.name.endswith(end):
                found = _back_up(path, path.name[len(start) : len(path.name) - len(end)])
                if found is not None:
                    yield found


def refuse_site(folder: Path) -> None:
    """Refuse a folder that may be published: a back-up holds what is private too.

    Raises:
        LibraryError: If it holds a site, or lies below one.
    """
    place = folder.resolve()
    for above in (place, *place.parents):
        for sign in _SITE:
            if (above / sign).exists():
                raise LibraryError(
                    f"No back-up was made: {folder} belongs to a site ({above / sign}).",
                    "A back-up holds private text too; choose a folder that nobody publishes.",
                )


def _back_up(path: Path, said: str) -> BackUp | None:
    found = _SAID.fullmatch(said)
    with suppress(ValueError, OSError):
        known = path.stat()
        if found is not None:
            at = datetime.strptime(found["at"], _FORM).replace(tzinfo=UTC)
            reason, whole = Reason(found["reason"]), found["damaged"] is None
        elif _EARLY.fullmatch(said):
            at = datetime.fromtimestamp(int(known.st_mtime), UTC)
            reason, whole = Reason.BEFORE_MIGRATION, True
        else:
            return None
        return BackUp(path=path, made_at=at, reason=reason, size=known.st_size, whole=whole)
    return None


def _mark(library: Path) -> str:
    """Tells two libraries of the same name apart."""
    return sha256(str(library).encode(errors="surrogateescape")).hexdigest()[:8]
