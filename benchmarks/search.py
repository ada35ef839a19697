"""How long finding and saving take against the same through sqlite3, in one run.

    python -m benchmarks.search [--notes 520 5200 52000] [--rounds N] [--processor]

The notes are 6 KB long, with words about as common and as rare as those of a real text. Beside
our index stands a second one in the same file, made as the manual of FTS5 makes it: unicode61
without accents, prefixes of one to three letters, weights for title and body. The raw question
ranks fifty notes there and makes snippets of the first twelve, which a window shows, or of all;
ours finds fifty of everything, and makes the excerpts of as many.

Saves are made in two copies of that file: by the program, and through sqlite3 with the same rows
and a table of that other kind, and with the rows alone.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import median

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.storage.rows import note_values
from weeknotes_desktop.storage.search.index import make_anew, take_some_in
from weeknotes_desktop.storage.search.reading import FileSearch
from weeknotes_desktop.storage.search_tables import TRIGGERS
from weeknotes_desktop.use_cases.search import search

WORDS = Path(__file__).parents[1] / "resources" / "dictionaries" / "en_GB.dic"
_COMMON = """
    the and to of a in we that it is was for on with this as what not but they have had be are at
    from or so my you were their all about when who which more out up if there can some would how
"""
KNOWN = 25_000
"""So many words are in use in a library; a writer's are fewer."""
LENGTH = 6_000

FIFTY, VISIBLE = 50, 12
QUESTIONS = {
    "a common word": ("the", "the*"),
    "one letter": ("t", "t*"),
    "three letters": ("con", "con*"),
    "a word": ("{often}", "{often}*"),
    "two words": ("{often} {other}", "{often}* AND {other}*"),
    "two common words": ("the and", "the* AND and*"),
    "a phrase": ('"of the"', '"of the"'),
}
OURS_ALONE = {
    "part of a word": "{part}",
    "a common part": "tion",
    "words and a year": "the year:2022",
    "a year": "year:2022",
}
"""What FTS5 by itself cannot be asked."""

RAW_TABLE = """
    CREATE VIRTUAL TABLE raw USING fts5(title, body, content='notes', content_rowid='seq',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')
"""
RAW_TRIGGER = """
    CREATE TRIGGER raw_changed AFTER UPDATE ON notes BEGIN
        INSERT INTO raw (raw, rowid, title, body) VALUES ('delete', OLD.seq, OLD.title, OLD.body);
        INSERT INTO raw (rowid, title, body) VALUES (NEW.seq, NEW.title, NEW.body);
    END
"""
RAW_QUESTION = """
    SELECT rowid, rank, snippet(raw, 1, '**', '**', '…', 24) FROM raw WHERE raw MATCH ?
    ORDER BY rank LIMIT ?
"""


@dataclass(frozen=True)
class Measure:
    """Measures things against each other, one in turn with the other.

    Args:
        clock: Tells seconds.
    """

    clock: Callable[[], float]
    rounds: int

    def one(self, act: Callable[[], object]) -> float:
        """Milliseconds that it takes once."""
        begun = self.clock()
        act()
        return (self.clock() - begun) * 1e3

    def in_turns(self, *acts: Callable[[], object]) -> list[float]:
        """What each takes, as a median; the first round warms up, and is not counted."""
        took: list[list[float]] = [[] for _ in acts]
        for _ in range(self.rounds + 1):
            for act, times in zip(acts, took, strict=True):
                times.append(self.one(act))
        return [median(times[1:]) for times in took]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, nargs="+", default=[520, 5_200, 52_000])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument(
        "--processor",
        action="store_true",
        help="count only what the processor did for it, as on a machine with other work",
    )
    given = parser.parse_args()
    clock = time.process_time if given.processor else time.perf_counter
    for number in given.notes:
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder) / "notes.db"
            measure = Measure(clock, given.rounds)
            words = _make(library, number, measure)
            _ask(library, words, measure)
            _save(library, measure)


def _make(library: Path, number: int, measure: Measure) -> Mapping[str, str]:
    """Make a library with both indexes; the words that are looked for in it."""
    open_for_writing(library).close()
    chance = random.Random(1)
    known = _COMMON.split() + _vocabulary(chance)
    with closing(connect(library)) as connection:
        size = _size(connection)
        connection.execute("BEGIN")
        for name in TRIGGERS:
            # Taken in afterwards, as by a program that finds an older library.
            connection.execute(f"DROP TRIGGER {name}")
        _write_notes(connection, number, _texts(chance, known))
        connection.execute("COMMIT")
        size, before = _size(connection), size
        text = size - before
        took = measure.one(lambda: _take_in(connection))
        index = _size(connection) - size
        connection.execute(RAW_TABLE)
        connection.execute("INSERT INTO raw (raw) VALUES ('rebuild')")
        connection.execute("INSERT INTO raw (raw, rank) VALUES ('rank', 'bm25(10.0, 1.0)')")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(
        f"\n{number} notes, {text / 1e6:.1f} MB; the index is {index / 1e6:.1f} MB"
        f" and was made in {took / 1e3:.1f} s, in steps"
    )
    often, rare = known[300], known[9_000]
    return {"often": often, "other": known[400], "rare": rare, "part": known[500][1:]}


