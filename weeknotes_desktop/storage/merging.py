"""Puts what was salvaged from a damaged library on top of a whole one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage import keepsake_rows, rows
from weeknotes_desktop.storage.raw_rows import KEYS, RawRows, Row
from weeknotes_desktop.storage.salvage import Salvaged

HALF = "Read half: "
"""Begins the title of what could not be read whole and has a place of its own."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it.

    Args:
        newer_notes: How many notes were newer than those underneath.
        newer_goals: Likewise.
        lost: What is not there any more as it was saved last, in the writer's words.
    """

    newer_notes: int
    newer_goals: int
    lost: tuple[str, ...]


def put_on_top(connection: sqlite3.Connection, salvaged: Salvaged, this_week: Week) -> Merged:
    """Put all that is whole on top, and what was read half beside it, for the writer alone.

    Args:
        connection: Open on a whole library at head, in a transaction, and
            without a look at foreign keys.
    """
    merging = _Merging(connection, salvaged, this_week)
    newer = {table: merging.put_whole(table) for table in KEYS}
    lost = [*merging.put_half(), *merging.gone()]
    merging.tie_up()
    return Merged(newer["notes"], newer["goals"], tuple(dict.fromkeys(lost)))


class _Merging:
    def __init__(self, connection: sqlite3.Connection, salvaged: Salvaged, this_week: Week) -> None:
        self._connection = connection
        self._rows = RawRows(connection)
        self._salvaged = salvaged
        self._this_week = this_week

    def put_whole(self, table: str) -> int:
        """Put the whole rows of one table on top; how many were newer."""
        newer = 0
        known = self._rows.fingerprints(table)
        for key, row in self._salvaged.whole[table].items():
            if key in known and known[key] == row.get("sha256"):
                continue
            there = self._rows.one(table, key)
            if table == "goal_events" and not self._rows.one("goals", (row["goal"],)):
                continue
            if there is not None and not _is_later(row, there):
                continue
            self._rows.put(table, row, there)
            if table == "notes":
                self._rows.put_tags(row["id"], self._salvaged.tags[row["id"]])
                self._forget_draft_before(row)
            newer += 1
        return newer

    def put_half(self) -> Iterator[str]:
        """Find a place for what was read half; what each was, in the writer's words."""
        places: dict[str, Callable[[Row, Row | None], Iterator[str]]] = {
            "notes": self._half_note,
            "drafts": self._half_draft,
            "versions": self._half_version,
            "goals": self._half_goal,
            "weeks": self._half_week,
            "jots": self._half_jot,
            "tasks": self._half_task,
        }
        for table, place in places.items():
            for key, row in self._salvaged.half[table].items():
                yield from place(row, self._rows.one(table, key))

    def gone(self) -> Iterator[str]:
        """The notes that the archive's index knows in a state that is nowhere."""
        for ident, listed in self._salvaged.listed.items():
            if (ident,) in self._salvaged.half["notes"]:
                continue
            name = _name(listed.title, listed.label)
            there = self._rows.one("notes", (ident,))
            if there is None:
                yield f"the note {name}"
            elif there["sha256"] != listed.sha256 and there["rev"] < listed.rev:
                yield f"the last changes of the note {name}"

    def tie_up(self) -> None:
        """Leave nothing that belongs to something which is not there."""
        self._connection.execute(
            "INSERT OR IGNORE INTO categories SELECT category FROM notes WHERE category NOTNULL"
        )
        self._connection.execute("INSERT OR IGNORE INTO tags SELECT tag FROM note_tags")
        for table, rowid, *_ in self._connection.execute("PRAGMA foreign_key_check").fetchall():
            if table in ("goals", "jots"):
                self._untie(table, rowid)
            else:
                self._rows.drop(table, rowid)

    def _untie(self, table: str, rowid: int) -> None:
        row = self._rows.numbered(table, rowid)
        if row is None:
            return
        if table == "goals":
            goal = replace(rows.goal_of(row), parent=None)
            values = rows.goal_values(goal, row["trashed_at"])
        else:
            jot = replace(keepsake_rows.jot_of(row), used_in=None)
            values = keepsake_rows.jot_values(jot, row["trashed_at"])
        self._rows.put(table, values, row)

    def _half_note(self, row: Row, there: Row | None) -> Iterator[str]:
        name = _name(row["title"], row["label"])
        if there is None:
            # Its fingerprint stays wrong, so that it is told wherever it is opened.
            self._rows.put("notes", row)
            yield f"parts of the note {name}"
        elif row["rev"] > there["rev"]:
            note = rows.note_of(row, ())
            self._put_beside(note.week, note.title, note.body)
            yield f"parts of the last changes of the note {name}"

    def _half_draft(self, row: Row, there: Row | None) -> Iterator[str]:
        if there is None or row["base_rev"] >= there["base_rev"]:
            note = self._rows.one("notes", (row["note_id"],))
            week = rows.week_of(note) if note else self._this_week
            self._put_beside(week, row["title"], row["body"])
            yield f"parts of what was typed into {_name(row['title'], '')} and not saved"

    def _half_version(self, row: Row, there: Row | None) -> Iterator[str]:
        if there is None:
            version = keepsake_rows.version_of(row)
            marked = replace(version, title=f"{HALF}{version.title}")
            peak = bool(row["peak"])
            self._rows.put("versions", keepsake_rows.version_values(marked, peak=peak))
            yield f"parts of an earlier text of the note {_name(version.title, '')}"

    def _half_goal(self, row: Row, there: Row | None) -> Iterator[str]:
        goal = rows.goal_of(row)
        if there is None:
            self._rows.put("goals", rows.goal_values(goal, row["trashed_at"]))
        if there is None or row["rev"] > there["rev"]:
            yield f"parts of the goal “{goal.text}”"

    def _half_week(self, row: Row, there: Row | None) -> Iterator[str]:
        plan = rows.plan_of(row)
        if there is None:
            self._rows.put("weeks", rows.plan_values(plan))
        if there is None or row["rev"] > there["rev"]:
            yield f"parts of what was said about {plan.week}"

    def _half_jot(self, row: Row, there: Row | None) -> Iterator[str]:
        jot = keepsake_rows.jot_of(row)
        if there is None:
            self._rows.put("jots", keepsake_rows.jot_values(jot, row["trashed_at"]))
        if there is None or row["rev"] > there["rev"]:
            yield f"parts of the jot “{jot.text}”"

    def _half_task(self, row: Row, there: Row | None) -> Iterator[str]:
        task = keepsake_rows.task_of(row)
        if there is None:
            self._rows.put("tasks", keepsake_rows.task_values(task, row["trashed_at"]))
        if there is None or row["rev"] > there["rev"]:
            yield f"parts of “{task.text}” on the to-do list"

    def _put_beside(self, week: Week, title: str, body: str) -> None:
        note = Note(
            id=new_id(),
            week=week,
            title=f"{HALF}{title}",
            body=body,
            audience=Audience.ME,
            rev=1,
        )
        self._rows.put("notes", rows.note_values(note))

    def _forget_draft_before(self, note: Row) -> None:
        """What was typed before the note was saved is in it, or was put aside."""
        if (note["id"],) not in self._salvaged.whole["drafts"]:
            self._connection.execute(
                "DELETE FROM drafts WHERE note_id = ? AND base_rev < ?", (note["id"], note["rev"])
            )


def _is_later(row: Row, there: Row) -> bool:
    """Whether the damaged library's row takes the place of the one underneath."""
    if row.get("sha256") == there.get("sha256"):
        return False
    order = "written_at" if "rev" not in row else "rev"
    return order in row and bool(row[order] >= there[order])


def _name(title: str, label: str) -> str:
    return f"“{title or label or 'without a title'}”"
