"""The window that shows what changed since a note was published."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.comparison import Change, Piece, compare
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.since_published import Part
from weeknotes_desktop.presenters.folding import fold
from weeknotes_desktop.presenters.since_published import (
    NOTHING,
    ChangedPart,
    SincePublishedState,
)
from weeknotes_desktop.ui.since_published.window import SincePublishedWindow
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.comparison import ComparisonView

FRIDAY = datetime(2021, 4, 23, 17, 6, tzinfo=UTC)


def changed(part: Part, old: str, new: str, reader: Audience | None = None) -> ChangedPart:
    return ChangedPart(part, reader, fold(compare(old, new)))


def replaced(part: Part, old: str, new: str) -> ChangedPart:
    return ChangedPart(part, None, (Piece(Change.GONE, old), Piece(Change.NEW, new)))


STATE = SincePublishedState(
    label="Weeknote v10.16",
    at=FRIDAY - timedelta(hours=5),
    parts=(
        replaced(Part.READERS, "team", "public"),
        changed(Part.TITLE, "Rope", "Ropes"),
        replaced(Part.WEEK, "2021-W15", "2021-W16"),
        replaced(Part.DAY, "2021-04-16", "2021-04-23"),
        changed(Part.TEXT, "It held.", "It holds.", Audience.TEAM),
    ),
    came=3,
    gone=1,
    hint="",
    may_publish=True,
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> SincePublishedWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    return SincePublishedWindow(theme, main, lambda: FRIDAY)


def said(window: SincePublishedWindow) -> list[str]:
    labels = window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def button(window: SincePublishedWindow, words: str) -> QPushButton:
    (found,) = (one for one in window.findChildren(QPushButton) if one.text() == words)
    return found


def text_of(window: SincePublishedWindow) -> ComparisonView:
    (found,) = window.findChildren(ComparisonView)
    return found


def test_each_part_stands_under_its_heading_in_the_writers_words(
    window: SincePublishedWindow,
) -> None:
    window.draw(STATE)
    window.come()
    assert said(window) == [
        "Weeknote v10.16: changed since it was published",
        "Published today, 12:06. Readers see it as it was then.",
        "3 words new",
        "1 word gone",
    ]
    assert text_of(window).toPlainText().split("\n") == [
        *("Who may read", "Team", "Public", ""),
        *("Title", "RopeRopes", ""),
        *("Week", "Week 15, 12–18 April 2021", "Week 16, 19–25 April 2021", ""),
        *("Publication day", "16 April 2021", "23 April 2021", ""),
        *("Text, as the team reads it", "It heldholds."),
    ]


def test_who_does_not_see_how_it_is_marked_is_told_what_is_new_and_what_is_gone(
    window: SincePublishedWindow,
) -> None:
    window.draw(STATE)
    spoken = text_of(window).accessibleDescription()
    assert "Title. Gone: Rope. New: Ropes." in spoken
    assert "Text, as the team reads it. Gone: held. New: holds" in spoken
    assert text_of(window).accessibleName() == "What is different now"


def test_publishing_again_and_closing_are_a_key_away(window: SincePublishedWindow) -> None:
    window.draw(STATE)
    window.come()
    assert window.focusWidget() is text_of(window)
    spy = QSignalSpy(window.publish_chosen)
    publish = button(window, "Publish…")
    publish.setFocus()
    QTest.keyClick(publish, Qt.Key.Key_Return)
    assert spy.count() == 1
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.come()
    QTest.mouseClick(button(window, "Close"), Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_where_there_is_nothing_to_compare_it_says_so_and_offers_nothing(
    window: SincePublishedWindow,
) -> None:
    window.draw(SincePublishedState(label="Weeknote v10.16", hint=NOTHING))
    window.come()
    assert said(window) == ["Weeknote v10.16: changed since it was published", NOTHING]
    assert not text_of(window).isVisible()
    assert not button(window, "Publish…").isVisible()
    assert window.focusWidget() is button(window, "Close")


def test_a_library_that_can_only_be_read_offers_no_publishing(
    window: SincePublishedWindow,
) -> None:
    window.draw(
        SincePublishedState(
            label="Weeknote v10.16", at=FRIDAY, parts=STATE.parts, hint="", may_publish=False
        )
    )
    window.come()
    assert text_of(window).isVisible()
    assert not button(window, "Publish…").isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_however_small_the_window_is_made(
    window: SincePublishedWindow, theme: Theme, scale: float
) -> None:
    theme.scale_text(scale)
    window.draw(STATE)
    window.come()
    window.resize(1, 1)
    for label in window.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
