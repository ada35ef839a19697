"""The first page: what the note before said, and first of all what it meant to do next."""

from __future__ import annotations

from weeknotes_desktop.presenters.review_state import ReviewState
from weeknotes_desktop.ui import words as weeks
from weeknotes_desktop.ui.review.labels import heading, hint, words
from weeknotes_desktop.ui.review.page import Page
from weeknotes_desktop.ui.review.reading import Reading
from weeknotes_desktop.ui.theme import Theme


class LookBackPage(Page):
    """The note before, to read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, side=False)
        self._nothing = hint(
            self.tr("There is no earlier note. The next review will show what you write in this.")
        )
        self._title, self._about = words(name="reviewTitle"), words(name="reviewQuiet")
        self._plan_heading = heading(self.tr("What you meant to do next"))
        self._plan = Reading(self.tr("What you meant to do next"), theme)
        self._text_heading = heading(self.tr("What you wrote"))
        self._text = Reading(self.tr("What you wrote"), theme)
        self._parts = (self._title, self._about, self._plan_heading, self._plan)
        for part in (self._nothing, *self._parts, self._text_heading, self._text):
            self.column.addWidget(part)

    def draw(self, state: ReviewState) -> None:
        """Show the note before."""
        before = state.before
        self._nothing.setVisible(before is None)
        for part in (*self._parts, self._text_heading, self._text):
            part.setVisible(before is not None)
        if before is None:
            return
        self._title.setText(before.title or before.label)
        self._about.setText(f"{before.label} · {weeks.days(before.week)}")
        plan = before.plan or "\n".join(f"- {goal.text}" for goal in state.goals)
        self._plan.read(plan)
        self._plan_heading.setVisible(bool(plan))
        self._plan.setVisible(bool(plan))
        self._text.read(before.text)
        self._text_heading.setVisible(bool(before.text.strip()))
