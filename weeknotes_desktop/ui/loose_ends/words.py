"""What is loose, and why, in the writer's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from weeknotes_desktop.domain.loose_ends import LooseEnd, Why
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.loose_ends_state import LooseEndsState, LooseRow, LooseWeek
from weeknotes_desktop.ui.goals.goal_words import carried_words, not_saved_yet
from weeknotes_desktop.ui.threads.words import week_days, week_name
from weeknotes_desktop.ui.widgets.sections import Entry, Heading, Row

_ICONS = {Why.AWAITING: "open", Why.PARTLY: "partly", Why.NOT_STARTED: "not_started"}


def rows_of(state: LooseEndsState) -> tuple[Row, ...]:
    """Every row of the list."""
    return tuple(
        Heading(week_name(row.week), aside=week_days(row.week, state.this_week))
        if isinstance(row, LooseWeek)
        else _entry(row, state.this_week)
        for row in state.rows
    )


def why_words(end: LooseEnd, this_week: Week) -> str:
    """Why a goal is a loose end."""
    if end.why is Why.PARTLY:
        return _tr("Partly, and nothing came after it")
    if end.why is Why.NOT_STARTED:
        return _tr("Not started, and nothing came after it")
    week = end.goal.week
    if week.year == this_week.year:
        return _tr("No answer since week {number}").format(number=week.number)
    return _tr("No answer since week {number} of {year}").format(number=week.number, year=week.year)


def about(row: LooseRow, this_week: Week) -> str:
    """All there is to know of a loose goal besides its wording and its line."""
    goal = row.end.goal
    found = [not_saved_yet()] if row.unsaved else []
    found.append(why_words(row.end, this_week))
    if goal.weeks_carried:
        found.append(carried_words(goal.weeks_carried))
    if goal.audience is Audience.ME:
        found.append(_tr("private"))
    return " · ".join(found)


def carry_words(to: Week, this_week: Week) -> str:
    """What the button says that carries over to a week."""
    if to == this_week:
        return _tr("Carry to this week")
    if to == this_week.plus(1):
        return _tr("Carry to next week")
    return _tr("Carry to week {number}").format(number=to.number)


def _entry(row: LooseRow, this_week: Week) -> Entry:
    goal = row.end.goal
    return Entry(goal.id, goal.text, second=about(row, this_week), icon=_ICONS[row.end.why])


def _tr(text: str) -> str:
    return QCoreApplication.translate("LooseEnds", text)
