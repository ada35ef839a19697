"""Commands about jots."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.shapes import Shape
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.cli.weeks import week_given
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.add_jot import add_jot


def jot(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Catch a line for the note of a week."""
    week = week_given(given.week, parts.today())
    with parts.writing() as library:
        caught = add_jot(library, given.text, parts.now(), week=week)
    terminal.answer(given, jot_shape(caught), _line(caught))


def jots(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List the jots of a week, oldest first."""
    with parts.reading() as library:
        caught = library.jots(week_given(given.week, parts.today()))
    terminal.answer(
        given, [jot_shape(one) for one in caught], "\n".join(_line(one) for one in caught)
    )


def jot_shape(jot: Jot) -> Shape:
    """A jot, as ``jots`` prints it."""
    return {
        "id": jot.id,
        "week": str(jot.week),
        "at": jot.at.isoformat(timespec="seconds"),
        "text": jot.text,
        "used_in": jot.used_in,
    }


def _line(jot: Jot) -> str:
    used = "✓" if jot.used_in else " "
    return f"[{used}] {jot.day[:3]} {jot.at:%H:%M}  {jot.text}  ({jot.id})"
