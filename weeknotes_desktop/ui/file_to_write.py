"""Asks in the system's own dialog which file shall be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def file_to_write(
    over: QWidget, title: str, suggested: Path, ending: str, kinds: Sequence[str]
) -> Path | None:
    """The file that the writer named; None where they named none.

    It is asked about a file that is there, by the name it would really have.

    Args:
        ending: What a name without one gets, as “html”.
        kinds: What can be shown, as “Web pages (*.html)”.
    """
    dialog = QFileDialog(over, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(ending)
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
