"""The archive in the real window: found, filtered, moved, gone back and forth in, put in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive_rows import NoteRow
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.ui.archive.filter_menu import FilterMenu
from weeknotes_desktop.ui.archive.filter_row import FilterRow
from weeknotes_desktop.ui.archive.found_window import FoundWindow
from weeknotes_desktop.ui.archive.note_list import NoteList
from weeknotes_desktop.ui.archive.recent_list import RecentList
from weeknotes_desktop.ui.names.window import NamesWindow
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.years.strip import YearStrip
from weeknotes_desktop.use_cases.mark_away import mark_away
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def app(open_app: Open, tmp_path: Path, qtbot: QtBot) -> App:
    with open_for_writing(tmp_path / "notes.db") as library:
        for week, title, body, category, tags in (
            (Week(2020, 9), "A year ago", "Long ago.", "", ("river",)),
            (Week(2021, 6), "Weirs", "As [[Boats]] said.", "Water", ()),
            (Week(2021, 8), "Boats", "One boat.", "Water", ("river",)),
            (Week(2021, 9), "Locks", "Two locks.", "", ()),
        ):
            note = start_note(library, week, title=title, body=body, category=category)
            note = save_note(library, replace(note, tags=tags), LabelPattern(), FRIDAY)
            if title == "Boats":
                publish_note(library, note, Settings(), FRIDAY)
        mark_away(library, Week(2021, 7), "leave")
    app = open_app()
    qtbot.waitUntil(lambda: len(titles(app)) == 4)
    return app


def part(app: App, kind: type[W]) -> W:
    found = app.views.window.findChild(kind)
    assert found is not None
    return found


def titles(app: App) -> list[str]:
    rows = app.presenters.archive.state.rows
    return [row.note.title for row in rows if isinstance(row, NoteRow)]


def open_title(app: App) -> str:
    note = app.presenters.keeping.current()
    return "" if note is None else note.title


def opens(app: App, title: str) -> Callable[[], bool]:
    return lambda: open_title(app) == title


def open_note(app: App, title: str, qtbot: QtBot) -> None:
    rows = app.presenters.archive.state.rows
    note = next(row.note for row in rows if isinstance(row, NoteRow) and row.note.title == title)
    app.presenters.editor.open(note.id)
    qtbot.waitUntil(opens(app, title))


def key(app: App, which: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(app.views.window.focusWidget(), which, modifiers)


def said(app: App) -> str:
    bar = part(app, NoticeBar)
    return bar.accessibleName() if bar.isVisible() else ""


def press_in_bar(app: App, words: str) -> None:
    buttons = part(app, NoticeBar).findChildren(QPushButton)
    next(one for one in buttons if one.text() == words and one.isVisible()).click()


def chip(app: App, words: str) -> QPushButton:
    return next(
        one for one in part(app, FilterRow).findChildren(QPushButton) if words in one.text()
    )


def test_what_is_typed_in_the_list_finds_a_note_and_enter_opens_it(app: App, qtbot: QtBot) -> None:
    app.views.archive.focus_list()
    QTest.keyClicks(part(app, NoteList), "b")
    field = app.views.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "oats")
    qtbot.waitUntil(lambda: titles(app) == ["Boats"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(opens(app, "Boats"))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: titles(app) == ["Locks", "Boats", "Weirs", "A year ago"])


def test_filters_show_what_is_asked_for(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: chip(app, "Drafts").text() == "Drafts 3")
    chip(app, "Published").click()
    qtbot.waitUntil(lambda: titles(app) == ["Boats"])
    chip(app, "All").click()
    qtbot.waitUntil(lambda: len(titles(app)) == 4)
    chip(app, "More").click()
    qtbot.waitUntil(lambda: bool(app.views.window.findChildren(FilterMenu)))
    menu = part(app, FilterMenu)
    tags = next(one.menu() for one in menu.actions() if one.text() == "&Tag")
    assert isinstance(tags, QMenu)
    tags.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: titles(app) == ["Boats", "A year ago"])
    chip(app, "#river").click()
    qtbot.waitUntil(lambda: len(titles(app)) == 4)


def test_a_published_note_that_changes_is_found_among_the_changed(app: App, qtbot: QtBot) -> None:
    open_note(app, "Boats", qtbot)
    QTest.keyClicks(app.views.editor.writing, "Another boat. ")
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe)
    chip(app, "More").click()
    qtbot.waitUntil(lambda: bool(app.views.window.findChildren(FilterMenu)))
    part(app, FilterMenu).actions()[0].trigger()
    part(app, FilterMenu).close()
    qtbot.waitUntil(lambda: titles(app) == ["Boats"], timeout=10_000)


def test_a_note_is_moved_once_the_writer_has_said_so_and_back_again(app: App, qtbot: QtBot) -> None:
    rows = app.presenters.archive.state.rows
    weirs = next(
        row.note.id for row in rows if isinstance(row, NoteRow) and row.note.title == "Weirs"
    )
    app.views.archive.note_moved.emit(weirs, Week(2021, 7))
    qtbot.waitUntil(lambda: "Move “Weirs” to 15–21 February?" in said(app))
    assert "Its label becomes “Weeknote 7.2021”." in said(app)
    press_in_bar(app, "Move")
    qtbot.waitUntil(lambda: "“Weirs” is in 15–21 February now." in said(app))
    has_note = app.presenters.archive.has_note
    qtbot.waitUntil(lambda: has_note(Week(2021, 7)) and not has_note(Week(2021, 6)))
    press_in_bar(app, "Undo")
    qtbot.waitUntil(lambda: has_note(Week(2021, 6)) and not has_note(Week(2021, 7)))


def test_delete_in_the_list_goes_to_the_trash_and_undo_brings_it_back(
    app: App, qtbot: QtBot
) -> None:
    rows = part(app, NoteList)
    app.views.archive.focus_list()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(app) == ["Locks", "Weirs", "A year ago"])
    press_in_bar(app, "Undo")
    qtbot.waitUntil(lambda: "Boats" in titles(app))


def test_a_week_of_the_strip_is_gone_to_whether_it_has_a_note_or_not(
    app: App, qtbot: QtBot
) -> None:
    strip = part(app, YearStrip)
    qtbot.waitUntil(strip.isVisible)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    qtbot.waitUntil(opens(app, "Boats"))
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is None)
    index = strip.currentIndex()
    assert "away, leave" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_strip_stays_away_at_the_next_start_when_it_was_put_away(
    app: App, open_app: Open, close_app: Close, qtbot: QtBot
) -> None:
    qtbot.waitUntil(part(app, YearStrip).isVisible)
    app.views.actions.action("years").trigger()
    assert not part(app, YearStrip).isVisible()
    close_app(app)
    again = open_app()
    qtbot.waitUntil(lambda: len(titles(again)) == 4)
    assert not part(again, YearStrip).isVisible()
    assert not again.views.actions.action("years").isChecked()


def test_back_and_forward_go_the_way_one_came(app: App, qtbot: QtBot) -> None:
    assert not app.views.actions.action("back").isEnabled()
    for title in ("Boats", "Weirs"):
        open_note(app, title, qtbot)
    app.views.editor.focus_text()
    key(app, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(opens(app, "Boats"))
    key(app, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(opens(app, "Locks"))
    key(app, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(opens(app, "Boats"))


def test_ctrl_tab_goes_to_the_note_before_and_back(app: App, qtbot: QtBot) -> None:
    open_note(app, "Boats", qtbot)
    app.views.editor.focus_text()
    for title in ("Locks", "Boats"):
        key(app, Qt.Key.Key_Tab, CONTROL)
        recent = part(app, RecentList)
        qtbot.waitUntil(recent.isVisible)
        QTest.keyRelease(recent, Qt.Key.Key_Control)
        qtbot.waitUntil(opens(app, title))
    assert app.views.editor.writing.hasFocus()


def beside(app: App, qtbot: QtBot) -> SectionList:
    shown = [one for one in app.views.window.findChildren(FoundWindow) if one.isVisible()]
    rows = shown[0].findChild(SectionList)
    assert rows is not None
    qtbot.waitUntil(rows.isVisible)
    return rows


def test_the_notes_that_link_here_are_shown_and_opened(app: App, qtbot: QtBot) -> None:
    open_note(app, "Boats", qtbot)
    app.views.actions.action("links_here").trigger()
    rows = beside(app, qtbot)
    assert "As [[Boats]] said." in str(rows.model().index(1, 0).data(_SPOKEN))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(opens(app, "Weirs"))


def test_this_week_in_past_years_is_shown(app: App, qtbot: QtBot) -> None:
    app.views.actions.action("past_years").trigger()
    rows = beside(app, qtbot)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(opens(app, "A year ago"))


def test_a_category_is_renamed_everywhere_and_back(app: App, qtbot: QtBot) -> None:
    open_note(app, "Boats", qtbot)
    app.views.actions.action("names").trigger()
    window = part(app, NamesWindow)
    names = window.findChild(QListWidget)
    assert names is not None
    qtbot.waitUntil(lambda: names.count() == 1)
    window.deeds.renamed.emit("Rivers")
    qtbot.waitUntil(lambda: names.count() == 1 and names.item(0).text().startswith("Rivers"))
    assert app.presenters.keeping.current().category == "Rivers"  # type: ignore[union-attr]
    window.undo_chosen.emit()
    qtbot.waitUntil(lambda: names.item(0).text().startswith("Water"))
    assert app.presenters.keeping.current().category == "Water"  # type: ignore[union-attr]


def test_notes_without_a_category_are_found(app: App, qtbot: QtBot) -> None:
    app.views.actions.action("names").trigger()
    window = part(app, NamesWindow)
    found = "Show the 2 notes without a category"
    buttons = window.findChildren(QPushButton)
    wanted = next(one for one in buttons if "category" in one.text() or not one.text())
    qtbot.waitUntil(lambda: wanted.text().replace("&", "") == found)
    wanted.click()
    qtbot.waitUntil(lambda: titles(app) == ["Locks", "A year ago"])


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
