"""Back-ups from the command line."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.careless import careless
from tests.cli.conftest import Terminal

LISTED = {"path", "made_at", "reason", "size", "whole"}


def back_up(weeknotes: Terminal, *words: str) -> Any:
    return weeknotes("back-up", *words, "--json").json


def titles(weeknotes: Terminal) -> list[str]:
    return [note["title"] for note in weeknotes("list", "--json").json]


def test_a_back_up_is_made_and_listed(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "The bridge holds")
    made = back_up(weeknotes)
    assert made.keys() == LISTED
    assert (made["reason"], made["whole"]) == ("asked", True)
    assert made["made_at"] == "2021-03-05T17:00:00+00:00"
    assert made["size"] == Path(made["path"]).stat().st_size
    assert Path(made["path"]).parent == weeknotes.folder / "backups"
    assert weeknotes("back-up", "list", "--json").json == [made]


@pytest.mark.parametrize("words", [("--json", "list"), ("list", "--json")])
def test_json_may_stand_before_or_behind_the_act(
    words: tuple[str, ...], weeknotes: Terminal
) -> None:
    weeknotes("new")
    made = back_up(weeknotes)
    assert weeknotes("back-up", *words).json == [made]


def test_without_json_the_words_are_for_people(weeknotes: Terminal) -> None:
    assert weeknotes("back-up", "list").out == ""
    weeknotes("new")
    assert weeknotes("back-up").out.startswith("Back-up made: ")
    assert "asked" in weeknotes("back-up", "list").out


def test_there_is_nothing_to_back_up_before_the_first_note(weeknotes: Terminal) -> None:
    done = weeknotes("back-up")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("weeknotes: There are no notes in ")
    assert weeknotes("back-up", "list", "--json").json == []


def test_a_back_up_that_was_damaged_since_is_listed_as_such(weeknotes: Terminal) -> None:
    weeknotes("new")
    made = Path(back_up(weeknotes)["path"])
    with closing(careless(made, isolation_level=None)) as other:
        other.execute("UPDATE notes SET audience = 'team'")
    (listed,) = weeknotes("back-up", "list", "--json").json
    assert not listed["whole"]
    assert "(damaged)" in weeknotes("back-up", "list").out


def test_a_back_up_of_damaged_notes_is_made_and_says_so(weeknotes: Terminal) -> None:
    weeknotes("new")
    with closing(careless(weeknotes.library, isolation_level=None)) as other:
        other.execute("UPDATE notes SET audience = 'team'")
    done = weeknotes("back-up", "--json")
    assert not done.json["whole"]
    assert "so is this back-up" in done.err


def test_a_back_up_goes_to_another_folder_and_is_not_in_the_list(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    weeknotes("new")
    made = back_up(weeknotes, "--to", str(tmp_path / "stick"))
    assert Path(made["path"]).parent == tmp_path / "stick"
    assert weeknotes("back-up", "list", "--json").json == []
    assert weeknotes("restore", made["path"], "--dry-run", "--json").json["consequences"] == []


def test_where_to_is_only_said_when_one_is_made(weeknotes: Terminal, tmp_path: Path) -> None:
    assert weeknotes("back-up", "--to", str(tmp_path), "list").code == 2


def test_back_ups_go_into_the_folder_that_was_set(weeknotes: Terminal, tmp_path: Path) -> None:
    weeknotes("new")
    first = back_up(weeknotes)
    chosen = tmp_path / "mine"
    assert weeknotes("set", "back-up-folder", str(chosen)).code == 0
    second = back_up(weeknotes)
    assert Path(second["path"]).is_relative_to(chosen)
    assert weeknotes("back-up", "list", "--json").json == [second, first]
    weeknotes("set", "back-up-folder", "")
    assert Path(back_up(weeknotes)["path"]).parent == weeknotes.folder / "backups"


def test_a_folder_that_depends_on_where_one_stands_is_refused(weeknotes: Terminal) -> None:
    done = weeknotes("set", "back-up-folder", "back-ups")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert weeknotes("set", "back-up-folder", "~/back-ups").code == 0


@pytest.mark.parametrize("sign", ["index.html", ".weeknotes-site.json"])
def test_a_back_up_never_goes_into_a_site(sign: str, weeknotes: Terminal, tmp_path: Path) -> None:
    weeknotes("new")
    site = tmp_path / "site"
    site.mkdir()
    (site / sign).touch()
    for words in (
        ("back-up", "--to", str(site / "below")),
        ("set", "back-up-folder", str(site)),
        ("back-up",),
    ):
        done = weeknotes(*words)
    assert done.code == 1
    assert "belongs to a site" in done.err
    assert [one.name for one in site.iterdir()] == [sign]


def test_a_folder_that_is_no_folder_is_one_sentence(weeknotes: Terminal, tmp_path: Path) -> None:
    weeknotes("new")
    (tmp_path / "file").touch()
    done = weeknotes("back-up", "--to", str(tmp_path / "file"))
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert done.err.startswith("weeknotes: No back-up was made in ")


def test_restoring_brings_back_what_was_and_says_how_to_undo_it(weeknotes: Terminal) -> None:
    note = weeknotes("new", "--title", "Before", "--week", "2021-W08", "--json").json
    file = back_up(weeknotes)["path"]
    weeknotes("edit", note["id"], "--title", "After")
    goal = weeknotes("goal", "add", "Paint the rail", "--json").json
    expected = [
        {
            "fate": "goes",
            "kind": "goal",
            "id": goal["id"],
            "week": "2021-W09",
            "text": "Paint the rail",
            "label": None,
        },
        {
            "fate": "changes",
            "kind": "note",
            "id": note["id"],
            "week": "2021-W08",
            "text": "Before",
            "label": None,
        },
    ]
    dry = weeknotes("restore", file, "--dry-run", "--json").json
    assert dry == {
        "file": file,
        "dry_run": True,
        "consequences": expected,
        "undo": None,
        "damaged": 0,
    }
    assert titles(weeknotes) == ["After"]

    done = weeknotes("restore", file, "--json").json
    assert done == {
        "file": file,
        "dry_run": False,
        "consequences": expected,
        "undo": done["undo"],
        "damaged": 0,
    }
    assert titles(weeknotes) == ["Before"]
    assert weeknotes("back-up", "list", "--json").json[0]["path"] == done["undo"]
    assert weeknotes("back-up", "list", "--json").json[0]["reason"] == "before-restore"

    weeknotes("restore", done["undo"])
    assert titles(weeknotes) == ["After"]
    assert len(weeknotes("goals", "--json").json) == 1


def test_what_would_change_is_said_in_words(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "Before")
    name = Path(back_up(weeknotes)["path"]).name
    assert weeknotes("restore", name, "--dry-run").out == "Nothing changes.\n"
    weeknotes("goal", "add", "Paint the rail")
    said = weeknotes("restore", name).out.splitlines()
    assert said[0].split() == ["goes", "goal", "2021-W09", "Paint", "the", "rail"]
    assert said[1] == f"Restored from {name}."
    assert said[2].startswith("To take it back: weeknotes restore ")


def test_the_oldest_back_up_that_is_kept_can_be_restored(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "First")
    first = back_up(weeknotes)["path"]
    for number in range(9):
        weeknotes("goal", "add", f"Goal {number}")
        back_up(weeknotes)
    weeknotes("restore", first)
    assert weeknotes("goals", "--json").json == []


def test_a_library_that_is_not_there_yet_is_brought_back_from_a_back_up(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    weeknotes("new", "--title", "The bridge holds")
    file = back_up(weeknotes, "--to", str(tmp_path / "stick"))["path"]
    new = str(tmp_path / "new" / "notes.db")
    done = weeknotes("restore", file, "--library", new, "--json").json
    assert [one["fate"] for one in done["consequences"]] == ["comes back"]
    (note,) = weeknotes("list", "--library", new, "--json").json
    assert note["title"] == "The bridge holds"


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_file_that_is_no_back_up_is_one_sentence_and_nothing_changes(
    dry: tuple[str, ...], weeknotes: Terminal, tmp_path: Path
) -> None:
    weeknotes("new", "--title", "The bridge holds")
    other = tmp_path / "diary.txt"
    other.write_text("Dear diary")
    for file in (other, tmp_path / "nothing.db", tmp_path):
        done = weeknotes("restore", str(file), *dry, "--json")
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert other.read_text() == "Dear diary"
    assert titles(weeknotes) == ["The bridge holds"]
    assert weeknotes("back-up", "list", "--json").json == []


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_how_many_rows_of_a_back_up_are_damaged_is_said_when_it_is_restored(
    dry: tuple[str, ...], weeknotes: Terminal
) -> None:
    weeknotes("new", "--title", "The bridge holds")
    weeknotes("new", "--title", "The river rose")
    file = back_up(weeknotes)["path"]
    for number, said in ((1, "One row of"), (2, "2 rows of")):
        with closing(careless(file, isolation_level=None)) as other:
            half = "UPDATE notes SET title = 'Half' WHERE seq <= ?"
            other.execute(half, (number,))
        done = weeknotes("restore", file, *dry, "--json")
        assert done.json["damaged"] == number
        assert done.err.startswith(f"weeknotes: {said} {Path(file).name} ")
        assert done.err.count("\n") == 1
