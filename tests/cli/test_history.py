from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.cli.conftest import FRIDAY, Terminal
from weeknotes_desktop.domain.trash import COMPACT_DUE
from weeknotes_desktop.storage.library import open_for_reading


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
        "label": "Weeknote 9.2021",
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
    assert "damaged" not in done.err


def test_forgetting_says_that_a_damaged_file_may_still_hold_it(weeknotes: Terminal) -> None:
    note = weeknotes("new", "--title", "One", "--json").json
    kept = weeknotes.folder / "damaged" / "notes-20210304-120000Z.db"
    kept.parent.mkdir()
    kept.touch()
    kept.with_name("other-20210304-120000Z.db").touch()
    weeknotes("delete", note["id"])
    done = weeknotes("trash", "forget", note["id"])
    assert done.code == 0
    assert done.err == f"weeknotes: The damaged file {kept} may still hold it.\n"


def test_what_is_forgotten_while_somebody_reads_is_wiped_when_nobody_does(
    weeknotes: Terminal,
) -> None:
    note = weeknotes("new", "--title", "Zanzibar and nothing else", "--json").json
    path = weeknotes("back-up", "--json").json["path"]
    weeknotes("delete", note["id"])
    library = weeknotes.folder / "notes.db"
    with open_for_reading(library) as reader, reader.transaction():
        reader.summaries()
        done = weeknotes("trash", "forget", note["id"])
        assert done.code == 0
        assert path in done.err
        assert "forgotten; it is wiped from the file as soon as nobody reads it" in done.out
    # Whatever command comes next.
    weeknotes("new", "--title", "Two")
    files = list(weeknotes.folder.glob("notes.db*"))
    assert not any(b"Zanzibar" in file.read_bytes() for file in files)
    with open_for_reading(library) as reader:
        assert not reader.remark(COMPACT_DUE)


def test_forgetting_names_back_ups_in_a_folder_that_was_used_before(
    weeknotes: Terminal,
) -> None:
    note = weeknotes("new", "--title", "One", "--json").json
    weeknotes("set", "back-up-folder", str(weeknotes.folder / "first"))
    path = weeknotes("back-up", "--json").json["path"]
    assert "first" in path
    weeknotes("set", "back-up-folder", str(weeknotes.folder / "second"))
    weeknotes("delete", note["id"])
    assert path in weeknotes("trash", "forget", note["id"]).err
