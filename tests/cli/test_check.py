from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal
from weeknotes_desktop.domain.checks.rules import CHECKS

BODY = "We painted the the pier.\n\nIt was greay , But we sailed."


def test_everything_to_look_at_is_said_with_its_place(weeknotes: Terminal, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text(BODY)
    note = weeknotes("new", "--title", "Mud", "--body-file", str(body), "--json").json["id"]
    told = weeknotes("check", note, "--json").json
    assert {one["check"] for one in told} == set(CHECKS)
    assert all(set(one) == {"check", "ok", "message", "where"} for one in told)
    found = {one["check"]: one["where"] for one in told if not one["ok"]}
    assert found == {
        "doubled word": {"line": 1, "column": 12, "text": "the the"},
        "spelling": {"line": 3, "column": 8, "text": "greay"},
        "space before a full stop": {"line": 3, "column": 13, "text": " ,"},
        "capital after a comma": {"line": 3, "column": 16, "text": "But"},
    }
    assert all(one["where"] is None for one in told if one["ok"])
    lines = weeknotes("check", note).out.splitlines()
    assert [line.split()[0] for line in lines] == ["1:12", "3:8", "3:13", "3:16"]


def test_tags_and_own_words_are_known(weeknotes: Terminal, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text("Wibbel and Grontz went on.")
    note = weeknotes("new", "--title", "Mud", "--body-file", str(body), "--json").json["id"]
    weeknotes("edit", note, "--tags", "Wibbel")
    (tmp_path / "words.txt").write_text("# mine\nGrontz\n")
    assert weeknotes("check", note).out == "Nothing to look at.\n"


def test_a_dictionary_of_ones_own_that_cannot_be_read_is_said(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    note = weeknotes("new", "--json").json["id"]
    (tmp_path / "words.txt").write_bytes(b"\xff\xfe\x00")
    done = weeknotes("check", note)
    assert done.code == 1
    assert "words.txt cannot be read" in done.err


def test_label_title_and_goals_are_looked_at_too(weeknotes: Terminal) -> None:
    weeknotes("set", "label-pattern", "Weeknote {week}.{yy}")
    weeknotes("new", "--week", "2022-W12", "--title", "Tides")
    note = weeknotes("new", "--week", "2022-W14", "--json").json["id"]
    weeknotes("edit", note, "--label", "12.22")
    weeknotes("goal", "add", "Paint the pier", "--week", "2022-W14")
    told = {one["check"]: one for one in weeknotes("check", note, "--json").json if not one["ok"]}
    assert told["label"]["message"] == (
        "12.22 is taken; this week is 14.22 – use it? “Tides” of 21–27 March has it."
    )
    assert told["title missing"]["message"] == "The note has no title."
    assert told["goal without outcome"]["message"] == "1 goal has no outcome yet. Paint the pier."
    assert [one["where"] for one in told.values()] == [
        None,
        {"line": 0, "column": 1, "text": ""},
        None,
    ]
    lines = weeknotes("check", note).out.splitlines()
    assert [line.split("  ")[:2] for line in lines] == [
        ["note", "label"],
        ["title", "title missing"],
        ["note", "goal without outcome"],
    ]
    weeknotes("edit", note, "--label", "14.22", "--title", "Mud")
    goal = weeknotes("goals", "--week", "2022-W14", "--json").json[0]["id"]
    weeknotes("goal", "outcome", goal, "done")
    well = {one["check"]: one for one in weeknotes("check", note, "--json").json}
    assert well["label"]["message"] == (
        "14.22 is the right number for 4–10 April. No other note uses it."
    )
    assert all(one["ok"] for one in well.values())
    assert weeknotes("check", note).out == "Nothing to look at.\n"
