"""What comes in from the clipboard or by dropping: plain text, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from weeknotes_desktop.domain.text import body_text

# Beyond this, HTML takes long enough to be felt.
_LARGEST_HTML = 5_000_000
_OBJECT = "\ufffc"


def holds_text(source: QMimeData) -> bool:
    """Whether there is anything in it that may go into a note."""
    return not _is_files(source) and (source.hasText() or source.hasHtml())


def plain_text(source: QMimeData) -> str:
    """The words in it; of dropped files nothing, for their paths are nobody's business.

    Raises:
        WeekNotesError: If it is larger than a note may be.
    """
    if _is_files(source):
        return ""
    if source.hasText() and source.text():
        return body_text(source.text())
    return body_text(_words_of(source.html()))


def _is_files(source: QMimeData) -> bool:
    return source.hasUrls() and any(url.isLocalFile() for url in source.urls())


def _words_of(html: str) -> str:
    document = _ClosedDocument()
    document.setHtml(html[:_LARGEST_HTML])
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n").replace(_OBJECT, "")


class _ClosedDocument(QTextDocument):
    """Reads HTML without fetching anything it names."""

    def loadResource(self, _kind: int, _name: object) -> None:
        """Nothing."""
