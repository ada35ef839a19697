from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from weeknotes_desktop.cli.styling import Styling
from weeknotes_desktop.cli.terminal import Terminal as Channels
from weeknotes_desktop.domain.searching.excerpts import Marked
from weeknotes_desktop.storage.library import open_for_writing

KEYS = ["note", "week", "label", "title", "kind", "snippet", "score"]


@pytest.fixture
def filled(weeknotes: Terminal) -> Terminal:
    """A terminal at a library with something of each kind."""
    body = weeknotes.folder / "body.md"
    body.write_text("We took the **last prop** away, and nobody slept. " * 9, encoding="utf-8")
    weeknotes("new", "--week", "2021-W05", "--title", "The bridge holds", "--body-file", str(body))
    weeknotes("goal", "add", "Take the props away", "--week", "2021-W05")
    weeknotes("jot", "A prop fell into the river", "--week", "2021-W06")
    weeknotes("task", "add", "Buy a prop")
    return weeknotes


def kinds(weeknotes: Terminal, *words: str) -> list[str]:
    return [one["kind"] for one in weeknotes("search", *words, "--json").json]


def test_everything_that_was_written_down_is_found(filled: Terminal) -> None:
    found = filled("search", "prop", "--json").json
    assert all(list(one) == KEYS for one in found)
    by_kind = {one["kind"]: one for one in found}
    (note_id,) = (note["id"] for note in filled("list", "--json").json)
    note = {"note": note_id, "week": "2021-W05", "label": "Weeknote 5.2021"}
    note |= {"title": "The bridge holds"}
    for kind in ("note", "goal"):
        assert {key: by_kind[kind][key] for key in note} == note
    assert by_kind["note"]["snippet"].startswith("We took the last **prop** away, and nobody")
    assert by_kind["goal"]["snippet"] == "Take the **props** away"
    jot = {"note": None, "week": "2021-W06", "label": "Weeknote 6.2021", "title": None}
    assert {key: by_kind["jot"][key] for key in jot} == jot
    assert [by_kind["task"][key] for key in KEYS[:4]] == [None] * 4
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("bridge", ["note"]),
        ("ridge", ["note"]),
        ("prop in:goals", ["goal"]),
        ("year:2021 in:jots", ["jot"]),
        ("-prop in:goals", ["goal"]),
        ("-props in:goals", []),
        ("-in:notes -in:goals -in:jots prop", ["task"]),
        ('"last prop"', ["note"]),
        ('"', []),
        ("", []),
        ("NEAR(", []),
        ("--", []),
    ],
)
def test_a_query_may_be_any_text_also_with_a_dash(
    filled: Terminal, query: str, wanted: list[str]
) -> None:
    behind = filled("search", "--json", "--", query).json
    assert [one["kind"] for one in behind] == wanted
    if query != "--":
        assert kinds(filled, query) == wanted


def test_no_more_is_shown_than_was_asked_for(filled: Terminal) -> None:
    assert len(kinds(filled, "prop")) == 4
    assert len(kinds(filled, "prop", "--limit", "2")) == 2
    assert "There is more" in filled("search", "prop", "--limit", "2").out
    assert "There is more" not in filled("search", "prop").out


def test_the_newest_week_comes_first_where_that_is_asked(filled: Terminal) -> None:
    assert kinds(filled, "prop", "--newest") == ["jot", "note", "goal", "task"]


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5"])
def test_a_limit_is_a_number_of_things(filled: Terminal, limit: str) -> None:
    assert filled("search", "prop", "--limit", limit).code == 2


def test_the_answer_reads_well(filled: Terminal) -> None:
    said = filled("search", "props").out
    assert said == ("2021-W05  goal  5.2021  The bridge holds\n          Take the props away\n")
    assert filled("search", "nothing").out == "Nothing was found.\n"
    assert "–         task\n          Buy a prop\n" in filled("search", "prop").out


def test_too_many_words_are_told(filled: Terminal) -> None:
    done = filled("search", " ".join(["prop"] * 40), "--json")
    assert (done.code, len(done.json)) == (0, 4)
    assert "first 32 words" in done.err


def test_where_there_is_no_library_nothing_is_found_and_none_is_made(weeknotes: Terminal) -> None:
    assert weeknotes("search", "prop", "--json").json == []
    assert not weeknotes.library.exists()


def test_what_is_not_in_the_index_yet_is_taken_in_first(filled: Terminal) -> None:
    with open_for_writing(filled.library) as library:
        library.keep_up_search(anew=True)
    assert len(kinds(filled, "prop")) == 4


def test_while_somebody_else_is_at_it_what_is_missing_is_told(filled: Terminal) -> None:
    with open_for_writing(filled.library) as library:
        library.keep_up_search(anew=True)
        done = filled("search", "prop", "--json")
        assert (done.code, done.json) == (0, [])
        assert "Not everything is found yet" in done.err


def test_a_damaged_index_is_made_anew(filled: Terminal) -> None:
    with closing(sqlite3.connect(filled.library, isolation_level=None)) as disk:
        disk.execute("UPDATE search_words_data SET block = randomblob(30) WHERE id > 10")
    assert len(kinds(filled, "prop")) == 4


def test_what_is_damaged_while_somebody_else_writes_is_an_error(filled: Terminal) -> None:
    with open_for_writing(filled.library):
        with closing(sqlite3.connect(filled.library, isolation_level=None)) as disk:
            disk.execute("UPDATE search_words_data SET block = randomblob(30) WHERE id > 10")
        done = filled("search", "prop", "--json")
    assert (done.code, done.out) == (1, "")
    assert "damaged" in done.err


def on_a_terminal(library: Path, **environment: str) -> str:
    """What the command shows on a real terminal."""
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "weeknotes_desktop", "search", "prop in:notes"],
        env={**os.environ, "WEEKNOTES_LIBRARY": str(library), "TERM": "xterm", **environment},
        cwd=Path(__file__).parents[2],
        stdout=theirs,
        check=True,
        timeout=60,
    )
    os.close(theirs)
    said = b""
    # It ends with an error where nobody is at the other end any more.
    with suppress(OSError):
        while part := os.read(ours, 4096):
            said += part
    os.close(ours)
    return said.decode()


def test_on_a_terminal_what_was_found_stands_out_unless_nobody_wants_that(
    filled: Terminal,
) -> None:
    assert "\033[1;33mprop\033[0m" in on_a_terminal(filled.library)
    plain = on_a_terminal(filled.library, NO_COLOR="1")
    assert "last prop away" in plain
    assert "\033" not in plain


def test_what_goes_into_a_file_is_plain() -> None:
    assert Styling.of(Channels(None, None, None)) == Styling()
    assert Styling().title(Marked("The prop", ((4, 8),))) == "The prop"
    coloured = Styling(80, colours=True).title(Marked("The prop", ((4, 8),)))
    assert coloured == "\033[1mThe \033[0m\033[1;33mprop\033[0m\033[1m\033[0m"
