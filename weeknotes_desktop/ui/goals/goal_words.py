"""What the panel says about a goal, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience

_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """One small thing to know about a goal.

    Args:
        colour: A name of ``Tokens``.
        lock: Whether a lock stands before the words.
    """

    words: str
    colour: str = "grey"
    lock: bool = False


def outcome_word(outcome: Outcome | None) -> str:
    """An outcome as the writer reads it; open where there is none."""
    words = {
        Outcome.DONE: QCoreApplication.translate("GoalWords", "Done"),
        Outcome.PARTLY: QCoreApplication.translate("GoalWords", "Partly"),
        Outcome.NOT_STARTED: QCoreApplication.translate("GoalWords", "Not started"),
        Outcome.DROPPED: QCoreApplication.translate("GoalWords", "Dropped"),
    }
    return words[outcome] if outcome else QCoreApplication.translate("GoalWords", "Open")


def facts(goal: Goal, *, unsaved: bool = False) -> tuple[Fact, ...]:
    """What stands in small letters under the wording.

    Args:
        unsaved: Whether what the goal says is not on the disk yet.
    """
    found = []
    if unsaved:
        found.append(Fact(not_saved_yet(), "attention"))
    if goal.workstream:
        found.append(Fact(f"# {goal.workstream}"))
    if goal.weeks_carried:
        colour = "attention" if goal.weeks_carried >= _OFTEN else "grey"
        found.append(Fact(f"↻ {carried_words(goal.weeks_carried)}", colour))
    if goal.audience is Audience.ME:
        found.append(Fact(QCoreApplication.translate("GoalWords", "private"), lock=True))
    elif goal.audience is Audience.TEAM:
        found.append(Fact(QCoreApplication.translate("GoalWords", "team only"), lock=True))
    if goal.stretch:
        found.append(Fact("★ " + QCoreApplication.translate("GoalWords", "stretch")))
    if goal.proposed:
        found.append(Fact(QCoreApplication.translate("GoalWords", "proposed")))
    return tuple(found)


def not_saved_yet() -> str:
    """What is said of words that the disk has refused so far."""
    return QCoreApplication.translate("GoalWords", "not saved yet")


def carried_words(weeks: int) -> str:
    """How often a goal was carried over."""
    if weeks == 1:
        return QCoreApplication.translate("GoalWords", "carried over once")
    if weeks == _OFTEN:
        return QCoreApplication.translate("GoalWords", "carried over twice")
    words = QCoreApplication.translate("GoalWords", "carried over {weeks} times")
    return words.format(weeks=weeks)


def spoken(goal: Goal, *, unsaved: bool = False) -> str:
    """All there is to know about a goal besides its wording, for screen readers."""
    found = facts(goal, unsaved=unsaved)
    said = [outcome_word(goal.outcome), *(fact.words.lstrip("#↻★ ") for fact in found)]
    if goal.line:
        said.append(goal.line)
    return ", ".join(said)
