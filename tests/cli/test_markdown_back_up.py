from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal


def filled(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "One book")
    weeknotes("edit", "2021-W09", "--audience", "me")
    weeknotes("goal", "add", "Lend a book", "--audience", "me", "--public-text", "Something")


def test_everything_is_written_as_markdown_and_counted(weeknotes: Terminal, tmp_path: Path) -> None:
    filled(weeknotes)
    made = weeknotes("back-up", "markdown", str(tmp_path / "out"), "--json").json
    assert list(made) == ["folder", "notes", "goals", "files", "remarks"]
    assert made["folder"] == str(tmp_path / "out")
    assert (made["notes"], made["goals"], made["remarks"]) == (1, 1, [])
    assert (tmp_path / "out/2021/2021-W09-one-book.md").is_file()


def test_without_json_it_says_that_private_things_are_in_it(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    filled(weeknotes)
    done = weeknotes("back-up", "markdown", str(tmp_path / "out"))
    assert done.out.startswith("1 note and 1 goal are in ")
    assert "private" in done.out


def test_an_empty_library_takes_it_back_as_it_was(weeknotes: Terminal, tmp_path: Path) -> None:
    filled(weeknotes)
    before = weeknotes("list", "--json").json, weeknotes("goals", "--json").json
    weeknotes("back-up", "markdown", str(tmp_path / "out"))
    weeknotes.library = tmp_path / "other.db"
    report = weeknotes("import", str(tmp_path / "out"), "--json").json
    assert [note["action"] for note in report["notes"]] == ["added"]
    assert (report["lost"], report["skipped"]) == ([], [])
    assert (weeknotes("list", "--json").json, weeknotes("goals", "--json").json) == before


def test_taking_it_back_twice_changes_nothing(weeknotes: Terminal, tmp_path: Path) -> None:
    filled(weeknotes)
    weeknotes("back-up", "markdown", str(tmp_path / "out"))
    before = weeknotes("list", "--json").json
    report = weeknotes("import", str(tmp_path / "out"), "--json").json
    assert [note["action"] for note in report["notes"]] == ["unchanged"]
    assert weeknotes("list", "--json").json == before


def test_a_dry_run_makes_no_library(weeknotes: Terminal, tmp_path: Path) -> None:
    filled(weeknotes)
    weeknotes("back-up", "markdown", str(tmp_path / "out"))
    weeknotes.library = tmp_path / "other.db"
    report = weeknotes("import", str(tmp_path / "out"), "--dry-run", "--json").json
    assert [(note["id"], note["action"]) for note in report["notes"]] == [(None, "added")]
    assert not weeknotes.library.exists()


def test_a_web_site_is_no_place_for_it(weeknotes: Terminal, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").touch()
    done = weeknotes("back-up", "markdown", str(tmp_path / "site/out"))
    assert done.code == 1
    assert "web site" in done.err
    assert not (tmp_path / "site/out").exists()


def test_a_folder_that_is_no_back_up_cannot_be_imported(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    done = weeknotes("import", str(tmp_path / "empty"))
    assert done.code == 1
    assert done.err
