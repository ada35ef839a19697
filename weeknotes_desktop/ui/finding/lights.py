"""The places found, lit in the text; only those in sight, so that a long text stays fast."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from weeknotes_desktop.domain.finding import Hit
from weeknotes_desktop.ui.editor.documents import text_of
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.theme import Theme

_OURS = QTextFormat.Property.UserProperty + 7
_MOST = 500


class Lights(QObject):
    """Lights places of the text that ``edit`` shows."""

    def __init__(self, edit: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit, self._theme = edit, theme
        self._hits: tuple[Hit, ...] = ()
        self._offsets = Offsets("")
        self._revision = 0
        edit.verticalScrollBar().valueChanged.connect(self._light)
        theme.changed.connect(self._light)

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Light these places, and no others."""
        if not hits and not self._hits:
            return
        if bool(hits) != bool(self._hits):
            # No key passes here while nothing is lit.
            (self._edit.installEventFilter if hits else self._edit.removeEventFilter)(self)
        self._hits = hits
        self._offsets = Offsets(text_of(self._edit.document()) if hits else "")
        self._revision = self._edit.document().revision()
        self._light()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size shows other places."""
        if event.type() == QEvent.Type.Resize:
            self._light()
        return super().eventFilter(watched, event)

    def _light(self) -> None:
        others = [one for one in self._edit.extraSelections() if not _is_ours(one)]
        if self._hits and self._revision != self._edit.document().revision():
            # Something was typed: the places are looked for again in a moment, and Qt
            # moves those that are lit.
            return
        lit = [self._lit(hit) for hit in self._in_sight()]
        if lit or len(others) != len(self._edit.extraSelections()):
            self._edit.setExtraSelections(others + lit)

    def _in_sight(self) -> tuple[Hit, ...]:
        if not self._hits:
            return ()
        area = self._edit.viewport().rect()
        first = self._edit.cursorForPosition(area.topLeft()).block().position()
        last = self._edit.cursorForPosition(area.bottomRight())
        end = last.block().position() + last.block().length()
        begin = bisect_left(self._hits, (self._offsets.index(first),))
        # One that begins above may reach into sight.
        begin = max(begin - 1, 0)
        behind = bisect_left(self._hits, (self._offsets.index(end),))
        return self._hits[begin : min(behind, begin + _MOST)]

    def _lit(self, hit: Hit) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(self._offsets.unit(hit.start))
        cursor.setPosition(self._offsets.unit(hit.end), QTextCursor.MoveMode.KeepAnchor)
        dress = QTextCharFormat()
        dress.setProperty(_OURS, True)
        dress.setBackground(self._theme.colour("accent_ground"))
        dress.setFontUnderline(True)
        dress.setUnderlineColor(self._theme.colour("accent"))
        # The stub has no setters; these are plain fields.
        selection.cursor = cursor
        selection.format = dress
        return selection


def _is_ours(selection: QTextEdit.ExtraSelection) -> bool:
    return bool(selection.format.property(_OURS))
