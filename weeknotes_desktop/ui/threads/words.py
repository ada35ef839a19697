"""Weeks and goals of a thread, in the writer's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.goals.goal_words import outcome_word
from weeknotes_desktop.use_cases.goal_thread import ThreadWeek


def week_name(week: Week) -> str:
    """A week by its number, as “Week 14”."""
    return _tr("Week {number}").format(number=week.number)


def week_days(week: Week, this_week: Week) -> str:
    """From Monday to Sunday, with the year where it is not that of now."""
    days = words.days(week)
    return days if week.sunday.year == this_week.sunday.year else f"{days} {week.sunday.year}"


def standing_words(goal: Goal) -> str:
    """What else to know of a goal in its week, as “On hold · private”."""
    found = []
    if goal.let_go is not None:
        found.append(_tr("Let go: {why}").format(why=goal.let_go) if goal.let_go else _tr("Let go"))
    if goal.held:
        found.append(_tr("On hold"))
    if goal.proposed:
        found.append(_tr("proposed"))
    if goal.audience is Audience.ME:
        found.append(_tr("private"))
    elif goal.audience is Audience.TEAM:
        found.append(_tr("team only"))
    return " · ".join(found)


def reworded_words(week: ThreadWeek) -> tuple[str, ...]:
    """One sentence for each wording that counted before, latest first."""
    said = _tr("Reworded from “{before}”")
    return tuple(said.format(before=before) for before in reversed(week.wordings[:-1]))


def earlier_lines(week: ThreadWeek) -> tuple[str, ...]:
    """Every line that said what happened before the one of now, oldest first."""
    lines = week.lines if week.goal.line is None else week.lines[:-1]
    return tuple(line for line in lines if line)


def public_words(goal: Goal) -> str:
    """What others read in place of a private goal; empty where they read nothing else."""
    if goal.audience is not Audience.ME or not goal.public_text:
        return ""
    return _tr("Others read “{wording}”").format(wording=goal.public_text)


def spoken_week(week: ThreadWeek, this_week: Week) -> str:
    """All of a week in one sentence, for screen readers."""
    goal = week.goal
    said = (
        week_name(goal.week),
        week_days(goal.week, this_week),
        goal.text,
        outcome_word(goal.outcome),
        standing_words(goal),
        public_words(goal),
        *reworded_words(week),
        *earlier_lines(week),
        goal.line or "",
    )
    return ", ".join(part for part in said if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Threads", text)
