"""The two lines of a note in whose place its goals are shown."""

from __future__ import annotations

from weeknotes_desktop.domain.goal_text import goal_markdown
from weeknotes_desktop.domain.source_lines import Line, lines
from weeknotes_desktop.domain.view import NoteView

REPORT = "[GOALS]"
PLAN = "[NEXT WEEK]"


def with_goals(view: NoteView) -> str:
    """The body of the view as Markdown, with the goals in their places.

    A line that is indented may belong into a list, where it is text; so it stays.
    """
    pieces: list[str] = []
    at = 0
    for line in goal_places(view.body):
        pieces += [view.body[at : line.start], goals_in(view, line.text.rstrip())]
        at = line.stop
    return "".join([*pieces, view.body[at:]])


def goal_places(source: str) -> list[Line]:
    """The lines of a Markdown source in whose place goals are shown."""
    return [
        line for line in lines(source) if line.text.rstrip() in (REPORT, PLAN) and not line.code
    ]


def goals_in(view: NoteView, place: str) -> str:
    """What the reader of the view sees in that place, as Markdown; the text to turn it into."""
    report = place == REPORT
    return goal_markdown(view.goals if report else view.next_goals, view.form, report=report)
