"""The preview where Chromium is missing: simpler, but as closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip, QWidget

from weeknotes_desktop.domain.picture import pictures_named
from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.preview.anchors import Place, anchored, places_of
from weeknotes_desktop.ui.preview.boxes import is_readable, with_boxes
from weeknotes_desktop.ui.preview.page import Links, Page, Pictures, Reader, no_picture
from weeknotes_desktop.ui.theme import Theme

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_MARGIN = 34
_SIZE = 1.2
_NOTHING = b" "
_DOT = 3.5


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
        self._places: list[Place] = []
        # By the id, which is made of what the picture shows.
        self._readable: dict[str, bool] = {}
        self._dots: list[tuple[int, str]] = []  # places in the document, and what there is
        self._reader: Reader | None = None
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
        """Tell ``reader`` what is clicked on the page."""
        self._reader = reader

    def follow(self, line: float, *, end: bool) -> None:
        """Scroll as far as the text is scrolled, in proportion."""
        bar = self.verticalScrollBar()
        part = 1.0 if end else min(line / max(self._page.last_line, 1), 1.0)
        bar.setValue(round(part * bar.maximum()))

    def follow_caret(self, line: int) -> None:
        """Bring into sight what comes from that line."""
        position = next((one.position for one in reversed(self._places) if one.line <= line), None)
        if position is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        place, height = self.cursorRect(cursor), self.viewport().height()
        if place.top() < 0 or place.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - height // 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click tells from which line comes what was clicked; a selection or a link does not."""
        super().mouseReleaseEvent(event)
        event.accept()
        place = event.position().toPoint()
        apart = self.textCursor().hasSelection() or bool(self.anchorAt(place))
        if self._reader is None or apart or event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self.cursorForPosition(place).position()
        line = next((one.line for one in reversed(self._places) if one.position <= at), None)
        if line is not None:
            self._reader.chose(line)

    def loadResource(self, _kind: int, name: QUrl | str) -> QByteArray:
        """A picture of the library; else nothing: no style sheet, no file, nothing of the web."""
        for ident in pictures_named(QUrl(name).toString()):
            picture = self._pictures(ident)
            if picture is not None:
                return QByteArray(picture.content)
        # Where a null value comes back, the document reads the file itself.
        return QByteArray(_NOTHING)

    def slip_at(self, place: QPoint) -> str:
        """What there is to look at in the line beside that place of the margin."""
        if place.x() < _MARGIN:
            for position, words in self._dots:
                row = self._row(position)
                if row.top() <= place.y() <= row.bottom():
                    return words
        return ""

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the dot is there for that the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.slip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and dots in its margin for what there is to look at."""
        super().paintEvent(event)
        if not self._dots:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("attention"))
            for position, _ in self._dots:
                middle = QPointF(_MARGIN / 2, self._row(position).center().y())
                painter.drawEllipse(middle, _DOT, _DOT)

    def _row(self, position: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor)

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
        why = self.tr("this picture is missing or damaged, and cannot be shown")
        body = with_boxes(anchored(self._page.body, self._page.lines), self._can_show, why)
        self.setHtml(f"<h1>{title}</h1><p class='facts'>{facts}</p>{body}")
        self._places = places_of(self.document())
        self._dots = _dotted(self._page, self._places)
        self.setAccessibleDescription(" ".join(words for _, words in self._dots))
        self.document().setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, "")
        # Asking for its size lays the page out; before that there is nowhere to scroll to.
        self.document().size()
        self.verticalScrollBar().setValue(place)

    def _can_show(self, address: str) -> bool:
        for ident in pictures_named(address):
            picture = self._pictures(ident)
            if picture is not None:
                if ident not in self._readable:
                    self._readable[ident] = is_readable(picture)
                return self._readable[ident]
        return False

    def _styles(self) -> str:
        tokens = self._theme.tokens
        return (
            f"body {{ color: {tokens.text}; }} a {{ color: {tokens.accent}; }}"
            f"h1, h2, h3, h4 {{ font-family: {fonts.INTERFACE}; }}"
            f".facts {{ color: {tokens.grey}; font-family: {fonts.INTERFACE}; }}"
            f".wn-private {{ background-color: {tokens.attention_ground}; }}"
            f".wn-missing-picture {{ background-color: {tokens.hover}; color: {tokens.grey};"
            f" font-family: {fonts.INTERFACE}; }}"
            f"pre, code {{ font-family: {fonts.MONO}; background-color: {tokens.hover}; }}"
        )


def _dotted(page: Page, places: Sequence[Place]) -> list[tuple[int, str]]:
    """Where in the document there is something to look at, and what."""
    words: dict[int, list[str]] = {}
    for block, message in page.slips:
        position: int | None = 0
        if block >= 0:
            line = page.lines[block]
            position = next((one.position for one in places if one.line == line), None)
        if position is not None:
            words.setdefault(position, []).append(message)
    return [(position, " ".join(words[position])) for position in sorted(words)]
