"""The back-ups window says which back-ups there are and what restoring one would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.backup import BackUp, Consequence, Fate, Reason
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.back_ups import BackUpsState, BackUpsView, Doing
from weeknotes_desktop.ui.back_ups.window import BackUpsWindow
from weeknotes_desktop.ui.back_ups.words import back_up_rows, change_rows
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.sections import Entry, Heading
from weeknotes_desktop.ui.words import spoken_day

TODAY = date(2021, 4, 23)
FOLDER = Path("/home/me/notes/backups")


def made(day: int, hour: int, reason: Reason) -> BackUp:
    at = datetime(2021, 4, day, hour, 30, tzinfo=UTC)
    return BackUp(path=FOLDER / f"{day}-{hour}.db", made_at=at, reason=reason, size=1_234_567)


ONES = (
    made(23, 11, Reason.CHANGES),
    made(23, 9, Reason.START),
    made(22, 17, Reason.BEFORE_IMPORT),
    made(3, 8, Reason.BEFORE_RESTORE),
)
CHANGES = (
    Consequence(fate=Fate.GOES, kind="goal", id="g", week=Week(2021, 16), text="Lend one book"),
    Consequence(
        fate=Fate.COMES_BACK,
        kind="note",
        id="n",
        week=Week(2020, 53),
        text="Chalk",
        label="Weeknote 53.2020",
    ),
    Consequence(fate=Fate.COMES_BACK, kind="note", id="m", week=Week(2020, 9), text="", label="7"),
)
STATE = BackUpsState(
    today=TODAY, back_ups=ONES, folder=FOLDER, chosen=ONES[0].path, changes=CHANGES
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[BackUpsWindow]:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    window = BackUpsWindow(theme, main)
    window.draw(STATE)
    with qtbot.waitExposed(window):
        window.come()
    yield window
    window.close()


def the_list(window: BackUpsWindow) -> SectionList:
    return next(
        one for one in window.findChildren(SectionList) if one.accessibleName() == "Back-ups"
    )


def button(window: BackUpsWindow, words: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if one.text() == words)


def words_of(window: BackUpsWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.text()]


def test_back_ups_stand_under_their_day_newest_first(theme: Theme) -> None:
    rows = back_up_rows(ONES, None, TODAY)
    assert [row.text for row in rows] == [
        "Today", "11:30", "09:30", "Yesterday", "17:30", "3 April", "08:30",
    ]  # fmt: skip
    assert [row.second for row in rows if isinstance(row, Entry)] == [
        "While you wrote",
        "At the start",
        "Before an import",
        "Before a restore",
    ]
    assert {row.aside for row in rows if isinstance(row, Entry)} == {"1.2 MB"}
    assert spoken_day(date(2020, 4, 3), TODAY) == "3 April 2020"


def test_every_reason_has_words(theme: Theme) -> None:
    rows = back_up_rows(tuple(replace(ONES[0], reason=reason) for reason in Reason), None, TODAY)
    said = [row.second for row in rows if isinstance(row, Entry)]
    assert len(set(said)) == len(Reason)


def test_what_would_change_stands_under_what_would_become_of_it(theme: Theme) -> None:
    rows = change_rows(CHANGES)
    assert [(row.text, row.aside) for row in rows if isinstance(row, Heading)] == [
        ("Comes back", "2"),
        ("Goes", "1"),
    ]
    assert [(row.text, row.second) for row in rows if isinstance(row, Entry)] == [
        ("Chalk", "Weeknote 53.2020 · 28 December–3 January 2021"),
        ("7", "24 February–1 March 2020"),
        ("Lend one book", "Goal · 19–25 April 2021"),
    ]


def test_arrows_choose_and_enter_leads_to_the_button_that_restores(
    window: BackUpsWindow, qtbot: QtBot
) -> None:
    view: BackUpsView = window
    view.draw(STATE)
    listed = the_list(window)
    assert listed.hasFocus()
    with qtbot.waitSignal(window.back_up_chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert chosen.args == [ONES[1].path]
    QTest.keyClick(listed, Qt.Key.Key_Return)
    restore = button(window, "Restore")
    assert restore.hasFocus()
    with qtbot.waitSignal(window.restore_chosen):
        QTest.keyClick(restore, Qt.Key.Key_Space)


def test_drawing_is_no_choice(window: BackUpsWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.back_up_chosen):
        window.draw(replace(STATE, chosen=ONES[2].path))
        window.draw(replace(STATE, back_ups=ONES[1:], chosen=ONES[3].path))
    index = the_list(window).currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "3 April, 08:30, Before a restore, 1.2 MB"
    )


def test_what_is_chosen_is_named_with_its_reason(window: BackUpsWindow) -> None:
    said = words_of(window)
    assert "Today, 11:30" in said
    assert "While you wrote · 1.2 MB" in said


@pytest.mark.parametrize(
    ("changed", "words", "may_restore"),
    [
        ({}, "What restoring it would change", True),
        ({"changes": None}, "Looking what would change…", False),
        ({"changes": ()}, "Nothing would change.", False),
        ({"changes": None, "problem": "It cannot be read."}, "It cannot be read.", False),
        ({"doing": Doing.RESTORING}, "Restoring…", False),
    ],
)
def test_only_what_would_change_something_can_be_restored(
    window: BackUpsWindow, changed: dict[str, object], words: str, may_restore: bool
) -> None:
    window.draw(replace(STATE, **changed))  # type: ignore[arg-type]
    assert words in words_of(window)
    assert button(window, "Restore").isEnabled() == may_restore


def test_a_back_up_that_was_damaged_already_says_so(window: BackUpsWindow) -> None:
    damaged = replace(ONES[0], whole=False)
    rows = back_up_rows((damaged,), None, TODAY)
    assert [row.second for row in rows if isinstance(row, Entry)] == ["While you wrote, damaged"]
    window.draw(replace(STATE, back_ups=(damaged,)))
    assert "While you wrote · 1.2 MB · a part of it was damaged already" in words_of(window)


def test_a_button_that_cannot_be_pressed_gives_the_keyboard_back(window: BackUpsWindow) -> None:
    button(window, "Restore").setFocus()
    window.draw(replace(STATE, changes=()))
    assert the_list(window).hasFocus()


def test_without_a_back_up_one_line_says_so(window: BackUpsWindow) -> None:
    window.draw(replace(STATE, back_ups=(), chosen=None, changes=None))
    assert words_of(window)[0] == "No back-up yet. The first one is made while you write."
    assert not the_list(window).isVisible()


@pytest.mark.parametrize("may_copy", [True, False])
def test_where_notes_can_only_be_read_nothing_is_promised_or_offered_that_cannot_be(
    may_copy: bool, window: BackUpsWindow
) -> None:
    window.draw(replace(STATE, may_write=False, may_copy=may_copy))
    assert not button(window, "Restore").isEnabled()
    assert "Your notes can only be read here, so nothing can be restored." in words_of(window)
    window.draw(
        replace(STATE, back_ups=(), chosen=None, changes=None, may_write=False, may_copy=may_copy)
    )
    said = words_of(window)[0]
    assert said.startswith("There is no back-up of these notes here, and none is made")
    assert said.endswith("another folder.") == may_copy
    assert not button(window, "Back up now").isEnabled()
    assert button(window, "Change folder…").isEnabled() == may_copy


def test_a_file_from_elsewhere_stands_on_top(window: BackUpsWindow) -> None:
    path = Path("/media/stick/notes.db")
    window.draw(replace(STATE, elsewhere=path, chosen=path))
    assert {"notes.db", "/media/stick"} <= set(words_of(window))
    assert the_list(window).currentIndex().row() == 1


def test_each_button_says_what_is_wanted(window: BackUpsWindow, qtbot: QtBot) -> None:
    for words, signal in (
        ("Back up now", window.back_up_wanted),
        ("Choose a file…", window.file_wanted),
        ("Change folder…", window.folder_wanted),
        ("Open folder", window.folder_shown),
    ):
        with qtbot.waitSignal(signal) as said:
            button(window, words).click()
        assert said.args in ([], [FOLDER])
    window.draw(replace(STATE, doing=Doing.BACKING_UP))
    assert not button(window, "Backing up…").isEnabled()


def test_a_cloud_folder_is_told_with_the_way_out_of_it(window: BackUpsWindow, qtbot: QtBot) -> None:
    leave = button(window, "Keep only back-ups there")
    assert not leave.isVisible()
    window.draw(replace(STATE, cloud="Dropbox"))
    assert words_of(window)[0].startswith("Your notes file lies in Dropbox")
    assert not leave.isVisible()
    window.draw(replace(STATE, cloud="Dropbox", may_move=True))
    assert leave.isVisible()
    with qtbot.waitSignal(window.cloud_left):
        leave.click()
    window.draw(replace(STATE, cloud="Dropbox", may_move=True, moves=True))
    assert words_of(window)[0].startswith("Your notes file leaves Dropbox")
    assert not leave.isVisible()


def test_escape_closes_the_window(window: BackUpsWindow) -> None:
    QTest.keyClick(the_list(window), Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_it_fits_a_small_screen_at_twice_the_text_size(window: BackUpsWindow, theme: Theme) -> None:
    theme.scale_text(2.0)
    window.draw(replace(STATE, cloud="Nextcloud"))
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 700


def test_times_follow_the_language_of_the_writer(theme: Theme) -> None:
    QLocale.setDefault(QLocale("en_US"))
    rows = back_up_rows(ONES[:1], None, TODAY)
    assert rows[1].text.replace("\u202f", " ") == "11:30 AM"


@pytest.mark.parametrize(
    ("damaged", "said"),
    [(1, "One thing in it is damaged; "), (12, "12 things in it are damaged; ")],
)
def test_what_is_damaged_in_the_chosen_back_up_is_said_beside_it(
    damaged: int, said: str, window: BackUpsWindow
) -> None:
    window.draw(STATE)
    assert not any("damaged; " in words for words in words_of(window))
    window.draw(replace(STATE, damaged=damaged))
    assert any(words.startswith(said) for words in words_of(window))
