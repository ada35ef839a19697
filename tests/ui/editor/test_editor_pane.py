"""The middle of the window: what it shows, and what it says the writer did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import clock, only, opened
from weeknotes_desktop.domain.note import LARGEST_BODY, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.editor import EditorState
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.fact_button import FactButton
from weeknotes_desktop.ui.editor.fact_edit import FactEdit
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.editor.pauses import Pauses
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.editor.title_edit import TitleEdit
from weeknotes_desktop.ui.theme import Theme

_SIGNALS = (
    "typed_something",
    "left",
    "label_entered",
    "week_chosen",
    "category_chosen",
    "status_chosen",
    "day_chosen",
    "changes_wanted",
    "audience_chosen",
    "mode_chosen",
    "mode_shown",
    "start_chosen",
    "refused",
)


def text_of(pane: EditorPane) -> TextEdit:
    return only(pane, TextEdit)


def title_of(pane: EditorPane) -> TitleEdit:
    return only(pane, TitleEdit)


def fact(pane: EditorPane, name: str) -> FactButton:
    return only(pane, FactButton, name)


def choose(pane: EditorPane, name: str, words: str) -> None:
    menu = fact(pane, name).menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if words in action.text()).trigger()


def test_drawing_is_silent(pane: EditorPane) -> None:
    spies = {name: QSignalSpy(getattr(pane, name)) for name in _SIGNALS}
    pane.draw(opened("One.\n\n::: private\nTwo.\n:::", title="The bench"))
    pane.draw(replace(opened("Other."), note_id="other", opening=2, audience=Audience.ME))
    pane.draw(replace(opened(), status=Status.PUBLISHED, day=opened().week.friday, changed=True))
    pane.draw(EditorState(opening=3, week=opened().week))
    QApplication.processEvents()
    assert {name: spy.count() for name, spy in spies.items() if spy.count()} == {}


def test_every_key_is_told(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    spy = QSignalSpy(pane.typed_something)
    QTest.keyClicks(text_of(pane), "ab")
    QTest.keyClicks(title_of(pane), "c")
    assert spy.count() == 3
    assert pane.typed() == Typed("c", "abOne.")


def test_drawing_again_leaves_alone_what_is_being_typed(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    QTest.keyClicks(text_of(pane), "Not ")
    pane.draw(replace(opened("One."), label="v4.17"))
    assert pane.typed().body == "Not One."


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("\u00a0\u2028\n\t 😀👩‍🌾‏"),
            st.characters(blacklist_categories=("Cs", "Cc")),
        )
    )
)
def test_what_goes_into_the_editor_comes_out_the_same(pane: EditorPane, body: str) -> None:
    text = body.replace("\u2029", "\n").replace("\ufdd0", "").replace("\ufdd1", "")
    _opening[0] += 1
    pane.draw(opened(text, opening=_opening[0]))
    assert pane.typed().body == text


_opening = [100]


def test_undo_comes_back_with_the_note_and_never_crosses_to_another(pane: EditorPane) -> None:
    pane.draw(opened("One.", note_id="one"))
    QTest.keyClicks(text_of(pane), "x")
    pane.draw(opened("Two.", note_id="two", opening=2))
    text_of(pane).undo()
    assert pane.typed().body == "Two."
    pane.draw(opened("xOne.", note_id="one", opening=3))
    assert pane.typed().body == "xOne."
    text_of(pane).undo()
    assert pane.typed().body == "One."


def test_the_caret_is_where_the_writer_left_it(pane: EditorPane) -> None:
    pane.draw(opened("One.\n" * 400, note_id="one"))
    cursor = text_of(pane).textCursor()
    cursor.setPosition(1_500)
    text_of(pane).setTextCursor(cursor)
    scrolled = text_of(pane).verticalScrollBar().value()
    pane.draw(opened("Two.", note_id="two", opening=2))
    pane.draw(opened("One.\n" * 400, note_id="one", opening=3))
    assert text_of(pane).textCursor().position() == 1_500
    assert text_of(pane).verticalScrollBar().value() == scrolled > 0


def test_a_text_changed_elsewhere_comes_in_as_a_step_that_can_be_undone(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    pane.draw(opened("Restored.", opening=2))
    assert pane.typed().body == "Restored."
    text_of(pane).undo()
    assert pane.typed().body == "One."


def test_twenty_notes_keep_their_undo_and_older_ones_are_let_go(pane: EditorPane) -> None:
    for number in range(30):
        pane.draw(opened("", note_id=f"note {number}", opening=number))
        QTest.keyClicks(text_of(pane), "x")
    pane.draw(opened("x", note_id="note 11", opening=100))
    assert text_of(pane).document().isUndoAvailable()
    pane.draw(opened("x", note_id="note 2", opening=101))
    assert not text_of(pane).document().isUndoAvailable()


def test_formatting_is_one_step_and_says_that_something_was_typed(pane: EditorPane) -> None:
    pane.draw(opened("😀 We walked\nand swam"))
    text_of(pane).selectAll()
    spy = QSignalSpy(pane.typed_something)
    pane.format_text("bullets")
    assert pane.typed().body == "- 😀 We walked\n- and swam"
    assert spy.count() == 1
    text_of(pane).undo()
    assert pane.typed().body == "😀 We walked\nand swam"


def test_return_goes_on_with_a_list_and_ends_it(pane: EditorPane) -> None:
    pane.draw(opened(""))
    QTest.keyClicks(text_of(pane), "1. walk\rswim\r\rhome")
    assert pane.typed().body == "1. walk\n2. swim\n\nhome"


def test_shift_return_begins_an_ordinary_line(pane: EditorPane) -> None:
    pane.draw(opened(""))
    QTest.keyClicks(text_of(pane), "- walk")
    QTest.keyClick(text_of(pane), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(text_of(pane), "home")
    assert pane.typed().body == "- walk\nhome"


def test_tab_indents_an_item_and_back(pane: EditorPane) -> None:
    pane.draw(opened("- walk"))
    QTest.keyClick(text_of(pane), Qt.Key.Key_Tab)
    assert pane.typed().body == "  - walk"
    QTest.keyClick(text_of(pane), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert pane.typed().body == "- walk"


def test_tab_elsewhere_puts_nothing_into_the_text(pane: EditorPane) -> None:
    pane.draw(opened("We walked."))
    text_of(pane).setFocus()
    QTest.keyClick(text_of(pane), Qt.Key.Key_Tab)
    assert pane.typed().body == "We walked."
    assert not text_of(pane).hasFocus()


def paste(pane: EditorPane, source: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(source)
    text_of(pane).paste()


def test_a_clipboard_with_only_html_pastes_its_words(pane: EditorPane) -> None:
    pane.draw(opened(""))
    source = QMimeData()
    source.setHtml("<p>We <b>walked</b></p><p>home<img src='file:///etc/hostname'></p>")
    paste(pane, source)
    assert pane.typed().body == "We walked\nhome"


def test_rich_text_pastes_as_plain_text_with_our_line_ends(pane: EditorPane) -> None:
    pane.draw(opened(""))
    source = QMimeData()
    source.setHtml("<p>We <b>walked</b></p>")
    source.setText("We walked\r\nhome\x00")
    paste(pane, source)
    assert pane.typed().body == "We walked\nhome"


def test_a_dropped_file_puts_nothing_into_the_text(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile("/home/mina/secret.txt")])
    source.setText("file:///home/mina/secret.txt")
    assert not text_of(pane).canInsertFromMimeData(source)
    text_of(pane).insertFromMimeData(source)
    assert pane.typed().body == "One."


def test_what_is_too_large_to_paste_is_refused_with_a_sentence(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    spy = QSignalSpy(pane.refused)
    source = QMimeData()
    source.setText("a" * (LARGEST_BODY + 1))
    paste(pane, source)
    assert pane.typed().body == "One."
    assert "MB" in spy.at(0)[0].problem


def test_copying_takes_the_source_and_no_colours(pane: EditorPane) -> None:
    pane.draw(opened("## One\n\nTwo.\u00a0"))
    text_of(pane).selectAll()
    text_of(pane).copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "## One\n\nTwo.\u00a0"
    assert not copied.hasHtml()


def test_each_fact_says_what_was_chosen_and_nothing_when_it_holds_already(
    pane: EditorPane,
) -> None:
    pane.draw(opened())
    spies = {name: QSignalSpy(getattr(pane, name)) for name in _SIGNALS}
    choose(pane, "noteWeek", "Week 15")
    choose(pane, "noteWeek", "Week 16")
    choose(pane, "noteCategory", "Essays")
    choose(pane, "noteCategory", "No category")
    choose(pane, "noteStatus", "Published")
    choose(pane, "noteStatus", "Draft")
    choose(pane, "noteAudience", "Only me")
    assert spies["week_chosen"].count() == 1
    assert spies["week_chosen"].at(0)[0] == opened().week.plus(-1)
    assert [spies["category_chosen"].at(nth)[0] for nth in range(2)] == ["Essays", ""]
    assert [spies["status_chosen"].at(0)[0]] == [Status.PUBLISHED]
    assert spies["status_chosen"].count() == 1
    assert spies["audience_chosen"].at(0)[0] is Audience.ME


def test_a_new_category_is_typed_where_the_old_one_stood(pane: EditorPane) -> None:
    pane.draw(opened())
    spy = QSignalSpy(pane.category_chosen)
    choose(pane, "noteCategory", "New category")
    field = next(
        edit for edit in pane.findChildren(FactEdit) if edit.accessibleName() == "New category"
    )
    QTest.keyClicks(field, "Allotment\r")
    assert [spy.at(nth)[0] for nth in range(spy.count())] == ["Allotment"]
    assert fact(pane, "noteCategory").isVisible()


def test_the_label_is_changed_where_it_stands_and_escape_takes_it_back(pane: EditorPane) -> None:
    pane.draw(opened(label="Weeknote v4.16"))
    spy = QSignalSpy(pane.label_entered)
    pane.edit_label()
    label = only(pane, FactEdit, "noteLabel")
    QTest.keyClicks(label, "v5")
    QTest.keyClick(label, Qt.Key.Key_Escape)
    assert (label.text(), spy.count()) == ("Weeknote v4.16", 0)
    label.selectAll()
    QTest.keyClicks(label, "v5.1\r")
    assert [spy.at(nth)[0] for nth in range(spy.count())] == ["v5.1"]


def test_leaving_title_or_text_is_told(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    spy = QSignalSpy(pane.left)
    title_of(pane).setFocus()
    QTest.keyClick(title_of(pane), Qt.Key.Key_Return)
    assert text_of(pane).hasFocus()
    assert spy.count() == 1
    pane.edit_label()
    assert spy.count() == 2


def test_a_week_without_a_note_offers_to_start_one(pane: EditorPane) -> None:
    pane.draw(EditorState(opening=1, week=opened().week))
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "No note for this week yet." in words
    spy = QSignalSpy(pane.start_chosen)
    button = next(one for one in pane.findChildren(QPushButton) if "Start" in one.text())
    pane.focus_text()
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert spy.count() == 1


def test_a_narrow_window_shows_the_source_instead_of_both(
    pane: EditorPane, preview: QLabel
) -> None:
    pane.draw(opened("One."))
    assert preview.isVisible()
    pane.resize(1_000, 700)
    assert not preview.isVisible()
    assert text_of(pane).isVisible()
    pane.resize(1_200, 700)
    assert preview.isVisible()


def test_what_is_really_shown_is_told_once_each_time_it_changes(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    told: list[Mode] = []
    pane.mode_shown.connect(told.append)
    chosen = QSignalSpy(pane.mode_chosen)
    pane.resize(1_000, 700)
    pane.resize(900, 700)
    pane.show_mode(Mode.SPLIT)
    pane.resize(1_200, 700)
    pane.show_mode(Mode.PREVIEW)
    assert told == [Mode.WRITE, Mode.SPLIT, Mode.PREVIEW]
    assert chosen.count() == 0


@pytest.mark.parametrize(
    ("mode", "source", "readers"),
    [(Mode.WRITE, True, False), (Mode.SPLIT, True, True), (Mode.PREVIEW, False, True)],
)
def test_a_mode_shows_its_halves(
    pane: EditorPane, preview: QLabel, mode: Mode, source: bool, readers: bool
) -> None:
    pane.draw(opened("One."))
    pane.show_mode(mode)
    assert (text_of(pane).isVisible(), preview.isVisible()) == (source, readers)


@pytest.mark.parametrize("way_back", [Mode.WRITE, Mode.SPLIT])
def test_the_keyboard_goes_to_the_half_that_stays(
    pane: EditorPane, preview: QLabel, way_back: Mode
) -> None:
    pane.draw(opened("One."))
    pane.activateWindow()
    text_of(pane).setFocus()
    pane.show_mode(Mode.PREVIEW)
    assert pane.focusWidget() is preview
    pane.show_mode(way_back)
    assert pane.focusWidget() is (text_of(pane) if way_back is Mode.WRITE else preview)
    pane.show_mode(Mode.WRITE)
    assert pane.focusWidget() is text_of(pane)
    title_of(pane).setFocus()
    pane.show_mode(Mode.PREVIEW)
    assert pane.focusWidget() is title_of(pane)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_words_and_large_text_break_nothing(pane: EditorPane, scale: float) -> None:
    pane._theme.scale_text(scale)
    state = opened("w" * 3_000 + "😀 שלום", title="A title of many letters " * 12)
    pane.draw(replace(state, label="L" * 200, category="C" * 200, audience=Audience.TEAM))
    pane.resize(704, 640)
    QApplication.processEvents()
    for widget in pane.findChildren(QWidget):
        if widget.isVisible() and widget.parent() is pane:
            assert widget.geometry().right() <= pane.width()
    assert text_of(pane).height() > 100


SATURDAY = replace(
    opened("One.\n" * 40, title="The Saturday test", label="Weeknote 48.2026"),
    category="Library weeknotes",
)


@pytest.mark.parametrize("width", [480, 560, 704])
@pytest.mark.parametrize("height", [500, 600, 760])
def test_in_a_low_window_the_text_gives_way_and_the_header_is_whole(
    pane: EditorPane, qtbot: QtBot, width: int, height: int
) -> None:
    pane._theme.scale_text(2.0)
    pane.draw(replace(SATURDAY, audience=Audience.TEAM))
    pane.resize(width, height)
    header = only(pane, QWidget, "noteHeader")
    qtbot.waitUntil(lambda: header.height() >= header.heightForWidth(header.width()))
    parts = [title_of(pane), fact(pane, "noteAudience"), only(pane, QWidget, "tool-goals")]
    parts.append(only(pane, QWidget, "segmented"))
    # Qt tells of the larger text in the next round of events.
    qtbot.waitUntil(lambda: parts[1].height() >= parts[1].minimumSizeHint().height())
    for part in parts:
        corner = part.mapTo(header, part.rect().bottomRight())
        assert header.rect().contains(corner), part.objectName()
        assert part.height() >= part.minimumSizeHint().height()
    assert text_of(pane).isVisible()


def test_a_low_window_leaves_the_text_about_four_lines(pane: EditorPane, qtbot: QtBot) -> None:
    pane._theme.scale_text(2.0)
    pane.draw(SATURDAY)
    pane.resize(510, 600)
    line = text_of(pane).fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: text_of(pane).viewport().height() >= 3.5 * line)


def test_a_title_too_long_for_the_pane_is_smaller_but_whole(pane: EditorPane) -> None:
    pane._theme.scale_text(2.0)
    pane.resize(640, 600)
    pane.draw(opened("One.", title="The Saturday test"))
    large = title_of(pane).font().pointSizeF()
    pane.draw(opened("One.", title="The second Saturday at the library", opening=2))
    title = title_of(pane)
    assert title.font().pointSizeF() < large
    assert title.fontMetrics().horizontalAdvance(title.text()) < title.width()
    pane.resize(1_200, 600)
    QApplication.processEvents()
    assert title.font().pointSizeF() == large


def shown_dots(pane: EditorPane) -> list[QLabel]:
    dots = pane.findChildren(QLabel, "factDot")
    return [dot for dot in dots if dot.isVisible() and not dot.size().isEmpty()]


@pytest.mark.parametrize("width", range(260, 1_000, 60))
def test_no_row_of_facts_begins_or_ends_with_a_dot(pane: EditorPane, width: int) -> None:
    pane.draw(opened())
    pane.resize(width, 700)
    QApplication.processEvents()
    facts = [only(pane, FactEdit, "noteLabel")]
    facts += [one for one in pane.findChildren(FactButton) if one.isVisible()]  # type: ignore[misc]
    middles = [one.geometry().center().y() for one in facts]
    rows = {next(y for y in middles if abs(y - middle) < 4) for middle in middles}
    assert len(shown_dots(pane)) == len(facts) - len(rows)
    for dot in shown_dots(pane):
        place = dot.geometry().center()
        beside = [
            one.geometry() for one in facts if abs(one.geometry().center().y() - place.y()) < 4
        ]
        assert any(one.right() < place.x() for one in beside)
        assert any(one.left() > place.x() for one in beside)


def test_whatever_takes_the_keyboard_has_a_name(pane: EditorPane) -> None:
    pane.draw(opened("One."))
    for widget in pane.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget.objectName() or type(widget).__name__
    assert only(pane, QLineEdit, "noteTitle").accessibleName() == "Title"


def test_the_year_is_named_only_where_it_is_not_this_one(pane: EditorPane) -> None:
    pane.draw(opened())
    assert "2024" not in fact(pane, "noteWeek").text()
    pane.draw(replace(opened(), week=opened().week.plus(-30)))
    assert "2023" in fact(pane, "noteWeek").text()


def test_a_preview_that_arrives_while_one_writes_is_not_shown(qtbot: QtBot, theme: Theme) -> None:
    class Watched(QLabel):
        shown = 0

        def showEvent(self, event: QShowEvent) -> None:
            self.shown += 1
            super().showEvent(event)

    pane, preview = EditorPane(theme, clock), Watched()
    qtbot.addWidget(pane)
    pane.resize(1_200, 800)
    pane.show()
    pane.draw(opened("x"))
    pane.take_preview(preview)
    QApplication.processEvents()
    assert preview.shown == 0
    pane.show_mode(Mode.SPLIT)
    assert preview.shown == 1


def test_a_text_that_changed_elsewhere_leaves_the_caret_where_it_is(pane: EditorPane) -> None:
    pane.draw(opened("One.\nTwo.\nThree.", "First"))
    field, title = only(pane, TextEdit), only(pane, TitleEdit)
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    title.setCursorPosition(3)
    pane.draw(opened("One.\nTwo.\nThree, and four.", "First of all", opening=2))
    assert field.textCursor().position() == 7
    assert title.cursorPosition() == 3
    assert pane.typed() == Typed("First of all", "One.\nTwo.\nThree, and four.")


def test_a_note_that_becomes_another_keeps_text_caret_and_undo(
    pane: EditorPane, qtbot: QtBot
) -> None:
    pane.draw(opened("One.", "First"))
    field = only(pane, TextEdit)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " Two.")
    document = field.document()
    with qtbot.assertNotEmitted(pane.typed_something):
        pane.draw(opened("", "First (second text)", note_id="another"))
    assert field.document() is document
    assert field.textCursor().position() == len("One. Two.")
    assert pane.typed() == Typed("First (second text)", "One. Two.")
    field.undo()
    assert pane.typed().body == "One."
    pane.draw(opened("Theirs.", "First", opening=2))
    assert pane.typed().body == "Theirs."
    pane.draw(opened("One.", "First (second text)", note_id="another", opening=3))
    assert field.document() is document


def test_what_is_typed_after_a_pause_is_a_step_of_its_own(pane: EditorPane, qtbot: QtBot) -> None:
    pane.draw(opened(""))
    text = text_of(pane)
    QTest.keyClicks(text, "one two")
    only(only(text, Pauses), QTimer).timeout.emit()
    QTest.keyClicks(text, " three")
    text.undo()
    assert pane.typed().body == "one two"
    text.undo()
    assert pane.typed().body == ""
    text.redo()
    text.redo()
    assert pane.typed().body == "one two three"


def test_a_pause_is_waited_for_after_each_key(pane: EditorPane) -> None:
    pane.draw(opened(""))
    pause = only(only(text_of(pane), Pauses), QTimer)
    pause.stop()
    QTest.keyClicks(text_of(pane), "a")
    assert pause.isActive()
