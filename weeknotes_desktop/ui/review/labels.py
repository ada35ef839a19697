"""Words that wrap, the heading over a part of a page, and what is said where nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from weeknotes_desktop.ui.words import breakable


def words(text: str = "", name: str = "reviewWords") -> QLabel:
    """Words that wrap, also inside a word that is too long."""
    label = QLabel(breakable(text))
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def heading(text: str) -> QLabel:
    """What stands over a part of a page, in small capitals."""
    return words(text.upper(), "reviewHeading")


def hint(text: str = "") -> QLabel:
    """What to do next where there is nothing to see."""
    return words(text, "sideHint")
