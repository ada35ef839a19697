"""A button that cuts its words where there is no room for all of them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.elided_button import ElidedButton

WORDS = "Last published: the very long number of a note & more"


def test_it_wants_room_for_all_its_words_and_shows_as_many_as_there_is_room_for(
    qtbot: QtBot, theme: Theme
) -> None:
    button = ElidedButton()
    qtbot.addWidget(button)
    button.show_words(WORDS)
    wanted = button.sizeHint()
    button.resize(wanted)
    button.show()
    assert button.text() == WORDS.replace("&", "&&")
    button.resize(wanted.width() // 2, wanted.height())
    assert button.text().endswith("…")
    assert button.text()[:-1] in WORDS
    assert button.sizeHint() == wanted
    button.resize(wanted)
    assert button.text() == WORDS.replace("&", "&&")
    assert button.words == WORDS
