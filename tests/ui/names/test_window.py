"""The window of categories and tags shows the names, and says what is to be done to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.names import NameColour, NameKind
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.presenters.names_state import NameLine, NamesState
from weeknotes_desktop.ui.name_colours import shade
from weeknotes_desktop.ui.names.window import NamesWindow
from weeknotes_desktop.ui.theme import Theme

STATE = NamesState(
    names=(
        NameLine("Boats & locks", 2, NameColour.SEA),
        NameLine("Talks", 1, None),
        NameLine("Weirs", 0, None),
    ),
    chosen="Boats & locks",
    without=3,
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> NamesWindow:
    main = QWidget()
    main.resize(900, 600)
    qtbot.addWidget(main)
    main.show()
    made = NamesWindow(theme, main)
    qtbot.addWidget(made)
    made.draw(STATE)
    made.come()
    qtbot.waitExposed(made)
    return made


def names(window: NamesWindow) -> QListWidget:
    found = window.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def field(window: NamesWindow) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def button(window: NamesWindow, words: str) -> QPushButton:
    found = (
        one
        for one in window.findChildren(QPushButton)
        if words in one.text().replace("&", "") and one.isVisible()
    )
    return next(found)


def menu_of(window: NamesWindow, words: str) -> QMenu:
    menu = button(window, words).menu()
    menu.aboutToShow.emit()
    return menu


def test_each_name_says_how_many_notes_have_it(window: NamesWindow) -> None:
    assert [names(window).item(row).text() for row in range(3)] == [
        "Boats & locks  ·  2 notes",
        "Talks  ·  one note",
        "Weirs  ·  0 notes",
    ]
    assert names(window).currentRow() == 0
    spoken = names(window).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Boats & locks, 2 notes, Sea"


def test_arrows_choose_a_name(window: NamesWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.name_chosen) as said:
        QTest.keyClick(names(window), Qt.Key.Key_Down)
    assert said.args == ["Talks"]


def test_what_is_typed_is_the_new_name(window: NamesWindow, qtbot: QtBot) -> None:
    assert field(window).text() == "Boats & locks"
    assert not button(window, "Rename").isEnabled()
    QTest.keyClick(names(window), Qt.Key.Key_F2)
    QTest.keyClicks(field(window), "Ferries")
    with qtbot.waitSignal(window.deeds.renamed) as said:
        QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert said.args == ["Ferries"]


def test_what_is_being_typed_stays_when_the_window_is_drawn(window: NamesWindow) -> None:
    names(window)
    field(window).setFocus()
    field(window).selectAll()
    QTest.keyClicks(field(window), "Fer")
    window.draw(replace(STATE, said="Changing notes…"))
    assert field(window).text() == "Fer"
    window.draw(replace(STATE, chosen="Talks"))
    assert field(window).text() == "Talks"


def test_a_name_is_put_together_with_another(window: NamesWindow, qtbot: QtBot) -> None:
    menu = menu_of(window, "Put together")
    assert [one.text() for one in menu.actions()] == ["Talks", "Weirs"]
    with qtbot.waitSignal(window.deeds.renamed) as said:
        menu.actions()[0].trigger()
    assert said.args == ["Talks"]


def test_a_colour_is_chosen_by_its_name(window: NamesWindow, qtbot: QtBot) -> None:
    menu = menu_of(window, "Colour")
    words = [one.text() for one in menu.actions()]
    assert words == ["Sea", "Leaf", "Sand", "Clay", "Plum", "Slate", "None"]
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["Sea"]
    with qtbot.waitSignal(window.deeds.colour_chosen) as said:
        menu.actions()[3].trigger()
    assert said.args == [NameColour.CLAY]


@pytest.mark.parametrize("by_key", [True, False])
def test_a_name_is_deleted(window: NamesWindow, qtbot: QtBot, by_key: bool) -> None:
    with qtbot.waitSignal(window.deeds.deleted):
        if by_key:
            QTest.keyClick(names(window), Qt.Key.Key_Delete)
        else:
            button(window, "Delete").click()


def test_its_notes_are_asked_for(window: NamesWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.deeds.notes_wanted):
        QTest.keyClick(names(window), Qt.Key.Key_Return)
    with qtbot.waitSignal(window.deeds.notes_wanted):
        button(window, "Show its notes").click()


def test_notes_without_a_category_are_counted_and_shown(window: NamesWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.without_wanted):
        button(window, "Show the 3 notes without a category").click()
    window.draw(replace(STATE, without=1))
    assert button(window, "Show the note without a category").isEnabled()
    window.draw(replace(STATE, without=0))
    with pytest.raises(StopIteration):
        button(window, "without a category")


def test_tags_are_a_choice_of_their_own(window: NamesWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.kind_chosen) as said:
        QTest.mouseClick(button(window, "Tags"), Qt.MouseButton.LeftButton)
    assert said.args == [NameKind.TAG]
    window.draw(NamesState(kind=NameKind.TAG, names=()))
    assert names(window).accessibleName() == "Tags"


def test_what_happened_is_said_with_the_way_back(window: NamesWindow, qtbot: QtBot) -> None:
    with pytest.raises(StopIteration):
        button(window, "Undo")
    window.draw(replace(STATE, said="“Boats” is gone.", undo=True))
    with qtbot.waitSignal(window.undo_chosen):
        button(window, "Undo").click()


@pytest.mark.parametrize("change", [{"busy": True}, {"read_only": True}, {"chosen": None}])
def test_what_cannot_be_done_is_not_offered(
    window: NamesWindow, qtbot: QtBot, change: dict[str, object]
) -> None:
    window.draw(replace(STATE, **change))  # type: ignore[arg-type]
    for words in ("Rename", "Put together", "Colour", "Delete"):
        assert not button(window, words).isEnabled()
    with qtbot.assertNotEmitted(window.deeds.deleted):
        QTest.keyClick(names(window), Qt.Key.Key_Delete)


def test_drawing_is_silent(window: NamesWindow, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(window.name_chosen),
        qtbot.assertNotEmitted(window.kind_chosen),
        qtbot.assertNotEmitted(window.deeds.renamed),
    ):
        window.draw(replace(STATE, chosen="Talks"))
        window.draw(NamesState(kind=NameKind.TAG, names=()))
        window.draw(STATE)


def test_no_name_breaks_the_window(window: NamesWindow) -> None:
    odd = ("x" * 2_000, "two\nlines", "🎉 שלום", "&&&")
    window.draw(replace(STATE, names=tuple(NameLine(one, 1, None) for one in odd), chosen=odd[0]))
    assert not window.grab().isNull()
    assert window.width() < 900
    menu = menu_of(window, "Put together")
    assert menu.actions()[-1].text() == "&&&&&&"


def test_no_two_controls_have_the_same_key(window: NamesWindow) -> None:
    window.draw(replace(STATE, undo=True))
    keys = [
        one.text().partition("&")[2][:1].lower()
        for one in window.findChildren(QPushButton)
        if "&" in one.text()
    ]
    assert len(keys) == len(set(keys)) >= 6


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize("colour", list(NameColour))
def test_each_colour_can_be_seen_on_every_ground(
    qapp: object, theme: Theme, look: Look, colour: NameColour
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    for ground in ("panel", "page", "accent_ground", "hover"):
        assert _contrast(shade(colour, theme).name(), theme.colour(ground).name()) >= 3.0


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
