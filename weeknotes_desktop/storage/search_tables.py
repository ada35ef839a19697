"""How the search stands in the file: tables of SQLite’s FTS5, and triggers that keep them right.

All of it is made of what stands in the other tables. It has no fingerprints, nothing is ever
salvaged from it, and whatever is wrong with it, it is made anew. It is also made anew where it
is not letter by letter what stands here: so a change needs no step among the migrations.

- ``search_words`` has the words of notes, goals, jots and tasks, folded, under four times the
  ``seq`` of their row plus the number of their kind. It keeps no text: ``searchable`` is where
  FTS5 can read it.
- ``search_vocabulary`` has each word of more than three letters once, and ``search_parts`` the
  parts of those.
- ``search_state`` says of each kind from which ``seq`` on everything is in. From there on, the
  triggers keep it so. ``untidy`` counts the texts that were taken out since the index was
  written anew last: until then, their words still stand in it.

The functions ``folded`` and ``new_words`` are ours; ``connection`` brings them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain

FOLDING = "1"
"""As ``domain/searching/folding.py`` has it, which a start does not wait for; a test compares."""

NOTHING_YET = 2**63 - 1
"""The ``since`` of a kind of which nothing is in."""

KINDS = {"notes": 0, "goals": 1, "jots": 2, "tasks": 3}
"""The number of each kind, by its table."""

IN: dict[str, dict[str, tuple[str, ...]]] = {
    "notes": {"title": ("title",), "body": ("body",)},
    "goals": {"goal": ("text",), "happened": ("line", "how", "public_text", "let_go")},
    "jots": {"jot": ("text",)},
    "tasks": {"task": ("text",)},
}
"""Which columns of a table go into which column of the index."""

COLUMNS = tuple(column for columns in IN.values() for column in columns)
"""The columns of the index."""

WEIGHTS = {"title": 10.0, "body": 1.0, "goal": 0.6, "happened": 0.4, "jot": 0.3, "task": 0.3}
"""How much a word counts there. A line is so much shorter than a note that its words count more
by themselves."""

_TOKENS = "unicode61 remove_diacritics 0 categories ''L* M* N* Co''"


def _folded(row: str, columns: Iterable[str]) -> str:
    # As bytes: a damaged letter must not keep the row from being changed.
    return f"folded({', '.join(f'CAST({row}{column} AS BLOB)' for column in columns)})"


def _each(row: str, table: str) -> str:
    """What goes into the columns of the index, one by one."""
    return ", ".join(_folded(row, columns) for columns in IN[table].values())


def _all(row: str, table: str) -> str:
    """What goes into all of them, in one."""
    return " || ' ' || ".join(_folded(row, columns) for columns in IN[table].values())


def _shown(table: str) -> str:
    said = {column: _folded("", columns) for column, columns in IN[table].items()}
    columns = ", ".join(f"{said.get(column, 'NULL')} AS {column}" for column in COLUMNS)
    return f"SELECT 4 * seq + {KINDS[table]} AS number, {columns} FROM {table}"  # noqa: S608


VIEW = "searchable"

TABLES = {
    VIEW: f"CREATE VIEW {VIEW} AS "
    + " UNION ALL ".join(f"{_shown(table)} WHERE trashed_at IS NULL" for table in KINDS),
    "search_words": (
        f"CREATE VIRTUAL TABLE search_words USING fts5({', '.join(COLUMNS)}, content='{VIEW}',"
        f" content_rowid='number', prefix='1 2 3', tokenize='{_TOKENS}')"
    ),
    "search_vocabulary": (
        "CREATE TABLE search_vocabulary (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)"
    ),
    "search_parts": (
        "CREATE VIRTUAL TABLE search_parts USING fts5(word, content='search_vocabulary',"
        " content_rowid='id', columnsize=0, tokenize='trigram')"
    ),
    "search_state": (
        # With another way of folding, or other letters in Python, all of it would be wrong.
        f"CREATE TABLE search_state (/* folded by {FOLDING} with Python {sys.version_info[0]}."
        f"{sys.version_info[1]} */ kind INTEGER PRIMARY KEY, since INTEGER NOT NULL,"
        " untidy INTEGER NOT NULL)"
    ),
}
"""What each table, and the view, is made of, by its name; in the order of their making."""


_UNKNOWN = "value NOT IN (SELECT word FROM search_vocabulary)"


def taking_in(table: str, which: str) -> tuple[str, str]:
    """The statements that take rows of a table in, and their words into the vocabulary.

    Args:
        which: The condition that tells which rows.
    """
    these = f"FROM {table} WHERE trashed_at IS NULL AND {which}"
    together = f"SELECT new_words(NULL, group_concat({_all('', table)}, ' ')) {these}"
    said = f"SELECT 4 * seq + {KINDS[table]}, {_each('', table)} {these} ORDER BY seq"
    new = f"SELECT value FROM json_each(({together})) WHERE {_UNKNOWN}"  # noqa: S608
    return (
        f"INSERT INTO search_words (rowid, {', '.join(IN[table])}) {said}",
        f"INSERT INTO search_vocabulary (word) {new}",
    )


def _triggers(table: str) -> dict[str, str]:
    kind, columns = KINDS[table], ", ".join(IN[table])
    watched = [*chain.from_iterable(IN[table].values()), "trashed_at"]
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in watched)
    since = f"(SELECT since FROM search_state WHERE kind = {kind})"  # noqa: S608
    out = (
        f"INSERT INTO search_words (search_words, rowid, {columns})"  # noqa: S608
        f" SELECT 'delete', 4 * OLD.seq + {kind}, {_each('OLD.', table)}"
        " WHERE OLD.trashed_at IS NULL;"
        f" UPDATE search_state SET untidy = untidy + 1 WHERE kind = {kind};"
    )
    into = (
        f"INSERT INTO search_words (rowid, {columns})"  # noqa: S608
        f" SELECT 4 * NEW.seq + {kind}, {_each('NEW.', table)} WHERE NEW.trashed_at IS NULL;"
        " INSERT INTO search_vocabulary (word) SELECT value"
        f" FROM json_each(new_words({{before}}, {_all('NEW.', table)}))"
        f" WHERE NEW.trashed_at IS NULL AND {_UNKNOWN};"
    )
    before = f"CASE WHEN OLD.trashed_at IS NULL THEN {_all('OLD.', table)} END"
    makes = {
        "added": f"INSERT ON {table} WHEN NEW.seq >= {since} BEGIN {into.format(before='NULL')}",
        "gone": f"DELETE ON {table} WHEN OLD.seq >= {since} BEGIN {out}",
        "changed": f"UPDATE OF {', '.join(watched)} ON {table}"
        f" WHEN OLD.seq >= {since} AND ({changed}) BEGIN {out} {into.format(before=before)}",
    }
    return {
        f"search_{table}_{what}": f"CREATE TRIGGER search_{table}_{what} AFTER {made} END"
        for what, made in makes.items()
    }


TRIGGERS = {
    **{name: made for table in KINDS for name, made in _triggers(table).items()},
    "search_vocabulary_added": (
        "CREATE TRIGGER search_vocabulary_added AFTER INSERT ON search_vocabulary"
        " BEGIN INSERT INTO search_parts (rowid, word) VALUES (NEW.id, NEW.word); END"
    ),
    "search_vocabulary_gone": (
        "CREATE TRIGGER search_vocabulary_gone AFTER DELETE ON search_vocabulary"
        " BEGIN INSERT INTO search_parts (search_parts, rowid, word)"
        " VALUES ('delete', OLD.id, OLD.word); END"
    ),
}
"""What each trigger that keeps the index right is made of, by its name."""
