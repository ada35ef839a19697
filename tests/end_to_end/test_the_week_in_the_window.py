"""Reminders, weeks away and goals in the note, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from tests.end_to_end.test_a_week import WEEK, focused, text_field, write_a_note
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.archive_rows import BlankWeekRow
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.settings_file import SettingsFile
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.use_cases.add_goal import add_goal


def library_with_goals(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        add_goal(library, WEEK, "Lend one book", FRIDAY)
        add_goal(library, WEEK, "Sell the van", FRIDAY)
        add_goal(library, WEEK.plus(1), "Lend two", FRIDAY)


def goal_id(app: App, place: int = 0) -> str:
    shown = app.presenters.goals.shown
    assert shown is not None
    return shown.goals[place].id


def shows(app: App, qtbot: QtBot, words: str, *, shown: bool = True) -> None:
    state = app.presenters.preview
    qtbot.waitUntil(lambda: (words in state.state.body) is shown, timeout=20_000)


def choose(app: App, name: str) -> None:
    app.views.actions.action(name).trigger()


def test_every_change_of_a_goal_shows_in_the_preview_at_once(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library_with_goals(tmp_path)
    app = open_app()
    goals = app.presenters.goals
    app.show_mode(Mode.SPLIT)
    write_a_note(app, qtbot, "[GOALS]")
    shows(app, qtbot, "Lend one book")
    goals.set_outcome(goal_id(app), Outcome.DONE)
    shows(app, qtbot, "✓")
    goals.set_line(goal_id(app), "It came back.")
    shows(app, qtbot, "it came back")
    goals.reword(goal_id(app), "Lend a whole shelf")
    shows(app, qtbot, "Lend a whole shelf")
    assert app.presenters.preview.state.body.index("shelf") < (
        app.presenters.preview.state.body.index("van")
    )
    goals.move(goal_id(app), 1)
    body = app.presenters.preview
    qtbot.waitUntil(
        lambda: body.state.body.index("van") < body.state.body.index("shelf"), timeout=20_000
    )
    goals.set_audience(goal_id(app), Audience.ME)
    shows(app, qtbot, "van", shown=False)
    close_app(app)


def test_the_form_is_chosen_in_the_menu_followed_at_once_and_kept(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library_with_goals(tmp_path)
    app = open_app()
    app.show_mode(Mode.SPLIT)
    write_a_note(app, qtbot, "[NEXT WEEK]")
    shows(app, qtbot, "<li")
    assert app.views.actions.action("form_list").isChecked()
    choose(app, "form_sentence")
    shows(app, qtbot, "<li", shown=False)
    shows(app, qtbot, "Lend two")
    settings = SettingsFile(tmp_path / "settings.toml")
    qtbot.waitUntil(lambda: settings.load()[0].goal_form == "sentence")
    settings.change("goal-form", "questions")
    app.take_up_settings()
    qtbot.waitUntil(app.views.actions.action("form_questions").isChecked)
    shows(app, qtbot, "Lend two?")
    close_app(app)


def test_goals_become_text_in_one_step_that_is_undone_in_one(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library_with_goals(tmp_path)
    app = open_app()
    write_a_note(app, qtbot, "[GOALS]")
    app.presenters.goals.set_audience(goal_id(app, 1), Audience.ME)
    qtbot.waitUntil(
        lambda: bool(
            app.presenters.goals.shown
            and app.presenters.goals.shown.goals[1].audience is Audience.ME
        )
    )
    app.views.editor.focus_text()
    QTest.keyClick(
        text_field(app),
        Qt.Key.Key_T,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    assert app.views.editor.typed().body == "- ○ Lend one book"
    assert "left out" in app.views.notices.accessibleName()
    choose(app, "undo")
    assert app.views.editor.typed().body == "[GOALS]"
    choose(app, "redo")
    close_app(app)
    with open_for_reading(app.library) as library:
        assert library.note(library.summaries()[0].id).body == "- ○ Lend one book"


def test_the_menu_over_such_a_line_offers_it_and_over_another_does_not(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library_with_goals(tmp_path)
    app = open_app()
    write_a_note(app, qtbot, "One")
    QTest.keyClick(text_field(app), Qt.Key.Key_Return)
    QTest.keyClicks(text_field(app), "[GOALS]")
    field = text_field(app)
    offered = []
    for line in (0, 1):
        cursor = QTextCursor(field.document().findBlockByNumber(line))
        place = field.cursorRect(cursor).center() + QPoint(2, 0)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, field.viewport().mapToGlobal(place)
        )
        QApplication.sendEvent(field.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered.append(app.views.actions.action("turn_into_text") in menu.actions())
        menu.close()
    assert offered == [False, True]
    close_app(app)


def test_nothing_is_turned_into_text_while_no_note_is_open(
    open_app: Open, close_app: Close
) -> None:
    app = open_app()
    assert not app.views.actions.action("turn_into_text").isEnabled()
    close_app(app)


def test_being_away_is_said_in_place_and_seen_everywhere(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library_with_goals(tmp_path)
    app = open_app()
    app.views.window.activateWindow()
    choose(app, "away")
    QTest.keyClicks(focused(app), "leave")
    QTest.keyClick(focused(app), Qt.Key.Key_Return)

    def row() -> BlankWeekRow:
        return next(
            row for row in app.presenters.archive.state.rows if isinstance(row, BlankWeekRow)
        )

    def away() -> str | None:
        shown = app.presenters.goals.shown
        return shown.plan.away if shown else None

    qtbot.waitUntil(lambda: away() == "leave" and row().away == "leave")
    app.views.window.setFocus()
    choose(app, "undo")
    qtbot.waitUntil(lambda: away() is None and row().away is None)
    choose(app, "away")
    QTest.keyClick(focused(app), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: away() == "")
    back = next(
        one for one in app.views.goals.findChildren(QPushButton) if one.text() == "I am back"
    )
    QTest.keyClick(back, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: away() is None)
    close_app(app)


def test_a_holiday_ahead_is_passed_over_by_headings_and_by_carrying_over(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library_with_goals(tmp_path)
    app = open_app()
    app.views.window.activateWindow()
    choose(app, "away_next")
    QTest.keyClicks(focused(app), "leave")
    QTest.keyClick(focused(app), Qt.Key.Key_Return)
    goals = app.presenters.goals
    qtbot.waitUntil(lambda: bool(goals.shown and goals.shown.next_week == WEEK.plus(2)))
    goals.carry_over()
    qtbot.waitUntil(lambda: bool(goals.shown and len(goals.shown.next_goals) == 2))
    close_app(app)
    with open_for_reading(app.library) as library:
        assert library.plan(WEEK.plus(1)).away == "leave"
        assert [goal.text for goal in library.goals(WEEK.plus(1))] == ["Lend two"]
        assert [goal.text for goal in library.goals(WEEK.plus(2))] == [
            "Lend one book",
            "Sell the van",
        ]


def test_on_friday_the_window_says_so_once_in_two_lives(
    qtbot: QtBot, open_app: Open, close_app: Close
) -> None:
    app = open_app()
    look(app, qtbot)
    assert app.views.notices.accessibleName() == "It is time for the review."
    close_app(app)
    again = open_app()
    look(again, qtbot)
    assert again.views.notices.isHidden()
    close_app(again)


def look(app: App, qtbot: QtBot) -> None:
    """Let whoever reminds look now, as if the program had been open for a while."""
    app.views.window.activateWindow()
    qtbot.waitUntil(app.views.window.isActiveWindow)
    assert app._rest is not None
    app._rest.reminders.reminders.look_from_now_on()
    # What is asked now is answered after that.
    answered: list[None] = []
    app._writer.do(lambda _: None, answered.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(answered))
