"""Words of the dialog: they wrap, and begin where one begins to read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy

from weeknotes_desktop.ui.capture.leading import LeadingLabel
from weeknotes_desktop.ui.words import breakable


def words(text: str = "", name: str = "publishMessage") -> QLabel:
    """Words that wrap, also inside a word that is too long."""
    label = LeadingLabel(name, breakable(text))
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def heading(text: str) -> QLabel:
    """What stands over a column, in small capitals."""
    return words(text.upper(), "publishHeading")
