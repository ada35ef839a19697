"""Commands that look over several weeks: threads, loose ends, weeks away."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.goal_lines import goal_line
from weeknotes_desktop.cli.shapes import loose_end_shape, thread_shape, week_shape
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.goal_thread import goal_thread
from weeknotes_desktop.use_cases.loose_ends import loose_ends as find_loose_ends
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away


def loose_ends(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List the goals that still want an answer."""
    now = parts.now()
    with parts.reading() as library:
        found = find_loose_ends(library, now)
    terminal.answer(
        given,
        [loose_end_shape(end, now) for end in found],
        "\n".join(f"{end.goal.week}  {goal_line(end.goal)}" for end in found),
    )


def thread(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Tell how a goal went on from week to week."""
    now = parts.now()
    with parts.reading() as library:
        weeks = goal_thread(library, given.goal, now)
    terminal.answer(
        given,
        [thread_shape(week, now) for week in weeks],
        "\n".join(f"{week.goal.week}  {goal_line(week.goal)}" for week in weeks),
    )


def away(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Mark a week in which the writer is not there, or take that back."""
    if given.back and given.reason is not None:
        raise WrongUsageError("Say why you are away with --reason, or that you are --back.")
    week = Week.parse(given.week)
    with parts.writing() as library:
        plan = be_back(library, week) if given.back else mark_away(library, week, given.reason)
    shape = week_shape(week, parts.settings().label)
    shape |= {"away": plan.away is not None, "reason": plan.away or None}
    terminal.answer(given, shape, f"{week}: {'there' if plan.away is None else 'away'}")
