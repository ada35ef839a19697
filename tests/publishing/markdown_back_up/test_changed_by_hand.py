"""What somebody made of the files of a back-up before it is taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.markdown_back_up.libraries import NOW, WEEK, a_whole_library
from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.domain.everything import Everything, FoundBackUp
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders
from weeknotes_desktop.publishing.markdown_back_up.manifest import NAME

NOTE = "2026/2026-W48-the-bridge-holds.md"
HEAD, BODY = (
    "---\nid: bridge\nweek: 2026-W48\nstatus: published\naudience: public\n",
    "The words.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    MarkdownFolders().write(a_whole_library(), tmp_path / "markdown", NOW)
    return tmp_path / "markdown"


def read(folder: Path) -> FoundBackUp:
    return MarkdownFolders().read(folder)


def note(found: FoundBackUp, ident: str = "bridge") -> Note:
    return next(note for note in found.everything.notes if note.id == ident)


def change(folder: Path, path: str, changing: Callable[[str], str]) -> None:
    file = folder / path
    file.write_bytes(changing(file.read_bytes().decode()).encode())


def test_a_text_that_was_changed_is_taken_as_it_is_now_and_said(folder: Path) -> None:
    change(folder, NOTE, lambda text: text.replace("last prop", "last two props"))
    found = read(folder)
    assert "last two props" in note(found).body
    assert note(found).audience is Audience.PUBLIC
    assert [NOTE in sentence for sentence in found.lost] == [True]


def test_other_line_ends_and_a_mark_at_the_beginning_change_nothing(tmp_path: Path) -> None:
    everything = Everything(notes=(replace(a_whole_library().notes[0], body="One.\n\nTwo.\n"),))
    MarkdownFolders().write(everything, tmp_path / "m", NOW)
    change(tmp_path / "m", NOTE, lambda text: "\ufeff" + text.replace("\n", "\r\n"))
    assert read(tmp_path / "m").everything.notes == everything.notes


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        f"\n{HEAD}---\n{BODY}",
        f" {HEAD}---\n{BODY}",
        HEAD + BODY,
        f"{HEAD}--\n{BODY}",
        f"{HEAD}audience: public\n---\n{BODY}",
        f"{HEAD}private: true\n---\n{BODY}",
        f'{HEAD}private: "false"\n---\n{BODY}',
        f"{HEAD}draft: [\n---\n{BODY}",
        f"{HEAD}more: &a 1\n---\n{BODY}",
        f"{HEAD}more: !!python/name:os.getcwd\n---\n{BODY}",
        f"{HEAD}: :\n---\n{BODY}",
        f"+++\nid = 'bridge'\naudience = 'public'\n+++\n{BODY}",
        f'{{"id": "bridge", "audience": "public"}}\n\n{BODY}',
        f"---\n- id: bridge\n- audience: public\n---\n{BODY}",
        f"---\nid: bridge\nweek: 2026-W48\nstatus: published\n---\n{BODY}",
        f"{HEAD.replace('public', 'Public')}---\n{BODY}",
        f"{HEAD.replace('public', '[public]')}---\n{BODY}",
        f"{HEAD.replace('published', 'live')}---\n{BODY}",
        f"{HEAD.replace('2026-W48', '2026-W99')}---\n{BODY}",
        f"{HEAD}tags: {['x' * 90] * 800}\n---\n{BODY}",
        f"{HEAD}tags: {'[' * 30}{']' * 30}\n---\n{BODY}",
        "---\r" + HEAD[4:].replace("\n", "\r") + "---\r" + BODY,
    ],
)
def test_a_note_whose_facts_cannot_be_read_is_a_draft_for_the_writer_alone(
    folder: Path, text: str
) -> None:
    (folder / NOTE).write_text(text, encoding="utf-8", newline="")
    found = read(folder)
    taken = note(found)
    assert (taken.audience, taken.status) == (Audience.ME, Status.DRAFT)
    assert (taken.id, taken.week) == ("bridge", WEEK)
    assert BODY.strip() in taken.body or not text
    assert sum(NOTE in sentence for sentence in found.lost) == 2


def test_a_note_that_is_no_text_is_kept_for_the_writer_alone(folder: Path) -> None:
    (folder / NOTE).write_bytes(b"\xff\xfe-\x00-\x00-\x00\n\x00")
    assert note(read(folder)).audience is Audience.ME


def test_facts_that_end_in_dots_are_read(folder: Path) -> None:
    (folder / NOTE).write_text(f"{HEAD}...\n{BODY}", encoding="utf-8")
    assert (note(read(folder)).audience, note(read(folder)).body) == (Audience.PUBLIC, BODY)


def test_a_note_that_was_copied_with_its_id_stands_beside_the_first(folder: Path) -> None:
    text = (folder / NOTE).read_text(encoding="utf-8")
    (folder / "2026/2026-W48-only-mine.md").write_text(text, encoding="utf-8")
    notes = read(folder).everything.notes
    assert len({note.id for note in notes}) == len(notes) == 3


def test_a_goal_with_a_word_nobody_knows_is_for_the_writer_alone(folder: Path) -> None:
    change(folder, "goals/2026.yaml", lambda text: text.replace("audience: me", "audience: mee"))
    found = read(folder)
    goal = next(goal for goal in found.everything.goals if goal.id == "g1")
    assert (goal.audience, goal.public_text) == (Audience.ME, None)
    assert any("“audience”" in sentence for sentence in found.lost)


def test_a_list_that_cannot_be_read_is_named_and_the_rest_is_taken(folder: Path) -> None:
    change(folder, "goals/2026.yaml", lambda text: text + "goals: []\n")
    found = read(folder)
    assert (found.everything.goals, found.everything.events) == ((), ())
    assert len(found.everything.notes) == 3
    assert any("goals/2026.yaml was left out: “goals” twice" in one for one in found.lost)


def test_an_entry_without_a_week_is_left_out_with_a_word(folder: Path) -> None:
    change(folder, "weeks.yaml", lambda text: text.replace("2026-W48", "48"))
    found = read(folder)
    assert found.everything.plans == ()
    assert any("“week”" in sentence and "left out" in sentence for sentence in found.lost)


def test_a_picture_that_is_damaged_is_left_out(folder: Path) -> None:
    (picture,) = (folder / "pictures").iterdir()
    assert picture.suffix == ".png"
    picture.write_bytes(b"something else")
    found = read(folder)
    assert "contents" not in found.everything.others
    assert any("damaged" in sentence for sentence in found.lost)


def test_a_file_that_is_gone_is_named_and_the_rest_is_taken(folder: Path) -> None:
    (folder / NOTE).unlink()
    found = read(folder)
    assert {note.id for note in found.everything.notes} == {"mine", "gone"}
    assert any(NOTE in sentence for sentence in found.lost)


def test_a_file_that_is_not_on_the_list_is_left_out_with_a_word(folder: Path) -> None:
    (folder / "2026/2026-W48-new.md").write_text("---\nid: x\n---\nNew.", encoding="utf-8")
    found = read(folder)
    assert len(found.everything.notes) == 3
    assert [sentence.split()[0] for sentence in found.skipped] == ["2026/2026-W48-new.md"]


def test_no_link_is_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(f"{HEAD}---\nSecret.", encoding="utf-8")
    (folder / NOTE).unlink()
    (folder / NOTE).symlink_to(secret)
    elsewhere = tmp_path / "elsewhere"
    (folder / "goals").rename(elsewhere)
    (folder / "goals").symlink_to(elsewhere)
    found = read(folder)
    assert "bridge" not in {note.id for note in found.everything.notes}
    assert found.everything.goals == ()
    assert len(found.lost) == 2


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    import os

    (folder / NOTE).unlink()
    os.mkfifo(folder / NOTE)
    assert any(NOTE in sentence for sentence in read(folder).lost)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.md",
        "/etc/passwd",
        "2026/../../x.md",
        ".hidden.md",
        "a/b/c/d.md",
        "",
        "a//b",
        "a\\b",
    ],
)
def test_a_list_that_leads_elsewhere_is_refused_whole(folder: Path, path: str) -> None:
    rewrite(folder, lambda listed: listed["files"].update({path: "0" * 64}))
    with pytest.raises(ImportFailedError, match="none of a back-up"):
        read(folder)


@pytest.mark.parametrize(
    "changing",
    [
        lambda listed: listed.update(format="1"),
        lambda listed: listed.pop("files"),
        lambda listed: listed.update(files=[]),
        lambda listed: listed.update(notes={"a.md": 3}),
        lambda listed: listed.update(made_at="yesterday"),
        lambda listed: listed["files"].update({"a.md": 3}),
    ],
)
def test_a_list_that_is_damaged_is_no_back_up(
    folder: Path, changing: Callable[[dict[str, Any]], object]
) -> None:
    rewrite(folder, changing)
    with pytest.raises(ImportFailedError, match="damaged"):
        read(folder)


def test_a_list_that_is_no_json_is_no_back_up(folder: Path) -> None:
    (folder / NAME).write_text("{" * 100_000, encoding="utf-8")
    with pytest.raises(ImportFailedError, match="damaged"):
        read(folder)


def test_a_back_up_of_a_newer_version_is_told_from_a_damaged_one(folder: Path) -> None:
    rewrite(folder, lambda listed: listed.update(format=2))
    with pytest.raises(ImportFailedError, match="newer version"):
        read(folder)


def test_a_forged_list_can_bring_in_plain_rows_of_known_tables_only(folder: Path) -> None:
    evil = "rows:\n- {key: [1], value: v, rev: 1, sha256: x}\n- 3\n"
    (folder / "others/library_settings.yaml").write_text(evil, encoding="utf-8")
    mark = sha256(evil.encode()).hexdigest()
    rewrite(folder, lambda listed: listed["files"].update({"others/library_settings.yaml": mark}))
    found = read(folder)
    assert found.everything.others["library_settings"] == ()
    assert any("no plain row" in sentence for sentence in found.lost)


def rewrite(folder: Path, changing: Callable[[dict[str, Any]], object]) -> None:
    listed = json.loads((folder / NAME).read_text(encoding="utf-8"))
    changing(listed)
    (folder / NAME).write_text(json.dumps(listed), encoding="utf-8")
