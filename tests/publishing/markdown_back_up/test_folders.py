from __future__ import annotations

import json
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.publishing.markdown_back_up.libraries import NOW, a_whole_library
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.everything import Everything, MarkdownBackUp
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders
from weeknotes_desktop.publishing.markdown_back_up.manifest import NAME
from weeknotes_desktop.publishing.whole_folder import write_folder

NO_PROCESS = 4_190_000


def write(folder: Path, everything: Everything | None = None) -> MarkdownBackUp:
    return MarkdownFolders().write(everything or a_whole_library(), folder, NOW)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_note_is_a_file_that_says_what_it_is(tmp_path: Path) -> None:
    write(tmp_path / "out")
    assert sorted(files(tmp_path / "out")) == [
        "2026/2026-W48-only-mine.md",
        "2026/2026-W48-the-bridge-holds.md",
        "README.md",
        "drafts/2026-W48-the-bridge-holds.md",
        "goals/2026.yaml",
        "history/2026-W48-the-bridge-holds/2026-11-27-153000z.md",
        "history/2026-W48-the-bridge-holds/2026-11-27-163000z.md",
        "jots/2026.yaml",
        "others/attachments.yaml",
        "others/library_settings.yaml",
        "others/snapshots.yaml",
        next(path for path in files(tmp_path / "out") if path.startswith("pictures/")),
        "tasks.yaml",
        "trash/2026-W47-the-bridge-holds.md",
        "weeknotes-back-up.json",
        "weeks.yaml",
        "words.yaml",
    ]


def test_the_body_stands_below_the_facts_letter_by_letter(tmp_path: Path) -> None:
    write(tmp_path / "out")
    text = files(tmp_path / "out")["2026/2026-W48-the-bridge-holds.md"]
    facts, body = text.split(b"\n---\n", 1)
    assert body == a_whole_library().notes[0].body.encode()
    assert facts.decode().splitlines()[1:6] == [
        "id: bridge",
        "week: 2026-W48",
        "label: Weeknote 48.2026",
        "title: The bridge holds",
        "category: Bridges",
    ]


