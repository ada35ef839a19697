"""Commands about goals."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from weeknotes_desktop.cli.goal_lines import goal_line
from weeknotes_desktop.cli.proposed_commands import proposed_goals
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
from weeknotes_desktop.use_cases.edit_goal import (
    remove_goal,
    reword_goal,
    set_line,
    set_outcome,
)
from weeknotes_desktop.use_cases.hold_goal import hold_goal
from weeknotes_desktop.use_cases.let_go import let_go
from weeknotes_desktop.use_cases.set_focus import set_focus
from weeknotes_desktop.use_cases.tie_goals import tie_goals, untie_goal


def goals(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """List the goals of a week."""
    week = week_given(given.week, parts.today())
    with parts.reading() as library:
        listed = library.goals(week)
    now = parts.now()
    terminal.answer(
        given,
        [goal_shape(goal, now) for goal in listed],
        "\n".join(goal_line(goal) for goal in listed),
    )


def goal(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Set a goal, carry it over, say what became of it, or whether it is one."""
    if given.act in ("confirm", "dismiss"):
        proposed_goals(parts, given, terminal)
        return
    with parts.writing() as library:
        changed = _ACTS[given.act](parts, library, given, terminal)
    terminal.answer(given, goal_shape(changed, parts.now()), goal_line(changed))


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


_ACTS: dict[str, Callable[[Parts, NoteLibrary, argparse.Namespace, Terminal], Goal]] = {
    "add": _add,
    "carry": _carry,
    "outcome": _outcome,
    "reword": lambda parts, library, given, _: reword_goal(
        library, given.goal, given.text, parts.now()
    ),
    "let-go": lambda parts, library, given, _: let_go(
        library, given.goal, parts.now(), reason=given.reason
    ),
    "hold": lambda parts, library, given, _: hold_goal(
        library, given.goal, parts.now(), held=not given.off
    ),
    "tie": lambda parts, library, given, _: tie_goals(library, given.goal, given.to, parts.now()),
    "untie": lambda parts, library, given, _: untie_goal(library, given.goal, parts.now()),
    "delete": lambda parts, library, given, _: remove_goal(library, given.goal, parts.now()),
}
