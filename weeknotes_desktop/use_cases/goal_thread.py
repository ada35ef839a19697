"""Read how a goal went on from week to week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.replay import Said, replay
from weeknotes_desktop.domain.shelves import NoteLibrary


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadWeek:
    """A goal in one week of its thread.

    Args:
        wordings: Every wording that counted there, oldest first, the one of
            now last; a draft has but the one of now.
        lines: Every line on what happened that it ever had; likewise.
    """

    goal: Goal
    wordings: tuple[str, ...]
    lines: tuple[str, ...]


def goal_thread(library: NoteLibrary, goal_id: str, now: datetime) -> tuple[ThreadWeek, ...]:
    """The thread that a goal belongs to, week by week, earliest first.

    Raises:
        NotFoundError: If there is no such goal.
    """
    with library.transaction():
        thread = library.goal(goal_id).thread
        return tuple(_week(library, goal, now) for goal in library.thread(thread))


def _week(library: NoteLibrary, goal: Goal, now: datetime) -> ThreadWeek:
    told = replay(library.goal_events(goal.id), now)
    return ThreadWeek(
        goal=goal,
        wordings=_up_to(told.wordings, goal.text),
        lines=_up_to(told.lines, goal.line),
    )


def _up_to(said: tuple[Said, ...], now: str | None) -> tuple[str, ...]:
    """What was said, and what stands there now at its end."""
    texts = tuple(one.text for one in said)
    return texts if now is None or texts[-1:] == (now,) else (*texts, now)
