"""Goals, what was said about weeks, jots and tasks as they stand in a back-up, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from weeknotes_desktop.domain.goal import Form as Wording
from weeknotes_desktop.domain.goal import Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.facts import Facts
from weeknotes_desktop.publishing.markdown_back_up.note_forms import Form, written

# Read and then left out, with a word, as everything that is wrong in a list.
_NO_WEEK = Week(1, 1)


@dataclass(frozen=True, slots=True)
class ReadGoal:
    """A goal as a file told it, with what happened to it.

    Args:
        wrong: Names of what could not be read.
    """

    goal: Goal
    trashed_at: datetime | None
    events: tuple[GoalEvent, ...]
    wrong: tuple[str, ...] = ()


def goal_form(goal: Goal, trashed_at: datetime | None, events: Iterable[GoalEvent]) -> Form:
    """All of a goal, and what happened to it."""
    return {
        "id": goal.id,
        "week": str(goal.week),
        "text": goal.text,
        "public_text": goal.public_text,
        "audience": str(goal.audience),
        "outcome": None if goal.outcome is None else str(goal.outcome),
        "line": goal.line,
        "stretch": goal.stretch,
        "workstream": goal.workstream,
        "how": goal.how,
        "form": str(goal.form),
        "position": goal.position,
        "thread": goal.thread,
        "parent": goal.parent,
        "weeks_carried": goal.weeks_carried,
        "proposed": goal.proposed,
        "committed_at": written(goal.committed_at),
        "held": goal.held,
        "let_go": goal.let_go,
        "rev": goal.rev,
        "trashed_at": written(trashed_at),
        "events": [
            {"at": written(event.at), "kind": event.kind, "detail": event.detail}
            for event in events
        ],
    }


def goal_of(facts: Facts) -> ReadGoal:
    """The goal that ``facts`` tell; where something about them is wrong, the writer's alone."""
    goal = Goal(
        id=facts.text("id", needed=True),
        week=facts.week("week", _NO_WEEK),
        text=facts.text("text"),
        public_text=facts.maybe("public_text"),
        audience=facts.choice("audience", Audience, Audience.ME),
        outcome=facts.maybe_choice("outcome", Outcome),
        line=facts.maybe("line"),
        stretch=facts.truth("stretch"),
        workstream=facts.maybe("workstream"),
        how=facts.maybe("how"),
        form=facts.choice("form", Wording, Wording.STATEMENT),
        position=facts.number("position"),
        thread=facts.text("thread"),
        parent=facts.maybe("parent"),
        weeks_carried=facts.number("weeks_carried"),
        proposed=facts.truth("proposed"),
        committed_at=facts.maybe_time("committed_at"),
        held=facts.truth("held"),
        let_go=facts.maybe("let_go"),
        rev=facts.number("rev"),
    )
    trashed_at = facts.maybe_time("trashed_at")
    told = facts.records("events")
    events = tuple(
        GoalEvent(
            goal_id=goal.id,
            at=event.time("at"),
            kind=event.text("kind"),
            detail=event.text("detail"),
        )
        for event in told
    )
    wrong = (*facts.wrong, *(name for event in told for name in event.wrong))
    if wrong:
        # The public wording of a private goal is shown to others, so it goes too.
        goal = replace(goal, audience=Audience.ME, public_text=None)
    return ReadGoal(goal, trashed_at, events, wrong)


def plan_form(plan: WeekPlan) -> Form:
    """All that was said about a week."""
    return {"week": str(plan.week), "focus": plan.focus, "away": plan.away, "rev": plan.rev}


def plan_of(facts: Facts) -> WeekPlan:
    """What ``facts`` say about a week."""
    return WeekPlan(
        week=facts.week("week", _NO_WEEK),
        focus=facts.text("focus"),
        away=facts.maybe("away"),
        rev=facts.number("rev"),
    )


def jot_form(jot: Jot, trashed_at: datetime | None) -> Form:
    """All of a jot."""
    return {
        "id": jot.id,
        "week": str(jot.week),
        "at": written(jot.at),
        "text": jot.text,
        "used_in": jot.used_in,
        "rev": jot.rev,
        "trashed_at": written(trashed_at),
    }


def jot_of(facts: Facts) -> tuple[Jot, datetime | None]:
    """The jot that ``facts`` tell, and when it was removed."""
    jot = Jot(
        id=facts.text("id", needed=True),
        week=facts.week("week", _NO_WEEK),
        at=facts.time("at"),
        text=facts.text("text"),
        used_in=facts.maybe("used_in"),
        rev=facts.number("rev"),
    )
    return jot, facts.maybe_time("trashed_at")


def task_form(task: Task, trashed_at: datetime | None) -> Form:
    """All of a task."""
    return {
        "id": task.id,
        "position": task.position,
        "text": task.text,
        "done_at": written(task.done_at),
        "rev": task.rev,
        "trashed_at": written(trashed_at),
    }


def task_of(facts: Facts) -> tuple[Task, datetime | None]:
    """The task that ``facts`` tell, and when it was removed."""
    task = Task(
        id=facts.text("id", needed=True),
        position=facts.number("position"),
        text=facts.text("text"),
        done_at=facts.maybe_time("done_at"),
        rev=facts.number("rev"),
    )
    return task, facts.maybe_time("trashed_at")
