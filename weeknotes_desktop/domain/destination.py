"""The port of every way out: what it makes is looked through before any of it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from weeknotes_desktop.domain.public_view import PublicView


class Progress(Protocol):
    """Hears how far long work has come."""

    def __call__(self, done: int, of: int) -> None:
        """So many of so many are done.

        Raises:
            CancelledError: If the writer wants no more of it.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Everything that is about to leave, byte by byte.

    Args:
        files: Content by name; ``/`` between folders, for the clipboard a media type.
        remarks: Sentences for the writer, such as that there is no sitemap.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What changed where a parcel arrived.

    Args:
        written: Files that are new or say something else than before.
        unchanged: Files that were there already, letter for letter.
        removed: Files of an earlier parcel that are in this one no more.
        pages: How many of those that were written or removed are pages.
        remarks: Sentences for the writer.
    """

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    remarks: tuple[str, ...] = ()


class Destination(Protocol):
    """A way out. Where it leads to and how it looks is said when it is made."""

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        """All that would leave, without a clock and without chance.

        Raises:
            PublishError: If it could not be made.
            CancelledError: If the writer stopped it.
        """

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        """Let it leave whole, or leave all as it was.

        Raises:
            PublishError: If it could not be written.
            CancelledError: If the writer stopped it; nothing has changed.
        """


def pages(names: Iterable[str]) -> int:
    """How many of these files are pages that somebody reads in a browser."""
    return sum(name.endswith(".html") for name in names)


def silent(done: int, of: int) -> None:  # nobody listens
    """A ``Progress`` for work that nobody watches."""
