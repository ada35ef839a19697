"""Pictures of the library in the preview: shown by either document, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QTextDocument
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.preview.conftest import Browser
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.ui.preview.page import Links, Page
from weeknotes_desktop.ui.preview.text_preview import TextPreview
from weeknotes_desktop.ui.preview.web_preview import WebPreview
from weeknotes_desktop.ui.theme import Theme


def red() -> Picture:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return Picture.of(bytes(content.data()), "image/png")


RED = red()
DAMAGED = Picture.of(b"\x89PNG\r\n\x1a\nand no more", "image/png")
GONE = '<p><img src="picture:00000000000000000000" alt="A bench"></p>'
BOX = "document.querySelector('.wn-missing-picture')"


def at_hand(ident: str) -> Picture | None:
    return RED if ident == RED.id else None


@pytest.fixture(scope="module")
def shown(dressed: Theme) -> Iterator[Browser]:
    preview = WebPreview(dressed, Links(lambda _: None), at_hand)
    preview.resize(600, 400)
    preview.show()
    yield Browser(preview)
    delete(preview)


def test_chromium_shows_a_picture_of_the_library(shown: Browser, qtbot: QtBot) -> None:
    shown.show(qtbot, f'<p><img src="{RED.address}" alt="A bench"></p>')
    shown.wait_for(qtbot, "document.querySelector('img').naturalWidth === 40")
    assert shown.preview.guard.refused == []


@pytest.mark.parametrize(
    "source", ["picture:../shell.html", "picture:x", f"picture:{RED.id}/..", "/picture/x", "x"]
)
def test_what_is_no_picture_of_the_library_is_its_words(
    shown: Browser, qtbot: QtBot, source: str
) -> None:
    shown.show(qtbot, f'<p><img src="{source}" alt="{source}"></p>')
    shown.wait_for(qtbot, "document.querySelector('.wn-missing-picture') !== null")


def test_a_picture_that_is_gone_is_not_found_and_asks_nobody(shown: Browser, qtbot: QtBot) -> None:
    shown.show(qtbot, GONE)
    shown.wait_for(qtbot, f"{BOX} !== null && document.querySelector('img') === null")
    assert shown.ask(qtbot, f"{BOX}.innerText").splitlines() == [
        "A bench",
        "This picture is missing or damaged, and cannot be shown.",
    ]
    assert shown.preview.guard.refused == []


def test_the_box_stays_while_other_blocks_change(shown: Browser, qtbot: QtBot) -> None:
    shown.show(qtbot, GONE)
    shown.wait_for(qtbot, f"{BOX} !== null")
    shown.ask(qtbot, f"{BOX}.wnKept = true")
    shown.show(qtbot, f"{GONE}<p>More.</p>")
    shown.wait_for(qtbot, "document.querySelectorAll('#body > p').length === 2")
    assert shown.ask(qtbot, f"{BOX}.wnKept") is True
    shown.show(qtbot, f'<p><img src="{RED.address}" alt="A bench"></p><p>More.</p>')
    shown.wait_for(qtbot, "document.querySelector('img')?.naturalWidth === 40")


def test_a_damaged_picture_is_a_box_too_in_either_preview(theme: Theme, qtbot: QtBot) -> None:
    body = f'<figure><img src="{DAMAGED.address}" alt="A bench"></figure>'
    preview = WebPreview(theme, Links(lambda _: None), lambda _: DAMAGED)
    preview.resize(600, 400)
    preview.show()
    browser = Browser(preview)
    browser.show(qtbot, body)
    browser.wait_for(qtbot, f"{BOX} !== null")
    delete(preview)
    simple = TextPreview(theme, Links(lambda _: None), lambda _: DAMAGED)
    qtbot.addWidget(simple)
    simple.show_page(Page("Bench", "v1", body))
    assert "A bench – this picture is missing or damaged" in simple.toPlainText()


def test_the_simple_preview_says_what_is_gone_with_its_words(theme: Theme, qtbot: QtBot) -> None:
    simple = TextPreview(theme, Links(lambda _: None), at_hand)
    qtbot.addWidget(simple)
    gone = '<p><img src="picture:00000000000000000000" alt="&lt;b&gt; &amp; co"></p>'
    simple.show_page(Page("Bench", "v1", f'{gone}<p><img src="{RED.address}" alt="Here"></p>'))
    text = simple.toPlainText()
    assert "<b> & co – this picture is missing or damaged, and cannot be shown" in text
    assert text.count("missing") == 1


def test_the_simple_preview_shows_a_picture_of_the_library(theme: Theme, qtbot: QtBot) -> None:
    simple = TextPreview(theme, Links(lambda _: None), at_hand)
    qtbot.addWidget(simple)
    simple.show_page(Page("Bench", "v1", f'<p><img src="{RED.address}"></p>'))
    simple.resize(400, 300)
    simple.show()
    drawn = simple.grab().toImage()
    red = QColor(Qt.GlobalColor.red)
    dots = ((x, y) for x in range(0, drawn.width(), 5) for y in range(0, drawn.height(), 5))
    assert any(drawn.pixelColor(x, y) == red for x, y in dots)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert bytes(simple.loadResource(kind, QUrl(RED.address)).data()) == RED.content
    assert bytes(simple.loadResource(kind, QUrl("file:///etc/hostname")).data()) == b" "
