"""The window is dressed as the writer chose, and can be dressed again at any time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.paths import resource
from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.theme import Theme, palette, style_sheet
from weeknotes_desktop.ui.tokens import DARK, LIGHT, Tokens

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_dark_is_dark_and_light_is_light(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, Look.DARK)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.page
    theme.apply(qapp, Look.LIGHT)
    assert theme.tokens is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == LIGHT.page


def test_the_look_of_the_system_is_light_where_the_system_says_nothing(
    theme: Theme, qapp: QApplication
) -> None:
    theme.apply(qapp, Look.DARK)
    theme.apply(qapp, Look.SYSTEM)
    known = qapp.styleHints().colorScheme()
    assert theme.tokens is (DARK if known is Qt.ColorScheme.Dark else LIGHT)


def test_those_who_paint_themselves_hear_of_another_look(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, Look.DARK)
    with qtbot.waitSignal(theme.changed):
        theme.scale_text(1.5)


def test_text_grows_everywhere(theme: Theme, qapp: QApplication) -> None:
    before, length = qapp.font().pointSizeF(), theme.dots(100)
    theme.scale_text(2.0)
    assert qapp.font().pointSizeF() == pytest.approx(before * 2)
    assert theme.font("small").pointSizeF() == pytest.approx(fonts.BODY * 2 * 0.93)
    assert theme.dots(100) == length * 2


@BOTH
def test_every_role_has_a_colour_of_ours_in_every_state(tokens: Tokens) -> None:
    dress, ours = palette(tokens), {value.lower() for value in tokens.colours().values()}
    roles = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
    groups = (
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    )
    foreign = [
        (group.name, role.name)
        for group in groups
        for role in roles
        if dress.color(group, role).name() not in ours
    ]
    assert foreign == []


@BOTH
def test_no_template_is_left_with_a_name_in_it(tokens: Tokens) -> None:
    assert "$" not in style_sheet(tokens)


def test_colours_stand_in_the_tokens_only() -> None:
    folder = resource("styles/window")
    written = {
        file.name: re.findall(r"#[0-9A-Fa-f]{3,8}\s*;|rgba?\(", file.read_text(encoding="utf-8"))
        for file in folder.glob("*.qss")
    }
    assert {name: found for name, found in written.items() if found} == {}


def test_qt_understands_every_line_of_the_style_sheet(theme: Theme, qtbot: QtBot) -> None:
    # Qt warns about what it cannot parse, and a warning fails the test.
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(theme.tokens))
    button.ensurePolished()


@pytest.mark.parametrize("family", [fonts.INTERFACE, fonts.READING, fonts.MONO])
def test_our_fonts_are_there(theme: Theme, family: str) -> None:
    fonts.load_reading()
    font = theme.font()
    font.setFamily(family)
    assert QFontInfo(font).family() == family


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_interface_has_the_weights_it_is_drawn_in(theme: Theme, weight: int) -> None:
    assert QRawFont.fromFont(theme.font(weight=weight)).weight() == weight


def test_every_letter_that_weeknotes_are_made_of_is_in_our_fonts(theme: Theme) -> None:
    for family in (fonts.INTERFACE, fonts.READING, fonts.MONO):
        font = theme.font()
        font.setFamily(family)
        raw = QRawFont.fromFont(font)
        letters = "aZ09 ’“”‘–—…·•†×«»äßçøœłőžšğ€£αΩжЯ→"
        assert [letter for letter in letters if not raw.supportsCharacter(ord(letter))] == [], (
            family
        )


def test_each_font_has_its_licence_beside_it() -> None:
    licences = " ".join(path.read_text(encoding="utf-8") for path in _licences())
    for name in ("Inter Project", "Literata Project", "JetBrains Mono Project"):
        assert name in licences
    assert len(_licences()) == 3


def _licences() -> list[Path]:
    return sorted(resource("fonts").glob("*OFL*"))
