"""The window holds its panes, remembers their place, and waits until all is safe."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive import ArchiveState, archive_rows
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.ui.actions import Actions
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.main_window import MainWindow
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme

Opened = Callable[[int, int], MainWindow]


@pytest.fixture
def place_file(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, place_file: Path) -> Opened:
    """Opens a window of a given size with panes that are easy to find."""

    def made(width: int, height: int) -> MainWindow:
        archive = ArchivePanel(theme)
        archive.draw(ArchiveState(rows=archive_rows((), Week(2021, 16))))
        window = MainWindow(
            archive=archive,
            editor=QPlainTextEdit(),
            goals=GoalsPanel(theme),
            notices=NoticeBar(theme),
            status=StatusBar(theme),
            theme=theme,
            place_file=place_file,
        )
        window.take_actions(Actions(theme))
        qtbot.addWidget(window, before_close_func=lambda shown: shown.finish_closing())
        if width:
            window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return made


def archive_of(window: MainWindow) -> ArchivePanel:
    found = window.findChild(ArchivePanel)
    assert isinstance(found, ArchivePanel)
    return found


def fold_button(window: MainWindow, words: str = "Show the archive") -> QToolButton:
    return next(
        button for button in window.findChildren(QToolButton) if button.accessibleName() == words
    )


def choose(window: MainWindow, name: str) -> None:
    actions = window._actions
    assert actions is not None
    actions.action(name).trigger()


def test_the_title_names_the_note(opened: Opened) -> None:
    window = opened(1200, 800)
    assert window.windowTitle() == "WeekNotes"
    window.show_title("Working in the open")
    assert window.windowTitle() == "Working in the open – WeekNotes"


def test_closing_waits_until_all_is_safe(opened: Opened, qtbot: QtBot) -> None:
    window = opened(1200, 800)
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()
    window.finish_closing()
    assert not window.isVisible()


def test_quit_asks_like_closing(opened: Opened, qtbot: QtBot) -> None:
    window = opened(1200, 800)
    with qtbot.waitSignal(window.closing):
        choose(window, "quit")
    assert window.isVisible()


def test_panes_come_back_as_wide_as_they_were(opened: Opened, place_file: Path) -> None:
    first = opened(760, 600)  # The screen of the tests is 800 wide.
    first._panes.setSizes([0, 350, 380])
    before = first._panes.sizes()
    first.finish_closing()
    second = opened(0, 0)
    assert second.size().toTuple() == (760, 600)
    assert second._panes.sizes() == before


def test_only_places_are_remembered(opened: Opened, place_file: Path) -> None:
    window = opened(1300, 800)
    window.show_title("A private matter")
    window.finish_closing()
    kept = QSettings(str(place_file), QSettings.Format.IniFormat)
    assert sorted(kept.allKeys()) == ["geometry", "panes"]
    assert "private" not in place_file.read_text(encoding="utf-8")


def test_a_broken_memory_of_places_is_no_obstacle(opened: Opened, place_file: Path) -> None:
    place_file.write_bytes(b"geometry=@ByteArray(\xff\xfe nonsense)\npanes=7\n")
    window = opened(1200, 800)
    assert all(size > 0 for size in window._panes.sizes())


def test_it_fits_a_small_screen(opened: Opened) -> None:
    window = opened(1024, 700)
    assert window.size().toTuple() == (1024, 700)


def test_a_narrow_window_folds_the_archive_to_a_button_that_opens_it(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened(1024, 700)
    archive = archive_of(window)
    assert not archive.isVisible()
    QTest.mouseClick(fold_button(window), Qt.MouseButton.LeftButton)
    assert archive.isVisible()
    assert not fold_button(window).isVisible()
    archive.note_chosen.emit("any")
    assert not archive.isVisible()
    QTest.mouseClick(fold_button(window), Qt.MouseButton.LeftButton)
    window.resize(1300, 800)
    assert archive.isVisible()
    assert not fold_button(window).isVisible()
    window.resize(1024, 700)
    assert not archive.isVisible()


def test_a_very_narrow_window_folds_the_goals_too(opened: Opened) -> None:
    window = opened(1300, 800)
    button = fold_button(window, "Show the goals")
    window.setMinimumWidth(1)
    window.resize(740, 700)
    assert not window._goals.isVisible()
    assert button.isVisible()
    button.click()
    assert window._goals.isVisible()
    assert not button.isVisible()
    choose(window, "show_goals")
    assert not window._goals.isVisible()
    choose(window, "add_goal")
    assert window._goals.isVisible()
    window.resize(1300, 800)
    assert window._goals.isVisible()
    assert not button.isVisible()


def test_each_side_can_be_hidden_and_shown(opened: Opened) -> None:
    window = opened(1300, 800)
    archive, goals = archive_of(window), window._goals
    for _ in range(2):
        choose(window, "show_archive")
        choose(window, "show_goals")
        assert not archive.isVisible()
        assert not goals.isVisible()
        assert window._actions is not None
        assert not window._actions.action("show_archive").isChecked()
        choose(window, "show_archive")
        choose(window, "show_goals")
        assert archive.isVisible()
        assert goals.isVisible()


def test_finding_a_note_opens_a_folded_archive(opened: Opened) -> None:
    window = opened(1024, 700)
    choose(window, "find")
    field = archive_of(window).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()


def test_the_edit_menu_acts_on_the_text_that_has_the_keyboard(opened: Opened, qtbot: QtBot) -> None:
    window = opened(1300, 800)
    text = window.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    text.setFocus()
    QTest.keyClicks(text, "chalk")
    choose(window, "select_all")
    choose(window, "cut")
    assert text.toPlainText() == ""
    choose(window, "undo")
    assert text.toPlainText() == "chalk"


def test_undo_outside_a_text_takes_back_what_the_notice_offers_to_and_nothing_else(
    opened: Opened,
) -> None:
    window, done = opened(1_440, 900), list[str]()
    archive_of(window).setFocus()
    notices = window.findChild(NoticeBar)
    assert isinstance(notices, NoticeBar)
    choose(window, "undo")
    for action in ("This may be public", "Open", "Undo"):
        notices.show(Notice("It happened.", action=action, act=partial(done.append, action)))
        choose(window, "redo")
        choose(window, "undo")
    assert done == ["Undo"]


def test_a_notice_takes_its_room_from_the_panes_not_from_the_screen(opened: Opened) -> None:
    window = opened(1024, 700)
    notices = window.findChild(NoticeBar)
    assert isinstance(notices, NoticeBar)
    notices.show(Notice("word " * 60, "Do this. " * 20, action="Undo", urgent=True))
    assert window.size().toTuple() == (1024, 700)
    assert window.minimumSizeHint().width() <= 1024
