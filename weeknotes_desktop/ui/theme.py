"""How the window looks: palette, style sheet, fonts and icons, light or dark."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.paths import resource
from weeknotes_desktop.ui import fonts, icons
from weeknotes_desktop.ui.icons import Icons
from weeknotes_desktop.ui.tokens import DARK, LIGHT, Tokens

# Text sizes the style sheets may name, as parts of body text.
_SIZES = {"tiny": 0.85, "small": 0.93, "body": 1.0, "large": 1.12, "title": 1.8}
# Logical dots per inch at which a length in our drawings is one dot.
_DRAWN_AT = 96.0

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "ground",
    _Role.WindowText: "text",
    _Role.Base: "page",
    _Role.AlternateBase: "panel",
    _Role.Text: "text",
    _Role.PlaceholderText: "grey",
    _Role.Button: "panel",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_accent",
    _Role.Light: "page",
    _Role.Midlight: "panel",
    _Role.Mid: "line",
    _Role.Dark: "border",
    _Role.Shadow: "line",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "panel",
    _Role.ToolTipText: "text",
}
_TEXT_ROLES = (
    _Role.WindowText,
    _Role.Text,
    _Role.ButtonText,
    _Role.HighlightedText,
    _Role.PlaceholderText,
    _Role.Link,
    _Role.LinkVisited,
)


class Theme(QObject):
    """Dresses the application, and tells those who paint themselves when to do so again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, text_scale: float = 1.0) -> None:
        super().__init__(parent)
        self.icons = Icons(self)
        self._app: QApplication | None = None
        self._look = Look.SYSTEM
        self._tokens = LIGHT
        self._text_scale = text_scale
        self._dpi = _DRAWN_AT

    @property
    def tokens(self) -> Tokens:
        """Today's colours."""
        return self._tokens

    @property
    def text_scale(self) -> float:
        """How large text is; 1.0 is 100 %."""
        return self._text_scale

    def apply(self, app: QApplication, look: Look) -> None:
        """Dress ``app`` and every window in it."""
        self.prepare(app, look)
        self.put_on()
        self.changed.emit()

    def prepare(self, app: QApplication, look: Look) -> None:
        """Choose colours and fonts, before any widget is made; the style sheet is not put on."""
        if self._app is None:
            self._app = app
            app.setStyle("Fusion")
            fonts.load()
            self._dpi = app.primaryScreen().logicalDotsPerInchY()
            app.styleHints().colorSchemeChanged.connect(self._follow)
        self._look = look
        self._tell_system(app)
        self._choose(app)

    def put_on(self) -> None:
        """Put the style sheet on every window there is; needed once, after ``prepare``.

        Qt works out what applies to a widget again whenever it is put into
        another one. A window that is put together first and dressed when it is
        whole is there sooner, by a sixth of a bare start.
        """
        if self._app is not None:
            self._app.setStyleSheet(style_sheet(self._tokens, self._text_scale))

    def scale_text(self, scale: float) -> None:
        """Make all text larger or smaller; 1.0 is 100 %.

        The program is told its text size when it is made. This is for the tests of the
        interface, which look at several sizes with the one theme of a run.
        """
        self._text_scale = scale
        if self._app is not None:
            self._dress(self._app)

    def dots(self, length: float) -> int:
        """A length of our drawings, made for 100 % text, as it is at today's text size."""
        return max(1, round(length * self._text_scale * self._dpi / _DRAWN_AT))

    def font(self, size: str = "body", weight: int = QFont.Weight.Normal) -> QFont:
        """The font of the interface in one of the sizes that style sheets name."""
        font = QFont(fonts.INTERFACE)
        font.setPointSizeF(fonts.BODY * self._text_scale * _SIZES[size])
        font.setWeight(QFont.Weight(weight))
        return font

    def colour(self, name: str) -> QColor:
        """The colour with that name in ``Tokens``."""
        return QColor(str(getattr(self._tokens, name)))

    def _tell_system(self, app: QApplication) -> None:
        """Ask for a title bar and file dialogs that match."""
        hints = app.styleHints()
        if self._look is Look.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self._look is Look.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _follow(self) -> None:
        """Change with the system, while the writer leaves it to the system."""
        if self._app is not None and self._chosen(self._app) is not self._tokens:
            self._dress(self._app)

    def _chosen(self, app: QApplication) -> Tokens:
        if self._look is Look.SYSTEM:
            return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._look is Look.DARK else LIGHT

    def _dress(self, app: QApplication) -> None:
        self._choose(app)
        self.put_on()
        self.changed.emit()

    def _choose(self, app: QApplication) -> None:
        self._tokens = self._chosen(app)
        app.setPalette(palette(self._tokens))
        app.setFont(self.font())
        self.icons.recolour(self._tokens, self._text_scale)


def style_sheet(tokens: Tokens, text_scale: float = 1.0) -> str:
    """Every template in ``resources/styles/window``, one after the other, filled in.

    Raises:
        KeyError: If a template names a colour or a size that does not exist.
    """
    values = tokens.colours()
    for name, part in _SIZES.items():
        values[f"size_{name}"] = f"{fonts.BODY * text_scale * part:.2f}pt"
    values["icon"] = f"{round(icons.SIZE * text_scale)}px"
    values["half_icon"] = f"{round(icons.SIZE * text_scale) // 2}px"
    values |= {"interface": fonts.INTERFACE, "reading": fonts.READING, "mono": fonts.MONO}
    files = sorted(resource("styles/window").glob("*.qss"))
    return "\n".join(
        Template(file.read_text(encoding="utf-8")).substitute(values) for file in files
    )


def palette(tokens: Tokens) -> QPalette:
    """The colours of every role and state, so that Fusion draws nothing of its own choice."""
    dress = QPalette()
    for role, name in _ROLES.items():
        dress.setColor(role, QColor(str(getattr(tokens, name))))
    for role in _TEXT_ROLES:
        dress.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    dress.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.line))
    dress.setColor(QPalette.ColorGroup.Inactive, _Role.Highlight, QColor(tokens.accent_ground))
    return dress
