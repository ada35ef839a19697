"""What stands above the text of a note, a draft and a version in a back-up, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.facts import Facts

Form = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note as a file told it.

    Args:
        number: Its place among all notes, in the order they were added.
        wrong: Names of the facts that could not be read.
    """

    note: Note
    trashed_at: datetime | None
    number: int
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version as a file told it.

    Args:
        number: Its place among the versions of its note, oldest first.
        peak: Whether it is not kept for good yet.
    """

    version: Version
    peak: bool
    number: int
    wrong: tuple[str, ...] = ()


def note_form(note: Note, trashed_at: datetime | None, number: int) -> Form:
    """All of a note but its body."""
    form: Form = {
        "id": note.id,
        "week": str(note.week),
        "label": note.label,
        "title": note.title,
        "category": note.category,
        "tags": list(note.tags),
        "status": str(note.status),
        "audience": str(note.audience),
        "origin": note.origin,
        "origin_hash": note.origin_hash,
        "saved_at": written(note.saved_at),
        "rev": note.rev,
        "number": number,
    }
    if note.published_on is not None:
        form["published_on"] = note.published_on.isoformat()
    return form if trashed_at is None else form | {"trashed_at": written(trashed_at)}


def note_of(facts: Facts, body: str, week: Week, ident: str) -> ReadNote:
    """The note that ``facts`` tell; where something about them is wrong, the writer's alone.

    Args:
        week: Its week where that cannot be read.
        ident: Its id likewise.
    """
    note = Note(
        id=facts.text("id", needed=True) or ident,
        week=facts.week("week", week),
        label=facts.text("label"),
        title=facts.text("title"),
        body=body,
        category=facts.text("category"),
        tags=facts.texts("tags"),
        status=facts.choice("status", Status, Status.DRAFT),
        audience=facts.choice("audience", Audience, Audience.ME),
        origin=facts.text("origin"),
        origin_hash=facts.text("origin_hash"),
        saved_at=facts.maybe_time("saved_at"),
        published_on=facts.maybe_day("published_on"),
        rev=facts.number("rev"),
    )
    number, trashed_at = facts.number("number"), facts.maybe_time("trashed_at")
    if facts.wrong:
        note = replace(note, audience=Audience.ME, status=Status.DRAFT)
    return ReadNote(note, trashed_at, number, facts.wrong)


def draft_form(draft: Draft) -> Form:
    """All of a draft but its body."""
    return {
        "note": draft.note_id,
        "base_rev": draft.base_rev,
        "written_at": written(draft.written_at),
        "title": draft.title,
    }


def draft_of(facts: Facts, body: str) -> Draft:
    """The draft that ``facts`` tell."""
    return Draft(
        note_id=facts.text("note", needed=True),
        base_rev=facts.number("base_rev"),
        written_at=facts.time("written_at"),
        title=facts.text("title"),
        body=body,
    )


def version_form(version: Version, number: int, *, peak: bool) -> Form:
    """All of a version but its body."""
    return {
        "id": version.id,
        "note": version.note_id,
        "written_at": written(version.written_at),
        "occasion": str(version.occasion),
        "title": version.title,
        "for_good": not peak,
        "number": number,
    }


def version_of(facts: Facts, body: str) -> ReadVersion:
    """The version that ``facts`` tell."""
    version = Version(
        id=facts.text("id", needed=True),
        note_id=facts.text("note", needed=True),
        written_at=facts.time("written_at"),
        occasion=facts.choice("occasion", Occasion, Occasion.REPLACED),
        title=facts.text("title"),
        body=body,
    )
    peak, number = not facts.truth("for_good"), facts.number("number")
    return ReadVersion(version, peak, number, facts.wrong)


def written(at: datetime | None) -> str | None:
    """A point in time as it stands in a file."""
    return None if at is None else at.isoformat()
