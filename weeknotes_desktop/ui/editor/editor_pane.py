"""The middle of the window: one note, written and read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.ports import Clock, Jobs
from weeknotes_desktop.domain.readers import Audience, HiddenSpans
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorState
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.ui.editor.documents import Documents
from weeknotes_desktop.ui.editor.empty_page import EmptyPage
from weeknotes_desktop.ui.editor.facts_line import FactsLine
from weeknotes_desktop.ui.editor.habits import Habits
from weeknotes_desktop.ui.editor.halves import show_halves
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.editor.places import Places
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.editor.tint import Tint
from weeknotes_desktop.ui.editor.title_edit import TitleEdit
from weeknotes_desktop.ui.editor.tool_bar import ToolBar
from weeknotes_desktop.ui.theme import Theme

# A window narrower than this, at 100 % text, has no room for source and preview side by side.
_ROOM_TO_SPLIT = 1_100
_MARGIN = 34
# A pane lower than this, at 100 % text, gives the room around the title to the text.
_LOW = 360
# When there is too little height it is the text that gives way, down to this.
_LEAST_TEXT = 44
# The quiet fields keep this much around their words.
_QUIET = 8


class EditorPane(QWidget):
    """Draws an ``EditorState`` and says what the writer did.

    Args:
        theme: Colours, icons and text size.
        clock: Tells which week is this week.
        places: Where the caret was in notes that were open before.
    """

    typed_something = Signal()
    left = Signal()
    label_entered = Signal(str)
    week_chosen = Signal(Week)
    category_chosen = Signal(str)
    status_chosen = Signal(Status)
    day_chosen = Signal(date)
    changes_wanted = Signal()  # what readers would see differently
    audience_chosen = Signal(Audience)
    mode_chosen = Signal(Mode)
    mode_shown = Signal(Mode)  # what is really shown now: a narrow window has no room to split
    start_chosen = Signal()
    menu_opens = Signal(QMenu, Passage)  # over the text, with what it is opened on
    refused = Signal(WeekNotesError)  # what was pasted does not fit into a note

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        places: Places | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._preview: QWidget | None = None
        self._opening: int | None = None
        self._note_id = ""
        self._mode = Mode.WRITE
        self._shown: Mode | None = None
        self._text_begins = _MARGIN
        self._documents = Documents(places, self)
        self._title = TitleEdit(theme)
        self._facts = FactsLine(theme, clock)
        self._tools = ToolBar(theme)
        self._tint = Tint(self)
        self._text = TextEdit(theme, self._tint)
        self.writing: TextEdit = self._text
        """Where the text is typed, for whoever helps the writer there."""
        self.title: TitleEdit = self._title
        """Where the title is typed, for whoever looks into it."""
        self.tools = self._tools
        """What formats the text, for whoever leaves the writer alone with it."""
        self._header = QVBoxLayout()
        self.above_text = QVBoxLayout()
        """Room between facts and text, for what looks into the text."""
        self._page = self._laid_out()
        self._empty = EmptyPage(theme)
        self._empty.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        whole.addWidget(self._empty)
        self.setObjectName("editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._connect()
        self._measure()
        self._show_halves()

    def draw(self, state: EditorState) -> None:
        """Draw the whole pane; a new opening replaces the text."""
        there = state.note_id is not None
        if state.note_id is not None:
            self._facts.draw(state)
            if state.opening != self._opening:
                self._load(state.note_id, state.typed)
            elif state.note_id != self._note_id:
                self._documents.rename(self._note_id, state.note_id)
                self._title.rename(state.typed.title)
            self._note_id = state.note_id
        else:
            this_week = Week.of(self._clock().date())
            self._empty.draw(state.week, this_week, read_only=state.read_only)
        self._opening = state.opening
        self._page.setVisible(there)
        self._empty.setVisible(not there)
        self._title.setReadOnly(state.read_only)
        self._text.setReadOnly(state.read_only)
        self._facts.setEnabled(not state.read_only)
        self._tools.offer_formats(offered=not state.read_only)

    def take_preview(self, preview: QWidget) -> None:
        """Have what stands beside or in place of the text, from now on."""
        self._preview = preview
        # A splitter shows what it is given, and a preview that is shown starts Chromium.
        preview.hide()
        self._halves.addWidget(preview)
        self._halves.setSizes([1_000, 1_000])
        self._show_halves()

    def tint_hidden(
        self,
        hidden_spans: HiddenSpans,
        jobs: Jobs | None = None,
        aside: HiddenSpans | None = None,
    ) -> None:
        """Tint what the public does not get to read of a body, from now on."""
        self._tint.begin(hidden_spans, jobs, aside)

    def take_habits(self, habits: Habits) -> None:
        """Let the keys of the text follow ``habits`` from now on."""
        self._text.take_habits(habits)

    def typed(self) -> Typed:
        """Title and body as they stand now."""
        return Typed(self._title.text(), self._text.text())

    def replace_text(self, typed: Typed) -> None:
        """Put other words in place of title and body, as an edit that can be undone."""
        self._title.replace_title(typed.title)
        self._text.replace_text(typed.body)

    def forget(self, note_id: str) -> None:
        """Let go of what could be undone in a note that is gone for good."""
        self._documents.forget(note_id)

    def show_mode(self, mode: Mode) -> Mode:
        """Show the source, the preview or both, both only where there is room; what is shown."""
        self._mode = mode
        self._show_halves()
        return self._shown or mode

    def format_text(self, name: str) -> None:
        """Do one of ``typing_rules.formats.FORMATS`` to what is selected.

        Raises:
            KeyError: If there is no such format.
        """
        # Not on top: nothing is formatted before the first paint.
        from weeknotes_desktop.domain.typing_rules.formats import FORMATS, reach_of

        self.change_text(FORMATS[name], reach_of(name))

    def change_text(
        self, how: Callable[[Passage], Passage | None], reach: int | None = None
    ) -> bool:
        """Change the text or what of it is selected, as one step, where the writer sees it."""
        seen = self._text.isVisible()
        if seen:
            self._text.change(how, reach)
        return seen

    def focus_text(self) -> None:
        """Let the writer type: into the text, or onto the button that starts it."""
        place = self._text if self._page.isVisible() else self._empty
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_label(self) -> None:
        """Let the writer change the label."""
        self._facts.edit_label()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the source alone instead of both."""
        super().resizeEvent(event)
        self._show_halves()
        self._set_margin(self._text_begins)

    def _load(self, note_id: str, typed: Typed) -> None:
        if note_id == self._note_id:
            self._title.rename(typed.title)
        else:
            self._title.show_title(typed.title)
        # A text that changed elsewhere comes into the very document on show:
        # that is not the writer's typing.
        with QSignalBlocker(self._text):
            self._text.show_text(self._documents.open(note_id, typed.body, self._theme.tokens))

    def _laid_out(self) -> QWidget:
        header = QWidget()
        header.setObjectName("noteHeader")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setLayout(self._header)
        self._header.addWidget(self._title)
        self._header.addWidget(self._facts)
        self._header.addSpacing(self._theme.dots(4))
        self._header.addWidget(self._tools)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setObjectName("noteHalves")
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self._text)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(self.above_text)
        column.addWidget(self._halves, 1)
        return page

    def _connect(self) -> None:
        self._title.textEdited.connect(self.typed_something)
        self._text.typed.connect(self.typed_something)
        self._title.left.connect(self.left)
        self._title.done.connect(self.focus_text)
        self._text.left.connect(self._documents.keep_places)
        self._text.left.connect(self.left)
        self._text.refused.connect(self.refused)
        self._text.menu_opens.connect(self.menu_opens)
        self._text.column_moved.connect(self._set_margin)
        self._facts.label_entered.connect(self.label_entered)
        self._facts.week_chosen.connect(self.week_chosen)
        self._facts.category_chosen.connect(self.category_chosen)
        self._facts.status_chosen.connect(self.status_chosen)
        self._facts.day_chosen.connect(self.day_chosen)
        self._facts.changes_wanted.connect(self.changes_wanted)
        self._facts.audience_chosen.connect(self.audience_chosen)
        self._tools.format_chosen.connect(self.format_text)
        self._tools.mode_chosen.connect(self.show_mode)
        self._tools.mode_chosen.connect(self.mode_chosen)
        self._empty.start_chosen.connect(self.start_chosen)
        self._theme.changed.connect(self._measure)

    def _show_halves(self) -> None:
        room = self.window().width() >= self._theme.dots(_ROOM_TO_SPLIT)
        alone = self._preview is None or (self._mode is Mode.SPLIT and not room)
        mode = Mode.WRITE if alone else self._mode
        show_halves(self._text, self._preview, mode)
        self._tools.show_mode(mode, room_to_split=room)
        if mode is not self._shown:
            self._shown = mode
            self.mode_shown.emit(mode)

    def _set_margin(self, text_begins: int) -> None:
        """Begin title and facts where the text begins."""
        self._text_begins = text_begins
        dots = self._theme.dots
        above, below = (8, 5) if self.height() < dots(_LOW) else (18, 9)
        self._header.setContentsMargins(text_begins - _QUIET, dots(above), 22, dots(below))

    def _measure(self) -> None:
        """Text has another size now."""
        self._halves.setMinimumHeight(self._theme.dots(_LEAST_TEXT))
        self._header.setSpacing(self._theme.dots(3))
        self._set_margin(self._text_begins)
