"""What the history window shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Protocol

from weeknotes_desktop.domain.comparison import Change, Piece, compare
from weeknotes_desktop.domain.note import count_words
from weeknotes_desktop.domain.version import VersionLine
from weeknotes_desktop.presenters.folding import Part, fold, whole
from weeknotes_desktop.presenters.keeping import Typed

NOW, SAVED = "now", "saved"
"""The rows that are no versions: what stands in the window, and what was saved before a crash."""


@dataclass(frozen=True, slots=True)
class NowRow:
    """The text as it stands in the window; ``typed_at`` when it was brought back after a crash."""

    typed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedRow:
    """The text as it was saved last before a crash."""

    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """The heading over the versions of one day; ``ago`` counts days back from today."""

    day: date
    ago: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version, with the local time it was written at."""

    line: VersionLine
    at: datetime


HistoryRow = NowRow | SavedRow | DayRow | VersionRow


@dataclass(frozen=True, slots=True)
class Compared:
    """What turned the chosen text into the one of now.

    Args:
        came: Words that are new since then.
        gone: Words that are gone since then.
    """

    title: tuple[Piece, ...] = ()
    body: tuple[Part, ...] = ()
    came: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """The whole history window.

    Args:
        label: Of the note, as printed; empty while none is open.
        chosen: Id of the chosen version, or ``NOW`` or ``SAVED``.
        alone: Whether the chosen text is shown by itself, and not compared.
        compared: None while it is being worked out.
        rescue: Whether it shows what was found after a crash.
        hint: What to say where there is no history yet.
        remark: What to say about the chosen version.
        may_write: Whether it can be brought back.
    """

    label: str = ""
    rows: tuple[HistoryRow, ...] = ()
    chosen: str = NOW
    alone: bool = False
    compared: Compared | None = None
    rescue: bool = False
    hint: str = ""
    remark: str = ""
    may_write: bool = True


class HistoryView(Protocol):
    """What the history window must be able to do."""

    def draw(self, state: HistoryState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show itself, beside the main window."""

    def go(self) -> None:
        """Hide."""


def history_rows(lines: Iterable[VersionLine], today: date) -> Iterator[HistoryRow]:
    """The rows for these versions, newest first; those of one moment as they come."""
    rows = [VersionRow(line, line.written_at.astimezone()) for line in lines]
    rows.sort(key=lambda row: row.at, reverse=True)
    for day, of_day in groupby(rows, key=lambda row: row.at.date()):
        yield DayRow(day, (today - day).days)
        yield from of_day


def compared(old: Typed, new: Typed) -> Compared:
    """What turned ``old`` into ``new``; slow for long texts."""
    body = compare(old.body, new.body)
    return Compared(
        title=compare(old.title, new.title),
        body=fold(body),
        came=_words(body, Change.NEW),
        gone=_words(body, Change.GONE),
    )


def alone(text: Typed) -> Compared:
    """A text by itself."""
    title = (Piece(Change.SAME, text.title),) if text.title else ()
    return Compared(title=title, body=whole(text.body))


def _words(pieces: Iterable[Piece], change: Change) -> int:
    return sum(count_words(piece.text) for piece in pieces if piece.change is change)
