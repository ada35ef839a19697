"""What is pasted or dropped, from the clipboard into the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QImageWriter, QTextCursor
from PySide6.QtTest import QTest

from tests.ui.editor.states import only, opened
from weeknotes_desktop.presenters.pasting import Offer, Place
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.pasting import Pasting, offered
from weeknotes_desktop.ui.editor.text_edit import TextEdit


class Presenter:
    """Remembers what was offered, and puts in what a test says when it says so."""

    def __init__(self) -> None:
        self.offers: list[Offer] = []
        self.places: list[Place] = []
        self.plain: list[Offer] = []

    def paste(self, offer: Offer, place: Place) -> None:
        self.offers.append(offer)
        self.places.append(place)

    def paste_plain(self, offer: Offer, place: Place) -> None:
        self.plain.append(offer)
        self.places.append(place)


@pytest.fixture
def presenter() -> Presenter:
    return Presenter()


@pytest.fixture
def text(pane: EditorPane, presenter: Presenter) -> TextEdit:
    pane.draw(opened("One two three."))
    text = only(pane, TextEdit)
    text.pasting = Pasting(text, presenter.paste, presenter.paste_plain)
    return text


def select(text: TextEdit, begin: int, end: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def html(words: str = "<b>bold</b>") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(words)
    return mime


def png() -> bytes:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def test_ctrl_v_offers_the_clipboard(text: TextEdit, presenter: Presenter) -> None:
    QGuiApplication.clipboard().setMimeData(html())
    QTest.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [offer.html for offer in presenter.offers] == ["<b>bold</b>"]


def test_what_arrives_later_lands_where_it_was_pasted_while_one_types_on(
    text: TextEdit, presenter: Presenter
) -> None:
    select(text, 4, 4)
    text.insertFromMimeData(html())
    QTest.keyClicks(text, "fast ")
    assert presenter.places[0].put("**bold** ")
    QTest.keyClicks(text, "now ")
    assert text.text() == "One **bold** fast now two three."


def test_it_takes_the_place_of_what_was_selected_as_one_step(
    text: TextEdit, presenter: Presenter
) -> None:
    select(text, 4, 7)
    text.insertFromMimeData(html())
    assert presenter.places[0].selected == "two"
    assert text.text() == "One two three."
    presenter.places[0].put("**bold**\n\nand more")
    assert text.text() == "One **bold**\n\nand more three."
    text.undo()
    assert text.text() == "One two three."


def test_the_caret_goes_where_the_words_for_a_picture_go(
    text: TextEdit, presenter: Presenter
) -> None:
    select(text, 4, 4)
    text.insertFromMimeData(html())
    presenter.places[0].put("🎉![](picture:1) ", 3)
    QTest.keyClicks(text, "A bench")
    assert text.text() == "One 🎉![A bench](picture:1) two three."


def test_the_caret_stays_with_a_writer_who_is_elsewhere_already(
    text: TextEdit, presenter: Presenter
) -> None:
    select(text, 4, 4)
    text.insertFromMimeData(html())
    select(text, 14, 14)
    presenter.places[0].put("![](picture:1) ", 2)
    QTest.keyClicks(text, "!")
    assert text.text() == "One ![](picture:1) two three.!"


def test_words_typed_over_what_was_selected_are_not_lost(
    text: TextEdit, presenter: Presenter
) -> None:
    select(text, 4, 7)
    text.insertFromMimeData(html())
    QTest.keyClicks(text, "2")
    presenter.places[0].put("**bold** ")
    assert text.text() == "One **bold** 2 three."


@pytest.mark.parametrize(
    ("at", "result"), [(4, "One xB three."), (5, "One txwoB three."), (7, "One Bx three.")]
)
def test_words_typed_into_or_beside_what_was_selected_are_not_lost(
    text: TextEdit, presenter: Presenter, at: int, result: str
) -> None:
    select(text, 4, 7)
    text.insertFromMimeData(html())
    select(text, at, at)
    QTest.keyClicks(text, "x")
    presenter.places[0].put("B")
    assert text.text() == result


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_several_pastes_in_a_row_stand_in_the_order_they_were_asked_for(
    text: TextEdit, presenter: Presenter, order: tuple[int, ...]
) -> None:
    select(text, 0, 0)
    for _ in range(3):
        text.insertFromMimeData(html())
    for which in order:
        presenter.places[which].put("abc"[which])
    assert text.text() == "abcOne two three."


def test_a_block_gets_blank_lines_around_it_and_the_caret_its_place(
    text: TextEdit, presenter: Presenter
) -> None:
    text.setPlainText("🎉 One.\n## Two")
    select(text, 7, 7)
    text.insertFromMimeData(html())
    presenter.places[0].put("![](picture:1)", 2, fit=True)
    QTest.keyClicks(text, "A bench")
    assert text.text() == "🎉 One.\n\n![A bench](picture:1)\n\n## Two"
    for _ in range(8):
        text.undo()
    assert text.text() == "🎉 One.\n## Two"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("> 🎉 q ¦\n> r", "> 🎉 q a\n>\n> ![A bench](picture:1)\n>\n> b\n> r"),
        ("|a|b|\n|-|-|\n|🎉 ¦|d|", "|a|b|\n|-|-|\n|🎉 a ![A bench](picture:1) b|d|"),
    ],
)
def test_blocks_stay_in_the_quote_or_the_cell_that_they_are_pasted_into(
    text: TextEdit, presenter: Presenter, before: str, after: str
) -> None:
    text.setPlainText(before.replace("¦", ""))
    at = Offsets(before).unit(before.index("¦"))
    select(text, at, at)
    text.insertFromMimeData(html())
    pasted = "a\n\n![](picture:1)\n\nb"
    presenter.places[0].put(pasted, pasted.index("]"), fit=True)
    QTest.keyClicks(text, "A bench")
    assert text.text() == after


def test_nothing_lands_in_another_note(
    pane: EditorPane, text: TextEdit, presenter: Presenter
) -> None:
    text.insertFromMimeData(html())
    pane.draw(opened("Other.", note_id="other", opening=2))
    assert not presenter.places[0].put("**bold**")
    assert text.text() == "Other."


def test_nothing_lands_where_nothing_can_be_changed_any_more(
    text: TextEdit, presenter: Presenter
) -> None:
    text.insertFromMimeData(html())
    text.setReadOnly(True)
    assert not presenter.places[0].put("**bold**")
    assert text.text() == "One two three."


def test_in_a_fence_every_letter_stands_for_itself(
    pane: EditorPane, text: TextEdit, presenter: Presenter
) -> None:
    text.setPlainText("```\ncode\n```\n\nWords.")
    for at in (5, 16):
        select(text, at, at)
        text.insertFromMimeData(html())
    assert [place.literal for place in presenter.places] == [True, False]


def test_a_picture_on_the_clipboard_is_offered_with_its_own_bytes(
    text: TextEdit, presenter: Presenter
) -> None:
    mime = html('<img src="https://a.example/b.png">')
    mime.setData("image/png", png())
    text.insertFromMimeData(mime)
    (offer,) = presenter.offers
    assert offer.picture is not None
    assert offer.picture() == png()


def test_a_picture_that_comes_without_bytes_gets_some(presenter: Presenter) -> None:
    mime = QMimeData()
    mime.setImageData(QImage.fromData(png()))
    offer = offered(mime)
    assert offer.picture is not None
    assert QImage.fromData(offer.picture()).size() == QImage.fromData(png()).size()


def test_a_spreadsheet_offers_words_and_not_a_picture_of_them() -> None:
    mime = html("<table></table>")
    mime.setText("A1\tB1")
    mime.setImageData(QImage.fromData(png()))
    assert offered(mime).picture is None


def test_of_dropped_files_nothing_but_the_files_is_offered(
    text: TextEdit, presenter: Presenter, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://a.example")])
    mime.setText(str(tmp_path))
    where = QPointF(text.cursorRect(_at(text, 4)).center())
    drop = QDropEvent(
        where,
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert text.canInsertFromMimeData(mime)
    text.dropEvent(drop)
    assert presenter.offers == [Offer(files=(tmp_path / "a.png",))]
    presenter.places[0].put("![](x) ")
    assert text.text().index("![](x)") in (3, 4)


def _at(text: TextEdit, place: int) -> QTextCursor:
    cursor = text.textCursor()
    cursor.setPosition(place)
    return cursor


def test_a_link_that_is_dropped_is_offered_as_one(text: TextEdit, presenter: Presenter) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://a.example/b?c=d#e")])
    text.insertFromMimeData(mime)
    assert presenter.offers[0].address == "https://a.example/b?c=d#e"


def test_until_the_rest_is_there_words_go_in_as_they_always_did(pane: EditorPane) -> None:
    pane.draw(opened(""))
    text = only(pane, TextEdit)
    text.insertFromMimeData(html("<p>Only <b>html</b></p>"))
    assert text.text() == "Only html"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.text(alphabet="ab🎉\n", max_size=12),
    pasted=st.text(alphabet="xy🎉\n", max_size=6),
    typed=st.text(alphabet="cd", max_size=4),
    at=st.integers(0, 12),
)
def test_wherever_it_is_pasted_no_letter_is_lost(
    text: TextEdit,
    presenter: Presenter,
    before: str,
    pasted: str,
    typed: str,
    at: int,
) -> None:
    text.setPlainText(before)
    at = min(at, len(before))
    select(text, Offsets(before).unit(at), Offsets(before).unit(at))
    text.insertFromMimeData(html())
    text.textCursor().insertText(typed)
    assert presenter.places[-1].put(pasted)
    assert text.text() == before[:at] + pasted + typed + before[at:]
