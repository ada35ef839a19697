"""Whatever comes in by pasting or dropping: a clear sentence, and no word is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from tests.end_to_end.test_a_week import text_field, write_a_note
from tests.end_to_end.test_pasting import drop, paste, said, says, text_of
from tests.publishing.pasting.pictures import encoded, png_that_claims
from weeknotes_desktop.storage.library import open_for_reading

MINE = "Mine, every word."
SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def of_kind(kind: str, content: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, content)
    return mime


def on_disk(library: Path) -> str:
    """The text of the one note, as somebody else reads it."""
    with open_for_reading(library) as notes:
        (line,) = notes.summaries()
        return notes.note(line.id).body


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.md")
    return folder / "pipe.md"


def a_file(name: str, content: bytes) -> Callable[[Path], Path]:
    def made(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return made


def a_huge_file(folder: Path) -> Path:
    with (folder / "huge.md").open("wb") as file:
        file.truncate(100_000_000)
    return folder / "huge.md"


DROPPED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "half a picture": (a_file("half.png", encoded("PNG")[:80]), "“half.png” is damaged"),
    "a picture of nothing": (a_file("nothing.jpg", b""), "“nothing.jpg” is empty"),
    "a bomb": (a_file("bomb.png", png_that_claims(50_000, 50_000)), "50,000 × 50,000 dots"),
    "an SVG with a script": (a_file("evil.svg", SCRIPT), "can carry programs"),
    "an SVG that calls itself PNG": (a_file("evil.png", SCRIPT), "can carry programs"),
    "a folder": (lambda folder: folder, "is a folder"),
    "a pipe": (a_pipe, "is not a file that stands on a disk"),
    "what is gone": (lambda folder: folder / "gone.md", "“gone.md” cannot be read"),
    "text that is not UTF-8": (a_file("latin.md", b"caf\xe9 \xff"), "is not text in UTF-8"),
    "text with nothing in it": (a_file("empty.md", b"\n\n"), "nothing in what was copied"),
    "a program": (a_file("run.bin", bytes(range(256)) * 9), "neither a picture nor text"),
    "a hundred megabytes": (a_huge_file, "“huge.md” has 100 MB"),
}


@pytest.mark.parametrize("name", DROPPED)
def test_what_cannot_be_dropped_is_said_and_typing_goes_on(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, name: str
) -> None:
    make, sentence = DROPPED[name]
    (tmp_path / "from outside").mkdir()
    dropped = make(tmp_path / "from outside")
    app = open_app()
    write_a_note(app, qtbot, MINE)
    drop(app, dropped)
    QTest.keyClicks(text_field(app), " And on.")
    qtbot.waitUntil(partial(says, app, sentence), timeout=20_000)
    assert text_of(app) == f"{MINE} And on."
    close_app(app)
    assert on_disk(tmp_path / "notes.db") == f"{MINE} And on."


@pytest.mark.parametrize(
    ("kind", "content", "sentence"),
    [
        ("image/png", encoded("PNG")[:80], "The picture is damaged"),
        ("image/png", png_that_claims(50_000, 50_000), "50,000 × 50,000 dots"),
        ("image/svg+xml", SCRIPT, "can carry programs"),
        ("text/html", b"<script>alert(1)</script>", "nothing in what was copied"),
        ("text/html", b"<div style='display:none'>hidden</div>", "nothing in what was copied"),
        ("text/html", b"<img src='data:image/png;base64,AAAA'>", "picture in it could not be read"),
        ("text/plain", b"", "nothing in what was copied"),
    ],
)
def test_what_cannot_be_pasted_leaves_even_the_selected_words(
    qtbot: QtBot, open_app: Open, kind: str, content: bytes, sentence: str
) -> None:
    app = open_app()
    write_a_note(app, qtbot, MINE)
    text_field(app).selectAll()
    text_field(app).insertFromMimeData(of_kind(kind, content))
    qtbot.waitUntil(partial(says, app, sentence), timeout=20_000)
    assert text_of(app) == MINE


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>The <b>weir</b> is open.</p>", "The **weir** is open."),
        ("just words", "just words"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
        ("<meta charset='utf-8'><span>a line</span>", "a line"),
    ],
)
def test_a_clipboard_with_nothing_but_html_pastes_markdown(
    qtbot: QtBot, open_app: Open, html: str, markdown: str
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "")
    mime = QMimeData()
    mime.setHtml(html)
    assert not mime.hasText() or not mime.text()
    paste(app, mime)
    qtbot.waitUntil(lambda: text_of(app) == markdown, timeout=20_000)


@pytest.mark.parametrize("html", [b"<script>alert(1)</script>", b"<b><img src='x'></b>"])
def test_words_beside_html_that_shows_nothing_come_in(
    qtbot: QtBot, open_app: Open, html: bytes
) -> None:
    app = open_app()
    write_a_note(app, qtbot, "")
    mime = of_kind("text/html", html)
    mime.setText("the words")
    paste(app, mime)
    qtbot.waitUntil(lambda: text_of(app) == "the words", timeout=20_000)


def a_long_line() -> str:
    return ("word " * 200_000)[:1_000_000].rstrip()


@pytest.mark.parametrize("how", ["pasted", "dropped"])
def test_one_line_of_a_megabyte_comes_in_whole_and_is_kept(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path, how: str
) -> None:
    line = a_long_line()
    app = open_app()
    write_a_note(app, qtbot, "")
    if how == "pasted":
        mime = QMimeData()
        mime.setText(line)
        paste(app, mime)
    else:
        (tmp_path / "long.md").write_text(line)
        drop(app, tmp_path / "long.md")
    qtbot.waitUntil(lambda: len(text_of(app)) == len(line), timeout=20_000)
    QTest.keyClicks(text_field(app), " And on.")
    assert text_of(app) == f"{line} And on."
    close_app(app)
    assert on_disk(tmp_path / "notes.db") == f"{line} And on."


def test_of_a_hundred_megabytes_in_every_form_only_one_is_ever_fetched(
    qtbot: QtBot, open_app: Open
) -> None:
    app = open_app()
    write_a_note(app, qtbot, MINE)
    asked = AskedFor()
    text_field(app).insertFromMimeData(asked)
    qtbot.waitUntil(lambda: "100 MB" in said(app), timeout=20_000)
    assert text_of(app) == MINE
    assert asked.kinds == ["text/plain"]


class AskedFor(QMimeData):
    """A clipboard of 100 MB in each of three forms, which says what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def formats(self) -> list[str]:
        return ["text/html", "text/plain", "image/png"]

    def hasFormat(self, kind: str) -> bool:  # noqa: N802
        return kind in self.formats()

    def retrieveData(self, kind: str, _wanted: object) -> object:  # noqa: N802
        self.kinds.append(kind.partition(";")[0])
        return "a" * 100_000_000
