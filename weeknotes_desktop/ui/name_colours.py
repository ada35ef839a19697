"""The colours that categories and tags may have, light and dark; calm, and told apart by words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from weeknotes_desktop.domain.names import NameColour
from weeknotes_desktop.ui.theme import Theme

# As every mark, at least 3:1 on panel and page.
_LIGHT = {
    NameColour.SEA: "#2F7F93",
    NameColour.LEAF: "#4F8A3D",
    NameColour.SAND: "#A07A1E",
    NameColour.CLAY: "#B5654A",
    NameColour.PLUM: "#8B5A94",
    NameColour.SLATE: "#6B7280",
}
_DARK = {
    NameColour.SEA: "#6DB9CC",
    NameColour.LEAF: "#8CC27A",
    NameColour.SAND: "#D5B45E",
    NameColour.CLAY: "#DE9A82",
    NameColour.PLUM: "#C09AC8",
    NameColour.SLATE: "#A3ABB8",
}


def shade(colour: NameColour, theme: Theme) -> QColor:
    """What the colour is in today's look."""
    return QColor((_DARK if theme.tokens.dark else _LIGHT)[colour])


def colour_word(colour: NameColour) -> str:
    """What the colour is called."""
    return {
        NameColour.SEA: _tr("Sea"),
        NameColour.LEAF: _tr("Leaf"),
        NameColour.SAND: _tr("Sand"),
        NameColour.CLAY: _tr("Clay"),
        NameColour.PLUM: _tr("Plum"),
        NameColour.SLATE: _tr("Slate"),
    }[colour]


def _tr(text: str) -> str:
    return QCoreApplication.translate("NameColours", text)
