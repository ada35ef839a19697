"""Commands about goals."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.shapes import goal_shape, week_shape
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.cli.weeks import week_given
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.edit_goal import set_line, set_outcome
from weeknotes_desktop.use_cases.set_focus import set_focus

_MARKS = {
    None: " ",
    Outcome.DONE: "✓",
    Outcome.PARTLY: "◐",
    Outcome.NOT_STARTED: "○",
    Outcome.DROPPED: "✕",
}


def goals(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List the goals of a week."""
    week = week_given(given.week, parts.today())
    with parts.reading() as library:
        listed = library.goals(week)
    now = parts.now()
    terminal.answer(
        given,
        [goal_shape(goal, now) for goal in listed],
        "\n".join(_line(goal) for goal in listed),
    )


def goal(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Set a goal, carry it over, or say what became of it."""
    acts = {"add": _add, "outcome": _outcome, "carry": _carry}
    with parts.writing() as library:
        changed = acts[given.act](parts, library, given, terminal)
    terminal.answer(given, goal_shape(changed, parts.now()), _line(changed))


def focus(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Read or say in one line what a week is about."""
    week = week_given(given.week, parts.today())
    if given.text is None:
        with parts.reading() as library:
            plan = library.plan(week)
    else:
        with parts.writing() as library:
            plan = set_focus(library, week, given.text)
    shape = week_shape(week, parts.settings().label) | {"focus": plan.focus or None}
    terminal.answer(given, shape, plan.focus)


def _add(parts: Parts, library: NoteLibrary, given: argparse.Namespace, _: Terminal) -> Goal:
    return add_goal(
        library,
        week_given(given.week, parts.today()),
        given.text,
        parts.now(),
        audience=Audience(given.audience),
        public_text=given.public_text,
        stretch=given.stretch,
        workstream=given.workstream,
        how=given.how,
    )


def _outcome(parts: Parts, library: NoteLibrary, given: argparse.Namespace, _: Terminal) -> Goal:
    outcome = None if given.outcome == "open" else Outcome(given.outcome)
    with library.transaction():
        changed = set_outcome(library, given.goal, outcome, parts.now())
        if given.line is not None:
            changed = set_line(library, given.goal, given.line, parts.now())
    return changed


def _carry(
    parts: Parts, library: NoteLibrary, given: argparse.Namespace, terminal: Terminal
) -> Goal:
    to = Week.parse(given.to) if given.to is not None else None
    before = library.successor(given.goal)
    carried = carry_over(library, given.goal, parts.now(), to=to, text=given.text)
    if before is not None and (to or carried.week, given.text or carried.text) != (
        carried.week,
        carried.text,
    ):
        terminal.complain(
            f"That goal was carried over to {carried.week} already; it stays as it is there."
        )
    return carried


def _line(goal: Goal) -> str:
    note = f" – {goal.line}" if goal.line else ""
    return f"[{_MARKS[goal.outcome]}] {goal.text}{note}  ({goal.id})"
