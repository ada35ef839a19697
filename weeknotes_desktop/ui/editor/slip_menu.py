"""The menu over the text: what may be done about the slip it was opened on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.presenters.checking import CheckingState
from weeknotes_desktop.ui.editor.applying import Near
from weeknotes_desktop.ui.editor.marks_under_text import Mark
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.theme import Theme

_WIDTH = 300
MENU_KEY = QKeySequence("Shift+F10")
"""Opens the menu at the caret; on some systems Qt knows only a key of its own for that."""


class SlipMenu(QObject):
    """Puts what can be done about a slip above what can always be done.

    Args:
        edit: The text.
        theme: Sizes.
        at: The mark at a place of it.
    """

    looked_up = Signal(Slip)  # other words are wanted for this one
    word_chosen = Signal(Slip, str)  # put that in its place
    word_added = Signal(Slip)
    silenced = Signal(Slip)
    all_heard = Signal()
    language_chosen = Signal(str)

    def __init__(self, edit: TextEdit, theme: Theme, at: Callable[[int], Mark | None]) -> None:
        super().__init__(edit)
        self._edit, self._theme, self._at = edit, theme, at
        self._state = CheckingState()
        self._languages: tuple[str, ...] = ()
        self._waiting: tuple[Slip, QMenu, QAction] | None = None
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self.open)
        by_key = QShortcut(MENU_KEY, edit)
        by_key.setContext(Qt.ShortcutContext.WidgetShortcut)
        by_key.activated.connect(lambda: self.open(edit.cursorRect().center()))

    def draw(self, state: CheckingState) -> None:
        """Go by this from now on."""
        self._state = state

    def take_languages(self, languages: tuple[str, ...]) -> None:
        """Offer these languages from now on."""
        self._languages = languages

    def open(self, place: QPoint) -> None:
        """Open the menu over that place of the viewport."""
        menu = self.made(place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._edit.viewport().mapToGlobal(place))

    def made(self, place: QPoint) -> QMenu:
        """The menu for that place of the viewport."""
        edit = self._edit
        if not edit.textCursor().hasSelection():
            edit.setTextCursor(edit.cursorForPosition(place))
        menu = edit.createStandardContextMenu(place)
        edit.menu_opens.emit(menu, Near(edit.textCursor(), None).passage)
        mark = self._at(self._edit.cursorForPosition(place).position())
        self.fill(menu, None if mark is None else mark.slip)
        return menu

    def fill(self, menu: QMenu, slip: Slip | None) -> None:
        """Put what can be done about a slip on top of a menu, and the note's language below."""
        self._waiting = None
        for action in menu.actions():
            # Qt writes it like a title, and nothing else here is.
            if action.objectName() == "select-all":
                action.setText(self.tr("Select all"))
        first = menu.actions()[0] if menu.actions() else menu.addSeparator()
        if slip is not None:
            self._put_slip(menu, first, slip)
        if self._state.language:
            menu.addSeparator()
            self._put_note(menu)

    def offer(self, slip: Slip, suggestions: tuple[str, ...] | None) -> None:
        """Show other words in the menu that is open on this slip; None where nobody could tell."""
        if self._waiting is None or self._waiting[0] != slip:
            return
        _, menu, placeholder = self._waiting
        self._waiting = None
        for words in suggestions or ():
            menu.insertAction(placeholder, self._replacing(menu, slip, words))
        late = self.tr("Suggestions take too long")
        placeholder.setText(late if suggestions is None else self.tr("No suggestions"))
        placeholder.setVisible(not suggestions)

    def _put_slip(self, menu: QMenu, first: QAction, slip: Slip) -> None:
        menu.setAccessibleName(slip.message)
        menu.insertAction(first, self._explained(menu, slip))
        if self._state.may_write:
            if slip.check == SPELLING:
                placeholder = QAction(self.tr("Looking for suggestions…"), menu)
                placeholder.setEnabled(False)
                menu.insertAction(first, placeholder)
                self._waiting = (slip, menu, placeholder)
                menu.destroyed.connect(self._let_go)
                menu.insertSeparator(first)
                self._add(menu, first, self.tr("Add to my words"), self.word_added, slip)
            elif slip.instead is not None:
                menu.insertAction(first, self._replacing(menu, slip, slip.instead))
            self._add(menu, first, self.tr("Leave it so in this note"), self.silenced, slip)
        menu.insertSeparator(first)
        if self._waiting is not None:
            self.looked_up.emit(slip)

    def _explained(self, menu: QMenu, slip: Slip) -> QAction:
        words = QLabel(slip.message, menu)
        words.setObjectName("slipWords")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setFixedWidth(self._theme.dots(_WIDTH))
        action = QWidgetAction(menu)
        action.setDefaultWidget(words)
        return action

    def _put_note(self, menu: QMenu) -> None:
        """What concerns the whole note."""
        languages = menu.addMenu(self.tr("Language of this note"))
        languages.setEnabled(self._state.may_write)
        for language in dict.fromkeys((*self._languages, self._state.language)):
            one = languages.addAction(_name(language))
            one.setCheckable(True)
            one.setChecked(language == self._state.language)
            one.triggered.connect(
                lambda _=False, chosen=language: self.language_chosen.emit(chosen)
            )
        if self._state.silenced:
            heard = menu.addAction(self.tr("Show again what was left so in this note"))
            heard.setEnabled(self._state.may_write)
            heard.triggered.connect(lambda: self.all_heard.emit())

    def _replacing(self, menu: QMenu, slip: Slip, words: str) -> QAction:
        shown = words.strip() or (self.tr("One space") if words else self.tr("Nothing"))
        action = QAction(shown.replace("&", "&&"), menu)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(lambda: self.word_chosen.emit(slip, words))
        return action

    def _add(self, menu: QMenu, first: QAction, words: str, signal: object, slip: Slip) -> None:
        action = QAction(words, menu)
        action.triggered.connect(lambda: signal.emit(slip))  # type: ignore[attr-defined]
        menu.insertAction(first, action)

    def _let_go(self) -> None:
        self._waiting = None


def _name(language: str) -> str:
    """The language in its own words, as “British English”."""
    locale = QLocale(language.replace("-", "_"))
    name = "" if locale.language() is QLocale.Language.C else locale.nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]}" or language
