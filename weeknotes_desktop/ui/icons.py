"""Icons by our own names; they come after the first paint into space kept for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from shiboken6 import isValid

from weeknotes_desktop.ui.tokens import LIGHT, Tokens

_SET = "mdi6"
_FONT = "materialdesignicons6-webfont-[0-9]*.ttf"
_NAMES = "materialdesignicons6-webfont-charmap-*.json"
# In dots at 100 % text, and how much of that its letter fills.
SIZE = 16
_FILLED = 0.96
_GLYPHS = {
    "about": "information-outline",
    "add": "plus",
    "archive": "format-list-bulleted-square",
    "back_up": "backup-restore",
    "bold": "format-bold",
    "bullets": "format-list-bulleted",
    "carry": "reload",
    "close": "close",
    "code": "code-tags",
    "dark": "weather-night",
    "done": "check",
    "down": "chevron-down",
    "dropped": "close-box-outline",
    "export": "export-variant",
    "find": "magnify",
    "footnote": "format-superscript",
    "goals": "checkbox-marked-outline",
    "heading": "alpha-h",
    "history": "history",
    "import": "import",
    "italic": "format-italic",
    "light": "white-balance-sunny",
    "jot": "text-short",
    "link": "link-variant",
    "more": "dots-horizontal",
    "next": "chevron-right",
    "not_started": "minus-box-outline",
    "note": "note-edit-outline",
    "numbers": "format-list-numbered",
    "open": "checkbox-blank-outline",
    "partly": "circle-half-full",
    "picture": "image-outline",
    "previous": "chevron-left",
    "private": "lock-outline",
    "quote": "format-quote-close",
    "remove": "trash-can-outline",
    "stretch": "star-outline",
    "table": "table",
    "up": "chevron-up",
    "warning": "alert-circle-outline",
    "week": "calendar-week-outline",
}


class Bearer(Protocol):
    """A button or an action: whatever can carry an icon."""

    def setIcon(self, icon: QIcon | QPixmap, /) -> None:  # noqa: N802
        """Carry ``icon``."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an icon goes, and in which colour."""

    bearer: ref[Any]
    name: str
    colour: str


class Icons(QObject):
    """Gives icons to those who asked, and again when the colours change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[_Place] = []
        self._tokens: Tokens = LIGHT
        self._scale = 1.0
        self._font: Any = None

    def give(self, name: str, bearer: Bearer, colour: str = "text") -> None:
        """Give ``bearer`` the icon of that name, now or as soon as there are icons.

        Args:
            name: One of our own names, as ``bold``.
            bearer: What will carry it; it is not kept alive.
            colour: A name of ``Tokens``.

        Raises:
            KeyError: If there is no such icon.
        """
        bearer.setIcon(self.icon(name, colour))
        self._places = [place for place in self._places if _there(place.bearer())]
        self._places.append(_Place(ref(bearer), name, colour))

    def prepare(self) -> None:
        """Import what draws icons; slow, and may run on any thread."""
        # Not on top: it takes half as long as a bare start of the window.
        import qtawesome  # type: ignore[import-untyped]  # noqa: F401

    def arrive(self) -> None:
        """Draw every icon asked for; to be called on the window's thread, after its first paint."""
        if self._font is None:
            # Not on top: see ``prepare``. One set only: QtAwesome by itself loads twelve.
            from qtawesome import iconic_font

            folder = Path(iconic_font.__file__).parent / "fonts"
            files = (next(folder.glob(pattern)).name for pattern in (_FONT, _NAMES))
            self._font = iconic_font.IconicFont((_SET, *files))
        self._redraw()

    def recolour(self, tokens: Tokens, scale: float = 1.0) -> None:
        """Draw every icon again, in the colours of ``tokens`` and as large as text is now."""
        self._tokens, self._scale = tokens, scale
        if self._font is not None:
            self._redraw()

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """The icon of that name in today's colours; blank before icons have arrived."""
        glyph = _GLYPHS[name]
        icon = QIcon()
        if self._font is None:
            icon.addPixmap(_empty(1))
            return icon
        letter: str = self._font.charmap[_SET][glyph]
        colours = self._tokens.colours()
        for sharpness in (1, 2):
            size = round(SIZE * self._scale) * sharpness
            for mode, shown in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "faint")):
                picture = self._picture(letter, size, colours[shown])
                picture.setDevicePixelRatio(sharpness)
                icon.addPixmap(picture, mode)
        return icon

    def _picture(self, letter: str, size: int, colour: str) -> QPixmap:
        """One letter of the icon font; QtAwesome's own icons crash when their font goes first."""
        picture = _empty(size)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font: QFont = self._font.font(_SET, round(size * _FILLED))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
        return picture

    def _redraw(self) -> None:
        self._places = [place for place in self._places if _there(place.bearer())]
        for place in self._places:
            bearer = place.bearer()
            if bearer is not None:
                bearer.setIcon(self.icon(place.name, place.colour))


def _there(bearer: Any) -> bool:
    """Whether ``bearer`` lives, in Python and in Qt."""
    return bearer is not None and isValid(bearer)


def _empty(size: int) -> QPixmap:
    """Nothing to see."""
    nothing = QPixmap(size, size)
    nothing.fill(Qt.GlobalColor.transparent)
    return nothing
