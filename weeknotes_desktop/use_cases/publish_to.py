"""Publish a note somewhere: it is published and has left, or neither."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from weeknotes_desktop.domain.destination import Destination, Parcel, Progress, Sent
from weeknotes_desktop.domain.errors import (
    ChangedElsewhereError,
    LibraryError,
    NotFoundError,
    PublishError,
)
from weeknotes_desktop.domain.last_gate import LeakSearch
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import Snapshot
from weeknotes_desktop.use_cases.leave import Leaving, look_through, make_ready
from weeknotes_desktop.use_cases.make_public_view import place_on_site
from weeknotes_desktop.use_cases.publish_note import publish_note

Lend = Callable[[], AbstractContextManager[NoteLibrary]]
"""Lends the library to the calling thread, in one transaction."""


class Step(StrEnum):
    """What is done one after the other until a note is published."""

    READING = "reading"
    MAKING = "making"
    LOOKING = "looking"
    SENDING = "sending"


class Course(Progress, Protocol):
    """Hears how far it has come."""

    def begin(self, step: Step) -> None:
        """This is done from now on.

        Raises:
            CancelledError: If the writer wants no more of it.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be published, and for whom.

    Args:
        note: As it stands in the library, with the day that its page shall name.
        audience: Team or public.
        with_others: Whether all that is published leaves, as for a site; else the note alone.
        settings: As they are now.
        now: The moment of it.
    """

    note: Note
    audience: Audience
    with_others: bool
    settings: Settings
    now: datetime


@dataclass(frozen=True, slots=True)
class Made:
    """What would leave if the note were published now; the library is as it was.

    Args:
        leaving: What of the library is needed for it.
        snapshot: What of the note would be published.
        place: Of its page on a site; empty where it leaves alone.
        parcel: Nobody has looked through it yet.
    """

    leaving: Leaving
    snapshot: Snapshot
    place: str
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Out:
    """A note that is published and has left.

    Args:
        note: As it is in the library now.
        place: Of its page on a site; empty where it left alone.
    """

    note: Note
    sent: Sent
    place: str


def make(
    lend: Lend, order: Order, destination: Destination, course: Course, before: Made | None = None
) -> Made:
    """All that would leave if the note were published; nothing is published yet.

    A site shows what was published. So the note is published in a transaction
    that is taken back: what is read in it is what will be read afterwards.

    Args:
        before: What was made earlier, to be used again where it would say the same; it must
            have been made for a destination like this one.

    Raises:
        ChangedElsewhereError: If somebody saved the note since it was read.
        NotForThisReaderError: If it is not for that audience.
        PublishError: If it could not be made.
        CancelledError: If the writer stopped it.
    """
    course.begin(Step.READING)
    with lend() as library:
        leaving, snapshot, place = _rehearsed(library, order)
    course.begin(Step.MAKING)
    same = before is not None and before.leaving.view == leaving.view
    parcel = before.parcel if same and before else destination.make(leaving.view, course)
    return Made(leaving, snapshot, place, parcel)


def publish_to(
    lend: Lend,
    order: Order,
    destination: Destination,
    search: LeakSearch,
    course: Course,
    before: Made | None = None,
) -> Out:
    """Publish a note and let it leave; where one cannot be, all is as it was.

    First everything is made and looked through, as if the note were published
    already. Then it is published and sent in one transaction, which is kept when
    all has arrived. So a leak, a full disk and the writer’s *Cancel* find the
    library as it was, and nothing is ever called published that has not left.
    Only if the library refuses at the very end has something left that it does
    not know of; then the writer is told, and to publish again mends it.

    Args:
        before: As of ``make``.

    Raises:
        LeakError: If something private was about to leave.
        ChangedElsewhereError: If the note or its goals were changed meanwhile.
        NotForThisReaderError: If the note is not for that audience.
        PublishError: If it could not be made or written, or not be kept that it was.
        CancelledError: If the writer stopped it.
    """
    made = make(lend, order, destination, course, before)
    course.begin(Step.LOOKING)
    look_through(made.leaving, made.parcel, search)
    course.begin(Step.SENDING)
    out: Out | None = None
    try:
        with lend() as library:
            saved = _published(library, order)
            if not _alike(library.snapshot(saved.id), made.snapshot):
                raise _changed_meanwhile()
            out = Out(saved, destination.send(made.parcel, course), made.place)
    except LibraryError as error:
        if out is None:
            raise
        raise _not_kept(error) from None
    return out


class _OnlyTriedError(Exception):
    """Takes back what was done to see what would come of it."""


def _rehearsed(library: NoteLibrary, order: Order) -> tuple[Leaving, Snapshot, str]:
    leaving: Leaving | None = None
    snapshot: Snapshot | None = None
    place = ""
    try:
        with library.transaction():
            saved = _published(library, order)
            snapshot = library.snapshot(saved.id)
            alone = None if order.with_others else saved
            leaving = make_ready(library, order.settings, order.audience, order.now, alone)
            if order.with_others:
                place = place_on_site(library, order.settings, order.audience, saved.id)
            raise _OnlyTriedError
    except _OnlyTriedError:
        pass
    if leaving is None or snapshot is None:
        raise NotFoundError("The note is no longer in the library.")
    return leaving, snapshot, place


def _published(library: NoteLibrary, order: Order) -> Note:
    return publish_note(library, order.note, order.settings, order.now)


def _alike(one: Snapshot | None, other: Snapshot) -> bool:
    """Whether they say the same; each is made anew, so names and moments differ."""
    return one is not None and other == replace(one, id=other.id, published_at=other.published_at)


def _changed_meanwhile() -> ChangedElsewhereError:
    return ChangedElsewhereError(
        "The note or its goals were changed meanwhile, so nothing left.",
        "Look at it once more, then publish it.",
    )


def _not_kept(error: LibraryError) -> PublishError:
    return PublishError(
        f"It has left, but the library could not keep that it was published: {error.problem}",
        "Publish it once more as soon as that is mended.",
    )
