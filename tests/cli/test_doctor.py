from __future__ import annotations

import json

from tests.cli.conftest import Terminal
from tests.storage.damage import a_library_with_a_back_up, flip_in
from weeknotes_desktop.storage.library import open_for_writing

NAMES = [
    "file",
    "header",
    "pages",
    "schema",
    "triggers",
    "foreign keys",
    "fingerprints",
    "drafts",
    "trash",
    "pictures",
    "search",
    "back-ups",
    "folder",
    "lock",
    "settings",
]


def test_a_healthy_library_is_said_to_be_well(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "A quiet week")
    told = weeknotes("doctor", "--json").json
    assert told["ok"] is True
    assert [check["name"] for check in told["checks"]] == NAMES
    assert all(set(check) == {"name", "ok", "found"} for check in told["checks"])
    lines = weeknotes("doctor").out.splitlines()
    assert len(lines) == len(NAMES)
    assert all(line.startswith("well") for line in lines)


def test_a_damaged_library_is_told_whole_and_ends_with_one(weeknotes: Terminal) -> None:
    a_library_with_a_back_up(weeknotes.library)
    flip_in(weeknotes.library, "We took prop 6 away.")
    before = weeknotes.library.read_bytes()
    done = weeknotes("doctor", "--json")
    assert done.code == 1
    told = json.loads(done.out)
    assert told["ok"] is False
    assert [check["name"] for check in told["checks"]] == NAMES
    assert [check["name"] for check in told["checks"] if not check["ok"]] == ["fingerprints"]
    assert "fingerprints" in done.err
    assert weeknotes.library.read_bytes() == before
    assert "ILL" in weeknotes("doctor").out


def test_a_file_that_cannot_be_read_at_all_is_told_too(weeknotes: Terminal) -> None:
    weeknotes.library.write_bytes(b"x" * 8192)
    done = weeknotes("doctor", "--json")
    assert done.code == 1
    assert "header" in {
        check["name"] for check in json.loads(done.out)["checks"] if not check["ok"]
    }


def test_the_doctor_comes_while_a_window_is_open(weeknotes: Terminal) -> None:
    with open_for_writing(weeknotes.library):
        assert weeknotes("doctor", "--json").json["ok"] is True


def test_a_broken_setting_is_told(weeknotes: Terminal) -> None:
    (weeknotes.folder / "settings.toml").write_text('look = "loud"\n', encoding="utf-8")
    done = weeknotes("doctor", "--json")
    assert done.code == 1
    assert [check["name"] for check in json.loads(done.out)["checks"] if not check["ok"]] == [
        "settings"
    ]
