"""What a writer looks at before a note leaves: a point for each thing, well or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from weeknotes_desktop.domain.checks.slip import Slip, silence_key
from weeknotes_desktop.domain.readers import Audience


class Way(StrEnum):
    """What can be done about a point."""

    SHOW = "show"
    """Go to the place in the note."""
    FIX = "fix"
    """Go to the words, and offer others."""
    ADD = "add"
    """Go to the picture, and ask for its description."""
    ANSWER = "answer"
    """Go to the goal that has no outcome."""
    USE = "use"
    """Take the label that is proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to look at before a note leaves.

    Args:
        check: The name under which it is silenced, and which the command line prints.
        ok: Whether all is well.
        message: One sentence.
        detail: What is said below it; may be empty.
        way: None where there is nothing to do.
        slips: The places in the note that it is about, in order.
        goal_ids: The goals that it is about.
        proposed: The label to take instead; empty where none is proposed.
        about: What it is silenced by where it is about no place in the note: a label, or the
            ids of goals.
    """

    check: str
    ok: bool
    message: str
    detail: str = ""
    way: Way | None = None
    slips: tuple[Slip, ...] = ()
    goal_ids: tuple[str, ...] = ()
    proposed: str = ""
    about: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What silence about it is remembered by; none where all is well."""
        if self.ok:
            return frozenset()
        places = {slip.key for slip in self.slips}
        return frozenset(places | {silence_key(self.check, one) for one in self.about})


class Kept(StrEnum):
    """What can stay here."""

    PASSAGE = "passage"
    GOAL = "goal"
    JOT = "jot"
    PICTURE = "picture"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class StaysHere:
    """One thing that stays here.

    Args:
        words: What it says; of a picture what it shows, or its name.
        where: Where it stands, as “line 12”.
        kept_for: Who reads it: the writer alone, or the team.
        read_instead: What others read in its place; empty where it leaves no trace.
    """

    kind: Kept
    words: str
    where: str = ""
    kept_for: Audience = Audience.ME
    read_instead: str = ""


@dataclass(frozen=True, slots=True)
class Stays:
    """What stays of a note, and what leaves; the dialog *Publish* shows both.

    Args:
        here: All that its readers do not get, in the order of the note.
        leaves: The exact text that they get, as Markdown.
    """

    here: tuple[StaysHere, ...]
    leaves: str
