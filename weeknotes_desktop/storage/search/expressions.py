"""What FTS5 is asked for; only folded words ever get into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from weeknotes_desktop.domain.searching.places import SHORTEST_PART
from weeknotes_desktop.domain.searching.query import Field, Place, Query, Words
from weeknotes_desktop.storage.search_tables import COLUMNS

_COLUMNS = {
    Place.NOTES: ("title", "body"),
    Place.TITLES: ("title",),
    Place.GOALS: ("goal", "happened"),
    Place.JOTS: ("jot",),
    Place.TASKS: ("task",),
}
_HAVING = "SELECT word FROM search_parts WHERE search_parts MATCH ?"


def expression(query: Query, parts: Sequence[Sequence[str]] = ()) -> str:
    """All that FTS5 is asked at once; empty where no word is looked for.

    Args:
        parts: For each of the words others that stand for it, too.
    """
    if not query.words:
        return ""
    wanted = " AND ".join(
        f"({' OR '.join([_phrase(words), *map(_quoted, others)])})"
        for words, others in zip(query.words, parts or [()] * len(query.words), strict=True)
    )
    places = columns(query)
    within = wanted if places == COLUMNS else f"{{{' '.join(places)}}} : ({wanted})"
    return f"({within}) NOT {excluded(query)}" if query.without else within


def excluded(query: Query) -> str:
    """What must not be there."""
    return f"({' OR '.join(map(_phrase, query.without))})"


def columns(query: Query) -> tuple[str, ...]:
    """The columns of the index in which the words may stand; none where none is left."""
    said = [one for one in query.filters if one.field is Field.IN]
    within = {
        column for one in said if not one.without for column in _COLUMNS[Place(str(one.value))]
    }
    never = {column for one in said if one.without for column in _COLUMNS[Place(str(one.value))]}
    return tuple(one for one in COLUMNS if one not in never and (not within or one in within))


def within_others(connection: sqlite3.Connection, query: Query) -> list[list[str]]:
    """For each of the words those of the library of which it is a part, but not the beginning."""
    return [_having(connection, words) for words in query.words]


def _having(connection: sqlite3.Connection, words: Words) -> list[str]:
    part = words.words[0]
    if words.whole or len(words.words) > 1 or len(part) < SHORTEST_PART:
        return []
    found = connection.execute(_HAVING, (_quoted(part),))
    return [word for (word,) in found if not word.startswith(part)]


def _phrase(words: Words) -> str:
    return f"{_quoted(' '.join(words.words))}{'' if words.whole else ' *'}"


def _quoted(words: str) -> str:
    return f'"{words}"'
