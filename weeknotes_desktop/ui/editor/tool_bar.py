"""The buttons above the text, and the switch between writing and reading."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.segmented import Segmented


class _Tool(NamedTuple):
    """One button.

    Args:
        name: Of a format and of its icon.
        glyph: Stands for an icon; empty where there is one.
        words: What it does, for the tool tip and for screen readers.
        icon: Where it is called something else than the format.
    """

    name: str
    glyph: str
    words: str
    icon: str = ""


def _words(text: str) -> str:
    return QCoreApplication.translate("ToolBar", text)


def _groups() -> tuple[tuple[_Tool, ...], ...]:
    return (
        (
            _Tool("bold", "B", _words("Bold")),
            _Tool("italic", "I", _words("Italic")),
            _Tool("heading", "H", _words("Heading")),
        ),
        (
            _Tool("bullets", "•", _words("List with bullets")),
            _Tool("numbers", "1.", _words("Numbered list")),
            _Tool("quote", "❝", _words("Quotation")),
            _Tool("link", "", _words("Link")),
            _Tool("figure", "", _words("Picture"), "picture"),
            _Tool("footnote", "†", _words("Footnote")),
        ),
    )


class ToolBar(Flow):
    """Formats what is selected, and switches between Write, Split and Preview."""

    format_chosen = Signal(str)
    mode_chosen = Signal(Mode)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme.dots(2), theme.dots(2), parent, last_apart=True)
        self._theme = theme
        self._tools: list[QWidget] = []
        for nth, group in enumerate(_groups()):
            if nth:
                self._tools.append(self._rule())
            self._tools += [self._button(tool) for tool in group]
        self._more = self._more_button()
        self._tools += [self._rule(), self._private(), self._goals(), self._more]
        self._mode = Segmented[Mode](
            self.tr("What to show"),
            [
                (Mode.WRITE, self.tr("Write")),
                (Mode.SPLIT, self.tr("Split")),
                (Mode.PREVIEW, self.tr("Preview")),
            ],
        )
        self._mode.chosen.connect(self.mode_chosen)
        for widget in (*self._tools, self._mode):
            if isinstance(widget, QFrame):
                self.add_separator(widget)
            else:
                self.add(widget)

    def show_mode(self, mode: Mode, *, room_to_split: bool) -> None:
        """Show which mode holds; where one only reads there is nothing to format."""
        self._mode.show_value(mode)
        self._mode.set_available(Mode.SPLIT, available=room_to_split)
        for tool in self._tools:
            tool.setVisible(mode is not Mode.PREVIEW)

    def offer_formats(self, *, offered: bool) -> None:
        """Offer to format the text, or show that nothing can be changed."""
        for tool in self._tools:
            tool.setEnabled(offered)

    def offer_more(self, menu: QMenu) -> None:
        """Offer what has no button of its own, from now on."""
        self._more.setMenu(menu)

    def _button(self, tool: _Tool) -> QToolButton:
        button = self._plain(tool.name, tool.words)
        if tool.glyph:
            button.setText(tool.glyph)
        else:
            self._theme.icons.give(tool.icon or tool.name, button)
        button.clicked.connect(partial(self._say, tool.name))
        return button

    def _private(self) -> QToolButton:
        button = self._worded("private", self.tr("Private"))
        button.setToolTip(self.tr("Keep these words to yourself"))
        button.clicked.connect(partial(self._say, "private"))
        return button

    def _goals(self) -> QToolButton:
        button = self._worded("goals", self.tr("Goals"))
        button.setToolTip(self.tr("Put your goals into the note"))
        menu = QMenu(button)
        menu.addAction(self.tr("This week’s goals"), partial(self._say, "goals"))
        menu.addAction(self.tr("Next week’s goals"), partial(self._say, "next-week"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _more_button(self) -> QToolButton:
        button = self._plain("more", self.tr("More formats"))
        button.setToolTip(self.tr("Code, tasks, tables and more"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._theme.icons.give("more", button)
        return button

    def _worded(self, name: str, words: str) -> QToolButton:
        button = self._plain(name, words)
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._theme.icons.give(name, button)
        return button

    def _plain(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"tool-{name}")
        button.setProperty("tool", "yes")
        button.setAutoRaise(True)
        # The text keeps its selection: a click does not take the focus, Tab does.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(words)
        side = self._theme.dots(16)
        button.setIconSize(QSize(side, side))
        return button

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setObjectName("toolRule")
        rule.setFixedSize(self._theme.dots(11), self._theme.dots(18))
        return rule

    def _say(self, name: str, _checked: bool = False) -> None:
        self.format_chosen.emit(name)
