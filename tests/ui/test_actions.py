"""Everything in the menus has a name of its own, a key of its own, and says when it is chosen."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.typing_rules.formats import FORMATS
from weeknotes_desktop.ui.actions import Actions, Entry, Menu
from weeknotes_desktop.ui.editor.tool_bar import ToolBar
from weeknotes_desktop.ui.menu_bar import MenuBar
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture
def actions(theme: Theme) -> Actions:
    return Actions(theme)


def entries(actions: Actions) -> list[Entry]:
    return [entry for menu in actions.menus for entry in menu.all_entries()]


def test_no_name_and_no_key_stands_twice(actions: Actions) -> None:
    names = Counter(entry.name for entry in entries(actions))
    # What Ctrl+Enter means in the text is said by what stands there.
    keys = Counter(
        QKeySequence(entry.key).toString()
        for entry in entries(actions)
        if entry.key and entry.name != "add-row"
    )
    assert [name for name, times in (names + keys).items() if times > 1] == []


def test_every_key_is_one_that_qt_knows(actions: Actions) -> None:
    unknown = [
        entry.name
        for entry in entries(actions)
        if entry.key and actions.action(entry.name).shortcut().isEmpty()
    ]
    assert unknown == []


def test_each_menu_offers_every_letter_once(actions: Actions) -> None:
    inner = [one for menu in actions.menus for one in menu.entries if isinstance(one, Menu)]
    for menu in (*actions.menus, *inner):
        words = [
            entry.title if isinstance(entry, Menu) else entry.words
            for entry in menu.entries
            if entry is not None
        ]
        letters = [word[word.index("&") + 1].lower() for word in words if "&" in word]
        assert [letter for letter, times in Counter(letters).items() if times > 1] == [], menu.title


def test_choosing_says_the_name(actions: Actions, qtbot: QtBot) -> None:
    for entry in entries(actions):
        with qtbot.waitSignal(actions.chosen) as said:
            actions.action(entry.name).trigger()
        assert said.args == [entry.name]


def test_showing_what_is_on_is_no_choice(actions: Actions, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(actions.chosen):
        actions.set_checked("split")
        actions.set_checked("show_goals", checked=False)
    assert actions.action("split").isChecked()
    actions.set_checked("preview")
    assert not actions.action("split").isChecked()


def test_what_cannot_be_had_cannot_be_chosen(actions: Actions, qtbot: QtBot) -> None:
    actions.set_enabled(["bold"], enabled=False)
    with qtbot.assertNotEmitted(actions.chosen):
        actions.action("bold").trigger()


def test_the_menu_bar_is_made_from_the_table(actions: Actions, qtbot: QtBot) -> None:
    bar = MenuBar()
    qtbot.addWidget(bar)
    titles = [action.text() for action in bar.actions()]
    assert titles == ["&File", "&Edit", "F&ormat", "&Week", "&View", "&Publish", "&Help"]
    actions.fill(bar)
    assert [action.text() for action in bar.actions()] == titles
    for title, menu in zip(bar.actions(), actions.menus, strict=True):
        drawn = title.menu()
        assert isinstance(drawn, QMenu)
        assert shown(drawn) == [entry.name for entry in menu.all_entries()]


def test_whatever_can_be_done_to_a_text_has_a_button_or_is_behind_the_last_one(
    actions: Actions, theme: Theme, qtbot: QtBot
) -> None:
    tools = ToolBar(theme)
    qtbot.addWidget(tools)
    tools.offer_more(actions.more_formats(tools))
    buttons = {button.objectName(): button for button in tools.findChildren(QToolButton)}
    menu = buttons["tool-more"].menu()
    assert isinstance(menu, QMenu)
    behind = shown(menu)
    elsewhere = {"move-up", "move-down", "next-week"}  # they are no formats, or share a button
    assert {f"tool-{name}" for name in {*FORMATS} - elsewhere - {*behind}} <= buttons.keys()
    assert not {f"tool-{name}" for name in behind} & buttons.keys()
    (tasks,) = (action for action in menu.actions() if action.objectName() == "tasks")
    assert tasks.shortcut() == QKeySequence("Ctrl+Shift+6")
    with qtbot.waitSignal(actions.chosen) as said:
        tasks.trigger()
    assert said.args == ["tasks"]


@pytest.mark.parametrize("name", ["add-row", "align-column"])
def test_what_is_done_to_tables_most_has_a_key_in_the_menu(actions: Actions, name: str) -> None:
    assert not actions.action(name).shortcut().isEmpty()


def shown(menu: QMenu) -> list[str]:
    """The names of what a menu offers, and of what the menus within it do."""
    names: list[str] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            names += shown(inner)
        elif not action.isSeparator():
            names.append(action.objectName())
    return names


def test_a_key_of_the_text_is_shown_and_left_to_the_text(actions: Actions) -> None:
    for entry in entries(actions):
        context = actions.action(entry.name).shortcutContext()
        assert (context is Qt.ShortcutContext.WidgetShortcut) == entry.in_text
    assert actions.action("move-up").shortcut() == QKeySequence("Alt+Up")
