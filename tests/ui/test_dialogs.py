"""A file that the writer names is written under the name they see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.presenters.publishing_state import Card
from weeknotes_desktop.ui.dialogs import Dialogs
from weeknotes_desktop.ui.publishing.places import asked_place

Ask = Callable[[QWidget], object]

ASKING: dict[str, tuple[Ask, str]] = {
    "export": (lambda window: Dialogs(window).page_to_export("a.html"), "mud.html"),
    "paper": (lambda window: Dialogs(window).pdf_to_save("a.html"), "mud.pdf"),
    "rescue": (lambda window: Dialogs(window).place_for_rescue("a.md"), "mud.md"),
    "publish": (lambda window: asked_place(window, Card(where=Where.FILE), "a"), "mud.html"),
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def _when_asked(answer: Callable[[QFileDialog], None]) -> None:
    def soon() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        answer(dialog)

    QTimer.singleShot(0, soon)


@pytest.mark.parametrize("what", ASKING)
def test_a_name_without_ending_gets_the_usual_one(
    window: QWidget, tmp_path: Path, what: str
) -> None:
    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(tmp_path / "mud"))
        dialog.accept()

    ask, name = ASKING[what]
    _when_asked(answer)
    assert str(ask(window)) == str(tmp_path / name)


def test_an_ending_of_one_s_own_is_kept(window: QWidget, tmp_path: Path) -> None:
    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(tmp_path / "mud.htm"))
        dialog.accept()

    _when_asked(answer)
    assert Dialogs(window).page_to_export("a.html") == tmp_path / "mud.htm"


@pytest.mark.parametrize("what", ASKING)
def test_who_names_none_is_given_none(window: QWidget, what: str) -> None:
    _when_asked(lambda dialog: dialog.reject())
    assert not ASKING[what][0](window)
