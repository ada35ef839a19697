"""Goals: what the writer means to do in one week, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week

# “Goals set in haste don't normally survive to Monday lunchtime.”
_SETTLED = time(12, 0)


class Outcome(StrEnum):
    """What became of a goal; until it has one it is open."""

    DONE = "done"
    PARTLY = "partly"
    NOT_STARTED = "not-started"
    DROPPED = "dropped"


class GoalState(StrEnum):
    """How far a goal has come: free to edit, wording counts, answered."""

    DRAFT = "draft"
    COMMITTED = "committed"
    REPORTED = "reported"


class Form(StrEnum):
    """How a goal is worded."""

    STATEMENT = "statement"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One thing the writer means to do in one week.

    Args:
        thread: Shared by a goal and those it was carried over to.
        parent: The goal this one was carried over from.
        position: Place in the week's list, from 0.
        public_text: What outsiders may read of a private goal.
        how: "How will I know?"
        line: What happened, or what got in the way; one line.
        weeks_carried: How often it has been carried over.
        proposed: Read out of an old post and not yet confirmed.
        committed_at: When its wording began to count; None while it is a draft.
        held: Put on hold by hand; nothing is owed while it is.
        let_go: Why it was let go, empty where no reason was given; None where
            it was not.
        rev: How often it was saved; a save must name the revision it changes.
        whole: False where its fingerprint is wrong: then this is what can
            still be read of it.
    """

    id: str
    week: Week
    thread: str
    text: str
    parent: str | None = None
    position: int = 0
    public_text: str | None = None
    audience: Audience = Audience.PUBLIC
    stretch: bool = False
    workstream: str | None = None
    how: str | None = None
    form: Form = Form.STATEMENT
    outcome: Outcome | None = None
    line: str | None = None
    weeks_carried: int = 0
    proposed: bool = False
    committed_at: datetime | None = None
    held: bool = False
    let_go: str | None = None
    rev: int = 0
    whole: bool = True

    def state(self, now: datetime) -> GoalState:
        """How far the goal has come at ``now``, local time.

        Once its wording counts, no clock that goes back undoes it.
        """
        if self.outcome is not None:
            return GoalState.REPORTED
        counts = self.committed_at is not None or self.settled(now)
        return GoalState.COMMITTED if counts else GoalState.DRAFT

    def settled(self, now: datetime) -> bool:
        """Whether the Monday noon of its week has come, local time."""
        return now.replace(tzinfo=None) >= datetime.combine(self.week.monday, _SETTLED)

    def due(self, now: datetime) -> bool:
        """Whether its wording counts from this sight on, and did not before.

        What an import proposed is nobody's word yet, and what is damaged is
        left as it is.
        """
        waits = self.committed_at is None and not self.proposed and self.whole
        return waits and self.settled(now)

    @property
    def unfinished(self) -> bool:
        """Whether it is worth offering for a later week."""
        left = self.outcome in (None, Outcome.PARTLY, Outcome.NOT_STARTED)
        return left and self.let_go is None


@dataclass(frozen=True, slots=True)
class Count:
    """Goals done of goals set; stretch goals are left out."""

    met: int
    set: int


def count(goals: Iterable[Goal]) -> Count:
    """Count what was done of what was set."""
    counted = [goal for goal in goals if not goal.stretch]
    return Count(sum(goal.outcome is Outcome.DONE for goal in counted), len(counted))


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """What the writer said about a week as a whole.

    Args:
        focus: One line: what the week is about; stays with the writer.
        away: The reason for being away; None when not away.
    """

    week: Week
    focus: str = ""
    away: str | None = None
    rev: int = 0
