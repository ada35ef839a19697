"""What can be done to the chosen category or tag."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.names import NameColour
from weeknotes_desktop.presenters.names_state import NamesState
from weeknotes_desktop.ui.name_colours import colour_word
from weeknotes_desktop.ui.names.dot import dot
from weeknotes_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameDeeds(QWidget):
    """A field to rename it in, and buttons for all else."""

    renamed = Signal(str)
    deleted = Signal()
    notes_wanted = Signal()
    colour_chosen = Signal(object)  # a NameColour, or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = NamesState()
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("New name"))
        self._field.textEdited.connect(lambda _: self._offer())
        self._rename = QPushButton(self.tr("&Rename"))
        self._rename.clicked.connect(self._say_renamed)
        self._merge = self._with_menu(self.tr("&Put together with"), self._fill_merge)
        self._colour = self._with_menu(self.tr("&Colour"), self._fill_colours)
        self._notes = QPushButton(self.tr("&Show its notes"))
        self._notes.clicked.connect(self.notes_wanted)
        self._delete = QPushButton(self.tr("&Delete"))
        self._delete.clicked.connect(self.delete)
        self._lay_out()
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: NamesState) -> None:
        """Show what can be done; what is typed stays, unless another name is chosen."""
        before, self._state = self._state, state
        if state.chosen != before.chosen or state.kind != before.kind:
            self._field.setText(state.chosen or "")
        self._offer()

    def edit(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def delete(self) -> None:
        """Ask that the name be taken from all notes."""
        if self._delete.isEnabled():
            self.deleted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field renames."""
        if event.key() in _ENTER and self._field.hasFocus():
            self._say_renamed()
        else:
            super().keyPressEvent(event)

    def _say_renamed(self) -> None:
        if self._rename.isEnabled():
            self.renamed.emit(self._field.text())

    def _offer(self) -> None:
        state = self._state
        free = state.chosen is not None and not state.busy and not state.read_only
        others = len(state.names or ()) > 1
        typed = self._field.text().strip()
        self._field.setEnabled(free)
        self._rename.setEnabled(free and bool(typed) and typed != state.chosen)
        self._merge.setEnabled(free and others)
        self._colour.setEnabled(free)
        self._delete.setEnabled(free)
        self._notes.setEnabled(state.chosen is not None)

    def _with_menu(self, words: str, fill: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        menu = QMenu(button)
        # Filled when it opens: what is in it depends on the chosen name.
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    def _fill_merge(self) -> None:
        menu = self._merge.menu()
        menu.clear()
        for line in self._state.names or ():
            if line.name != self._state.chosen:
                action = menu.addAction(line.name.replace("&", "&&"))
                action.triggered.connect(partial(self._say_merged, line.name))

    def _say_merged(self, name: str, _checked: bool = False) -> None:
        self.renamed.emit(name)

    def _fill_colours(self) -> None:
        menu = self._colour.menu()
        menu.clear()
        lines = self._state.names or ()
        holds = next((one.colour for one in lines if one.name == self._state.chosen), None)
        for colour in (*NameColour, None):
            words = self.tr("None") if colour is None else colour_word(colour)
            action = menu.addAction(dot(colour, self._theme), words)
            action.setCheckable(True)
            action.setChecked(colour is holds)
            action.triggered.connect(partial(self._say_colour, colour))

    def _say_colour(self, colour: NameColour | None, _checked: bool = False) -> None:
        self.colour_chosen.emit(colour)

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self._field, 1)
        self._first.addWidget(self._rename)
        for button in (self._merge, self._colour, self._notes, self._delete):
            self._second.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)

    def _measure(self) -> None:
        for layout in (self._column, self._first, self._second):
            layout.setSpacing(self._theme.dots(8))
