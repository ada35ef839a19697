"""The status bar says where the text is, in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from weeknotes_desktop.presenters.keeping import Kept, Safety
from weeknotes_desktop.presenters.status import BackedUp, PublishedLast, StatusState, StatusView
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.elided_button import ElidedButton

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


def at(day: int, *, year: int = 2021) -> datetime:
    return datetime(year, 4, day, 11, 48)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("when", "problem", "words"),
    [
        (None, "", "No back-up yet"),
        (None, "The disk is full.", "No back-up yet"),
        (at(23), "", "Backed up 11:48"),
        (at(22), "", "Backed up yesterday"),
        (at(3), "", "Backed up on 3 April"),
        (at(3, year=2020), "", "Backed up on 3 April 2020"),
        (at(23), "The disk is full.", "No back-up since 11:48"),
        (at(22), "The disk is full.", "No back-up since yesterday"),
        (at(3), "The disk is full.", "No back-up since 3 April"),
    ],
)
def test_it_says_when_there_was_a_back_up(
    bar: StatusBar, when: datetime | None, problem: str, words: str
) -> None:
    button = bar.findChild(QPushButton, "backedUp")
    assert isinstance(button, QPushButton)
    assert button.isHidden()
    today = date(2021, 4, 23)
    bar.draw(StatusState(backed_up=BackedUp(at=when, today=today, problem=problem)))
    assert button.text() == words
    assert button.accessibleName() == f"{words}. Show the back-ups."
    assert button.toolTip() == (problem or "Show the back-ups")
    assert bool(button.property("attention")) == bool(problem)


def test_the_keyboard_reaches_the_back_ups(bar: StatusBar, qtbot: QtBot) -> None:
    bar.draw(StatusState(backed_up=BackedUp(at=None, today=date(2021, 4, 23))))
    bar.show()
    button = bar.findChild(QPushButton, "backedUp")
    assert isinstance(button, QPushButton)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    with qtbot.waitSignal(bar.back_ups_chosen):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("misspelt", "slips", "words"),
    [(0, 0, ""), (1, 0, "1 spelling"), (0, 1, "1 slip"), (2, 3, "2 spelling · 3 slips")],
)
def test_it_says_how_much_there_is_to_look_at_and_leads_there(
    bar: StatusBar, qtbot: QtBot, misspelt: int, slips: int, words: str
) -> None:
    button = bar.findChild(QPushButton, "checked")
    assert isinstance(button, QPushButton)
    bar.draw(StatusState(kept=Kept(Safety.SAVED), misspelt=misspelt, slips=slips))
    assert button.text() == words
    assert button.isHidden() is not bool(words)
    if words:
        assert words in button.accessibleName()
        with qtbot.waitSignal(bar.checked_chosen):
            button.click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_where_there_is_no_room_the_remark_gives_way_first(
    bar: StatusBar, theme: Theme, scale: float
) -> None:
    theme.scale_text(scale)
    remark = "Started as root: the preview runs without its sandbox."
    saved = Kept(Safety.SAVED, NOON)
    bar.draw(StatusState(kept=saved, words=412, minutes=2, slips=3, remark=remark))
    bar.show()
    labels = {label.text(): label for label in bar.findChildren(QLabel)}
    for width in (2_400, round(420 * scale), round(500 * scale)):
        bar.resize(width, bar.height())
        QTest.qWait(0)
        whole = labels[remark].width() >= labels[remark].sizeHint().width()
        assert whole is (width == 2_400)
        for words in ("Saved 12:04", "412 words · 2 min read"):
            assert labels[words].width() >= labels[words].sizeHint().width()


def last(label: str = "v10.15", day: date = date(2021, 4, 16)) -> StatusState:
    published = PublishedLast(note_id="n", label=label, day=day, today=date(2021, 4, 23))
    return StatusState(
        kept=Kept(Safety.SAVED, NOON),
        words=412,
        minutes=2,
        backed_up=BackedUp(at=at(23), today=date(2021, 4, 23)),
        published=published,
    )


def published(bar: StatusBar) -> ElidedButton:
    (button,) = bar.findChildren(ElidedButton)
    return button


def test_it_says_which_note_was_published_last_and_leads_there(
    bar: StatusBar, qtbot: QtBot
) -> None:
    bar.resize(1_000, 30)
    bar.show()
    assert not published(bar).isVisible()
    bar.draw(last())
    QApplication.processEvents()
    button = published(bar)
    assert button.text() == "Last published: v10.15, 16 April"
    assert button.accessibleName() == "Last published: v10.15, 16 April. Open it."
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(bar.published_chosen) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert chosen.args == ["n"]
    bar.draw(last(day=date(2020, 4, 16)))
    assert button.words == "Last published: v10.15, 16 April 2020"
    bar.draw(StatusState())
    assert not button.isVisible()


def test_of_a_long_label_the_day_is_still_to_be_seen(bar: StatusBar) -> None:
    bar.resize(1_000, 30)
    bar.show()
    bar.draw(last("the one about the rope of the bridge and all that"))
    QApplication.processEvents()
    assert published(bar).text() == "Last published: the one about the rope…, 16 April"
    assert "bridge and all that, 16 April" in published(bar).toolTip()


def test_what_was_published_last_makes_room_for_where_the_text_is(bar: StatusBar) -> None:
    bar.show()
    bar.draw(last())
    kept = bar.findChild(QLabel, "kept")
    assert isinstance(kept, QLabel)
    shown = set()
    for width in range(700, 300, -10):
        bar.resize(width, 30)
        QApplication.processEvents()
        button = published(bar)
        if button.isVisible():
            assert kept.width() >= kept.sizeHint().width()
            assert button.text().startswith("Last publ")
        shown.add(button.text()[-1] if button.isVisible() else "")
    assert shown == {"l", "…", ""}
    bar.resize(1_000, 30)
    QApplication.processEvents()
    assert published(bar).text() == "Last published: v10.15, 16 April"
