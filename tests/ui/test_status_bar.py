"""The status bar says where the text is, in words."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from weeknotes_desktop.presenters.keeping import Kept, Safety
from weeknotes_desktop.presenters.status import StatusState, StatusView
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme

NOON = datetime(2021, 4, 23, 12, 4)  # noqa: DTZ001


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> StatusBar:
    made = StatusBar(theme)
    qtbot.addWidget(made)
    return made


def said(bar: StatusBar) -> list[str]:
    words = [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]
    return [word for word in words if word]


def test_saved(bar: StatusBar) -> None:
    view: StatusView = bar
    view.draw(StatusState(kept=Kept(Safety.SAVED, NOON), words=412, minutes=2))
    assert said(bar) == ["Saved 12:04", "412 words · 2 min read"]


def test_typing(bar: StatusBar) -> None:
    bar.draw(StatusState(kept=Kept(Safety.TYPING), words=1, minutes=1))
    assert said(bar) == ["Typing…", "1 word · 1 min read"]


def test_not_on_disk_says_why_and_that_nothing_is_lost(bar: StatusBar) -> None:
    bar.draw(StatusState(kept=Kept(Safety.NOT_ON_DISK, NOON, "The disk is full."), words=9))
    (sentence,) = said(bar)
    assert sentence == (
        "⚠ Not on disk since 12:04: the disk is full. "
        "Your text is safe in this window; saving goes on by itself."
    )
    bar.draw(StatusState(kept=Kept(Safety.SAVED, NOON)))
    assert said(bar) == ["Saved 12:04", "0 words"]


def test_without_a_note_it_is_empty_but_for_a_remark(bar: StatusBar) -> None:
    bar.draw(StatusState(remark="The preview is simplified."))
    assert said(bar) == ["The preview is simplified."]


def test_no_sentence_makes_the_window_wider(bar: StatusBar) -> None:
    bar.draw(
        StatusState(kept=Kept(Safety.NOT_ON_DISK, NOON, "The disk is full."), remark="word " * 90)
    )
    assert bar.minimumSizeHint().width() < 300
