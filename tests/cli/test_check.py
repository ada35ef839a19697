from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal
from weeknotes_desktop.domain.checks.rules import CHECKS

BODY = "We painted the the pier.\n\nIt was greay , But we sailed."


def test_everything_to_look_at_is_said_with_its_place(weeknotes: Terminal, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text(BODY)
    note = weeknotes("new", "--body-file", str(body), "--json").json["id"]
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
    note = weeknotes("new", "--body-file", str(body), "--json").json["id"]
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
