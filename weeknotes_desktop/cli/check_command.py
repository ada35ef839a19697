"""The command that looks through a note."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.domain.checks.rules import CHECKS
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.check_note import about_note, check_note, habits_of, whole_points
from weeknotes_desktop.use_cases.find_note import find_note
from weeknotes_desktop.use_cases.name_notes import note_names

_NOTHING = "Nothing to look at."


def check(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Say what each check found in a note; what is silenced in it stays unsaid."""
    settings = parts.settings()
    with parts.reading() as library:
        note = find_note(library, given.note, settings.label)
        habits = habits_of(library, note.id, settings, parts.own_words())
        names = note_names(library, settings.label)
        about = about_note(library, note, settings)
    points = whole_points(about, habits.silent)
    slips = check_note(parts.proofreader(), note, habits, names)
    places = _Places(note)
    shapes = [
        *((slip.check, _shape(slip, places)) for slip in slips),
        *((point.check, _shape_of_whole(point)) for point in points),
    ]
    found = {name: [shape for check, shape in shapes if check == name] for name in CHECKS}
    told = [shape for name, ones in found.items() for shape in ones or [_well(name)]]
    lines = [*_lines_of_whole(points), *(_line(slip, places) for slip in slips)]
    terminal.answer(given, told, "\n".join(lines) or _NOTHING)


class _Places:
    """Tells line and column of an offset, both from 1; the title is line 0."""

    def __init__(self, note: Note) -> None:
        body = note.body
        self._starts = [0, *(at + 1 for at, letter in enumerate(body) if letter == "\n")]
        self._title, self._body = note.title, body

    def of(self, slip: Slip) -> dict[str, Any]:
        """Where a slip is, and what stands there."""
        if slip.in_title:
            words = self._title[slip.start : slip.end]
            return {"line": 0, "column": slip.start + 1, "text": words}
        line = bisect_right(self._starts, slip.start)
        return {
            "line": line,
            "column": slip.start - self._starts[line - 1] + 1,
            "text": self._body[slip.start : slip.end],
        }


def _shape(slip: Slip, places: _Places) -> dict[str, Any]:
    return {"check": slip.check, "ok": False, "message": slip.message, "where": places.of(slip)}


def _shape_of_whole(point: Point) -> dict[str, Any]:
    """A point about the note as a whole; that its title is missing has a place all the same."""
    where = {"line": 0, "column": 1, "text": ""} if point.slips else None
    return {"check": point.check, "ok": point.ok, "message": _sentence(point), "where": where}


def _sentence(point: Point) -> str:
    """The point with its detail, as one or two sentences."""
    parts = (part for part in (point.message, point.detail) if part)
    return " ".join(part if part.endswith("?") else f"{part}." for part in parts)


def _well(name: str) -> dict[str, Any]:
    return {"check": name, "ok": True, "message": _NOTHING, "where": None}


def _lines_of_whole(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        if not point.ok:
            yield f"{'title' if point.slips else 'note'}  {point.check}  {_sentence(point)}"


def _line(slip: Slip, places: _Places) -> str:
    where = places.of(slip)
    line = "title" if slip.in_title else where["line"]
    return f"{line}:{where['column']}  {slip.check}  {slip.message}"
