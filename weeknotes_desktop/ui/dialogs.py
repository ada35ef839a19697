"""The few dialogs there are: the system's own, for files, and who made this."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from weeknotes_desktop import __version__


class Dialogs(QObject):
    """Asks the user for files.

    Args:
        window: What the dialogs belong to.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def page_to_export(self, name: str) -> Path | None:
        """Where to write a page, ``name`` unless the user says otherwise."""
        suggested = Path.home() / name
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export HTML, as the public reads it"),
            str(suggested),
            self.tr("Web pages (*.html)"),
        )
        return Path(chosen) if chosen else None

    def pdf_to_save(self, name: str) -> Path | None:
        """Where to write a PDF; ``name`` with another ending unless the user says otherwise."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save as PDF, as the public reads it"),
            str((Path.home() / name).with_suffix(".pdf")),
            self.tr("PDF (*.pdf)"),
        )
        return Path(chosen) if chosen else None

    def pages_to_import(self) -> list[Path]:
        """Saved pages of a blog, as text."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import old posts"),
            str(Path.home()),
            self.tr(
                "Saved pages (*.txt *.text *.md);;Back-ups in Markdown (weeknotes-back-up.json);;"
                "All files (*)"
            ),
        )
        return [Path(name) for name in chosen]

    def place_for_rescue(self, name: str) -> Path | None:
        """Where to put a text that the notes file cannot take; asked about a file that is there."""
        dialog = QFileDialog(self._window, self.tr("Save a rescue file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Markdown (*.md)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("md")
        dialog.setDirectory(str(Path.home()))
        dialog.selectFile(name)
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        return Path(dialog.selectedFiles()[0])

    def about(self) -> None:
        """Say what this program is."""
        QMessageBox.about(
            self._window,
            self.tr("About WeekNotes"),
            self.tr(
                "WeekNotes Desktop {version}\n\nGoals, the week, and what you learnt.\n\n"
                "MIT licence. Fonts under the SIL Open Font License."
            ).format(version=__version__),
        )
