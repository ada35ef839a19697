"""The fifth page: the draft, made from a template."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QWidget

from weeknotes_desktop.presenters.review_state import ReviewState
from weeknotes_desktop.ui.review.labels import heading, hint, words
from weeknotes_desktop.ui.review.page import Page
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow


class DraftPage(Page):
    """The templates, and beside them how the draft would begin."""

    template_chosen = Signal(str)
    draft_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, side=True)
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._places = 1
        self._fate = hint()
        self._make = QPushButton(self.tr("Make the draft"))
        self._make.setProperty("look", "primary")
        self._make.clicked.connect(self.draft_wanted)
        self._open = QPushButton(self.tr("Open the note"))
        self._open.clicked.connect(self.note_wanted)
        self.column.addWidget(heading(self.tr("Begin with")))
        self.column.addWidget(self._fate)
        row = Flow(theme.dots(8), theme.dots(8))
        row.add(self._make)
        row.add(self._open)
        self.column.addWidget(row)
        self._beginning = words(name="draftBeginning")
        self._beginning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.side.addWidget(heading(self.tr("How it begins")))
        self.side.addWidget(self._beginning)

    def draw(self, state: ReviewState) -> None:
        """Show the templates and the beginning of the draft."""
        if state.templates != self._names:
            self._offer(state.templates)
        for button in self._group.buttons():
            button.setChecked(button.property("template") == state.template)
            button.setEnabled(not state.read_only)
        # Its line ends matter here.
        self._beginning.setText(state.trouble or state.beginning or self.tr("An empty page."))
        self._fate.setText(self._what_happens(state))
        self._make.setEnabled(not (state.read_only or state.trouble))
        self._open.setVisible(state.has_note)

    def first_stop(self) -> QWidget | None:
        """The template that is chosen."""
        return self._group.checkedButton() or self._make

    def _what_happens(self, state: ReviewState) -> str:
        if state.read_only:
            return self.tr("These notes can only be read just now.")
        if state.beside:
            return self.tr(
                "The note of this week has words of yours and stays as it is; "
                "the draft will be a note beside it."
            )
        return self.tr("The draft becomes the note of this week.")

    def _offer(self, names: tuple[str, ...]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._names = names
        for place, name in enumerate(names):
            button = QRadioButton(name.replace("&", "&&"))
            button.setProperty("template", name)
            button.clicked.connect(lambda _=False, name=name: self.template_chosen.emit(name))
            self._group.addButton(button)
            self.column.insertWidget(self._places + place, button)
