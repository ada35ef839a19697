"""What the window shows that replaces in all notes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from weeknotes_desktop.domain.finding import Hit, Search
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.replacing import Change

_BEFORE, _LONGEST, _AFTER = 32, 60, 120


class Ticks(StrEnum):
    """How many of a note’s places are ticked."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


class PlaceKey(NamedTuple):
    """Names one place, or a whole note.

    Args:
        start: Where in the note; -1 for all of it.
    """

    note_id: str
    start: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHeading:
    """The heading over the places of one note."""

    key: PlaceKey
    title: str
    label: str
    published: bool
    places: int
    ticks: Ticks


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One place: what goes and what comes, between the words around it."""

    key: PlaceKey
    lead: str
    goes: str
    comes: str
    tail: str
    ticked: bool


ReplacingRow = NoteHeading | PlaceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacingState:
    """The whole window.

    Args:
        words: What to put there.
        ticked: How many places are ticked, in ``notes`` notes.
        found: How many places there are.
        looking: Whether the notes are still looked through.
        remark: What else there is to say.
        result: What was replaced last; empty for nothing.
        may_undo: Whether that can be taken back.
        changed: How many of ``to_change`` notes are changed already; 0 of 0 when none is being.
    """

    search: Search = Search()
    words: str = ""
    rows: tuple[ReplacingRow, ...] = ()
    ticked: int = 0
    notes: int = 0
    found: int = 0
    looking: bool = False
    remark: str = ""
    may_write: bool = True
    result: str = ""
    may_undo: bool = False
    changed: int = 0
    to_change: int = 0


class ReplacingView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: ReplacingState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show the window, in front and with the keyboard."""


class FoundNote(NamedTuple):
    """A note, and where in it the words stand."""

    note: Note
    hits: tuple[Hit, ...]


def rows_of_note(
    note: Note, label: str, wanted: tuple[Change, ...], unticked: Collection[PlaceKey]
) -> tuple[ReplacingRow, ...]:
    """The heading and the lines of one note.

    Args:
        label: As printed.
    """
    lines = [_line(note, change, unticked) for change in wanted]
    ticked = sum(line.ticked for line in lines)
    ticks = Ticks.ALL if ticked == len(lines) else Ticks.SOME if ticked else Ticks.NONE
    heading = NoteHeading(
        key=PlaceKey(note.id),
        title=note.title,
        label=label,
        published=note.status is Status.PUBLISHED,
        places=len(lines),
        ticks=ticks,
    )
    return (heading, *lines)


def _line(note: Note, change: Change, unticked: Collection[PlaceKey]) -> PlaceLine:
    key = PlaceKey(note.id, change.start)
    body = note.body
    before = body[max(change.start - _BEFORE, 0) : change.start]
    line = before.rsplit("\n", 1)[-1]
    cut = line == before and change.start > _BEFORE
    return PlaceLine(
        key=key,
        # No half word at the beginning.
        lead="…" + line.partition(" ")[2] if cut else line,
        goes=_short(body[change.start : change.end]),
        comes=_short(change.after),
        tail=body[change.end : change.end + _AFTER].split("\n", 1)[0],
        ticked=key not in unticked,
    )


def _short(words: str) -> str:
    line = words.replace("\n", " ")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
