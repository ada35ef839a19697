"""What an import found in a file, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundGoal:
    """A goal that an old post seems to set or to report.

    Args:
        week: The week it belongs to: the post's own, or the one after.
        outcome: What the post seems to say became of it.
        line: What the post says happened, when it says it of this goal.
    """

    week: Week
    text: str
    outcome: Outcome | None = None
    line: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """One old post, turned into Markdown.

    Args:
        label: As printed on the page, with the word Weeknote if it has it.
        origin: Identity across imports: made of week, label and opening words.
        day: On which the page says that it was posted; None where it does not.
        line: Line of the file the post begins at, from 1.
        category: From the page it stands on; empty when that names none.
    """

    week: Week
    label: str
    title: str
    body: str
    origin: str
    category: str = ""
    goals: tuple[FoundGoal, ...] = ()
    day: date | None = None
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """All that one file gave.

    Args:
        lost: What was there and could not be kept, a sentence each.
        skipped: What was left out on purpose, a sentence each.
    """

    notes: tuple[FoundNote, ...]
    lost: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
