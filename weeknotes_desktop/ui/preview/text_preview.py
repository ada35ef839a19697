"""The preview where Chromium is missing: simpler, but as closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from weeknotes_desktop.domain.picture import pictures_named
from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.preview.page import Links, Page, Pictures, Reader, no_picture
from weeknotes_desktop.ui.theme import Theme

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MARGIN = 34
_SIZE = 1.2
_NOTHING = b" "


class TextPreview(QTextBrowser):
    """Shows a page and loads nothing that it names.

    Args:
        theme: Colours and text size.
        links: Follows the links of the page.
        pictures: Gives the pictures of the library that the page names.
    """

    def __init__(
        self,
        theme: Theme,
        links: Links,
        pictures: Pictures = no_picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        fonts.load_reading()
        self.remark = self.tr("The preview is simplified: Qt WebEngine is not installed.")
        self._theme = theme
        self._links = links
        self._pictures = pictures
        self._page = Page()
        self.setObjectName("previewText")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Preview of the note"))
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def up_to_date(self) -> bool:
        """It shows at once what it is asked to."""
        return True

    def on_failure(self, _call: Callable[[], None]) -> None:
        """It cannot fail."""

    def widget(self) -> QWidget:
        """This very widget."""
        return self

    def show_page(self, page: Page) -> None:
        """Show ``page``; the reader's place on it stays."""
        if page == self._page:
            return
        self._page = page
        self._write()

    def show_paper(self, *, paper: bool) -> None:
        """It has the look of the window only."""

    def tell(self, reader: Reader) -> None:
        """It does not know what comes from which line, so it has nothing to tell."""

    def follow(self, line: float, *, end: bool) -> None:
        """Scroll as far as the text is scrolled, in proportion."""
        bar = self.verticalScrollBar()
        part = 1.0 if end else min(line / max(self._page.last_line, 1), 1.0)
        bar.setValue(round(part * bar.maximum()))

    def follow_caret(self, line: int) -> None:
        """Its place stays: the simple preview follows the scroll bar alone."""

    def loadResource(self, _kind: int, name: QUrl | str) -> QByteArray:
        """A picture of the library; else nothing: no style sheet, no file, nothing of the web."""
        for ident in pictures_named(QUrl(name).toString()):
            picture = self._pictures(ident)
            if picture is not None:
                return QByteArray(picture.content)
        # Where a null value comes back, the document reads the file itself.
        return QByteArray(_NOTHING)

    def _follow(self, url: QUrl) -> None:
        if not url.scheme() and url.hasFragment():
            self.scrollToAnchor(url.fragment())
        else:
            self._links.follow(url)

    def _dress(self) -> None:
        font = self._theme.font()
        font.setFamily(fonts.READING)
        font.setPointSizeF(font.pointSizeF() * _SIZE)
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(self._styles())
        self._write()

    def _write(self) -> None:
        place = self.verticalScrollBar().value()
        title, facts = (text.translate(_ESCAPES) for text in (self._page.title, self._page.facts))
        self.setHtml(f"<h1>{title}</h1><p class='facts'>{facts}</p>{self._page.body}")
        self.document().setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, "")
        # Asking for its size lays the page out; before that there is nowhere to scroll to.
        self.document().size()
        self.verticalScrollBar().setValue(place)

    def _styles(self) -> str:
        tokens = self._theme.tokens
        return (
            f"body {{ color: {tokens.text}; }} a {{ color: {tokens.accent}; }}"
            f"h1, h2, h3, h4 {{ font-family: {fonts.INTERFACE}; }}"
            f".facts {{ color: {tokens.grey}; font-family: {fonts.INTERFACE}; }}"
            f".wn-private {{ background-color: {tokens.attention_ground}; }}"
            f"pre, code {{ font-family: {fonts.MONO}; background-color: {tokens.hover}; }}"
        )
