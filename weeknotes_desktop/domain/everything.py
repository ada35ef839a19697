"""All that a library holds, in one value: what a complete back-up writes and takes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.version import Version

Plain = str | int | bool | bytes | None
"""A value that stands in a file and in a table alike."""

PlainRow = Mapping[str, Plain]
"""A row that no other value of the domain tells of, each value under the name of its column."""

_NONE: Mapping[tuple[Kind, str], datetime] = MappingProxyType({})
_NO_ROWS: Mapping[str, tuple[PlainRow, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that a library holds, what lies in the trash included.

    Everything stands in the order in which it was added.

    Args:
        peaks: Ids of those versions that are not kept for good yet.
        trashed: When each thing in the trash was removed, by its kind and id.
        categories: Also those that no note has any more; likewise ``tags``.
        others: Rows by the name of their table, for all that has no value of
            its own here: pictures, what was published, remarks.
    """

    notes: tuple[Note, ...] = ()
    drafts: tuple[Draft, ...] = ()
    versions: tuple[Version, ...] = ()
    peaks: frozenset[str] = frozenset()
    goals: tuple[Goal, ...] = ()
    events: tuple[GoalEvent, ...] = ()
    plans: tuple[WeekPlan, ...] = ()
    jots: tuple[Jot, ...] = ()
    tasks: tuple[Task, ...] = ()
    trashed: Mapping[tuple[Kind, str], datetime] = field(default_factory=lambda: _NONE)
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    others: Mapping[str, tuple[PlainRow, ...]] = field(default_factory=lambda: _NO_ROWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBackUp:
    """What a complete back-up in Markdown holds.

    Args:
        lost: What could not be read, or is not as it was written, a sentence each.
        skipped: What was left out on purpose, a sentence each.
    """

    everything: Everything
    lost: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownBackUp:
    """A complete back-up in Markdown, just written.

    Args:
        remarks: What the writer should know, a sentence each.
    """

    notes: int
    goals: int
    files: int
    remarks: tuple[str, ...] = ()
