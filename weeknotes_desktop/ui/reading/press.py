"""Puts a page on paper: printers and PDF, by Chromium, or simpler where that is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from weeknotes_desktop.presenters.paper import Then

if TYPE_CHECKING:
    from weeknotes_desktop.ui.reading.sheet import Sheet

# The page's own style says more where Chromium draws it.
_MARGINS = QMarginsF(20, 20, 20, 20)


class PaperPress(QObject):
    """A ``Press``; one page at a time, and nothing of it is fetched.

    Args:
        window: What the dialog belongs to.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: Sheet | None = None

    def save(self, page: str, path: Path, then: Then) -> None:
        """Write ``page`` as PDF; says whether it could be done."""
        sheet = self._made_sheet()
        if sheet is not None:
            sheet.save(page, path, then)
            return
        writer = QPdfWriter(str(path))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
        _document(page).print_(writer)
        then(path.is_file() and path.stat().st_size > 0)

    def print(self, page: str, then: Then) -> None:
        """Ask which printer, and print; says whether that was done or not wanted."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        # It knows the printer, so it must not stay longer.
        dialog.deleteLater()
        if wanted:
            self.print_on(printer, page, then)
        else:
            then(True)

    def print_on(self, printer: QPrinter, page: str, then: Then) -> None:
        """Print ``page`` on a printer that is chosen already."""
        sheet = self._made_sheet()
        if sheet is not None:
            sheet.print(page, printer, then)
            return
        _document(page).print_(printer)
        then(printer.printerState() != QPrinter.PrinterState.Error)

    def close(self) -> None:
        """Let go of what draws the pages."""
        if self._sheet is not None:
            self._sheet.close_now()
            self._sheet = None

    def _made_sheet(self) -> Sheet | None:
        if self._sheet is None:
            try:
                # Not on top: Chromium is slow to come, and may be missing.
                from weeknotes_desktop.ui.reading.sheet import Sheet
            except ImportError:
                return None
            self._sheet = Sheet()
        return self._sheet


class _Closed(QTextDocument):
    """Loads nothing from anywhere."""

    def loadResource(self, _kind: int, _name: object) -> bytes:
        return b" "


def _document(page: str) -> QTextDocument:
    document = _Closed()
    document.setHtml(page)
    return document
