"""An editor pane in a window, as wide as the writer's screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import clock
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.theme import Theme


@pytest.fixture
def preview() -> QLabel:
    return QLabel("what readers see")


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, preview: QLabel) -> EditorPane:
    pane = EditorPane(theme, clock)
    pane.take_preview(preview)
    pane.tint_hidden(hidden_spans)
    pane.show_mode(Mode.SPLIT)
    qtbot.addWidget(pane)
    pane.resize(1_200, 800)
    pane.show()
    return pane
