"""Which notes, goals, jots and tasks fit the filters of a question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.label import LabelPattern, same_label, short_label
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.searching.folding import words_of
from weeknotes_desktop.domain.searching.query import (
    Became,
    Field,
    Filter,
    Query,
    State,
    Weeks,
)
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.search.expressions import columns
from weeknotes_desktop.storage.search_tables import IN, KINDS


class Condition(NamedTuple):
    """A condition of SQL, and what is bound in it."""

    sql: str
    values: tuple[Any, ...] = ()


_NEVER = Condition("0")
_OF_NOTES, _OF_GOALS = ("notes",), ("goals",)
_WITH_WEEK = ("notes", "goals", "jots")
_WITH_AUDIENCE = ("notes", "goals")
_ONE_OF = "IN (SELECT value FROM json_each(?))"
_AUDIENCES = {
    State.PRIVATE: Audience.ME,
    State.TEAM: Audience.TEAM,
    State.PUBLIC: Audience.PUBLIC,
}
_STATUSES = {State.DRAFT: Status.DRAFT, State.PUBLISHED: Status.PUBLISHED}
_OUTCOMES = {
    Became.MET: (Outcome.DONE,),
    Became.MISSED: (Outcome.PARTLY, Outcome.NOT_STARTED, Outcome.DROPPED),
    Became.PARTLY: (Outcome.PARTLY,),
    Became.NOT_STARTED: (Outcome.NOT_STARTED,),
    Became.DROPPED: (Outcome.DROPPED,),
}


class Narrowing:
    """What a question is narrowed down to.

    Args:
        pattern: How labels are printed that are not stored.
    """

    def __init__(self, connection: sqlite3.Connection, pattern: LabelPattern) -> None:
        self._connection = connection
        self._pattern = pattern
        self._named: dict[Field, Callable[[str], Condition]] = {
            Field.LABEL: self._label,
            Field.CATEGORY: self._category,
            Field.TAG: self._tag,
            Field.WORKSTREAM: self._workstream,
        }

    def numbers(self, query: Query) -> Condition | None:
        """Lists everything that fits by its number in the index; None where all would.

        Where no word is looked for, all is a list, too.
        """
        filters = [one for one in query.filters if one.field is not Field.IN]
        within = set(columns(query))
        if query.words and not filters:
            return None
        parts: list[Condition] = []
        for table, kind in KINDS.items():
            fits = self._fits(table, filters) if within.intersection(IN[table]) else None
            if fits is not None:
                which = f"SELECT 4 * seq + {kind} AS number FROM {table}"  # noqa: S608
                parts.append(Condition(f"{which} WHERE trashed_at IS NULL{fits.sql}", fits.values))
        if not parts:
            return Condition("SELECT 0 AS number WHERE 0")
        return _joined(parts, " UNION ALL ")

    def _fits(self, table: str, filters: Sequence[Filter]) -> Condition | None:
        """What fits of a table; None where nothing can."""
        conditions: list[Condition] = []
        ordered = sorted((one for one in filters if not one.without), key=_group)
        for _, same in groupby(ordered, key=_group):
            choices = list(same)
            if table not in _tables_of(choices[0]):
                return None
            either = _joined([self._condition(one) for one in choices], " OR ")
            conditions.append(Condition(f"({either.sql})", either.values))
        conditions += [
            Condition(f"NOT coalesce({said.sql}, 0)", said.values)
            for one in filters
            if one.without and table in _tables_of(one)
            for said in (self._condition(one),)
        ]
        joined = _joined(conditions, " AND ")
        return Condition(f" AND {joined.sql}" if conditions else "", joined.values)

    def _condition(self, one: Filter) -> Condition:
        value = one.value
        if isinstance(value, Weeks):
            return _between(value)
        if isinstance(value, Became):
            return _outcome(value)
        if isinstance(value, State):
            if value in _STATUSES:
                return Condition("status = ?", (str(_STATUSES[value]),))
            return Condition("audience = ?", (str(_AUDIENCES[value]),))
        return self._named[one.field](str(value))

    def _label(self, said: str) -> Condition:
        stored = self._all("SELECT DISTINCT label FROM notes WHERE label <> ''")
        following: dict[str, list[int]] = {}
        weeks = "SELECT DISTINCT iso_year, iso_week FROM notes WHERE label = ''"
        for year, number in self._connection.execute(weeks):
            try:
                label = self._pattern.label_of(Week(year, number))
            except (WeekError, TypeError):
                continue
            following.setdefault(label, []).append(100 * year + number)
        labels = _fitting_labels({*stored, *following}, said)
        weeks_of = [week for label in labels for week in following.get(label, ())]
        return Condition(
            f"(label <> '' AND label {_ONE_OF}"
            f" OR label = '' AND 100 * iso_year + iso_week {_ONE_OF})",
            (json.dumps(labels), json.dumps(weeks_of)),
        )

    def _category(self, said: str) -> Condition:
        return _among("category", _fitting(self._all("SELECT name FROM categories"), said))

    def _tag(self, said: str) -> Condition:
        fits = _among("tag", _fitting(self._all("SELECT name FROM tags"), said))
        tagged = f"SELECT note_id FROM note_tags WHERE {fits.sql}"  # noqa: S608  # our own words
        return Condition(f"id IN ({tagged})", fits.values)

    def _workstream(self, said: str) -> Condition:
        names = self._all("SELECT DISTINCT workstream FROM goals WHERE workstream <> ''")
        return _among("workstream", _fitting(names, said))

    def _all(self, names: str) -> list[str]:
        return [name for (name,) in self._connection.execute(names) if isinstance(name, str)]


def _group(one: Filter) -> str:
    # What a note is, it is all at once; of all else one is enough.
    return f"{one.field}:{one.value}" if one.field is Field.IS else one.field


def _tables_of(one: Filter) -> tuple[str, ...]:
    if one.field in (Field.YEAR, Field.WEEK):
        return _WITH_WEEK
    if one.value in _AUDIENCES:
        return _WITH_AUDIENCE
    return _OF_GOALS if one.field in (Field.GOAL, Field.WORKSTREAM) else _OF_NOTES


def _between(weeks: Weeks) -> Condition:
    ends = [
        Condition(f"(iso_year, iso_week) {sign} (?, ?)", (week.year, week.number))
        for sign, week in ((">=", weeks.first), ("<=", weeks.last))
        if week is not None
    ]
    joined = _joined(ends, " AND ")
    return Condition(f"({joined.sql})", joined.values)


def _outcome(became: Became) -> Condition:
    if became is Became.OPEN:
        return Condition("outcome IS NULL")
    return _among("outcome", _OUTCOMES[became])


def _among(column: str, names: Iterable[str]) -> Condition:
    listed = list(names)
    return Condition(f"{column} {_ONE_OF}", (json.dumps(listed),)) if listed else _NEVER


def _fitting(names: Iterable[str], said: str) -> list[str]:
    """Those with that name; where there is none, those that begin so."""
    folded = {name: " ".join(words_of(name)) for name in names}
    wanted = " ".join(words_of(said))
    same = [name for name, words in folded.items() if words == wanted]
    return same or [name for name, words in folded.items() if words.startswith(wanted)]


def _fitting_labels(labels: Collection[str], said: str) -> list[str]:
    same = [label for label in labels if same_label(label, said)]
    beginning = short_label(said).casefold()
    return same or [one for one in labels if short_label(one).casefold().startswith(beginning)]


def _joined(conditions: Sequence[Condition], between: str) -> Condition:
    return Condition(
        between.join(one.sql for one in conditions),
        tuple(value for one in conditions for value in one.values),
    )
