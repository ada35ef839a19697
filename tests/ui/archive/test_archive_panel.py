"""The archive shows every note by month and says which one the user wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.archive import EVERYTHING
from weeknotes_desktop.domain.names import Colours, NameColour
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.presenters.archive import ArchiveState
from weeknotes_desktop.presenters.archive_rows import ArchiveRows
from weeknotes_desktop.presenters.archive_runs import arrange
from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.note_list import NoteList
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.theme import Theme

THIS_WEEK = Week(2021, 16)


def note(name: str, week: Week, title: str = "", **facts: object) -> NoteSummary:
    plain = NoteSummary(
        id=name,
        week=week,
        label=f"Weeknote v10.{week.number}",
        title=title,
        status=Status.PUBLISHED,
        audience=Audience.PUBLIC,
        category="",
        tags=(),
        words=100,
        goals_set=3,
        goals_met=1,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


NOTES = (
    note("a", THIS_WEEK, "A map of the waiting list", status=Status.DRAFT),
    note("b", THIS_WEEK.plus(-1), "Two doors, one key"),
    note("c", THIS_WEEK.plus(-3), ""),
)


def rows_for(notes: Sequence[NoteSummary], away: Mapping[Week, str] | None = None) -> ArchiveRows:
    weeks = [
        WrittenWeek(monday_of(week), tuple(note.id for note in group))
        for week, group in groupby(notes, key=lambda note: note.week)
    ]
    told = {monday_of(week): why for week, why in (away or {}).items()}
    runs = arrange(weeks, monday_of(THIS_WEEK), told)
    return ArchiveRows(runs, {note.id: note for note in notes})


def state(*notes: NoteSummary, chosen: str | None = "a", looked_for: str = "") -> ArchiveState:
    which = replace(EVERYTHING, words=looked_for) if looked_for else None
    return ArchiveState(rows=rows_for(notes), chosen=chosen, which=which)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ArchivePanel:
    made = ArchivePanel(theme)
    made.resize(263, 600)
    qtbot.addWidget(made)
    made.draw(state(*NOTES))
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows_of(panel: ArchivePanel) -> NoteList:
    found = panel.findChild(NoteList)
    assert isinstance(found, NoteList)
    return found


def field_of(panel: ArchivePanel) -> QLineEdit:
    found = panel.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def spoken(panel: ArchivePanel) -> list[str]:
    model = rows_of(panel).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def index_of(panel: ArchivePanel, words: str) -> QModelIndex:
    model = rows_of(panel).model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(index for index in rows if words in str(index.data()))


def click(panel: ArchivePanel, words: str, qtbot: QtBot) -> None:
    rows = rows_of(panel)
    place = rows.visualRect(index_of(panel, words)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_row_says_all_there_is_to_know(panel: ArchivePanel) -> None:
    assert spoken(panel) == [
        "This week",
        "A map of the waiting list, v10.16 · 19–25 April, draft, 1 of 3 goals done",
        "April 2021",
        "Two doors, one key, v10.15 · 12–18 April, published, 1 of 3 goals done",
        "No note for 5–11 April. Enter starts one.",
        "Weeknote v10.13, 29 March–4 April, published, 1 of 3 goals done",
    ]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("leave", "Away · leave · 5–11 April. Enter starts a note."),
        ("", "Away · 5–11 April. Enter starts a note."),
    ],
)
def test_a_week_away_says_why(panel: ArchivePanel, qtbot: QtBot, why: str, said: str) -> None:
    away = {THIS_WEEK.plus(-2): why}
    panel.draw(ArchiveState(rows=rows_for(NOTES, away)))
    assert spoken(panel)[4] == said
    with qtbot.waitSignal(panel.week_chosen):
        click(panel, "Away", qtbot)


def test_a_click_chooses_a_note(panel: ArchivePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.note_chosen) as said:
        click(panel, "Two doors", qtbot)
    assert said.args == ["b"]


def test_a_click_on_a_week_without_a_note_offers_to_start_one(
    panel: ArchivePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.week_chosen) as said:
        click(panel, "No note", qtbot)
    assert said.args == [THIS_WEEK.plus(-2)]


def test_a_heading_cannot_be_chosen(panel: ArchivePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.note_chosen), qtbot.assertNotEmitted(panel.week_chosen):
        click(panel, "April 2021", qtbot)


def test_arrows_move_past_headings_and_enter_chooses(panel: ArchivePanel, qtbot: QtBot) -> None:
    rows = rows_of(panel)
    panel.focus_list()
    with qtbot.assertNotEmitted(panel.note_chosen):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex() == index_of(panel, "Two doors")
    assert rows.selectionModel().isSelected(index_of(panel, "A map"))
    with qtbot.waitSignal(panel.note_chosen) as said:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert said.args == ["b"]


def test_letters_typed_in_the_list_look_for_a_note(panel: ArchivePanel, qtbot: QtBot) -> None:
    said: list[str] = []
    panel.looked_for.connect(said.append)
    panel.focus_list()
    QTest.keyClick(rows_of(panel), Qt.Key.Key_D)
    QTest.keyClicks(field_of(panel), "oor")
    assert said == ["d", "do", "doo", "door"]


def test_enter_in_the_field_opens_what_was_found(panel: ArchivePanel, qtbot: QtBot) -> None:
    panel.draw(state(NOTES[1], looked_for="door"))
    with qtbot.waitSignal(panel.note_chosen) as said:
        QTest.keyClick(field_of(panel), Qt.Key.Key_Return)
    assert said.args == ["b"]


def test_escape_in_the_field_shows_everything_again(panel: ArchivePanel, qtbot: QtBot) -> None:
    QTest.keyClicks(field_of(panel), "door")
    with qtbot.waitSignal(panel.looked_for) as said:
        QTest.keyClick(field_of(panel), Qt.Key.Key_Escape)
    assert said.args == [""]


def test_drawing_is_silent(panel: ArchivePanel, qtbot: QtBot) -> None:
    signals = (panel.note_chosen, panel.week_chosen, panel.looked_for)
    with (
        qtbot.assertNotEmitted(signals[0]),
        qtbot.assertNotEmitted(signals[1]),
        qtbot.assertNotEmitted(signals[2]),
    ):
        panel.draw(state(*NOTES, chosen="b", looked_for="anything"))
        panel.draw(state(chosen=None))
        panel.draw(state(*NOTES, chosen="c"))


def test_where_nothing_is_found_the_pane_says_so(panel: ArchivePanel) -> None:
    panel.draw(ArchiveState(rows=ArchiveRows(), hint="No note says “xyz”."))
    shown = [child.text() for child in panel.findChildren(type(panel._hint)) if child.isVisible()]
    assert "No note says “xyz”." in shown
    panel.draw(state(*NOTES))
    assert not panel._hint.isVisible()


def many(count: int) -> tuple[NoteSummary, ...]:
    return tuple(note(str(at), THIS_WEEK.plus(-at), f"Week {at}") for at in range(count))


def test_the_place_scrolled_to_stays_when_a_note_changes(panel: ArchivePanel) -> None:
    notes = list(many(100))
    panel.draw(state(*notes, chosen="0"))
    rows = rows_of(panel)
    rows.verticalScrollBar().setValue(900)
    notes[20] = replace(notes[20], title="Another title")
    panel.draw(state(*notes, chosen="0"))
    assert rows.verticalScrollBar().value() == 900
    assert index_of(panel, "Another title").isValid()


def test_the_keyboard_stays_on_its_note_when_another_comes_in_above(panel: ArchivePanel) -> None:
    panel.draw(state(*NOTES[1:], chosen="b"))
    panel.focus_list()
    assert rows_of(panel).currentIndex() == index_of(panel, "Two doors")
    panel.draw(state(note("z", THIS_WEEK, "An essay"), *NOTES, chosen="b"))
    assert rows_of(panel).currentIndex() == index_of(panel, "Two doors")


def test_the_open_note_is_in_sight_also_far_down_in_thousands(panel: ArchivePanel) -> None:
    panel.draw(state(*many(5_000), chosen="4900"))
    rows = rows_of(panel)
    seen = rows.visualRect(index_of(panel, "Week 4900"))
    assert rows.viewport().rect().contains(seen)
    assert seen.height() > 0


def test_the_same_rows_again_change_nothing(panel: ArchivePanel, qtbot: QtBot) -> None:
    model = rows_of(panel).model()
    drawn = state(*many(50), chosen="3")
    panel.draw(drawn)
    with (
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
    ):
        panel.draw(state(*many(50), chosen="3"))


def test_any_change_of_rows_ends_with_the_new_rows() -> None:
    model = ArchiveModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    notes = many(30)
    for shown in (notes, notes[5:], notes[:7] + notes[20:], (), notes[::3], notes, notes[:1]):
        rows = rows_for(shown)
        model.show(rows)
        drawn = tuple(model.row(model.index(at)) for at in range(model.rowCount()))
        assert drawn == tuple(rows)


@pytest.mark.parametrize(
    "title", ["x" * 300, "two\nlines", "🎉 שלום", "   ", "Rindfleischetikettierung" * 9]
)
def test_no_title_breaks_a_row(panel: ArchivePanel, title: str, theme: Theme) -> None:
    plain = rows_of(panel).visualRect(index_of(panel, "Two doors")).height()
    panel.draw(state(note("odd", THIS_WEEK, title), chosen="odd"))
    theme.changed.emit()
    assert not panel.grab().isNull()
    assert rows_of(panel).visualRect(rows_of(panel).model().index(1, 0)).height() == plain


def test_everything_the_keyboard_reaches_has_a_name(panel: ArchivePanel) -> None:
    assert field_of(panel).accessibleName() == "Find a note"
    assert rows_of(panel).accessibleName() == "Notes"


def picture_of(panel: ArchivePanel, words: str) -> bytes:
    rows = rows_of(panel)
    picture = rows.viewport().grab(rows.visualRect(index_of(panel, words))).toImage()
    return bytes(picture.constBits())


@pytest.mark.parametrize(
    "colours",
    [
        Colours(categories={"Boats": NameColour.SEA}),
        Colours(tags={"river": NameColour.PLUM}),
        Colours(categories={"Boats": NameColour.SEA}, tags={"river": NameColour.PLUM}),
    ],
)
def test_a_row_shows_the_colours_of_its_category_and_tags(
    panel: ArchivePanel, colours: Colours
) -> None:
    named = note("n", THIS_WEEK.plus(-1), "Two doors", category="Boats", tags=("river",))
    other = note("o", THIS_WEEK.plus(-2), "Others", category="Talks")
    panel.draw(state(named, other, chosen=None))
    plain = picture_of(panel, "Two doors"), picture_of(panel, "Others")
    panel.draw(replace(state(named, other, chosen=None), colours=colours))
    assert picture_of(panel, "Two doors") != plain[0]
    assert picture_of(panel, "Others") == plain[1]


def test_a_week_is_brought_into_sight(panel: ArchivePanel) -> None:
    panel.draw(state(*many(500), chosen="0"))
    panel.show_week(THIS_WEEK.plus(-300))
    rows = rows_of(panel)
    assert rows.viewport().rect().contains(rows.visualRect(index_of(panel, "Week 300")))
    place = rows.verticalScrollBar().value()
    panel.show_week(Week(1999, 1))
    assert rows.verticalScrollBar().value() == place


def test_right_to_left_the_rows_leave_room_at_the_other_end(qtbot: QtBot, theme: Theme) -> None:
    made = ArchivePanel(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.changed.emit()
    made.resize(263, 600)
    qtbot.addWidget(made)
    made.draw(state(*NOTES))
    with qtbot.waitExposed(made):
        made.show()
    viewport = rows_of(made).viewport()
    left = viewport.mapTo(made, viewport.rect().topLeft()).x()
    right = made.width() - viewport.mapTo(made, viewport.rect().topRight()).x() - 1
    assert left == right == theme.dots(12)
