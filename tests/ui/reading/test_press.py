"""A page goes into a PDF and to a printer, and nothing of it is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.reading.press import PaperPress
from weeknotes_desktop.ui.theme import Theme

PAGE = "<!doctype html><title>Mud</title><h1>Mud</h1><p>Words. <img src='http://e.org/a.png'></p>"


@pytest.fixture
def press(qtbot: QtBot, theme: Theme) -> Iterator[PaperPress]:
    window = QWidget()
    qtbot.addWidget(window)
    press = PaperPress(window)
    yield press
    press.close()


def test_pages_become_pdfs_one_after_the_other(
    press: PaperPress, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[bool] = []
    press.save(PAGE, tmp_path / "one.pdf", said.append)
    press.save(PAGE + "<p>More</p>" * 400, tmp_path / "two.pdf", said.append)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert said == [True, True]
    one, two = (tmp_path / name for name in ("one.pdf", "two.pdf"))
    assert one.read_bytes().startswith(b"%PDF")
    assert two.stat().st_size > one.stat().st_size


def test_a_folder_that_is_not_there_is_told_of(
    press: PaperPress, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[bool] = []
    press.save(PAGE, tmp_path / "gone" / "one.pdf", said.append)
    qtbot.waitUntil(lambda: said == [False], timeout=20_000)


def test_a_page_larger_than_an_address_is_printed_whole(
    press: PaperPress, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[bool] = []
    large = PAGE + f"<!--{'x' * 3_000_000}--><p>End</p>"
    press.save(large, tmp_path / "large.pdf", said.append)
    qtbot.waitUntil(lambda: said == [True], timeout=20_000)


def test_a_page_goes_to_a_printer(press: PaperPress, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[bool] = []
    # Nobody but the press has the printer, as after the dialog.
    press.print_on(_printer(tmp_path / "printed.pdf"), PAGE, said.append)
    qtbot.waitUntil(lambda: said == [True], timeout=20_000)
    press.print_on(_printer(tmp_path / "again.pdf"), PAGE, said.append)
    qtbot.waitUntil(lambda: said == [True, True], timeout=20_000)
    for name in ("printed.pdf", "again.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def _printer(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer
