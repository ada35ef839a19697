"""The few dialogs there are: the system's own, for files, and who made this."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from weeknotes_desktop import __version__
from weeknotes_desktop.ui.file_to_write import file_to_write


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
        title = self.tr("Export HTML, as the public reads it")
        kinds = [self.tr("Web pages (*.html)")]
        return file_to_write(self._window, title, Path.home() / name, "html", kinds)

    def pdf_to_save(self, name: str) -> Path | None:
        """Where to write a PDF; ``name`` with another ending unless the user says otherwise."""
        title = self.tr("Save as PDF, as the public reads it")
        suggested = (Path.home() / name).with_suffix(".pdf")
        return file_to_write(self._window, title, suggested, "pdf", [self.tr("PDF (*.pdf)")])

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
        title = self.tr("Save a rescue file")
        kinds = [self.tr("Markdown (*.md)"), self.tr("All files (*)")]
        return file_to_write(self._window, title, Path.home() / name, "md", kinds)

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
