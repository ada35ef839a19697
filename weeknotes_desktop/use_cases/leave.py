"""Let something leave: make it, look through it, and only then send it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from weeknotes_desktop.aside.undisturbed import undisturbed
from weeknotes_desktop.domain.destination import Destination, Parcel, Progress, Sent
from weeknotes_desktop.domain.errors import LeakError
from weeknotes_desktop.domain.last_gate import LastGate, Leak, LeakSearch
from weeknotes_desktop.domain.library_texts import MAY_BE_PUBLIC
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.public_view import Blog, PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.make_public_view import public_view, public_view_of


@dataclass(frozen=True, slots=True)
class Leaving:
    """All that is needed to let something leave without the library.

    Args:
        gate: Knows what must not leave.
    """

    view: PublicView
    gate: LastGate


@undisturbed
def make_ready(
    library: NoteLibrary,
    settings: Settings,
    audience: Audience,
    now: datetime,
    note: Note | None = None,
) -> Leaving:
    """Read from the library what may leave, and what must not, as of one moment.

    Args:
        audience: Team or public.
        note: The one that leaves as it stands in it; None for all that a site holds.

    Raises:
        NotForThisReaderError: If the note is not for that audience.
    """
    with library.transaction():
        texts = library.texts()
        if note is None:
            view = public_view(library, settings, audience, now)
        else:
            view = public_view_of(library, settings, note, audience, now)
        gate = LastGate(texts, audience, note, _also_seen(view.blog))
    return Leaving(view, gate)


@undisturbed
def look_through(leaving: Leaving, parcel: Parcel, search: LeakSearch) -> None:
    """Let nothing private pass.

    Raises:
        LeakError: If a private sentence is in the parcel.
    """
    leaks = leaving.gate.leaks(parcel.files, search)
    if leaks:
        raise LeakError(_problem(leaks), _remedy(leaks), leaks)


def send(
    leaving: Leaving, destination: Destination, search: LeakSearch, progress: Progress
) -> Sent:
    """Make the parcel, look through it, and send it: nothing is written before.

    Raises:
        LeakError: If something private was about to leave.
        PublishError: If it could not be made or written; all is as it was.
        CancelledError: If the writer stopped it; likewise.
    """
    return destination.send(pack(leaving, destination, search, progress), progress)


def pack(
    leaving: Leaving, destination: Destination, search: LeakSearch, progress: Progress
) -> Parcel:
    """Make the parcel and look through it; it may leave, and has not yet.

    Raises:
        LeakError: If something private was about to leave.
        PublishError: If it could not be made.
        CancelledError: If the writer stopped it.
    """
    parcel = destination.make(leaving.view, progress)
    look_through(leaving, parcel, search)
    return parcel


def may_be_public(library: NoteLibrary, leak_ids: Iterable[str]) -> None:
    """Let the sentences with those ids pass from now on, and for good."""
    with library.transaction():
        for leak_id in leak_ids:
            # A remark for each, so that those of two libraries come together.
            library.keep_remark(f"{MAY_BE_PUBLIC}{leak_id.strip().lower()}", "yes")


def stays_private(library: NoteLibrary, leak_id: str) -> None:
    """Take back that the sentence with that id may be public."""
    library.keep_remark(f"{MAY_BE_PUBLIC}{leak_id.strip().lower()}", "")


def _also_seen(blog: Blog) -> tuple[str, ...]:
    return tuple(str(getattr(blog, field.name)) for field in fields(blog))


def _problem(leaks: tuple[Leak, ...]) -> str:
    first = leaks[0]
    more = len(leaks) - 1
    others = f" So do {more} more private sentences." if more > 1 else ""
    others = " So does one more private sentence." if more == 1 else others
    return (
        f"Nothing left: “{_short(first.words)}” is private – it stands in {first.place} – and"
        f" would stand in {first.file}: “…{first.around}…”.{others}"
    )


def _remedy(leaks: tuple[Leak, ...]) -> str:
    if any(leak.published for leak in leaks):
        return "It was made private after the note was published: publish the note again."
    return "Say that it may be public, or take it out of what others read."


def _short(words: str, most: int = 80) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
