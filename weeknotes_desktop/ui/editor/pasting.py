"""The clipboard and what is dropped, as the text gets to see it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.domain.brought import MOST_LETTERS
from weeknotes_desktop.domain.typing_rules.pasted_blocks import fitted, in_cell, is_in_cell
from weeknotes_desktop.presenters.pasting import Offer, Place
from weeknotes_desktop.ui.editor.applying import Near
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.offsets import Offsets

# In the order in which we like them; anything else goes through Qt.
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml")

# How many lines above and below are looked at for a table.
_TABLE = 2_000

Paste = Callable[[Offer, Place], None]


class Pasting:
    """Takes what comes in from outside to the text that ``edit`` shows.

    Args:
        paste: Puts an offer in at a place; now or later.
        paste_plain: Likewise, the words alone.
    """

    def __init__(self, edit: QPlainTextEdit, paste: Paste, paste_plain: Paste) -> None:
        self._edit = edit
        self._paste = paste
        self._paste_plain = paste_plain
        self._waiting: list[_Place] = []

    def can_take(self, source: QMimeData) -> bool:
        """Whether there is anything in it that may go into a note."""
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def take(self, source: QMimeData) -> None:
        """Put in what ``source`` holds, where the caret is."""
        self._paste(offered(source), self._place())

    def take_plain(self, source: QMimeData) -> None:
        """Put in its words alone."""
        if not self._edit.isReadOnly():
            self._paste_plain(offered(source), self._place())

    def _place(self) -> _Place:
        place = _Place(self._edit, self._waiting)
        self._waiting.append(place)
        # Whatever was refused waits for nothing any more; this many are never on their way.
        del self._waiting[:-20]
        return place


class _Place:
    """Where something was pasted; typing on leaves it where it is."""

    def __init__(self, edit: QPlainTextEdit, waiting: list[_Place]) -> None:
        self._edit = edit
        self._waiting = waiting
        cursor = edit.textCursor()
        self.selected = _words(cursor)
        self.literal = cursor.block().userState() > ORDINARY
        # Two cursors, as the far end of one moves with what is typed at it. What is
        # typed at the edge of the selection stays outside of it.
        self._begin = _mark(cursor, cursor.selectionStart(), stays=not self.selected)
        self._end = _mark(cursor, cursor.selectionEnd(), stays=True)

    def put(self, text: str, caret: int | None = None, *, fit: bool = False) -> bool:
        """Put it in, as one step that can be undone; whether the note is still there."""
        later = self._leave()
        edit = self._edit
        gone = self._begin.isNull() or self._begin.document() != edit.document()
        if gone or edit.isReadOnly():
            return False
        cursor, here = self._target(), edit.textCursor()
        begin = cursor.selectionStart()
        untouched = here.selectionStart() == begin and here.selectionEnd() == cursor.selectionEnd()
        if fit:
            text, caret = _fitted(text, caret, cursor)
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        for other in later:
            other.give_way(begin, cursor.position())
        if untouched:
            end = cursor.position() if caret is None else begin + Offsets(text).unit(caret)
            here.setPosition(end)
            edit.setTextCursor(here)
            edit.ensureCursorVisible()
        return True

    def _leave(self) -> list[_Place]:
        """Wait no more; those who asked later and still do."""
        if self not in self._waiting:
            return []
        nth = self._waiting.index(self)
        del self._waiting[nth]
        return self._waiting[nth:]

    def give_way(self, begin: int, end: int) -> None:
        """What was pasted earlier at the same place stands before what was pasted later."""
        if not self.selected and self._begin.position() == begin:
            self._begin.setPosition(end)
            self._end.setPosition(end)

    def _target(self) -> QTextCursor:
        """What is replaced: the words that were selected, if nobody has changed them since."""
        begin, end = sorted((self._begin.position(), self._end.position()))
        if self._begin.position() > self._end.position():
            # They were typed over.
            end = begin
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if _words(cursor) != self.selected:
            cursor.setPosition(end)
        return cursor


def _fitted(text: str, caret: int | None, cursor: QTextCursor) -> tuple[str, int | None]:
    """``text`` as it fits in place of what is selected, and where its ``caret`` is then."""
    if "|" in cursor.block().text() and is_in_cell(Near(cursor, _TABLE).passage):
        made, at = in_cell(text, caret or 0)
    else:
        made, at = fitted(text, *_around(cursor), caret or 0)
    return made, None if caret is None else at


def _around(cursor: QTextCursor) -> tuple[str, str]:
    """The lines before and behind what is selected."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    before = _units(first.text())[: 2 * (cursor.selectionStart() - first.position())]
    after = _units(last.text())[2 * (cursor.selectionEnd() - last.position()) :]
    above = f"{first.previous().text()}\n" if first.previous().isValid() else ""
    below = f"\n{last.next().text()}" if last.next().isValid() else ""
    return above + _letters(before), _letters(after) + below


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _letters(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


def _mark(cursor: QTextCursor, place: int, *, stays: bool) -> QTextCursor:
    mark = QTextCursor(cursor)
    mark.setPosition(place)
    mark.setKeepPositionOnInsert(stays)
    return mark


def _words(cursor: QTextCursor) -> str:
    return cursor.selectedText().replace("\u2029", "\n")


def offered(source: QMimeData) -> Offer:
    """All that ``source`` holds and that a note could take."""
    urls = source.urls() if source.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if files:
        # Their paths are nobody's business, though they come as text as well.
        return Offer(files=files)
    address = urls[0].toString() if len(urls) == 1 else ""
    # Once: each asking makes a copy, and it may be very large.
    text = source.text() if source.hasText() else ""
    if len(text) > MOST_LETTERS:
        # It is refused, whatever else there is.
        return Offer(text=text)
    return Offer(
        text=text,
        html=source.html() if source.hasHtml() else "",
        # Spreadsheets and word processors offer a picture of the very words.
        picture=None if text.strip() else _picture_in(source),
        address=address,
    )


def _picture_in(source: QMimeData) -> Callable[[], bytes] | None:
    for kind in _PICTURES:
        if source.hasFormat(kind):
            content = bytes(source.data(kind).data())
            return lambda: content
    if not source.hasImage():
        return None
    image = source.imageData()
    return partial(_png_of, image) if isinstance(image, QImage) and not image.isNull() else None


def _png_of(image: QImage) -> bytes:
    """The bytes of a picture that came without any; slow, and may run on any thread."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())
