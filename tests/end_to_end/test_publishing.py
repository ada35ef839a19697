"""Publishing in the real window: a real library, real folders, and what goes wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings, Where
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.publishing import PublishingPresenter
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.publishing.dialog import PublishDialog
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

W = TypeVar("W", bound=QWidget)

WEEK = Week(2021, 9)
SECRET = "The lease of the boathouse ends in May"
BODY = f"We caulked the hull of the bote.\n\n::: private\n{SECRET}\n:::\n"
KEY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the settings say that the site stands, and a library with two notes."""
    folder = tmp_path / "site"
    parts = Parts(tmp_path / "notes.db", tmp_path / "settings.toml", lambda: FRIDAY)
    settings = Settings(blog_name="The boathouse", site_folder=str(folder))
    parts.settings_store().save(settings)
    with open_for_writing(tmp_path / "notes.db") as library:
        old = start_note(library, WEEK.plus(-1), title="Oars", body="They float.")
        publish_note(library, old, settings, FRIDAY)
        add_goal(library, WEEK, "Caulk the hull", FRIDAY)
        start_note(library, WEEK, title="High water", body=BODY)
    return folder


@pytest.fixture
def app(open_app: Open, site: Path) -> App:
    return open_app()


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def publishing(app: App) -> PublishingPresenter:
    assert app._rest is not None
    return app._rest.publishing.presenter


def dialog_of(app: App) -> PublishDialog:
    (dialog,) = app.views.window.findChildren(PublishDialog)
    return dialog


def open_dialog(app: App, qtbot: QtBot) -> PublishDialog:
    """By the button at the foot of the goals; until everything in it is known."""
    QTest.mouseClick(only(app.views.goals, QPushButton, "Publish…"), Qt.MouseButton.LeftButton)
    return opened(app, qtbot)


def opened(app: App, qtbot: QtBot) -> PublishDialog:
    qtbot.waitUntil(lambda: bool(app.views.window.findChildren(PublishDialog)))
    dialog = dialog_of(app)
    qtbot.waitUntil(dialog.isVisible, timeout=10_000)
    known = publishing(app)
    qtbot.waitUntil(lambda: known._look.found is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not known._foresight.counting, timeout=20_000)
    return dialog


def only(inside: QWidget, kind: type[W], words: str) -> W:
    (found,) = (
        one
        for one in inside.findChildren(kind)
        if one.isVisible() and isinstance(one, QPushButton | QRadioButton) and one.text() == words
    )
    return found


def texts(dialog: QWidget) -> str:
    labels = dialog.findChildren(QLabel)
    # Without the places where long words may break.
    return "\n".join(label.text() for label in labels if label.isVisible()).replace("\u200b", "")


def copied() -> str:
    # Before there is anything on it, Qt gives none.
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return "" if data is None else data.html()


