"""Chooses how the preview is drawn: in Chromium, or simpler where that is missing."""

from __future__ import annotations

from weeknotes_desktop.ui.preview.page import Links, Pictures, PreviewDocument, no_picture
from weeknotes_desktop.ui.preview.text_preview import TextPreview
from weeknotes_desktop.ui.theme import Theme


class PreviewDocuments:
    """Makes the document of the preview, when it is first shown.

    Args:
        theme: Colours and text size.
        links: Follows the links of the page.
        pictures: Gives the pictures of the library that the page names.
    """

    def __init__(self, theme: Theme, links: Links, pictures: Pictures = no_picture) -> None:
        self._theme = theme
        self._links = links
        self._pictures = pictures

    def prepare(self) -> None:
        """Import what draws the preview; slow, and may run on any thread."""
        # Here, not on top: 40 MB and a tenth of a second that a start does not have.
        try:
            import PySide6.QtWebEngineWidgets  # noqa: F401
        except ImportError:
            return

    def make(self) -> PreviewDocument:
        """The best document there is; on the window's thread."""
        try:
            from weeknotes_desktop.ui.preview.web_preview import WebPreview
        except ImportError:
            return self.make_simple()
        return WebPreview(self._theme, self._links, self._pictures)

    def make_simple(self) -> PreviewDocument:
        """A document that needs no Chromium."""
        return TextPreview(self._theme, self._links, self._pictures)
