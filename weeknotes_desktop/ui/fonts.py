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
    """Make our fonts known; about five milliseconds, before the first paint.

    A font that cannot be read is passed over: Qt then takes the nearest the
    system has, and nothing else changes.
    """
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
