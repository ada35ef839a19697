"""Every text of a library, as the last gate looks at it before anything leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.snapshot import Snapshot
from weeknotes_desktop.domain.task import Task

MAY_BE_PUBLIC = "may-be-public:"
"""What the remark begins with that lets a sentence pass; behind it stands the sentence’s id."""


class PictureWords(NamedTuple):
    """What is written about a picture; its name never leaves."""

    name: str
    description: str


class OldTitle(NamedTuple):
    """What a note was called when it was published once; its address is still made of it."""

    note_id: str
    title: str
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryTexts:
    """What lies in the trash is there too.

    What notes said before is left out: nobody can tell what of it was private
    then, and what mattered most of it stands in a note, a draft or the trash.
    So are the earlier wordings of goals.

    Args:
        trashed: Ids of all that lies in the trash.
        snapshots: What was published last of each note, by its id.
        allowed: Ids of the sentences that may be public, says the writer.
    """

    notes: tuple[Note, ...] = ()
    drafts: tuple[Draft, ...] = ()
    goals: tuple[Goal, ...] = ()
    plans: tuple[WeekPlan, ...] = ()
    jots: tuple[Jot, ...] = ()
    tasks: tuple[Task, ...] = ()
    pictures: tuple[PictureWords, ...] = ()
    trashed: frozenset[str] = frozenset()
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    titles: tuple[OldTitle, ...] = ()
    allowed: frozenset[str] = frozenset()
