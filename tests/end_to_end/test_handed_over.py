"""Commands that write while a window holds the library: it does them, and nobody sees it."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from tests.end_to_end.other_runs import begun, begun_with, door_is_open, run, run_beside
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive_rows import NoteRow
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
_IDS = re.compile(rb"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{32}")
_TIMES = re.compile(rb"\d{4}-\d\d-\d\d[T ]?\d\d:\d\d[^\"\s]*|\d{8}-\d{6}Z")


def a_note(library: Path, body: str = "As it was.") -> str:
    with open_for_writing(library) as notes:
        return start_note(notes, WEEK, title="First", body=body).id


def before_now() -> datetime:
    return datetime(2021, 3, 5, 12, 0, tzinfo=UTC)


def open_id(app: App) -> str:
    note = app.presenters.keeping.current()
    return note.id if note is not None else ""


def opened(qtbot: QtBot, open_app: Open) -> App:
    app = open_app()
    door_is_open(app, qtbot)
    return app


def comparable(said: bytes) -> bytes:
    """What was said, without what no two runs have in common."""
    return _TIMES.sub(b"TIME", _IDS.sub(b"ID", said))


COMMANDS: list[tuple[tuple[str, ...], bytes]] = [
    (("new", "--week", "2021-W10", "--title", "☕ Two"), b""),
    (("new", "--week", "2021-W10", "--json", "--body-file", "-"), "Grüße & more.\n".encode()),
    (("new", "--body-file", "words.md", "--week", "2021-W10", "--json"), b""),
    (("new", "--body-file", "no such.md"), b""),
    (("new", "--body-file", "no such.md", "--week", "2021-W60"), b""),
    (("new", "--body-file", "/dev/stdin", "--week", "2021-W10", "--json"), b"Piped."),
    (("new", "--body-file", "/dev/fd/0", "--week", "2021-W10", "--json"), b"Piped."),
    (("edit", "2021-W09", "--body-file", ".", "--json"), b""),
    (("new", "--body-file", "-"), b"\xff\xfe\x00no text"),
    (("new", "--week", "2021-W60"), b""),
    (("edit", "2021-W09", "--title", "- 5 degrees", "--tags", "a,b"), b""),
    (("edit", "2021-W31", "--title", "x"), b""),
    (("goal", "add", "Lend one book", "--week", "2021-W09", "--json"), b""),
    (("goal", "outcome", "no-such-goal", "done"), b""),
    (("focus", "Quiet", "--week", "2021-W09", "--json"), b""),
    (("jot", "- 5 degrees", "--week", "2021-W09", "--json"), b""),
    (("jot", " "), b""),
    (("task", "add", "Call the mill", "--json"), b""),
    (("task", "done", "no-such-task"), b""),
    (("task", "promote", "no-such-task"), b""),
    (("review", "--week", "2021-W09", "--template", "routine", "--json"), b""),
    (("review", "--week", "2021-W10"), b""),
    (("review", "--template", "haiku"), b""),
    (("import", "page.txt", "--json"), b""),
    (("import", "./page.txt", "nowhere.txt"), b""),
    (("import", "/dev/stdin"), b"Weeknote 9.2021"),
    (("delete", "2021-W09", "--json"), b""),
    (("trash", "restore", "no-such-thing"), b""),
    (("history", "2021-W09", "--restore", "no-such-version"), b""),
]


@pytest.mark.parametrize(("words", "typed"), COMMANDS)
def test_a_command_answers_beside_a_window_as_it_does_alone(
    words: tuple[str, ...],
    typed: bytes,
    qtbot: QtBot,
    open_app: Open,
    close_app: Close,
    tmp_path: Path,
) -> None:
    from tests.cli.test_notes import PAGE

    folder = tmp_path / "somewhere else"
    folder.mkdir()
    (folder / "words.md").write_text("Some words.", encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    a_note(tmp_path / "alone.db")
    alone = run("--library", "../alone.db", *words, folder=folder, typed=typed)
    a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    beside = run_beside(app, qtbot, *words, folder=folder, typed=typed)
    assert beside.code == alone.code
    assert comparable(beside.out) == comparable(alone.out)
    assert comparable(beside.err) == comparable(alone.err)
    close_app(app)


def test_the_text_for_a_note_may_come_from_a_pipe_with_a_name(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    feeding = Thread(target=pipe.write_bytes, args=(b"Through the pipe.",))
    feeding.start()
    done = run_beside(app, qtbot, "edit", note_id, "--body-file", "pipe", folder=tmp_path)
    feeding.join()
    assert (done.code, done.err) == (0, b"")
    with open_for_reading(app.library) as library:
        assert library.note(note_id).body == "Through the pipe."
    close_app(app)


def test_a_pipe_that_nobody_writes_to_keeps_no_window_from_closing(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    os.mkfifo(tmp_path / "pipe")
    command = begun(
        "--library", str(app.library), "edit", note_id, "--body-file", "pipe", folder=tmp_path
    )
    close_app(app)
    assert command.poll() is None
    (tmp_path / "pipe").write_bytes(b"At last.")
    out, err = command.communicate(timeout=60)
    assert (command.returncode, err) == (0, b""), out
    with open_for_reading(app.library) as library:
        assert library.note(note_id).body == "At last."


def test_a_page_that_is_redirected_is_imported_as_it_is_alone(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    from tests.cli.test_notes import PAGE

    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    app = opened(qtbot, open_app)
    with (tmp_path / "page.txt").open("rb") as page:
        command = begun_with(
            page, "--library", str(app.library), "import", "/dev/stdin", folder=tmp_path
        )
    qtbot.waitUntil(lambda: command.poll() is not None, timeout=60_000)
    out, err = command.communicate()
    assert (command.returncode, err) == (0, b""), out
    with open_for_reading(app.library) as library:
        assert library.summaries()
    close_app(app)


def test_what_a_command_did_is_on_the_disk_when_it_ends_and_soon_in_the_window(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app)
    done = run_beside(app, qtbot, "new", "--week", "2021-W08", "--json", folder=tmp_path)
    with open_for_reading(app.library) as library:
        assert [note.id for note in library.summaries()] == [json.loads(done.out)["id"]]

    def listed() -> list[str]:
        rows = app.presenters.archive.state.rows
        return [row.note.id for row in rows if isinstance(row, NoteRow)]

    qtbot.waitUntil(lambda: listed() == [json.loads(done.out)["id"]])
    run_beside(app, qtbot, "goal", "add", "Lend", "--week", "2021-W08", folder=tmp_path)
    qtbot.waitUntil(lambda: bool(app.presenters.goals.shown and app.presenters.goals.shown.goals))
    close_app(app)


def test_an_open_note_that_a_command_changed_shows_the_new_text_and_can_go_back(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    run_beside(
        app, qtbot, "edit", note_id, "--body-file", "-", folder=tmp_path, typed=b"As it is now."
    )
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "As it is now.")
    qtbot.waitUntil(app.views.notices.isVisible)
    app.views.notices.act()
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "As it was.")
    close_app(app)
    with open_for_reading(app.library) as library:
        assert library.note(note_id).body == "As it was."


def test_of_an_open_note_with_unsaved_words_both_texts_are_kept(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    command = begun(
        "--library", str(app.library), "edit", note_id, "--body-file", "-", folder=tmp_path
    )
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    assert command.stdin is not None
    command.stdin.write(b"Theirs.")
    command.stdin.close()
    command.stdin = None

    def type_on() -> bool:
        QTest.keyClicks(field, "x")
        return command.poll() is not None

    qtbot.waitUntil(type_on, timeout=30_000)
    command.communicate()
    QTest.keyClicks(field, "y")
    close_app(app)
    with open_for_reading(app.library) as library:
        kept = {library.note(line.id).body for line in library.summaries()}
    assert "Theirs." in kept
    assert any("x" in body and body.replace("x", "").replace("y", "") for body in kept)


def test_the_caret_stays_where_it_is_while_a_command_changes_the_text_beneath(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    lines = "\n".join(f"Line {number} of many." for number in range(200))
    note_id = a_note(tmp_path / "notes.db", lines)
    app = opened(qtbot, open_app)
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    cursor = field.textCursor()
    cursor.setPosition(len(lines) // 2)
    field.setTextCursor(cursor)
    field.centerCursor()
    document = field.document()
    QTest.keyClicks(field, "one ")
    place, scrolled = field.textCursor().position(), field.verticalScrollBar().value()
    assert place == len(lines) // 2 + len("one ")

    # As a command does in between, and the window has not heard of it.
    with app._writer.lend() as library:
        before = library.note(note_id)
        save_note(library, replace(before, body="Theirs."), LabelPattern(), before_now())
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: open_id(app) != note_id)
    assert field.document() is document
    assert field.textCursor().position() == place
    assert field.verticalScrollBar().value() == scrolled
    assert app.views.editor.typed().title == "First (second text)"
    QTest.keyClicks(field, "two ")
    field.undo()
    field.undo()
    assert app.views.editor.typed().body == lines
    close_app(app)
    with open_for_reading(app.library) as library:
        kept = {library.note(line.id).body for line in library.summaries()}
    assert kept == {"Theirs.", lines}


def test_tags_that_a_command_gives_come_to_the_note_that_is_being_typed(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    command = begun(
        "--library",
        str(app.library),
        *("edit", note_id, "--tags", "mud,rain", "--title", "Theirs", "--status", "published"),
        folder=tmp_path,
    )

    def type_on() -> bool:
        QTest.keyClicks(field, "x")
        return command.poll() is not None

    qtbot.waitUntil(type_on, timeout=30_000)
    command.communicate()
    QTest.keyClicks(field, "y")
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe)
    typed = app.views.editor.typed()
    assert typed.title == "Theirs"
    assert "x" in typed.body
    close_app(app)
    with open_for_reading(app.library) as library:
        (line,) = library.summaries()
        kept = library.note(line.id)
    assert (kept.id, kept.title, kept.body) == (note_id, "Theirs", typed.body)
    assert (kept.tags, kept.status) == (("mud", "rain"), Status.PUBLISHED)


def test_words_typed_into_a_note_that_a_command_deletes_go_on_as_a_note_of_their_own(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    document = field.document()
    QTest.keyClicks(field, "x")
    with app._writer.lend() as library:
        library.remove_note(note_id, before_now())
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: open_id(app) != note_id)
    assert field.document() is document
    assert app.views.notices.accessibleName().startswith("The note was removed in the meantime.")
    close_app(app)


def test_an_open_note_that_a_command_deleted_makes_room_for_the_next(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    assert run_beside(app, qtbot, "delete", note_id, folder=tmp_path).code == 0
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is None)
    close_app(app)


def test_a_new_setting_is_taken_up_by_the_window(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    config = tmp_path / "config"
    a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    done = run_beside(
        app,
        qtbot,
        "set",
        "label-pattern",
        "No. {week}",
        folder=tmp_path,
        XDG_CONFIG_HOME=str(config),
    )
    assert done.code == 0
    # The window has a settings file of its own here; what it reads is that one.
    (tmp_path / "settings.toml").write_bytes((config / "weeknotes" / "settings.toml").read_bytes())
    run_beside(app, qtbot, "set", "author", "Ada", folder=tmp_path, XDG_CONFIG_HOME=str(config))
    qtbot.waitUntil(lambda: "No. 9" in app.views.window.windowTitle() or _labelled(app) == "No. 9")
    close_app(app)


def test_another_form_for_goals_shows_in_the_preview(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    with open_for_writing(tmp_path / "notes.db") as notes:
        start_note(notes, WEEK, body="[GOALS]")
        add_goal(notes, WEEK, "Lend one book", FRIDAY)
    app = opened(qtbot, open_app)
    app.show_mode(Mode.SPLIT)
    preview = app.presenters.preview
    qtbot.waitUntil(lambda: "Lend one book" in preview.state.body, timeout=20_000)
    (tmp_path / "settings.toml").write_text('goal-form = "sentence"', encoding="utf-8")
    app.take_up_settings()
    qtbot.waitUntil(lambda: "I set one goal: Lend one book." in preview.state.body, timeout=20_000)
    close_app(app)


def _labelled(app: App) -> str:
    rows = app.presenters.archive.state.rows
    return next(row.note.label for row in rows if isinstance(row, NoteRow))


def test_a_command_uses_the_settings_of_whoever_typed_it(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    config = tmp_path / "config" / "weeknotes"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('category = "Theirs"\n', encoding="utf-8")
    app = opened(qtbot, open_app)
    done = run_beside(
        app, qtbot, "new", "--json", folder=tmp_path, XDG_CONFIG_HOME=str(config.parent)
    )
    assert json.loads(done.out)["category"] == "Theirs"
    close_app(app)


def test_a_window_that_closes_leaves_the_command_to_itself(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app)
    commands = [
        begun("--library", str(app.library), "new", "--week", f"2021-W{n:02}", folder=tmp_path)
        for n in range(1, 5)
    ]
    # Some come to the door, some find it closing, some closed.
    qtbot.waitUntil(lambda: any(one.poll() is not None for one in commands), timeout=30_000)
    close_app(app)
    for one in commands:
        out, err = one.communicate(timeout=60)
        assert (one.returncode, err) == (0, b""), out
    with open_for_reading(app.library) as library:
        assert len(library.summaries()) == len(commands)


def test_a_terminal_of_another_encoding_gets_what_it_can_show(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = opened(qtbot, open_app)
    done = run_beside(
        app, qtbot, "new", "--title", "☕", "--json", folder=tmp_path, PYTHONIOENCODING="latin-1"
    )
    assert json.loads(done.out.decode("latin-1"))["title"] == "☕"
    close_app(app)


def test_what_is_forgotten_for_good_beside_a_window_is_gone_from_the_file(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db", body="Kanarienvogel")
    app = opened(qtbot, open_app)
    assert run_beside(app, qtbot, "delete", note_id, folder=tmp_path).code == 0
    done = run_beside(app, qtbot, "trash", "forget", note_id, "--json", folder=tmp_path)
    assert done.code == 0, done.err
    close_app(app)
    assert b"Kanarienvogel" not in app.library.read_bytes()


def test_a_back_up_is_restored_beside_a_window(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    note_id = a_note(tmp_path / "notes.db")
    app = opened(qtbot, open_app)
    made = run_beside(app, qtbot, "back-up", "--to", "copies", "--json", folder=tmp_path)
    assert made.code == 0, made.err
    run_beside(app, qtbot, "edit", note_id, "--body-file", "-", folder=tmp_path, typed=b"Now.")
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "Now.")
    (copy,) = (tmp_path / "copies").glob("*.db")
    done = run_beside(app, qtbot, "restore", f"copies/{copy.name}", "--json", folder=tmp_path)
    assert done.code == 0, done.err
    assert json.loads(done.out)["file"] == f"copies/{copy.name}"
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "As it was.")
    close_app(app)
