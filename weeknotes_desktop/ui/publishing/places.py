"""Asks in the system's own dialogs where something shall go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.presenters.publishing_state import Card
from weeknotes_desktop.ui.file_to_write import file_to_write


def asked_place(over: QWidget, card: Card, name: str) -> str:
    """The file or folder that the writer chose; empty where they chose none.

    Args:
        name: What a file is called unless they say otherwise.
    """
    if card.where is Where.FILE:
        suggested = card.place or Path.home() / name
        kinds = [_tr("Web pages (*.html)")]
        chosen = file_to_write(over, _tr("Publish as an HTML file"), suggested, "html", kinds)
        return str(chosen or "")
    title = _tr("Folder of the site") if card.where is Where.SITE else _tr("Folder for Markdown")
    start = card.place if card.place is not None and card.place.is_dir() else Path.home()
    return QFileDialog.getExistingDirectory(over, title, str(start))


def _tr(words: str) -> str:
    return QCoreApplication.translate("PublishDialog", words)
