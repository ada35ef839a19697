"""The filters over the archive show what is asked for, and say what the writer asks for instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.archive import EVERYTHING, ArchiveFilter, FilterChoices, Showing
from weeknotes_desktop.ui.archive.filter_menu import FilterMenu
from weeknotes_desktop.ui.archive.filter_row import FilterRow
from weeknotes_desktop.ui.theme import Theme

CHOICES = FilterChoices(
    drafts=2,
    categories=(("Boats & locks", 3), ("", 1)),
    tags=(("river", 2), ("steel", 1)),
    years=((2021, 3), (2020, 1)),
)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> FilterRow:
    made = FilterRow(theme)
    made.resize(239, 60)
    qtbot.addWidget(made)
    made.draw(None, 2)
    with qtbot.waitExposed(made):
        made.show()
    return made


def chip(row: FilterRow, words: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if words in one.text())


def chips(row: FilterRow) -> list[str]:
    return [one.text() for one in row.findChildren(QPushButton) if one.isVisible()]


def offered(row: FilterRow, qtbot: QtBot, choices: FilterChoices = CHOICES) -> FilterMenu:
    row.offer(choices)
    menu = next(one for one in row.findChildren(FilterMenu) if one.isVisible())
    qtbot.addWidget(menu)
    return menu


def entry(menu: QMenu, *path: str) -> QAction:
    """The entry under these titles, as a reader without the marks of keys calls them."""
    for words in path[:-1]:
        inner = (one.menu() for one in menu.actions() if _plain(one) == words)
        found = next(inner)
        assert isinstance(found, QMenu)
        menu = found
    return next(one for one in menu.actions() if _plain(one) == path[-1])


def _plain(action: QAction) -> str:
    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return words.partition("\t")[0]


def test_drafts_are_counted_where_there_are_some(row: FilterRow) -> None:
    assert chips(row) == ["All", "Drafts 2", "Published", "More ▾"]
    row.draw(None, 0)
    assert chips(row)[1] == "Drafts"


def test_they_fit_into_one_row_of_the_pane(row: FilterRow) -> None:
    row.draw(None, 12)
    assert len({one.y() for one in row.findChildren(QPushButton)}) == 1


@pytest.mark.parametrize(
    ("words", "before", "asked"),
    [
        ("Drafts", EVERYTHING, replace(EVERYTHING, showing=Showing.DRAFTS)),
        (
            "Published",
            replace(EVERYTHING, tag="river", words="boat"),
            replace(EVERYTHING, tag="river", words="boat", showing=Showing.PUBLISHED),
        ),
        ("All", replace(EVERYTHING, tag="river", words="boat"), replace(EVERYTHING, words="boat")),
    ],
)
def test_a_click_asks_for_something_else(
    row: FilterRow, qtbot: QtBot, words: str, before: ArchiveFilter, asked: ArchiveFilter
) -> None:
    row.draw(before, 2)
    with qtbot.waitSignal(row.asked) as said:
        QTest.mouseClick(chip(row, words), Qt.MouseButton.LeftButton)
    assert said.args == [asked]


def test_arrows_go_from_one_to_the_next_and_space_asks(row: FilterRow, qtbot: QtBot) -> None:
    chip(row, "All").setFocus()
    QTest.keyClick(chip(row, "All"), Qt.Key.Key_Right)
    with qtbot.waitSignal(row.asked) as said:
        QTest.keyClick(chip(row, "Drafts"), Qt.Key.Key_Space)
    assert said.args == [replace(EVERYTHING, showing=Showing.DRAFTS)]


@pytest.mark.parametrize(
    ("which", "words", "said", "left"),
    [
        (replace(EVERYTHING, tag="river"), "\u2068#river\u2069 ✕", "Tag: river", EVERYTHING),
        (
            replace(EVERYTHING, category="Boats & locks"),
            "\u2068Boats && locks\u2069 ✕",
            "Category: Boats & locks",
            EVERYTHING,
        ),
        (
            replace(EVERYTHING, category=""),
            "\u2068No category\u2069 ✕",
            "Category: No category",
            EVERYTHING,
        ),
        (
            replace(EVERYTHING, workstream="desk"),
            "\u2068# desk\u2069 ✕",
            "Workstream: desk",
            EVERYTHING,
        ),
        (replace(EVERYTHING, year=2021), "\u20682021\u2069 ✕", "Year: 2021", EVERYTHING),
        (
            replace(EVERYTHING, showing=Showing.CHANGED),
            "\u2068Changed since published\u2069 ✕",
            "Changed since published",
            replace(EVERYTHING, showing=Showing.PUBLISHED),
        ),
    ],
)
def test_what_else_is_asked_for_stands_beside_and_a_click_takes_it_away(
    row: FilterRow, qtbot: QtBot, which: ArchiveFilter, words: str, said: str, left: ArchiveFilter
) -> None:
    row.draw(which, 2)
    further = chip(row, "✕")
    assert further.text() == words
    assert further.accessibleName() == f"{said}. Remove this filter."
    with qtbot.waitSignal(row.asked) as heard:
        QTest.keyClick(further, Qt.Key.Key_Space)
    assert heard.args == [left]
    row.draw(left, 2)
    assert "✕" not in " ".join(chips(row))


def test_the_keyboard_stays_in_the_row_when_a_filter_goes(row: FilterRow, qtbot: QtBot) -> None:
    row.draw(replace(EVERYTHING, tag="river"), 2)
    chip(row, "✕").setFocus()
    row.draw(EVERYTHING, 2)
    assert chip(row, "More").hasFocus()


def test_a_long_name_is_cut_and_told_whole(row: FilterRow) -> None:
    row.draw(replace(EVERYTHING, tag="Rindfleischetikettierung" * 9), 2)
    further = chip(row, "✕")
    assert len(further.text()) < 30
    assert further.toolTip().endswith("Rindfleischetikettierung")


def test_the_list_offers_only_what_would_find_something(row: FilterRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.choices_wanted):
        QTest.mouseClick(chip(row, "More"), Qt.MouseButton.LeftButton)
    menu = offered(row, qtbot)
    titles = [_plain(one) for one in menu.actions() if not one.isSeparator()]
    assert titles == ["Changed since published", "Category", "Tag", "Year"]
    keys = [one.text().partition("&")[2][:1].lower() for one in menu.actions() if one.text()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        (("Category", "Boats & locks"), replace(EVERYTHING, category="Boats & locks")),
        (("Category", "No category"), replace(EVERYTHING, category="")),
        (("Tag", "steel"), replace(EVERYTHING, tag="steel")),
        (("Year", "2020"), replace(EVERYTHING, year=2020)),
        (("Changed since published",), replace(EVERYTHING, showing=Showing.CHANGED)),
    ],
)
def test_the_list_asks_for_more(
    row: FilterRow, qtbot: QtBot, path: tuple[str, ...], asked: ArchiveFilter
) -> None:
    with qtbot.waitSignal(row.asked) as said:
        entry(offered(row, qtbot), *path).trigger()
    assert said.args == [asked]


def test_what_holds_is_ticked_and_chosen_again_it_holds_no_more(
    row: FilterRow, qtbot: QtBot
) -> None:
    row.draw(replace(EVERYTHING, tag="river"), 2)
    holds = entry(offered(row, qtbot), "Tag", "river")
    assert holds.isChecked()
    with qtbot.waitSignal(row.asked) as said:
        holds.trigger()
    assert said.args == [EVERYTHING]


def test_drawing_is_silent(row: FilterRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.asked):
        row.draw(replace(EVERYTHING, showing=Showing.DRAFTS, year=2021), 1)
        row.draw(replace(EVERYTHING, showing=Showing.CHANGED), 1)
        row.draw(None, None)
    assert chip(row, "All").isChecked()
