"""The commands about goals, threads and loose ends, and those about weeks away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weeknotes_desktop.cli.texts import text
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.readers import Audience

_AUDIENCES = [audience.value for audience in Audience]
_OUTCOMES = [*(outcome.value for outcome in Outcome), "open"]

Add = Callable[..., Any]
"""Adds one command, as ``arguments`` does it for every other."""


def goal_commands(commands: Any, add: Add) -> None:
    """Add these commands to ``commands``."""
    goals = add(commands, "goals", "list the goals of a week")
    _texts(goals, "--week")

    focus = add(commands, "focus", "say in one line what a week is about")
    focus.add_argument("text", metavar="TEXT", type=text, nargs="?")
    _texts(focus, "--week")

    goal = add(commands, "goal", "set a goal, carry it over, say what became of it", json=False)
    acts = goal.add_subparsers(dest="act", metavar="ACT", required=True)
    _setting(acts, add)
    _closing(acts, add)
    _proposed(acts, add)

    thread = add(commands, "thread", "tell how a goal went on from week to week")
    thread.add_argument("goal", metavar="ID", type=text)
    add(commands, "loose-ends", "list the goals that still want an answer")

    away = add(commands, "away", "mark a week in which you are not there")
    away.add_argument("week", metavar="W", type=text)
    away.add_argument("--reason", metavar="R", type=text, help="stays with you")
    away.add_argument("--back", action="store_true", help="be there after all")


def _setting(acts: Any, add: Add) -> None:
    new = add(acts, "add", "set a goal", name="act")
    new.add_argument("text", metavar="TEXT", type=text)
    _texts(new, "--week", "--public-text", "--workstream", "--how")
    new.add_argument("--audience", type=text, choices=_AUDIENCES, default=Audience.PUBLIC.value)
    new.add_argument("--stretch", action="store_true")

    reword = _about_one(acts, add, "reword", "give a goal another wording")
    reword.add_argument("text", metavar="TEXT", type=text)

    carry = _about_one(acts, add, "carry", "carry a goal over to a later week")
    _texts(carry, "--to", "--text")


def _closing(acts: Any, add: Add) -> None:
    outcome = _about_one(acts, add, "outcome", "say what became of a goal")
    outcome.add_argument("outcome", choices=_OUTCOMES)
    _texts(outcome, "--line")

    letting = _about_one(acts, add, "let-go", "close a goal that will not be done any more")
    letting.add_argument("--reason", metavar="R", type=text, help="stays with you")

    tie = _about_one(acts, add, "tie", "say that a goal goes on from one of an earlier week")
    tie.add_argument("--to", metavar="EARLIER", type=text, required=True)
    _about_one(acts, add, "untie", "let a goal be one of its own again")

    hold = _about_one(acts, add, "hold", "owe nothing for a goal for a while")
    hold.add_argument("--off", action="store_true", help="take it up again")

    _about_one(acts, add, "delete", "put a goal into the trash")


def _proposed(acts: Any, add: Add) -> None:
    for word, about in (
        ("confirm", "take a proposed goal for your own"),
        ("dismiss", "put a proposed goal into the trash"),
    ):
        act = add(acts, word, about, name="act")
        act.add_argument("goal", metavar="ID", type=text, nargs="?")
        act.add_argument("--all", action="store_true", help="every proposed goal, or of one week")
        _texts(act, "--week")


def _about_one(acts: Any, add: Add, word: str, about: str) -> Any:
    act = add(acts, word, about, name="act")
    act.add_argument("goal", metavar="ID", type=text)
    return act


def _texts(parser: Any, *options: str) -> None:
    for option in options:
        parser.add_argument(option, metavar=option.strip("-").upper(), type=text)
