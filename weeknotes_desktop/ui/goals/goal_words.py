"""What the panel says about a goal, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.goals_state import Crowd

_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """One small thing to know about a goal.

    Args:
        colour: A name of ``Tokens``.
        lock: Whether a lock stands before the words.
        deed: What a click on it does; empty for nothing.
    """

    words: str
    colour: str = "grey"
    lock: bool = False
    deed: str = ""


THREAD, CONFIRM, DISMISS = "thread", "confirm", "dismiss"
"""What a click on a fact can do."""


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
    if goal.let_go is not None:
        found.append(Fact(_let_go_words(goal.let_go)))
    elif goal.held:
        found.append(Fact(QCoreApplication.translate("GoalWords", "on hold")))
    if goal.workstream:
        found.append(Fact(f"# {goal.workstream}"))
    if goal.weeks_carried:
        colour = "attention" if goal.weeks_carried >= _OFTEN else "grey"
        found.append(Fact(f"↻ {carried_words(goal.weeks_carried)}", colour, deed=THREAD))
    if goal.audience is Audience.ME:
        found.append(Fact(QCoreApplication.translate("GoalWords", "private"), lock=True))
    elif goal.audience is Audience.TEAM:
        found.append(Fact(QCoreApplication.translate("GoalWords", "team only"), lock=True))
    if goal.stretch:
        found.append(Fact("★ " + QCoreApplication.translate("GoalWords", "stretch")))
    if goal.proposed:
        found.append(Fact(QCoreApplication.translate("GoalWords", "proposed")))
    return tuple(found)


def offers(goal: Goal) -> tuple[Fact, ...]:
    """What can be clicked behind the facts."""
    if not goal.proposed:
        return ()
    return (
        Fact(QCoreApplication.translate("GoalWords", "Confirm"), "accent", deed=CONFIRM),
        Fact(QCoreApplication.translate("GoalWords", "Dismiss"), "accent", deed=DISMISS),
    )


def remarks(goal: Goal) -> tuple[str, ...]:
    """What was said of a goal in a sentence: its public wording, and how one will know."""
    found = []
    if goal.public_text and goal.audience is not Audience.PUBLIC:
        found.append(f"“{goal.public_text}”")
    if goal.how:
        words = QCoreApplication.translate("GoalWords", "I will know: {how}")
        found.append(words.format(how=goal.how))
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
    if goal.public_text and goal.audience is not Audience.PUBLIC:
        public = QCoreApplication.translate("GoalWords", "in public: {wording}")
        said.append(public.format(wording=goal.public_text))
    if goal.how:
        said.append(remarks(goal)[-1])
    if goal.line:
        said.append(goal.line)
    return ", ".join(said)


def _let_go_words(reason: str) -> str:
    if not reason:
        return QCoreApplication.translate("GoalWords", "let go")
    return QCoreApplication.translate("GoalWords", "let go: {reason}").format(reason=reason)


def crowd_words(crowd: Crowd) -> str:
    """That there are many more goals than usual, said without reproach."""
    words = QCoreApplication.translate("GoalWords", "{number} goals; you usually set {usual}.")
    said = words.format(number=_number(crowd.number), usual=_number(crowd.usual))
    return said[:1].upper() + said[1:]


def _number(number: int) -> str:
    """A number as one writes it in a sentence."""
    words = QCoreApplication.translate(
        "GoalWords",
        "no one two three four five six seven eight nine ten eleven twelve",
        "the numbers from 0 to 12, in their order",
    ).split()
    return words[number] if number < len(words) else QLocale().toString(number)
