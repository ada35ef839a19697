"""Back-ups in the real window: made, seen, gone back to, with a real file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open, end
from weeknotes_desktop import paths
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.storage.library import open_for_reading
from weeknotes_desktop.storage.opening import ready_library
from weeknotes_desktop.ui.back_ups.crew import BackUpsCrew
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
LEFT = Qt.MouseButton.LeftButton


def crew_of(app: App) -> BackUpsCrew:
    assert app._rest is not None
    return app._rest.back_ups.crew


def text_field(app: App) -> QPlainTextEdit:
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def write(app: App, qtbot: QtBot, text: str) -> None:
    """Type into the open note, or into a new one, and have it saved."""
    if app.presenters.keeping.current() is None:
        app.presenters.editor.start(WEEK)
        qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    QTest.keyClicks(text_field(app), text)
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe, timeout=10_000)


def back_up(app: App, qtbot: QtBot) -> None:
    before = len(crew_of(app).presenter.state.back_ups or ())
    crew_of(app).presenter.back_up_now()
    qtbot.waitUntil(
        lambda: len(crew_of(app).presenter.state.back_ups or ()) > before, timeout=10_000
    )


def body_of(app: App) -> str:
    note = app.presenters.keeping.current()
    return note.body if note is not None else ""


def status_button(app: App) -> QPushButton:
    button = app.views.status.findChild(QPushButton, "backedUp")
    assert isinstance(button, QPushButton)
    return button


def button(crew: BackUpsCrew, words: str) -> QPushButton:
    return next(one for one in crew.window.findChildren(QPushButton) if one.text() == words)


def shown_notice(app: App) -> Notice:
    notice = app.views.notices._notice
    assert notice is not None
    return notice


def test_three_clicks_from_the_status_bar_go_back_and_one_goes_forth_again(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    crew = crew_of(app)
    qtbot.waitUntil(lambda: status_button(app).text() == "No back-up yet", timeout=10_000)
    write(app, qtbot, "One.")
    back_up(app, qtbot)
    write(app, qtbot, " Two.")
    qtbot.waitUntil(lambda: status_button(app).text() == "Backed up 17:00", timeout=10_000)

    QTest.mouseClick(status_button(app), LEFT)
    qtbot.waitUntil(lambda: crew.presenter.state.changes is not None, timeout=10_000)
    listed = crew.window.findChildren(SectionList)[0]
    row = listed.visualRect(listed.model().index(1, 0))
    QTest.mouseClick(listed.viewport(), LEFT, pos=row.center())
    qtbot.waitUntil(button(crew, "Restore").isEnabled, timeout=10_000)
    QTest.mouseClick(button(crew, "Restore"), LEFT)

    qtbot.waitUntil(lambda: text_field(app).toPlainText() == "One.", timeout=10_000)
    assert not crew.window.isVisible()
    assert shown_notice(app).action == "Undo"
    app.views.notices.act()
    qtbot.waitUntil(lambda: text_field(app).toPlainText() == "One. Two.", timeout=10_000)
    close_app(app)
    with open_for_reading(app.library) as library:
        (summary,) = library.summaries()
        assert library.note(summary.id).body == "One. Two."


def test_goals_and_archive_are_read_anew(qtbot: QtBot, open_app: Open, close_app: Close) -> None:
    app = open_app()
    write(app, qtbot, "One.")
    back_up(app, qtbot)
    app.presenters.goals.add(WEEK, "Lend one book")
    qtbot.waitUntil(lambda: bool(app.presenters.goals.shown and app.presenters.goals.shown.goals))
    app.presenters.editor.start(WEEK.plus(1))
    qtbot.waitUntil(lambda: len(_titles(app)) == 2, timeout=10_000)
    write(app, qtbot, "Two.")
    crew = crew_of(app)
    crew.window.come()
    qtbot.waitUntil(lambda: bool(crew.presenter.state.changes), timeout=10_000)
    assert {one.kind for one in crew.presenter.state.changes or ()} == {"goal", "note"}
    crew.presenter.restore()
    qtbot.waitUntil(lambda: body_of(app) == "One.", timeout=10_000)
    qtbot.waitUntil(lambda: len(_titles(app)) == 1, timeout=10_000)
    qtbot.waitUntil(
        lambda: app.presenters.goals.shown is not None and not app.presenters.goals.shown.goals,
        timeout=10_000,
    )
    close_app(app)


def test_an_open_trash_shows_what_lies_in_it_after_a_restore(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    assert app._rest is not None
    history, crew = app._rest.history, crew_of(app)
    write(app, qtbot, "One.")
    back_up(app, qtbot)
    history.removal.remove_open()
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is None, timeout=10_000)
    history.show_trash()
    qtbot.waitUntil(lambda: len(history.trash.state.rows) > 0, timeout=10_000)
    crew.window.come()
    qtbot.waitUntil(lambda: bool(crew.presenter.state.changes), timeout=10_000)
    crew.presenter.restore()
    qtbot.waitUntil(lambda: not history.trash.state.rows, timeout=10_000)
    qtbot.waitUntil(lambda: body_of(app) == "One.", timeout=10_000)
    close_app(app)


def _titles(app: App) -> list[str]:
    return [row.note.id for row in app.presenters.archive.state.rows if hasattr(row, "note")]


def test_before_an_import_there_is_a_back_up_of_what_was_there(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    write(app, qtbot, "One.")
    page = tmp_path / "page.txt"
    page.write_text(
        "Notes from the desk\n\nWeeknote 12.2020\n\nA week of chalk and paper, and of one book.\n",
        encoding="utf-8",
    )
    app.presenters.bringing.bring([page])
    qtbot.waitUntil(
        lambda: any(one.reason is Reason.BEFORE_IMPORT for one in app._parts.back_ups().all()),
        timeout=20_000,
    )
    close_app(app)


def test_the_menu_opens_the_window_and_it_closes_with_the_main_one(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    app.views.actions.action("back_ups").trigger()
    assert crew_of(app).window.isVisible()
    close_app(app)
    assert not crew_of(app).window.isVisible()


def test_everything_is_written_as_markdown_with_what_was_just_typed(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    write(app, qtbot, "One.")
    QTest.keyClicks(text_field(app), " Just now. %%Mine.%%")
    folder = tmp_path / "all"
    crew_of(app).markdown.write(folder)
    qtbot.waitUntil(folder.exists, timeout=20_000)
    texts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.md")]
    assert any("One. Just now. %%Mine.%%" in text for text in texts)
    close_app(app)


def test_another_folder_takes_the_back_ups_from_then_on(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    app = open_app()
    crew = crew_of(app)
    write(app, qtbot, "One.")
    stick = tmp_path / "stick"
    stick.mkdir()
    crew.folder.change(stick)
    qtbot.waitUntil(lambda: bool(crew.presenter.state.back_ups), timeout=10_000)
    assert [one.path.parent.parent for one in crew.presenter.state.back_ups or ()] == [stick]
    assert app._parts.settings_store().load()[0].back_up_folder == str(stick)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").touch()
    crew.folder.change(site)
    qtbot.waitUntil(lambda: bool(crew.presenter.state.problem), timeout=10_000)
    assert app._parts.settings_store().load()[0].back_up_folder == str(stick)
    close_app(app)


@pytest.fixture
def in_dropbox(own_home: Path) -> Path:
    """A library with one note, in a cloud folder."""
    library = own_home / "Dropbox" / "notes.db"
    library.parent.mkdir()
    (library.parent / ".dropbox").touch()
    parts = Parts(library, own_home / "settings.toml", lambda: FRIDAY)
    with parts.writing() as notes:
        start_note(notes, WEEK)
    return library


def test_a_library_leaves_the_cloud_when_the_window_closes_and_its_back_ups_stay(
    qapp: QApplication, qtbot: QtBot, in_dropbox: Path, close_app: Close, own_home: Path
) -> None:
    theme = Theme()
    theme.apply(qapp, Look.LIGHT)
    parts = Parts(in_dropbox, own_home / "settings.toml", lambda: FRIDAY)
    app = App(qapp, theme, parts, ready_library(in_dropbox), own_home / "window.ini")
    app.show()
    qtbot.waitUntil(lambda: app.everything_is_there, timeout=20_000)
    qtbot.waitUntil(lambda: crew_of(app).cloud.cloud == "Dropbox", timeout=10_000)
    qtbot.waitUntil(lambda: app.views.notices._notice is not None, timeout=10_000)
    assert shown_notice(app).action == "Keep only back-ups there"
    app.views.notices.act()
    qtbot.waitUntil(lambda: crew_of(app).cloud.moves, timeout=10_000)
    write(app, qtbot, "One.")
    close_app(app)
    home = paths.home_of_the_library()
    with open_for_reading(home) as library:
        (summary,) = library.summaries()
        assert library.note(summary.id).body == "One."
    assert not in_dropbox.exists() or in_dropbox.resolve() == home.resolve()
    assert list(in_dropbox.parent.rglob("notes-*.db"))
    end(app)


def test_a_library_named_by_a_relative_path_leaves_the_cloud_too(
    qapp: QApplication,
    qtbot: QtBot,
    in_dropbox: Path,
    close_app: Close,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(own_home)
    theme = Theme()
    theme.apply(qapp, Look.LIGHT)
    parts = Parts(in_dropbox.relative_to(own_home), own_home / "settings.toml", lambda: FRIDAY)
    app = App(qapp, theme, parts, ready_library(parts.library_path), own_home / "window.ini")
    app.show()
    qtbot.waitUntil(lambda: crew_of(app).cloud.may_move if app._rest else False, timeout=20_000)
    crew_of(app).cloud.keep_only_back_ups_there()
    qtbot.waitUntil(lambda: crew_of(app).cloud.moves, timeout=10_000)
    close_app(app)
    assert in_dropbox.resolve() == paths.home_of_the_library().resolve()
    end(app)


def test_notes_of_a_newer_program_are_not_promised_a_back_up(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, close_app: Close
) -> None:
    library = tmp_path / "notes.db"
    parts = Parts(library, tmp_path / "settings.toml", lambda: FRIDAY)
    with parts.writing() as notes:
        start_note(notes, WEEK)
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    theme = Theme()
    theme.apply(qapp, Look.LIGHT)
    app = App(qapp, theme, parts, ready_library(library), tmp_path / "window.ini")
    app.show()
    qtbot.waitUntil(lambda: app.everything_is_there, timeout=20_000)
    window = crew_of(app).window
    window.come()
    qtbot.waitUntil(lambda: crew_of(app).presenter.state.back_ups == (), timeout=10_000)
    said = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert any(words.startswith("There is no back-up of these notes") for words in said)
    assert not button(crew_of(app), "Back up now").isEnabled()
    assert not button(crew_of(app), "Change folder…").isEnabled()
    close_app(app)
    end(app)
