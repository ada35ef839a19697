from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.cli.conftest import FRIDAY, Terminal


def write(weeknotes: Terminal, folder: Path, body: str, *words: str) -> None:
    file = folder / "body.md"
    file.write_text(body)
    done = weeknotes(*words, "--body-file", str(file))
    assert done.code == 0, done.err


def test_the_history_lists_what_a_note_said_and_brings_it_back(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    write(weeknotes, tmp_path, "First words", "new", "--title", "One")
    write(weeknotes, tmp_path, "Second words", "edit", "2021-W09")
    (version,) = weeknotes("history", "2021-W09", "--json").json
    assert version.keys() == {"id", "note", "written_at", "occasion", "title", "words"}
    assert (version["occasion"], version["title"], version["words"]) == ("replaced", "One", 2)
    restored = weeknotes("history", "2021-W09", "--restore", version["id"], "--json").json
    assert restored["id"] == version["note"]
    assert weeknotes("show", "2021-W09").out.strip() == "First words"
    assert len(weeknotes("history", "2021-W09", "--json").json) == 2
    assert "replaced" in weeknotes("history", "2021-W09").out


def test_a_version_that_is_not_there_is_said_so(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "One")
    done = weeknotes("history", "2021-W09", "--restore", "none")
    assert (done.code, done.out) == (1, "")
    assert "no version with the id none" in done.err


def test_a_deleted_note_lies_in_the_trash_and_comes_back(weeknotes: Terminal) -> None:
    note = weeknotes("new", "--title", "One", "--json").json
    assert weeknotes("delete", note["id"], "--json").json == note
    assert weeknotes("list", "--json").json == []
    (lying,) = weeknotes("trash", "--json").json
    times = [datetime.fromisoformat(lying.pop(key)) for key in ("trashed_at", "until")]
    friday = FRIDAY.astimezone(UTC)
    assert times == [friday, friday + timedelta(days=90)]
    assert lying == {
        "kind": "note",
        "id": note["id"],
        "week": "2021-W09",
        "label": None,
        "text": "One",
    }
    assert "goes on 2021-06-0" in weeknotes("trash").out
    assert weeknotes("trash", "restore", note["id"], "--json").json["id"] == note["id"]
    assert weeknotes("list", "--json").json == [note]
    assert weeknotes("trash", "restore", note["id"]).code == 1


def test_what_is_forgotten_for_good_leaves_no_letter_in_the_file(weeknotes: Terminal) -> None:
    note = weeknotes("new", "--title", "Zanzibar and nothing else", "--json").json
    weeknotes("edit", note["id"], "--title", "Zanzibar once more")
    assert weeknotes("trash", "forget", note["id"]).code == 1
    weeknotes("delete", note["id"])
    assert weeknotes("trash", "forget", note["id"], "--json").json["id"] == note["id"]
    files = list(weeknotes.folder.glob("notes.db*"))
    assert files
    assert not any(b"Zanzibar" in file.read_bytes() for file in files)


def test_forgetting_says_which_back_ups_still_hold_it(weeknotes: Terminal) -> None:
    note = weeknotes("new", "--title", "One", "--json").json
    path = weeknotes("back-up", "--json").json["path"]
    weeknotes("delete", note["id"])
    done = weeknotes("trash", "forget", note["id"])
    assert done.code == 0
    assert path in done.err
