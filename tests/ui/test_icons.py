"""Icons come late, into room kept for them, and follow the look."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.icons import _GLYPHS, Icons
from weeknotes_desktop.ui.tokens import DARK, LIGHT


def picture(button: QPushButton) -> QImage:
    return button.icon().pixmap(24, 24).toImage()


def is_blank(image: QImage) -> bool:
    return all(
        image.pixelColor(x, y).alpha() == 0
        for x in range(image.width())
        for y in range(image.height())
    )


def darkest(image: QImage) -> QColor:
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(colours, key=lambda colour: colour.alpha())


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    made = QPushButton("Bold")
    qtbot.addWidget(made)
    return made


def test_before_they_arrive_a_button_is_as_wide_as_after(button: QPushButton) -> None:
    icons = Icons()
    icons.give("bold", button)
    assert is_blank(picture(button))
    before = button.sizeHint()
    icons.arrive()
    assert not is_blank(picture(button))
    assert button.sizeHint() == before


def test_every_name_has_a_picture(button: QPushButton) -> None:
    icons = Icons()
    icons.arrive()
    blank = []
    for name in _GLYPHS:
        icons.give(name, button)
        if is_blank(picture(button)):
            blank.append(name)
    assert blank == []


def test_they_change_colour_with_the_look(button: QPushButton) -> None:
    icons = Icons()
    icons.give("bold", button)
    icons.arrive()
    assert darkest(picture(button)).name().upper() == LIGHT.text
    icons.recolour(DARK)
    assert darkest(picture(button)).name().upper() == DARK.text


def test_a_button_that_is_gone_is_forgotten() -> None:
    icons = Icons()
    passing = QPushButton()
    icons.give("bold", passing)
    del passing
    gc.collect()
    icons.arrive()
    icons.recolour(DARK)


def test_a_name_that_does_not_exist_is_a_mistake_of_ours(button: QPushButton) -> None:
    with pytest.raises(KeyError):
        Icons().give("unheard of", button)
