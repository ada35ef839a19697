"""Put words in place of the links that a reader may not follow."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from weeknotes_desktop.domain.loose_links import without_loose_links
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import GoalView, NoteView


def with_words_for_loose_links(view: NoteView) -> NoteView:
    """What others get says nowhere what the notes are called that they may not read."""
    if view.audience is Audience.ME or not _has_links(view):
        return view
    followed = {link.name for link in view.links}
    return replace(
        view,
        body=without_loose_links(view.body, followed),
        goals=tuple(_goal(goal, followed) for goal in view.goals),
        next_goals=tuple(_goal(goal, followed) for goal in view.next_goals),
    )


def _has_links(view: NoteView) -> bool:
    goals = (*view.goals, *view.next_goals)
    texts = (view.body, *(text for goal in goals for text in (goal.text, goal.line or "")))
    return any("[[" in text for text in texts)


def _goal(goal: GoalView, followed: Container[str]) -> GoalView:
    text = without_loose_links(goal.text, followed)
    line = None if goal.line is None else without_loose_links(goal.line, followed)
    return replace(goal, text=text, line=line)
