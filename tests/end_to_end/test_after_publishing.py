"""What becomes of a published note, in the real window with a real file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.snapshot import Snapshot
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.editor.fact_button import FactButton
from weeknotes_desktop.ui.since_published.window import SincePublishedWindow
from weeknotes_desktop.ui.widgets.comparison import ComparisonView
from weeknotes_desktop.ui.widgets.elided_button import ElidedButton
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

Child = TypeVar("Child", bound=QWidget)


@pytest.fixture
def app(open_app: Open, tmp_path: Path) -> App:
    """A note that was published a week ago, and a draft in German, which is open."""
    with open_for_writing(tmp_path / "notes.db") as notes:
        rope = start_note(notes, Week(2021, 8), title="Rope", body="It held.")
        publish_note(notes, rope, Settings(), FRIDAY.replace(day=1))
        knot = start_note(notes, Week(2021, 9), title="Knot", body="Er hielt.\n\n[GOALS]")
        set_language(notes, knot.id, "de-DE")
    (tmp_path / "settings.toml").write_text('goal-form = "numbers"\n')
    return open_app()


def only(inside: QWidget, kind: type[Child], name: str = "") -> Child:
    (found,) = inside.findChildren(kind, name) if name else inside.findChildren(kind)
    return found


def choose(app: App, name: str, words: str) -> None:
    menu = only(app.views.editor, FactButton, name).menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if words in action.text()).trigger()


def snapshots(app: App) -> tuple[Snapshot, ...]:
    note = app.presenters.keeping.current()
    assert note is not None
    with open_for_reading(app.library) as library:
        return library.snapshots(note.id)


def status(app: App) -> Status | None:
    note = app.presenters.keeping.current()
    return note.status if note is not None and app.presenters.keeping.safe else None


def last(app: App) -> str:
    return only(app.views.status, ElidedButton).words


def publish(app: App, qtbot: QtBot) -> None:
    choose(app, "noteStatus", "Published")
    qtbot.waitUntil(lambda: status(app) is Status.PUBLISHED)


def enabled(app: App, *names: str) -> list[bool]:
    return [app.views.actions.action(name).isEnabled() for name in names]


def undo_of(app: App) -> Callable[[], bool]:
    def undo() -> bool:
        buttons = app.views.notices.findChildren(QPushButton)
        for button in buttons:
            if button.isVisible() and button.text() == "Undo":
                button.click()
                return True
        return False

    return undo


def test_a_note_is_published_from_its_facts_line_as_everywhere_else(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: last(app) == "Last published: 8.2021, 1 March")
    assert enabled(app, "since_published", "take_back") == [False, False]
    publish(app, qtbot)
    (kept,) = snapshots(app)
    assert (kept.label, kept.day) == ("Weeknote 9.2021", FRIDAY.date())
    assert (kept.form, kept.language) == (GoalForm.NUMBERS, "de-DE")
    day = only(app.views.editor, FactButton, "noteDay")
    assert (day.isVisible(), day.text()) == (True, "5 March")
    assert enabled(app, "since_published", "take_back") == [True, True]
    qtbot.waitUntil(lambda: last(app) == "Last published: 9.2021, 5 March")


def test_what_changed_since_is_said_and_shown_and_goes_when_it_is_published_again(
    app: App, qtbot: QtBot
) -> None:
    publish(app, qtbot)
    since = only(app.views.editor, QToolButton, "noteChanged")
    field = app.views.editor.writing
    assert not since.isVisible()
    QTest.keyClicks(field, "Ja: ")
    app.presenters.keeping.save_now()
    qtbot.waitUntil(since.isVisible)
    QTest.mouseClick(since, Qt.MouseButton.LeftButton)
    window = only(app.views.window, SincePublishedWindow)
    qtbot.waitUntil(lambda: "Ja: Er hielt." in only(window, ComparisonView).toPlainText())
    chosen = QSignalSpy(app.views.actions.chosen)
    (again,) = (one for one in window.findChildren(QPushButton) if one.text() == "Publish…")
    again.click()
    assert [chosen.at(nth)[0] for nth in range(chosen.count())] == ["publish"]
    choose(app, "noteDay", "Yesterday")
    qtbot.waitUntil(lambda: "Publication day" in only(window, ComparisonView).toPlainText())
    window.close()
    app.presenters.facts.set_status(Status.PUBLISHED)
    qtbot.waitUntil(lambda: not since.isVisible())
    assert len(snapshots(app)) == 2


def test_a_note_that_is_taken_back_is_put_back_by_one_step(app: App, qtbot: QtBot) -> None:
    publish(app, qtbot)
    before = snapshots(app)
    app.views.actions.action("take_back").trigger()
    qtbot.waitUntil(lambda: status(app) is Status.DRAFT)
    qtbot.waitUntil(lambda: last(app) == "Last published: 8.2021, 1 March")
    assert not only(app.views.editor, FactButton, "noteDay").isVisible()
    assert enabled(app, "since_published", "take_back") == [False, False]
    qtbot.waitUntil(undo_of(app))
    qtbot.waitUntil(lambda: status(app) is Status.PUBLISHED)
    qtbot.waitUntil(lambda: last(app) == "Last published: 9.2021, 5 March")
    assert snapshots(app) == before


def test_what_is_thrown_away_was_not_published_last_until_it_is_back(
    app: App, qtbot: QtBot
) -> None:
    publish(app, qtbot)
    qtbot.waitUntil(lambda: last(app) == "Last published: 9.2021, 5 March")
    app.views.actions.action("delete_note").trigger()
    qtbot.waitUntil(lambda: last(app) == "Last published: 8.2021, 1 March")
    qtbot.waitUntil(undo_of(app))
    qtbot.waitUntil(lambda: last(app) == "Last published: 9.2021, 5 March")


def test_the_status_bar_leads_to_what_was_published_last(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: last(app).startswith("Last"))
    button = only(app.views.status, ElidedButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def is_open() -> bool:
        note = app.presenters.keeping.current()
        return note is not None and note.title == "Rope"

    qtbot.waitUntil(is_open)


def test_where_nothing_is_published_any_more_nothing_is_said(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_for_writing(tmp_path / "notes.db") as notes:
        start_note(notes, Week(2021, 9), title="Knot")
    app = open_app()
    said = only(app.views.status, ElidedButton)
    assert not said.isVisible()
    publish(app, qtbot)
    qtbot.waitUntil(said.isVisible)
    app.presenters.facts.set_status(Status.DRAFT)
    qtbot.waitUntil(lambda: not said.isVisible())
