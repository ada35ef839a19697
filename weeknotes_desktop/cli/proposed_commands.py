"""Commands about goals that an import proposed."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.goal_lines import goal_line
from weeknotes_desktop.cli.shapes import goal_shape
from weeknotes_desktop.cli.terminal import Terminal, WrongUsageError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.confirm_goals import (
    confirm_goal,
    confirm_goals,
    dismiss_goal,
    dismiss_goals,
)


def proposed_goals(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Confirm or dismiss one proposed goal, or all of them."""
    if (given.goal is None) != given.all or (given.week is not None and not given.all):
        raise WrongUsageError("Name one goal, or all of them with --all, of one week with --week.")
    now = parts.now()
    if not given.all:
        one = confirm_goal if given.act == "confirm" else dismiss_goal
        with parts.writing() as library:
            goal = one(library, given.goal, now)
        terminal.answer(given, goal_shape(goal, now), goal_line(goal))
        return
    week = None if given.week is None else Week.parse(given.week)
    several = confirm_goals if given.act == "confirm" else dismiss_goals
    with parts.writing() as library:
        goals = several(library, now, week=week)
    terminal.answer(
        given,
        [goal_shape(goal, now) for goal in goals],
        "\n".join(goal_line(goal) for goal in goals),
    )