def press(inside: QWidget, words: str) -> None:
    button = only(inside, QPushButton, words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def notice(app: App) -> str:
    return app.views.notices.accessibleName() if app.views.notices.isVisible() else ""


def kept(tmp_path: Path) -> Note:
    with open_for_reading(tmp_path / "notes.db") as library:
        (summary,) = (note for note in library.summaries() if note.week == WEEK)
        return library.note(summary.id)


def say(tmp_path: Path, **said: object) -> None:
    """Write something else into the note of this week."""
    with open_for_writing(tmp_path / "notes.db") as library:
        (summary,) = (note for note in library.summaries() if note.week == WEEK)
        library.save_note(replace(library.note(summary.id), **said))  # type: ignore[arg-type]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_note_goes_from_the_window_to_the_site_by_keys_alone(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path, close_app: Close
) -> None:
    app.views.window.activateWindow()
    QTest.keyClick(app.views.window, Qt.Key.Key_Return, KEY)
    dialog = opened(app, qtbot)
    told = texts(dialog)
    assert "Publish “High water”" in told
    assert "1 private passage stays here" in told
    assert "bote" in told
    assert "1 goal has no outcome yet" in told
    assert "pages will change" in told
    assert kept(tmp_path).status is Status.DRAFT
    assert not site.exists()
    QTest.keyClick(dialog.choice.chosen_stop(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    page = site / "2021" / "w09-high-water" / "index.html"
    assert "We caulked the hull" in page.read_text("utf-8")
    assert all(SECRET.encode() not in content for content in files(site).values())
    note = kept(tmp_path)
    assert (note.status, note.label) == (Status.PUBLISHED, "Weeknote 9.2021")
    assert note.published_on == FRIDAY.date()
    assert "“Weeknote 9.2021” is published:" in notice(app)
    # Typing goes on in the same note.
    QTest.keyClicks(app.views.editor.writing, "More. ")
    close_app(app)
    assert kept(tmp_path).body == "More. " + BODY
    with open_for_reading(tmp_path / "notes.db") as library:
        assert len(library.summaries()) == 2


def test_what_the_dialog_counted_is_what_changes(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    counted = publishing(app)._foresight.changes
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert counted == sum(name.endswith(".html") for name in files(site))
    assert f"published: {counted} pages of the site changed in" in notice(app)
    open_dialog(app, qtbot)
    assert publishing(app)._foresight.changes == 0


def test_every_other_way_out_publishes_as_well(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    QTest.keyClick(only(dialog, QRadioButton, "Static site folder"), Qt.Key.Key_Down)
    assert publishing(app)._choice.where is Where.FILE
    publishing(app).set_place(tmp_path / "note.html")
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert "We caulked the hull" in (tmp_path / "note.html").read_text("utf-8")
    assert kept(tmp_path).status is Status.PUBLISHED
    dialog = open_dialog(app, qtbot)
    assert only(dialog, QRadioButton, "HTML file").isChecked()
    publishing(app).choose(Where.MARKDOWN)
    publishing(app).set_place(tmp_path / "content")
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert [name for name in files(tmp_path / "content") if name.endswith("high-water.md")]
    assert not site.exists()


def test_the_clipboard_gets_every_form_and_nothing_private(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    only(dialog, QRadioButton, "Copy as HTML").click()
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: copied() != "")
    data = QGuiApplication.clipboard().mimeData()
    assert "<p>We caulked the hull" in data.html()
    assert data.text().startswith("We caulked the hull")
    for kind in data.formats():
        assert SECRET.encode() not in bytes(data.data(kind).data()), kind
    assert kept(tmp_path).status is Status.PUBLISHED


def test_copy_as_html_copies_and_publishes_nothing(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.views.actions.action("copy_html").trigger()
    qtbot.waitUntil(lambda: "<p>We caulked the hull" in copied(), timeout=10_000)
    qtbot.waitUntil(lambda: "Copied as the public reads it" in notice(app))
    assert kept(tmp_path).status is Status.DRAFT


def test_fix_goes_to_the_word_and_publish_comes_back(qtbot: QtBot, app: App) -> None:
    dialog = open_dialog(app, qtbot)
    publishing(app).choose(Where.CLIPBOARD)
    press(dialog, "Fix")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    writing = app.views.editor.writing
    assert writing.textCursor().selectedText() == "bote"
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    writing.setFocus()
    QTest.keyClicks(writing, "boat")
    again = open_dialog(app, qtbot)
    assert only(again, QRadioButton, "Copy as HTML").isChecked()
    qtbot.waitUntil(lambda: "bote" not in texts(again), timeout=20_000)


def test_answer_goes_to_the_goal(qtbot: QtBot, app: App) -> None:
    dialog = open_dialog(app, qtbot)
    press(dialog, "Answer")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    row = app.views.goals.findChild(GoalRow)
    assert row is not None
    assert row is app.views.window.focusWidget()


def test_add_goes_into_the_description_of_the_picture(
    qtbot: QtBot, open_app: Open, site: Path, tmp_path: Path
) -> None:
    say(tmp_path, body="🚣 Look:\n\n![](hull.png)\n")
    app = open_app()
    dialog = open_dialog(app, qtbot)
    press(dialog, "Add")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    QTest.keyClicks(app.views.editor.writing, "The hull")
    assert "![The hull](hull.png)" in app.views.editor.typed().body


def test_a_title_that_is_missing_is_gone_to(
    qtbot: QtBot, open_app: Open, site: Path, tmp_path: Path
) -> None:
    say(tmp_path, title="", body="We caulked it.")
    app = open_app()
    app.show_mode(Mode.PREVIEW)
    dialog = open_dialog(app, qtbot)
    show = next(
        one
        for one in dialog.findChildren(QPushButton)
        if one.accessibleName() == "Show: The note has no title"
    )
    show.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert app.views.window.focusWidget() is app.views.editor.title


def test_a_taken_label_is_put_right_without_leaving_the_dialog(
    qtbot: QtBot, open_app: Open, site: Path, tmp_path: Path
) -> None:
    say(tmp_path, label="Weeknote 8.2021")
    app = open_app()
    dialog = open_dialog(app, qtbot)
    assert "8.2021 is taken; this week is 9.2021 – use it?" in texts(dialog)
    press(dialog, "Use")
    qtbot.waitUntil(lambda: "9.2021 is the right number" in texts(dialog), timeout=20_000)
    assert dialog.isVisible()
    assert "Weeknote 9.2021" in texts(dialog).splitlines()


def test_a_library_that_can_only_be_read_says_so(
    qtbot: QtBot, open_app: Open, site: Path, tmp_path: Path
) -> None:
    with closing(connect(tmp_path / "notes.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    app = open_app()
    QTest.mouseClick(only(app.views.goals, QPushButton, "Publish…"), Qt.MouseButton.LeftButton)
    dialog = dialog_of(app)
    qtbot.waitUntil(dialog.isVisible, timeout=10_000)
    assert "Export and copy are still there." in texts(dialog)
    assert not only(dialog, QPushButton, "Publish").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    app.views.actions.action("copy_html").trigger()
    qtbot.waitUntil(lambda: "<p>We caulked the hull" in copied(), timeout=10_000)
    assert not site.exists()


def test_what_needs_no_look_is_silenced_in_this_note(
    qtbot: QtBot, app: App, open_app: Open
) -> None:
    assert app._rest is not None
    checking = app._rest.checking
    qtbot.waitUntil(lambda: checking.state.misspelt == 1, timeout=20_000)
    dialog = open_dialog(app, qtbot)
    quiet = next(
        one
        for one in dialog.findChildren(QPushButton)
        if one.accessibleName().startswith("Not in this note: 1 word")
    )
    quiet.setFocus()
    QTest.keyClick(quiet, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "bote" not in texts(dialog), timeout=20_000)
    # Nor is it marked under the text any more.
    qtbot.waitUntil(lambda: checking.state.misspelt == 0, timeout=20_000)


def test_what_stays_is_listed_beside_the_text_that_leaves(qtbot: QtBot, app: App) -> None:
    dialog = open_dialog(app, qtbot)
    press(dialog, "Show")
    stays = publishing(app)._look.found
    assert stays is not None
    assert SECRET in dialog.stays._here.toPlainText()
    leaves = dialog.stays._leaves.toPlainText()
    assert "We caulked the hull" in leaves
    assert SECRET not in leaves
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_leak_stops_it_until_the_writer_lets_it_pass(
    qtbot: QtBot, open_app: Open, site: Path, tmp_path: Path
) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        (old,) = (one for one in library.summaries() if one.week == WEEK.plus(-1))
        told = library.save_note(replace(library.note(old.id), body=f"{SECRET}."))
        publish_note(library, told, Settings(), FRIDAY)
        # It was made private since.
        body = f"::: private\n{SECRET}.\n:::"
        library.save_note(replace(library.note(old.id), body=body))
    app = open_app()
    dialog = open_dialog(app, qtbot)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: "so nothing has left" in texts(dialog), timeout=20_000)
    assert f"“{SECRET}" in texts(dialog)
    assert "It would stand in " in texts(dialog)
    assert not site.exists()
    assert kept(tmp_path).status is Status.DRAFT
    # The place where it stands is one press away.
    press(dialog, "Show")
    qtbot.waitUntil(lambda: app.views.editor.writing.textCursor().selectedText() == f"{SECRET}.")
    assert not dialog.isVisible()
    app.presenters.editor.open(kept(tmp_path).id)
    qtbot.waitUntil(lambda: app.views.editor.typed().title == "High water", timeout=20_000)
    dialog = open_dialog(app, qtbot)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: "so nothing has left" in texts(dialog), timeout=20_000)
    press(dialog, "This may be public")
    qtbot.waitUntil(lambda: "so nothing has left" not in texts(dialog), timeout=20_000)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert kept(tmp_path).status is Status.PUBLISHED
    assert any(SECRET.encode() in content for content in files(site).values())


def test_a_folder_that_is_gone_is_one_clear_sentence(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    publishing(app).set_place(tmp_path / "gone" / "site")
    qtbot.waitUntil(lambda: not publishing(app)._foresight.counting, timeout=20_000)
    assert f"There is no folder “{tmp_path / 'gone'}”." in texts(dialog)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: "Make it first, or choose another." in texts(dialog), timeout=20_000)
    assert dialog.isVisible()
    assert kept(tmp_path).status is Status.DRAFT


def test_a_folder_of_somebody_else_stays_as_it_is(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("Dear all", encoding="utf-8")
    dialog = open_dialog(app, qtbot)
    publishing(app).set_place(theirs)
    press(dialog, "Publish")
    qtbot.waitUntil(
        lambda: "Choose a folder that is new or empty." in texts(dialog), timeout=20_000
    )
    assert files(theirs) == {"letter.txt": b"Dear all"}
    assert kept(tmp_path).status is Status.DRAFT


def test_a_site_for_the_team_is_not_written_over_by_one_for_everybody(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    publishing(app).set_audience(Audience.TEAM)
    publishing(app).set_place(site)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    before = files(site)
    dialog = open_dialog(app, qtbot)
    assert publishing(app)._choice.audience is Audience.TEAM
    publishing(app).set_audience(Audience.PUBLIC)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: "was made for the team" in texts(dialog), timeout=20_000)
    assert files(site) == before


def test_a_note_that_somebody_published_meanwhile_is_read_anew_and_can_be_published(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    note = app.presenters.keeping.current()
    assert note is not None
    theirs = replace(note, title="Low water")
    done: list[Note] = []
    app._writer.do(
        lambda library: publish_note(library, theirs, Settings(), FRIDAY), done.append, _bug
    )
    qtbot.waitUntil(lambda: bool(done))
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: app.views.editor.typed().title == "Low water", timeout=20_000)
    assert dialog.isVisible()
    assert not site.exists()
    qtbot.waitUntil(lambda: "Publish “Low water”" in texts(dialog), timeout=20_000)
    press(dialog, "Publish")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert (site / "2021" / "w09-low-water" / "index.html").exists()


def test_the_work_is_stopped_and_all_is_as_it_was(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    press(dialog, "Publish")
    assert publishing(app).publication.running
    press(dialog, "Cancel")
    qtbot.waitUntil(lambda: not publishing(app).publication.running, timeout=20_000)
    # It may just have been done; then it is done whole.
    note = kept(tmp_path)
    assert (note.status is Status.PUBLISHED) == site.exists() == (not dialog.isVisible())


def test_the_program_can_be_closed_while_it_publishes(
    qtbot: QtBot, app: App, site: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(app, qtbot)
    press(dialog, "Publish")
    app.views.window.finish_closing()
    app.close()
    assert (kept(tmp_path).status is Status.PUBLISHED) == site.exists()


def _bug(error: Exception) -> None:
    raise error
