"""Pasting and dropping in the real window: from the clipboard to the disk and to the page."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from tests.end_to_end.test_a_week import text_field, write_a_note
from tests.publishing.pasting.pictures import encoded, photograph, png_that_claims
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.picture import pictures_named
from weeknotes_desktop.storage.library import open_for_reading
from weeknotes_desktop.ui.editor.mode import Mode

FORM = "<h2>News</h2><p>The <b>weir</b> is <a href='https://a.example'>open</a>.</p>"
IN_MARKDOWN = "## News\n\nThe **weir** is [open](https://a.example)."


def text_of(app: App) -> str:
    return text_field(app).toPlainText()


def paste(app: App, mime: QMimeData, *, plain: bool = False) -> None:
    """Put it on the clipboard, and press the keys."""
    QGuiApplication.clipboard().setMimeData(mime)
    text_field(app).setFocus()
    keys = Qt.KeyboardModifier.ControlModifier
    if plain:
        app.views.actions.action("paste_plain").trigger()
    else:
        QTest.keyClick(text_field(app), Qt.Key.Key_V, keys)


def drop(app: App, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    text_field(app).insertFromMimeData(mime)


def form(words: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(FORM)
    if words:
        mime.setText(words)
    return mime


def said(app: App) -> str:
    return app.views.notices.accessibleName()


def says(app: App, words: str) -> bool:
    return words in said(app)


def test_a_form_becomes_markdown_in_one_step(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    write_a_note(app, qtbot, "Before. ")
    paste(app, form("News The weir is open."))
    qtbot.waitUntil(lambda: IN_MARKDOWN in text_of(app), timeout=20_000)
    text_field(app).undo()
    assert text_of(app) == "Before. "


def test_its_words_alone_come_in_where_they_are_wanted(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    write_a_note(app, qtbot, "")
    paste(app, form(), plain=True)
    qtbot.waitUntil(lambda: text_of(app) == "News\n\nThe weir is open.", timeout=20_000)
    paste(app, form("words"), plain=True)
    assert text_of(app) == "News\n\nThe weir is open.words"


def test_a_dropped_picture_is_kept_shown_and_exported_with_nothing_of_its_camera(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    (tmp_path / "IMG_7.jpg").write_bytes(photograph())
    app = open_app()
    write_a_note(app, qtbot, "The bench. ")
    drop(app, tmp_path / "IMG_7.jpg")
    qtbot.waitUntil(lambda: bool(pictures_named(text_of(app))), timeout=20_000)
    assert "between the brackets" in said(app)
    QTest.keyClicks(text_field(app), "A bench")
    assert "![A bench](picture:" in text_of(app)
    app.show_mode(Mode.SPLIT)
    qtbot.waitUntil(lambda: "picture:" in app.presenters.preview.state.body, timeout=20_000)
    page = tmp_path / "page.html"
    app.presenters.leaving.export(page)
    qtbot.waitUntil(page.exists, timeout=20_000)
    assert "data:image/jpeg;base64," in page.read_text()
    assert "IMG_7" not in page.read_text()
    (ident,) = pictures_named(text_of(app))
    close_app(app)
    with open_for_reading(tmp_path / "notes.db") as library:
        picture = library.picture(ident)
    assert b"SECRET" not in picture.content
    assert picture.name == "IMG_7.jpg"


def test_a_picture_in_a_private_passage_is_on_no_page_of_the_public(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "Public.")
    (tmp_path / "a.png").write_bytes(encoded("PNG"))
    drop(app, tmp_path / "a.png")
    qtbot.waitUntil(lambda: bool(pictures_named(text_of(app))), timeout=20_000)
    (ident,) = pictures_named(text_of(app))
    text_field(app).setPlainText(f"Public.\n\n::: private\n![a](picture:{ident})\n:::\n")
    page = tmp_path / "page.html"
    app.presenters.leaving.export(page)
    qtbot.waitUntil(page.exists, timeout=20_000)
    assert "base64" not in page.read_text().split("</style>")[1]


def test_what_cannot_be_taken_in_is_said_and_nothing_is_lost(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "Mine.")
    os.mkfifo(tmp_path / "pipe")
    bad = {
        "bomb.png": png_that_claims(50_000, 50_000),
        "evil.svg": b"<svg onload='alert(1)'><script>alert(1)</script></svg>",
        "broken.png": encoded("PNG")[:100],
        "latin.txt": b"caf\xe9",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    for path in (tmp_path, *(tmp_path / name for name in ("pipe", *bad))):
        drop(app, path)
        name = f"“{path.name}”"
        qtbot.waitUntil(partial(says, app, name), timeout=20_000)
    assert text_of(app) == "Mine."


@pytest.mark.parametrize("kind", ["text/plain", "text/html", "image/png"])
def test_a_hundred_megabytes_are_refused(qtbot: QtBot, open_app: Open, kind: str) -> None:
    app = open_app()
    write_a_note(app, qtbot, "Mine.")
    mime = QMimeData()
    mime.setData(kind, b"a" * 100_000_000)
    text_field(app).insertFromMimeData(mime)
    qtbot.waitUntil(lambda: "100 MB" in said(app), timeout=20_000)
    assert text_of(app) == "Mine."


def test_an_address_over_words_makes_them_a_link(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    write_a_note(app, qtbot, "The log")
    text_field(app).selectAll()
    mime = QMimeData()
    mime.setText("https://a.example/log")
    paste(app, mime)
    assert text_of(app) == "[The log](https://a.example/log)"