def _take_in(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    make_anew(connection)
    connection.execute("COMMIT")
    more = True
    while more:
        connection.execute("BEGIN IMMEDIATE")
        more = take_some_in(connection)
        connection.execute("COMMIT")


def _write_notes(connection: sqlite3.Connection, number: int, texts: Iterator[str]) -> None:
    this_week = Week.of(datetime.now(UTC).date())
    connection.execute("INSERT INTO categories VALUES ('Weeknotes')")
    for one in range(number):
        text = next(texts)
        note = Note(
            id=new_id(),
            week=this_week.plus(-(one % 1500)),
            title=text[:40].partition(".")[0],
            body=text,
            category="Weeknotes",
            rev=1,
        )
        values = note_values(note)
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        connection.execute(f"INSERT INTO notes ({names}) VALUES ({marks})", values)


def _vocabulary(chance: random.Random) -> list[str]:
    words = [line.partition("/")[0].strip() for line in WORDS.read_text("utf-8").splitlines()]
    fitting = [word for word in words if word.isalpha() and word.islower() and len(word) > 3]
    chance.shuffle(fitting)
    return fitting[:KNOWN]


def _texts(chance: random.Random, known: list[str]) -> Iterator[str]:
    """Texts in which the tenth word is a tenth as common as the first."""
    weights = list(accumulate(1 / (place + 3) for place in range(len(known))))
    while True:
        parts: list[str] = []
        length = 0
        while length < LENGTH:
            words = chance.choices(known, cum_weights=weights, k=chance.randint(6, 18))
            sentence = " ".join(words).capitalize() + chance.choice((". ", "; it’s so.\n\n", "! "))
            parts.append(sentence)
            length += len(sentence)
        yield "".join(parts)


def _ask(library: Path, words: Mapping[str, str], measure: Measure) -> None:
    with closing(connect(library)) as connection, closing(FileSearch(library)) as searching:
        for name, (typed, expression) in QUESTIONS.items():
            ours = partial(_found, searching, typed.format(**words))
            raw = partial(_raw_found, connection, expression.format(**words))
            _compare(name, ours, raw, measure)
        for name, typed in OURS_ALONE.items():
            ours = partial(_found, searching, typed.format(**words))
            (took,) = measure.in_turns(partial(ours, VISIBLE))
            print(f"  {name:17} {ours(FIFTY):2} found; {VISIBLE} shown: {took:6.1f} ms")


def _compare(
    name: str, ours: Callable[[int], int], raw: Callable[[int], int], measure: Measure
) -> None:
    """Ask both in turns, and print what it took."""
    told = [f"{ours(FIFTY):2} found, {raw(FIFTY):2} raw"]
    for number in (VISIBLE, FIFTY):
        mine, theirs = measure.in_turns(partial(ours, number), partial(raw, number))
        told.append(f"{number} shown: {mine:6.1f} ms, raw {theirs:6.1f}, ratio {mine / theirs:.2f}")
    print(f"  {name:17} {'; '.join(told)}")


def _found(searching: FileSearch, asked: str, shown: int) -> int:
    return len(search(searching, asked, LabelPattern(), limit=FIFTY, shown=shown).found.hits)


def _raw_found(connection: sqlite3.Connection, said: str, shown: int) -> int:
    """Rank fifty; a snippet is made when its row is read."""
    with closing(connection.execute(RAW_QUESTION, (said, FIFTY))) as cursor:
        return len(cursor.fetchmany(shown))


def _save(library: Path, measure: Measure) -> None:
    bare, indexed = (library.with_name(f"{name}.db") for name in ("bare", "indexed"))
    for copy in (bare, indexed):
        shutil.copyfile(library, copy)
    with (
        open_for_writing(library) as ours,
        closing(_raw(indexed, RAW_TRIGGER)) as raw,
        closing(_raw(bare)) as alone,
    ):
        notes = [line.id for line in ours.summaries()[: measure.rounds + 1]]
        changed = [_changed(ours.note(ident)) for ident in notes]
        mine, theirs, rows = measure.in_turns(
            partial(_next, iter(changed), ours.save_note),
            partial(_next, iter(changed), partial(_save_raw, raw)),
            partial(_next, iter(changed), partial(_save_raw, alone)),
        )
    print(
        f"  saving a note     {mine:.2f} ms; raw with an index {theirs:.2f}, ratio"
        f" {mine / theirs:.2f}; the rows alone {rows:.2f}, ratio {mine / rows:.2f}"
    )


def _changed(note: Note) -> Note:
    return replace(note, body=f"{note.body[:3000]} A few more words. {note.body[3000:]}")


def _next(changed: Iterator[Note], save: Callable[[Note], object]) -> None:
    save(next(changed))


def _raw(path: Path, *statements: str) -> sqlite3.Connection:
    connection = connect(path)
    for name in TRIGGERS:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    return connection


def _save_raw(connection: sqlite3.Connection, note: Note) -> None:
    values = note_values(replace(note, rev=note.rev + 1))
    changes = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"UPDATE notes SET {changes} WHERE id = :id AND rev = {note.rev}", values)
    connection.execute("DELETE FROM note_tags WHERE note_id = ?", (note.id,))
    connection.execute("DELETE FROM drafts WHERE note_id = ?", (note.id,))
    connection.execute("COMMIT")


def _size(connection: sqlite3.Connection) -> int:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return int(pages) * 4096


if __name__ == "__main__":
    main()
