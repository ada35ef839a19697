"""What ``[GOALS]`` and ``[NEXT WEEK]`` say, in each of their forms.

All of it is made from what one reader may see, so that a number or a count
never tells of a goal that is kept back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.view import GoalView

MARKS = {
    Outcome.DONE: "✓",
    Outcome.PARTLY: "◐",
    Outcome.NOT_STARTED: "○",
    Outcome.DROPPED: "✕",
    None: "○",
}
STRETCH = "(stretch)"
_NAMES = {
    Outcome.DONE: "done",
    Outcome.PARTLY: "partly",
    Outcome.NOT_STARTED: "not started",
    Outcome.DROPPED: "dropped",
}
_WORDS = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = tuple(_WORDS.split())
# Behind a dash these go on small; whatever else is large there may be a name.
_FUNCTION_WORDS = """
a all also although an and another as at because but by done each every few for from good half has
have he however if in it its just last less many more most much need needed needs next no not
nothing now of on one only onto or other our out over put ready she since so some still such that
the their then there these they this those though to too took two under until very was we went were
what when where while who will with without
"""
_SMALL = frozenset(_FUNCTION_WORDS.split())
_FULL_STOP = re.compile(r"(?<![.!?…])\.$")
# Wordings with these in them run into one another between commas.
_JOINS = re.compile(r"[,;]| and ")
_ENDS = frozenset(".!?…")
# At the start of an item this would begin something else than a paragraph.
_BLOCK = re.compile(
    r"(?:[-*+](?=[ \t]|$)|#{1,6}(?=[ \t])|>|\[(?=[ xX]\]|[^\]]*\]:)"
    r"|[*_-](?=(?:[ \t]*[*_-]){2,}[ \t]*$))"
    r"|(?P<number>\d+)[.)](?=[ \t]|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal as it stands in a list.

    Args:
        mark: What stands before it; empty where a number does.
        outcome: What the mark stands for; None where it stands for nothing.
        words: The wording and, in a report, the line on what happened.
        private: Only ever true in the view for *me*, which tints it.
    """

    mark: str
    outcome: Outcome | None
    words: str
    stretch: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence.

    Args:
        private: As of a ``GoalLine``.
    """

    words: str
    private: bool = False


def goal_lines(goals: Sequence[GoalView], form: GoalForm, *, report: bool) -> tuple[GoalLine, ...]:
    """The goals one below the other.

    Args:
        report: Whether to say what became of them.
    """
    numbered = form is GoalForm.NUMBERS and not report
    return tuple(
        GoalLine(
            mark="" if numbered else MARKS[goal.outcome],
            outcome=goal.outcome,
            words=_asked(goal) if form is GoalForm.QUESTIONS else _stated(goal),
            stretch=goal.stretch,
            private=goal.private,
        )
        for goal in _told(goals, report=report)
    )


def goal_sentence(goals: Sequence[GoalView], *, report: bool) -> tuple[Run, ...]:
    """The goals in one sentence; nothing where there are none."""
    if not goals:
        return ()
    clauses = [Run(_clause(goal), goal.private) for goal in _told(goals, report=report)]
    # What stands in brackets is apart already.
    apart = any(_JOINS.search(goal.text) for goal in goals)
    between, last = ("; ", "; and ") if apart else (", ", " and ")
    runs = [Run(f"{_beginning(len(goals), report=report)} ")]
    for place, clause in enumerate(clauses):
        if place:
            runs.append(Run(last if place == len(clauses) - 1 else between))
        runs.append(clause)
    if clauses[-1].words[-1] not in _ENDS:
        runs.append(Run("."))
    return tuple(runs)


def goal_markdown(goals: Sequence[GoalView], form: GoalForm, *, report: bool) -> str:
    """The same as Markdown that the writer can edit; empty where there are no goals."""
    if form is GoalForm.SENTENCE:
        return "".join(run.words for run in goal_sentence(goals, report=report))
    lines = goal_lines(goals, form, report=report)
    numbered = form is GoalForm.NUMBERS
    return "\n".join(
        f"{f'{number}.' if numbered else '-'} {_item(line)}"
        for number, line in enumerate(lines, start=1)
    )


def as_clause(line: str) -> str:
    """A line on what happened, as it reads behind a dash."""
    line = _FULL_STOP.sub("", line)
    first = re.split(r"[ ’']", line, maxsplit=1)[0]
    if first.lower() in _SMALL and first.istitle():
        return line[0].lower() + line[1:]
    return line


def _told(goals: Sequence[GoalView], *, report: bool) -> Sequence[GoalView]:
    if report:
        return goals
    return [replace(goal, outcome=None, line=None) for goal in goals]


def _stated(goal: GoalView) -> str:
    return f"{goal.text} – {as_clause(goal.line)}" if goal.line else goal.text


def _asked(goal: GoalView) -> str:
    question = goal.text if goal.text.endswith("?") else f"{_FULL_STOP.sub('', goal.text)}?"
    if not goal.line:
        return question
    answer = goal.line if goal.line[-1] in _ENDS else f"{goal.line}."
    return f"{question} {answer[0].upper()}{answer[1:]}"


def _clause(goal: GoalView) -> str:
    became = ", ".join(
        filter(None, [STRETCH.strip("()") if goal.stretch else "", _became(goal.outcome)])
    )
    happened = as_clause(goal.line) if goal.line else ""
    aside = ": ".join(filter(None, [became, happened]))
    wording = as_clause(goal.text)
    return f"{wording} ({aside})" if aside else wording


def _became(outcome: Outcome | None) -> str:
    return _NAMES[outcome] if outcome else ""


def _beginning(number: int, *, report: bool) -> str:
    many = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    if report:
        return f"I set {many} goal{'s' if number > 1 else ''}:"
    return f"My next {many} goals:" if number > 1 else "My next goal:"


def _item(line: GoalLine) -> str:
    words = f"{line.mark} {line.words}" if line.mark else _as_text(line.words)
    return f"{words} *{STRETCH}*" if line.stretch else words


def _as_text(words: str) -> str:
    """``words`` so that their first sign is one, at the start of an item too."""
    found = _BLOCK.match(words)
    if found is None:
        return words
    at = found.end("number") if found["number"] else 0
    return f"{words[:at]}\\{words[at:]}"
