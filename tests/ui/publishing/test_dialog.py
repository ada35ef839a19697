"""The dialog shows what leaves and what stays, and can be used without a mouse and without eyes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.before_publishing import Kept, Point, Stays, StaysHere, Way
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.last_gate import Leak
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look, Where
from weeknotes_desktop.presenters.publishing_state import Card, Page, PublishingState, Work
from weeknotes_desktop.ui.publishing.day_edit import DayEdit
from weeknotes_desktop.ui.publishing.dialog import PublishDialog
from weeknotes_desktop.ui.publishing.shade import Shade
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.use_cases.publish_to import Step

W = TypeVar("W", bound=QWidget)

SLIP = Slip(check="spelling", message="?", start=0, end=3, words="mud")
POINTS = (
    Point(check="what stays here", ok=True, message="1 passage stays here", way=Way.SHOW),
    Point(check="label", ok=True, message="10.16 is the right number"),
    Point(
        check="spelling",
        ok=False,
        message="1 word may be misspelt: mud",
        detail="mad · mug",
        way=Way.FIX,
        slips=(SLIP,),
    ),
    Point(
        check="goal without outcome",
        ok=False,
        message="1 goal has no outcome yet",
        way=Way.ANSWER,
        goal_ids=("g",),
        about=("g",),
    ),
)
STAYS = Stays((StaysHere(Kept.PASSAGE, "The lease ends.", "line 4"),), "We caulked.\n")
SITE = Card(where=Where.SITE, place=Path("/srv/site"), changes=16)
STATE = PublishingState(
    title="High water",
    label="Weeknote 10.16",
    points=POINTS,
    stays=STAYS,
    cards=(SITE, *(Card(where=where) for where in list(Where)[1:])),
    audiences=(Audience.TEAM, Audience.PUBLIC),
    day=date(2021, 4, 23),
)
LEAKS = tuple(
    Leak(
        id=words[:3],
        words=words,
        place="a private passage of “10.16”",
        note_id=None,
        file="2021/w16/index.html",
        around=f"and {words.lower()} so",
        published=False,
    )
    for words in ("The lease ends in May", "All of us will move to the pier")
)


@pytest.fixture
def main(qtbot: QtBot, theme: Theme) -> QMainWindow:
    main = QMainWindow()
    qtbot.addWidget(main)
    main.resize(1440, 900)
    main.show()
    return main


@pytest.fixture
def dialog(qtbot: QtBot, main: QMainWindow, theme: Theme) -> PublishDialog:
    dialog = PublishDialog(theme, main)
    dialog.draw(STATE)
    with qtbot.waitExposed(dialog):
        dialog.come()
    return dialog


def texts(dialog: QWidget) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def named(dialog: QWidget, kind: type[W], words: str) -> W:
    (found,) = (
        one
        for one in dialog.findChildren(kind)
        if one.isVisible() and words in (one.text() if hasattr(one, "text") else "")
    )
    return found


def rest_of(dialog: PublishDialog) -> list[str]:
    """The words of what Tab stops at, until it is back where it began."""
    begin = QApplication.focusWidget()
    told: list[str] = []
    while True:
        now = QApplication.focusWidget()
        assert now is not None
        assert now.window() is dialog
        words = now.text() if isinstance(now, QPushButton | QRadioButton) else "a day"
        if told[-1:] != [words] or words != "a day":
            # Within a day Tab goes on from its number to its month.
            told.append(words)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is begin:
            return told


def test_it_says_what_the_picture_says(dialog: PublishDialog) -> None:
    said = texts(dialog)
    for words in (
        "Publish “High water”",
        "Weeknote 10.16",
        "BEFORE IT LEAVES THIS MACHINE",
        "1 word may be misspelt: mud",
        "mad · mug",
        "Pages, archives and feed · 16 pages will change",
        "Marks it published on 23 April.",
        "2 things to look at – you can publish anyway",
    ):
        assert words in said
    assert [said.count(mark) for mark in ("✓", "!")] == [2, 2]


def test_drawing_is_silent(dialog: PublishDialog) -> None:
    choice = dialog.choice
    signals = (
        choice.where_chosen,
        choice.audience_chosen,
        choice.day_chosen,
        choice.points.followed,
        choice.points.silenced,
        dialog.published,
        dialog.cancelled,
    )
    spies = [QSignalSpy(signal) for signal in signals]
    for where in Where:
        dialog.draw(replace(STATE, where=where, day=date(2020, 1, 1), audience=Audience.TEAM))
    dialog.draw(replace(STATE, page=Page.LEAKS, leaks=LEAKS))
    dialog.draw(STATE)
    assert [spy.count() for spy in spies] == [0] * len(spies)


def test_tab_goes_as_one_reads_and_stays_in_the_dialog(dialog: PublishDialog) -> None:
    named(dialog, QPushButton, "Show").setFocus()
    assert rest_of(dialog) == [
        "Show",
        "Fix",
        "Not in this note",
        "Answer",
        "Not in this note",
        "Static site folder",
        "Change…",
        "Public",
        "a day",
        "Cancel",
        "Publish",
    ]


def test_it_comes_with_the_keyboard_on_what_is_chosen(dialog: PublishDialog) -> None:
    assert named(dialog, QRadioButton, "Static site folder").hasFocus()


def test_arrows_choose_where_to(dialog: PublishDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.choice.where_chosen) as said:
        QTest.keyClick(named(dialog, QRadioButton, "Static site folder"), Qt.Key.Key_Down)
    assert said.args == [Where.FILE]


def test_a_card_can_be_pressed_anywhere(dialog: PublishDialog, qtbot: QtBot) -> None:
    card = named(dialog, QRadioButton, "Copy as HTML").parentWidget()
    assert card is not None
    with qtbot.waitSignal(dialog.choice.where_chosen) as said:
        place = QPoint(card.width() - 5, card.height() - 5)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [Where.CLIPBOARD]


def test_each_point_has_its_way_and_can_be_silenced(dialog: PublishDialog, qtbot: QtBot) -> None:
    points = dialog.choice.points
    for words, point in (("Show", 0), ("Fix", 2), ("Answer", 3)):
        with qtbot.waitSignal(points.followed) as said:
            QTest.mouseClick(named(dialog, QPushButton, words), Qt.MouseButton.LeftButton)
        assert said.args == [POINTS[point]]
    fix = named(dialog, QPushButton, "Fix")
    fix.setFocus()
    QTest.keyClick(fix, Qt.Key.Key_Tab)
    quiet = QApplication.focusWidget()
    assert isinstance(quiet, QPushButton)
    assert (quiet.text(), quiet.property("shown")) == ("Not in this note", True)
    with qtbot.waitSignal(points.silenced) as silenced:
        QTest.keyClick(quiet, Qt.Key.Key_Space)
    assert silenced.args == [POINTS[2]]


def test_who_cannot_see_is_told_as_much(dialog: PublishDialog) -> None:
    assert named(dialog, QPushButton, "Fix").accessibleName() == "Fix: 1 word may be misspelt: mud"
    marks = [one for one in dialog.findChildren(QLabel) if one.text() in "✓!" and one.text()]
    told = [one.accessibleName() for one in marks if one.isVisible()]
    assert told == ["All is well", "All is well", "Worth a look", "Worth a look"]
    face = QAccessible.queryAccessibleInterface(dialog)
    assert face.role() is QAccessible.Role.Dialog
    radio = named(dialog, QRadioButton, "Static site folder")
    assert "16 pages will change. /srv/site" in radio.accessibleDescription()
    for button in dialog.findChildren(QPushButton):
        assert not button.isVisible() or button.text() or button.accessibleName()


def test_enter_publishes_and_escape_turns_back(dialog: PublishDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.published):
        QTest.keyClick(named(dialog, QRadioButton, "Static"), Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.cancelled):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(dialog.cancelled):
        dialog.close()
    # Whether it goes, who publishes decides.
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.closed):
        dialog.go()
    assert not dialog.isVisible()


def enter(held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, Qt.Key.Key_Return, held)


@pytest.mark.parametrize("pressed", ["Cancel", "Show", "Not in this note", "Change…"])
def test_enter_publishes_whatever_was_pressed_the_last_time(
    dialog: PublishDialog, qtbot: QtBot, pressed: str
) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == pressed).setFocus()
    dialog.go()
    dialog.come()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.choice.chosen_stop())
    spies = [QSignalSpy(dialog.published), QSignalSpy(dialog.cancelled)]
    spies += [QSignalSpy(dialog.choice.points.followed), QSignalSpy(dialog.choice.points.silenced)]
    enter()
    assert [spy.count() for spy in spies] == [1, 0, 0, 0]


def test_enter_presses_the_button_that_has_the_keyboard(dialog: PublishDialog) -> None:
    spies = [QSignalSpy(dialog.published), QSignalSpy(dialog.cancelled)]
    spies += [QSignalSpy(dialog.choice.points.followed)]
    named(dialog, QPushButton, "Cancel").setFocus()
    enter()
    named(dialog, QPushButton, "Fix").setFocus()
    enter()
    assert [spy.count() for spy in spies] == [0, 1, 1]
    # It only says for whom, and says so already.
    named(dialog, QPushButton, "Public").setFocus()
    enter()
    assert [spy.count() for spy in spies] == [1, 1, 1]


def test_control_and_enter_publish_from_anywhere_on_the_page(dialog: PublishDialog) -> None:
    published, other = QSignalSpy(dialog.published), QSignalSpy(dialog.cancelled)
    (day,) = dialog.findChildren(DayEdit)
    stops = [named(dialog, QPushButton, words) for words in ("Cancel", "Fix", "Change…", "Public")]
    for stop in (*stops, named(dialog, QRadioButton, "HTML file"), day):
        stop.setFocus()
        enter(Qt.KeyboardModifier.ControlModifier)
    assert (published.count(), other.count()) == (6, 0)
    enter(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog.draw(replace(STATE, page=Page.STAYS))
    enter(Qt.KeyboardModifier.ControlModifier)
    dialog.draw(replace(STATE, work=Work(Step.MAKING)))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (published.count(), other.count()) == (6, 0)


def test_the_key_that_opened_it_publishes_nothing_while_it_is_held_down(
    dialog: PublishDialog,
) -> None:
    published = QSignalSpy(dialog.published)
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held, "", autorep=True)
        QApplication.sendEvent(dialog.choice.chosen_stop(), again)
    assert published.count() == 0


def test_once_a_folder_is_chosen_enter_publishes(
    dialog: PublishDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.draw(replace(STATE, cards=(replace(SITE, place=tmp_path), *STATE.cards[1:])))
    named(dialog, QPushButton, "Change…").setFocus()
    answers: list[QWidget] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QFileDialog)
        answers.append(asked)
        asked.accept()

    QTimer.singleShot(0, answer)
    with qtbot.waitSignal(dialog.place_chosen) as said:
        dialog.ask_place()
    assert (said.args, len(answers)) == ([str(tmp_path)], 1)
    publish = named(dialog, QPushButton, "Publish")
    qtbot.waitUntil(publish.hasFocus)


def test_when_it_could_not_be_published_the_keyboard_is_where_it_began(
    dialog: PublishDialog,
) -> None:
    publish = named(dialog, QPushButton, "Publish")
    publish.setFocus()
    dialog.draw(replace(STATE, work=Work(Step.MAKING)))
    dialog.draw(replace(STATE, trouble="There is no room left."))
    assert named(dialog, QRadioButton, "Static site folder").hasFocus()


def test_when_the_keyboard_is_far_down_it_is_in_sight(
    dialog: PublishDialog, main: QMainWindow, theme: Theme
) -> None:
    theme.scale_text(2)
    main.resize(QSize(1024, 700))
    card = named(dialog, QRadioButton, "Static site folder").parentWidget()
    assert card is not None

    def seen() -> bool:
        QApplication.processEvents()
        return card.visibleRegion().boundingRect() == card.rect()

    dialog.go()
    dialog.draw(replace(STATE, points=None))
    dialog.come()
    assert seen()
    dialog.draw(STATE)
    assert seen()
    dialog.go()
    dialog.come()
    assert seen()


def test_enter_in_the_day_takes_the_day_and_publishes_nothing(
    dialog: PublishDialog, qtbot: QtBot
) -> None:
    (day,) = dialog.findChildren(DayEdit)
    assert day.text() == "23 April 2021"
    spy = QSignalSpy(dialog.published)
    day.setFocus()
    with qtbot.waitSignal(dialog.choice.day_chosen) as said:
        QTest.keyClick(day, Qt.Key.Key_Down)
    assert said.args == [date(2021, 4, 22)]
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert spy.count() == 0


def test_the_window_lies_in_the_shade_while_the_dialog_is_there(
    dialog: PublishDialog, main: QMainWindow
) -> None:
    (shade,) = main.findChildren(Shade)
    assert shade.isVisible()
    assert dialog.isModal()
    main.resize(1200, 800)
    assert shade.geometry() == main.rect()
    dialog.go()
    assert not shade.isVisible()


def test_what_is_being_done_is_shown_and_can_only_be_stopped(
    dialog: PublishDialog, qtbot: QtBot
) -> None:
    dialog.draw(replace(STATE, work=Work(Step.MAKING, 12, 40)))
    assert "Making the pages · 12 of 40" in texts(dialog)
    (bar,) = dialog.findChildren(QProgressBar)
    assert (bar.value(), bar.maximum()) == (12, 40)
    assert not named(dialog, QPushButton, "Publish").isEnabled()
    assert not named(dialog, QRadioButton, "HTML file").isEnabled()
    with qtbot.waitSignal(dialog.cancelled):
        QTest.mouseClick(named(dialog, QPushButton, "Cancel"), Qt.MouseButton.LeftButton)
    dialog.draw(replace(STATE, work=Work(Step.MAKING, 13, 40), stopping=True))
    assert "Stopping…" in texts(dialog)


@pytest.mark.parametrize(
    ("state", "said", "may"),
    [
        ({"trouble": "There is no room left."}, "There is no room left.", True),
        (
            {"read_only": "This folder cannot be written."},
            "This folder cannot be written. Export and copy are still there.",
            False,
        ),
        ({"points": None}, "Looking through the note…", True),
        ({"points": POINTS[:2]}, "Nothing to look at", True),
        ({"points": POINTS[:3]}, "1 thing to look at – you can publish anyway", True),
        ({"title": ""}, "Publish", True),
        ({"before": date(2021, 4, 16)}, "It names 23 April from now on, and 16 April no more.", 1),
        (
            {"before": date(2021, 4, 23)},
            "It was published on 23 April; what is sent now takes its place.",
            True,
        ),
        ({"audiences": (Audience.TEAM,)}, "For the team, as the note is.", True),
        (
            {"cards": (replace(SITE, counting=True, changes=None), *STATE.cards[1:])},
            "Pages, archives and feed · counting what will change…",
            True,
        ),
        (
            {"cards": (replace(SITE, changes=1), *STATE.cards[1:])},
            "Pages, archives and feed · 1 page will change",
            True,
        ),
        (
            {"cards": (replace(SITE, changes=0), *STATE.cards[1:])},
            "Pages, archives and feed · no page will change",
            True,
        ),
        (
            {"cards": (replace(SITE, problem="There is no folder."), *STATE.cards[1:])},
            "There is no folder.",
            True,
        ),
    ],
)
def test_each_state_says_so(
    dialog: PublishDialog, state: dict[str, object], said: str, may: bool
) -> None:
    dialog.draw(replace(STATE, **state))  # type: ignore[arg-type]
    assert said in texts(dialog)
    assert named(dialog, QPushButton, "Publish").isEnabled() == may


def test_what_stays_stands_beside_what_leaves(dialog: PublishDialog, qtbot: QtBot) -> None:
    dialog.draw(replace(STATE, page=Page.STAYS))
    here, leaves = (one for one in dialog.findChildren(QPlainTextEdit) if one.isVisible())
    assert here.toPlainText() == "PRIVATE PASSAGE · line 4\nThe lease ends."
    assert leaves.toPlainText() == "We caulked.\n"
    assert here.hasFocus()
    assert here.isReadOnly()
    QTest.keyClick(here, Qt.Key.Key_Tab)
    assert leaves.hasFocus()
    with qtbot.waitSignal(dialog.cancelled):
        QTest.mouseClick(named(dialog, QPushButton, "Back"), Qt.MouseButton.LeftButton)
    dialog.draw(replace(STATE, page=Page.STAYS, stays=Stays((), "We caulked.\n")))
    assert "Nothing: all of this note may be read." in texts(dialog)


def test_a_leak_shows_both_places_and_no_key_lets_it_pass_by_chance(
    dialog: PublishDialog, qtbot: QtBot
) -> None:
    dialog.draw(replace(STATE, page=Page.LEAKS, leaks=LEAKS, remedy="Take it out."))
    said = texts(dialog)
    assert "Something private was about to leave, so nothing has left." in said
    for words in (
        "“The lease ends in May”",
        "It stands in a private passage of “10.16”.",
        "It would stand in 2021/w16/index.html:",
        "…and the lease ends in may so…",
        "Take it out.",
    ):
        assert words in said
    allowed = QSignalSpy(dialog.leaks.allowed)
    now = QApplication.focusWidget()
    assert isinstance(now, QPushButton)
    assert now.text() == "Back"
    QTest.keyClick(now, Qt.Key.Key_Return)
    assert (allowed.count(), QSignalSpy(dialog.published).count()) == (0, 0)
    first = next(
        one for one in dialog.findChildren(QPushButton) if one.text() == "This may be public"
    )
    assert first.accessibleName() == "This may be public: The lease ends in May"
    with qtbot.waitSignal(dialog.leaks.allowed) as passed:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert passed.args == [LEAKS[0].id]
    dialog.draw(replace(STATE, page=Page.LEAKS, leaks=LEAKS[1:]))
    assert "“The lease ends in May”" not in texts(dialog)


def test_a_leak_can_be_looked_at_where_it_stands_in_a_note(
    dialog: PublishDialog, qtbot: QtBot
) -> None:
    within = replace(LEAKS[0], note_id="n")
    dialog.draw(replace(STATE, page=Page.LEAKS, leaks=(within, LEAKS[1])))
    # The second stands in no note.
    show = named(dialog, QPushButton, "Show")
    assert show.accessibleName() == "Show: The lease ends in May"
    show.setFocus()
    assert rest_of(dialog) == ["Show", "This may be public", "This may be public", "Back"]
    with qtbot.waitSignal(dialog.leaks.shown) as said:
        QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert said.args == [within]


def test_whoever_silences_a_thing_does_not_silence_the_next_by_the_same_key(
    dialog: PublishDialog,
) -> None:
    quiet = [one for one in dialog.findChildren(QPushButton) if one.text() == "Not in this note"]
    next(one for one in quiet if "1 word" in one.accessibleName()).setFocus()
    # It was looked through again before it was silent.
    dialog.draw(replace(STATE, points=(*POINTS, replace(POINTS[2], message="2 words"))))
    now = QApplication.focusWidget()
    assert isinstance(now, QPushButton)
    assert now.accessibleName() == "Not in this note: 1 word may be misspelt: mud"
    dialog.draw(replace(STATE, points=(*POINTS[:2], POINTS[3])))
    now = QApplication.focusWidget()
    assert isinstance(now, QPushButton)
    assert now.accessibleName() == "Answer: 1 goal has no outcome yet"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_not_in_this_note_stands_on_no_other_words(
    dialog: PublishDialog, direction: Qt.LayoutDirection
) -> None:
    dialog.setLayoutDirection(direction)
    long = "mad · mug · hull · boat and another one that goes on for long"
    for point in (replace(POINTS[2], detail=long), POINTS[3], replace(POINTS[3], message=long)):
        dialog.draw(replace(STATE, points=(point,)))
        QApplication.processEvents()
        quiet = named(dialog, QPushButton, "Not in this note")
        quiet.setFocus()
        row = quiet.parentWidget()
        assert row is not None
        others = [one for one in row.findChildren(QPushButton) if one is not quiet]
        taken = [one.geometry() for one in others]
        taken += [
            label.geometry().marginsRemoved(label.contentsMargins())
            for label in row.findChildren(QLabel)
            if label.isVisible()
        ]
        assert row.rect().contains(quiet.geometry())
        assert not any(place.intersects(quiet.geometry()) for place in taken)
        quiet.clearFocus()


def test_the_keyboard_stays_near_a_point_that_went(dialog: PublishDialog) -> None:
    fix = named(dialog, QPushButton, "Fix")
    fix.setFocus()
    dialog.draw(replace(STATE, points=(*POINTS[:2], POINTS[3])))
    now = QApplication.focusWidget()
    assert now is not None
    assert now.window() is dialog
    assert isinstance(now, QPushButton)
    assert now.text() == "Answer"
    dialog.draw(replace(STATE, points=POINTS[:2]))
    then = QApplication.focusWidget()
    assert isinstance(then, QPushButton)
    assert then.text() == "Show"


@pytest.mark.parametrize(
    ("size", "scale"), [(QSize(1440, 900), 1), (QSize(1024, 700), 1), (QSize(1024, 700), 2)]
)
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_it_fits_whatever_there_is_to_say(
    dialog: PublishDialog,
    main: QMainWindow,
    theme: Theme,
    qapp: QApplication,
    size: QSize,
    scale: float,
    look: Look,
) -> None:
    theme.apply(qapp, look)
    theme.scale_text(scale)
    main.resize(size)
    long = "A very long word " * 60 + "x" * 400
    many = tuple(replace(POINTS[2], message=f"{nth} {long}") for nth in range(60))
    state = replace(STATE, title=long, label=long, points=many)
    for page in Page:
        leaks = tuple(replace(LEAKS[0], id=str(nth), words=long) for nth in range(30))
        dialog.draw(replace(state, page=page, leaks=leaks))
        QApplication.processEvents()
        inside = QRect(main.mapToGlobal(QPoint(0, 0)), main.size())
        assert inside.contains(dialog.geometry()), page
        for button in dialog.findChildren(QPushButton):
            if button.isVisible() and button.text() in ("Cancel", "Back", "Publish"):
                assert dialog.rect().contains(
                    QRect(button.mapTo(dialog, QPoint(0, 0)), button.size())
                )
        for label in dialog.findChildren(QLabel):
            if label.isVisible():
                right = label.mapTo(dialog, QPoint(label.width(), 0)).x()
                assert right <= dialog.width(), label.text()[:30]
