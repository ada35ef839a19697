"""The fonts the program brings along, so that it looks the same everywhere."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from weeknotes_desktop.paths import resource

INTERFACE = "Inter"
READING = "Literata"
MONO = "JetBrains Mono"

# At 100 % text, in points.
BODY = 10.0


def load() -> None:
    """Make the fonts of window and source known, before the first paint.

    A font that cannot be read is passed over: Qt then takes the nearest the
    system has, and nothing else changes.
    """
    for family in (INTERFACE, MONO):
        _load(family)


def load_reading() -> None:
    """Make the font of the simple preview known; more than once does no harm."""
    if not QFontDatabase.hasFamily(READING):
        _load(READING)


def _load(family: str) -> None:
    for file in sorted(resource("fonts").glob(f"{family.replace(' ', '')}-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
