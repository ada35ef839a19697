"""How many goals the writer usually sets; asked only where there are many."""

from __future__ import annotations

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import count
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.shown_goals import ShownGoals
from weeknotes_desktop.use_cases.usual_number import usual_number
from weeknotes_desktop.use_cases.week_goals import WeekGoals

_NEVER_MANY = 3
"""Nobody's usual number is so small that these are many."""


class UsualGoals:
    """Asks for the usual number once for each week that has many goals."""

    def __init__(self, goals: ShownGoals, writer: LibraryWriter) -> None:
        self._goals, self._writer = goals, writer
        self._asked: Week | None = None
        goals.looked_at.connect(self.look)
        if goals.shown is not None:
            self.look(goals.shown)

    def look(self, shown: WeekGoals) -> None:
        """Ask, if there are many goals and nobody has asked for this week."""
        week = shown.week
        most = max(count(shown.goals).set, count(shown.next_goals).set)
        if most > _NEVER_MANY and week != self._asked:
            self._asked = week
            self._writer.do(
                lambda library: usual_number(library, week),
                lambda usual: self._goals.show_usual(week, usual),
                self._forget,
            )

    def _forget(self, _: WeekNotesError) -> None:
        """It was not important; another look asks again."""
        self._asked = None
