"""An editor pane in a window, as wide as the writer's screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import clock
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture
def preview() -> QLabel:
    return QLabel("what readers see")


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, preview: QLabel) -> EditorPane:
    pane = EditorPane(theme, preview, hidden_spans, clock)
    qtbot.addWidget(pane)
    pane.resize(1_200, 800)
    pane.show()
    return pane
