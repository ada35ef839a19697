"""The commands for what is caught in the course of a week, and for the note made of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from weeknotes_desktop.cli.texts import text
from weeknotes_desktop.domain.readers import Audience

Add = Callable[..., Any]
"""Adds one command, as ``arguments`` does it for every other."""


def week_commands(commands: Any, add: Add) -> None:
    """Add these commands to ``commands``."""
    _jots(commands, add)
    _tasks(commands, add)
    _review(commands, add)


def _jots(commands: Any, add: Add) -> None:
    jot = add(commands, "jot", "catch a line for the note of a week")
    jot.add_argument("text", metavar="TEXT", type=text)
    _week(jot)
    jots = add(commands, "jots", "list the jots of a week, oldest first")
    _week(jots)


def _tasks(commands: Any, add: Add) -> None:
    task = add(commands, "task", "keep a to-do list", json=False)
    acts = task.add_subparsers(dest="act", metavar="ACT", required=True)

    adding = add(acts, "add", "put a task at the end of the list", name="act")
    adding.add_argument("text", metavar="TEXT", type=text)

    done = add(acts, "done", "tick a task", name="act")
    done.add_argument("task", metavar="ID", type=text)
    done.add_argument("--off", action="store_true", help="take the tick back")

    promote = add(acts, "promote", "make a goal of a task", name="act")
    promote.add_argument("task", metavar="ID", type=text)
    _week(promote)
    audiences = [audience.value for audience in Audience]
    promote.add_argument("--audience", type=text, choices=audiences, default=Audience.PUBLIC.value)

    listing = add(acts, "list", "list what is open and what was ticked this week", name="act")
    listing.add_argument("--all", action="store_true", help="what was ticked before as well")


def _review(commands: Any, add: Add) -> None:
    review = add(commands, "review", "make the draft of a week's note from a template")
    _week(review)
    review.add_argument(
        "--template", metavar="NAME", type=text, help="its name, or a part of it; a setting else"
    )


def _week(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--week", metavar="WEEK", type=text, help="as 2021-W09; this week")
