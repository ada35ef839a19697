"""What every test of the window stands on: one application, dressed in our theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The one theme of the test run; fonts are loaded once."""
    theme = Theme()
    theme.apply(qapp, Look.LIGHT)
    return theme


@pytest.fixture
def theme(dressed: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme, light and at 100 %, whatever the test before did to it; words in English."""
    QLocale.setDefault(QLocale("en_GB"))
    yield dressed
    dressed.scale_text(1.0)
    dressed.apply(qapp, Look.LIGHT)