def test_the_list_names_every_file_with_its_fingerprint(tmp_path: Path) -> None:
    write(tmp_path / "out")
    written = files(tmp_path / "out")
    listed = json.loads(written.pop(NAME))
    assert listed["format"] == 1
    assert listed["files"] == {
        path: sha256(content).hexdigest() for path, content in written.items()
    }


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write(tmp_path / "out")
    finally:
        os.umask(before)
    for path in (tmp_path / "out", *(tmp_path / "out").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


def test_an_empty_folder_of_others_becomes_one_of_the_owner(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o755)
    write(tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700


def test_notes_of_the_same_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    notes = tuple(
        Note(id=f"n{number}", week=Week(2021, 9), title=title, body=title)
        for number, title in enumerate(("Same", "SAME!", "same"))
    )
    write(tmp_path / "out", Everything(notes=notes))
    assert sorted(path for path in files(tmp_path / "out") if path.startswith("2021/")) == [
        "2021/2021-W09-same-2.md",
        "2021/2021-W09-same-3.md",
        "2021/2021-W09-same.md",
    ]


def test_a_second_run_replaces_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "out")
    less = replace(a_whole_library(), notes=a_whole_library().notes[:1], goals=(), events=())
    made = write(tmp_path / "out", less)
    assert (made.notes, made.remarks) == (1, ())
    assert "goals/2026.yaml" not in files(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("path", ["2026/2026-W48-only-mine.md", "mine.txt", ".git/config"])
def test_an_earlier_back_up_with_somebodys_changes_in_it_is_kept(tmp_path: Path, path: str) -> None:
    write(tmp_path / "out")
    (tmp_path / "out" / path).parent.mkdir(exist_ok=True)
    (tmp_path / "out" / path).write_text("my own words", encoding="utf-8")
    made = write(tmp_path / "out")
    kept = tmp_path / "out-until-20261127-173000Z"
    assert (kept / path).read_text(encoding="utf-8") == "my own words"
    assert str(kept) in made.remarks[0]
    assert "my own words" not in str(files(tmp_path / "out"))


def test_what_a_system_leaves_in_folders_is_nobodys_change(tmp_path: Path) -> None:
    write(tmp_path / "out")
    (tmp_path / "out" / ".DS_Store").touch()
    assert write(tmp_path / "out").remarks == ()


@pytest.mark.parametrize("mark", ["index.html", ".weeknotes-site.json"])
@pytest.mark.parametrize("below", ["", "deep/er"])
def test_it_is_refused_inside_a_web_site(tmp_path: Path, mark: str, below: str) -> None:
    site = tmp_path / "site"
    (site / below).mkdir(parents=True)
    (site / mark).touch()
    with pytest.raises(PublishError, match="web site"):
        write(site / below / "out" if below else site)
    assert list(files(site)) == [mark]


def test_a_link_into_a_web_site_is_seen_through(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "index.html").touch()
    (tmp_path / "link").symlink_to(site / "deep")
    with pytest.raises(PublishError, match="web site"):
        write(tmp_path / "link" / "out")


@pytest.mark.parametrize("name", ["letter.txt", NAME])
def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("{}", encoding="utf-8")
    with pytest.raises(PublishError, match="not empty"):
        write(tmp_path / "out")
    assert files(tmp_path / "out") == {name: b"{}"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(PublishError, match="not a folder"):
        write(tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_folder_below_one_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="no folder"):
        write(tmp_path / "no" / "out")


def test_what_cannot_be_written_whole_leaves_what_was_there(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"a": b"old"})
    with pytest.raises(FileExistsError):
        # A file that should be a folder as well, as on a disk that breaks off.
        write_folder(tmp_path / "out", {"a": b"new", "a/b": b"new"})
    assert files(tmp_path) == {"out/a": b"old"}


def test_without_a_swap_in_one_go_the_old_folder_steps_aside(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"a": b"old"})
    write_folder(tmp_path / "out", {"a": b"new"}, swap=lambda one, other: False)
    assert files(tmp_path) == {"out/a": b"new"}


def test_the_old_folder_comes_back_where_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    def lose(one: Path, other: Path) -> bool:
        one.rename(tmp_path / "lost")
        return False

    write_folder(tmp_path / "out", {"a": b"old"})
    with pytest.raises(FileNotFoundError):
        write_folder(tmp_path / "out", {"a": b"new"}, swap=lose)
    assert files(tmp_path / "out") == {"a": b"old"}


def test_a_swap_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    def refuse(one: Path, other: Path) -> bool:
        raise PermissionError(1, "Operation not permitted")

    write_folder(tmp_path / "out", {"a": b"old"})
    with pytest.raises(PermissionError):
        write_folder(tmp_path / "out", {"a": b"new"}, swap=refuse)
    assert files(tmp_path) == {"out/a": b"old"}


def test_what_a_killed_run_left_is_removed_and_what_another_runs_is_not(tmp_path: Path) -> None:
    left = tmp_path / f".out.{NO_PROCESS}-0a1b2c3d.weeknotes-part"
    others = tmp_path / f".other.{NO_PROCESS}-0a1b2c3d.weeknotes-part"
    running = tmp_path / f".out.{os.getpid()}-0a1b2c3d.weeknotes-part"
    for folder in (left, others, running):
        folder.mkdir()
    write(tmp_path / "out")
    assert [folder.exists() for folder in (left, others, running)] == [False, True, True]


def test_what_is_damaged_is_said(tmp_path: Path) -> None:
    whole = a_whole_library()
    damaged = replace(whole, notes=(replace(whole.notes[0], whole=False), *whole.notes[1:]))
    assert "1 of the notes" in write(tmp_path / "out", damaged).remarks[0]


def test_a_folder_is_known_by_its_list(tmp_path: Path) -> None:
    write(tmp_path / "out")
    back_ups = MarkdownFolders()
    assert back_ups.is_one(tmp_path / "out")
    assert back_ups.is_one(tmp_path / "out" / NAME)
    assert not back_ups.is_one(tmp_path)
    assert not back_ups.is_one(tmp_path / "out" / "README.md")
    assert back_ups.read(tmp_path / "out" / NAME) == back_ups.read(tmp_path / "out")
