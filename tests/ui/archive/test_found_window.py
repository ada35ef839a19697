"""The window with notes that were found says what they are, and opens one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.archive.test_archive_panel import note
from weeknotes_desktop.domain.archive import FoundNote
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.found_notes import FoundState
from weeknotes_desktop.ui.archive.found_window import FoundWindow, words_of_links
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList

FOUND = (
    FoundNote(note("a", Week(2021, 16), "Two doors"), "As [[Boats]] said."),
    FoundNote(note("b", Week(2020, 16), "One key")),
    FoundNote(note("c", Week(2020, 15), "")),
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> FoundWindow:
    main = QWidget()
    main.resize(900, 600)
    qtbot.addWidget(main)
    main.show()
    made = FoundWindow(words_of_links(), theme, main)
    qtbot.addWidget(made)
    made.draw(FoundState(about="“Boats”", notes=FOUND))
    made.come()
    qtbot.waitExposed(made)
    return made


def rows_of(window: FoundWindow) -> SectionList:
    found = window.findChild(SectionList)
    assert isinstance(found, SectionList)
    return found


def hint(window: FoundWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def spoken(window: FoundWindow) -> list[str]:
    model = rows_of(window).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_notes_stand_under_their_year_with_what_is_known_of_them(window: FoundWindow) -> None:
    assert hint(window) == "These notes link to “Boats”."
    assert spoken(window) == [
        "2021",
        "2021, Two doors, As [[Boats]] said., 19–25 April",
        "2020",
        "2020, One key, v10.16 · 13–19 April",
        "2020, Weeknote v10.15, 6–12 April",
    ]


def test_enter_opens_a_note(window: FoundWindow, qtbot: QtBot) -> None:
    rows = rows_of(window)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.note_chosen) as said:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert said.args == ["b"]


def test_a_click_opens_a_note_and_arrows_alone_do_not(window: FoundWindow, qtbot: QtBot) -> None:
    rows = rows_of(window)
    with qtbot.assertNotEmitted(window.note_chosen):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(window.note_chosen) as said:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said.args == ["a"]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (FoundState(about="“Boats”"), "Looking…"),
        (FoundState(about="“Boats”", notes=()), "No note links to “Boats”."),
        (FoundState(about="“Boats”", notes=(), problem="The disk is gone."), "The disk is gone."),
    ],
)
def test_where_nothing_is_listed_it_says_why(
    window: FoundWindow, state: FoundState, said: str
) -> None:
    window.draw(state)
    assert hint(window) == said
    assert not rows_of(window).isVisible()


def test_a_title_with_braces_breaks_nothing(window: FoundWindow) -> None:
    window.draw(FoundState(about="“{about} {x}”", notes=()))
    assert hint(window) == "No note links to “{about} {x}”."
