"""Markdown to read, as tall as it is; nothing is loaded from anywhere."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.theme import Theme

# The marks of goals are bullets enough.
_ITEM = re.compile(r"^- ([✓◐○✕] .*)$", re.MULTILINE)


class Reading(QTextBrowser):
    """Shows Markdown in the font that notes are read in.

    Args:
        name: What it is, for screen readers.
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.load_reading()
        self._theme = theme
        self._source = ""
        self.setObjectName("reading")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._dress()
        theme.changed.connect(self._dress)

    def read(self, source: str) -> None:
        """Show ``source``; HTML in it is shown as it is written."""
        if source != self._source:
            self._source = source
            self._set()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Pictures are not shown here, and nobody is asked for them."""
        return None

    def sizeHint(self) -> QSize:
        """As tall as the text."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """May be narrow, but cuts nothing off."""
        return QSize(self._theme.dots(120), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may wrap to another height."""
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        return round(self.document().size().height()) + 2

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _set(self) -> None:
        self.document().setMarkdown(
            _ITEM.sub(r"\1  ", self._source),
            QTextDocument.MarkdownFeature.MarkdownNoHTML
            | QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
        )
        self._quieten_headings()
        self._fit()

    def _quieten_headings(self) -> None:
        """Headings as large as the text, in the font of the interface: there is little room."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(self._heading)
            block = block.next()

    def _dress(self) -> None:
        font = QFont(fonts.READING)
        font.setPointSizeF(fonts.BODY * self._theme.text_scale * 1.15)
        self.document().setDefaultFont(font)
        self._heading = QTextCharFormat()
        self._heading.setFont(self._theme.font("body", QFont.Weight.DemiBold))
        self._heading.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        self._set()
