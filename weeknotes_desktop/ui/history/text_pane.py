"""The right of the history window: one text of the note, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.presenters.history_state import NOW, SAVED, HistoryState
from weeknotes_desktop.ui.history.words import count_words, headline, rescue_words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.comparison import ComparisonView
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.segmented import Segmented


class TextPane(QWidget):
    """Draws the chosen text of a ``HistoryState``."""

    alone_chosen = Signal(object)  # whether it is shown by itself
    bring_back_chosen = Signal()
    keep_chosen = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self.setObjectName("textPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown = ("", "")
        self._rescue = _label("rescueLine")
        self._what, self._why = _label("textWhat"), _label("textWhy")
        self._came, self._gone, self._same = _label("came"), _label("gone"), _label("textWhy")
        self._switch = Segmented(
            self.tr("What is shown"),
            [(False, self.tr("Compared")), (True, self.tr("The text alone"))],
        )
        self._switch.chosen.connect(self.alone_chosen)
        self._text = ComparisonView(theme)
        self._text.setAccessibleName(self.tr("The chosen text, compared with that of now"))
        self._keep = QPushButton(self.tr("Keep what was typed"))
        self._keep.setProperty("look", "primary")
        self._keep.clicked.connect(self.keep_chosen)
        self._back = QPushButton()
        self._back.clicked.connect(self.bring_back_chosen)
        self._foot = QFrame()
        self._foot.setObjectName("sideFoot")
        self._lay_out()
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: HistoryState) -> None:
        """Draw the whole pane."""
        what, why = headline(state, self._clock().date())
        self._what.setText(what)
        self._why.setText(state.remark or why)
        self._why.setVisible(bool(state.remark or why))
        self._rescue.setText(rescue_words(state))
        self._rescue.setVisible(state.rescue)
        self._switch.show_value(state.alone)
        self._switch.setVisible(bool(state.rows) and state.chosen != NOW)
        self._draw_legend(state)
        if state.compared is not None:
            self._text.draw(state.compared.title, state.compared.body)
        elif self._shown != (state.label, state.chosen):
            # Better nothing than another text than the one that is named.
            self._text.draw((), ())
        self._shown = (state.label, state.chosen)
        self._draw_deeds(state)

    def focus_deed(self) -> None:
        """Put the keyboard on what can be done with the text."""
        if self._back.isVisibleTo(self) and self._back.isEnabled():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_default(self) -> bool:
        """Put the keyboard on the answer that loses nothing, where one is wanted."""
        wanted = self._keep.isVisibleTo(self)
        if wanted:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        return wanted

    def _draw_legend(self, state: HistoryState) -> None:
        found = state.compared
        shown = found is not None and not state.alone and state.chosen != NOW
        came, gone = (found.came, found.gone) if found is not None else (0, 0)
        self._came.setText(self.tr("{words} new").format(words=count_words(came)))
        self._gone.setText(self.tr("{words} gone").format(words=count_words(gone)))
        self._came.setVisible(shown and came > 0)
        self._gone.setVisible(shown and gone > 0)
        self._same.setVisible(shown and not came and not gone)
        differs = found is not None and any(
            piece.change.value != "same" for piece in (*found.title, *found.body)
        )
        self._same.setText(
            self.tr("Only marks and spaces differ.") if differs else self.tr("The same as now.")
        )

    def _draw_deeds(self, state: HistoryState) -> None:
        saved = state.rescue and state.chosen == SAVED
        self._back.setText(
            self.tr("Go back to the saved text") if saved else self.tr("Bring this text back")
        )
        there = state.chosen != NOW and state.compared is not None
        self._back.setEnabled(there and state.may_write)
        primary = "" if state.rescue else "primary"
        if self._back.property("look") != primary:
            self._back.setProperty("look", primary)
            self._back.style().unpolish(self._back)
            self._back.style().polish(self._back)
        self._keep.setVisible(state.rescue)
        self._foot.setVisible(bool(state.rows))

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(self._rescue)
        self._head.addWidget(self._what)
        self._head.addWidget(self._why)
        self._line = Flow(self._theme.dots(8), self._theme.dots(8))
        for widget in (self._switch, self._came, self._gone, self._same):
            self._line.add(widget)
        self._head.addWidget(self._line)
        self._deeds = QHBoxLayout(self._foot)
        answers = Flow(self._theme.dots(8), self._theme.dots(8), last_apart=True)
        answers.add(self._back)
        answers.add(self._keep)
        self._deeds.addWidget(answers)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self._text, 1)
        whole.addWidget(self._foot)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._head.setContentsMargins(dots(22), dots(16), dots(22), dots(4))
        self._head.setSpacing(dots(6))
        self._deeds.setContentsMargins(dots(22), dots(10), dots(22), dots(10))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name not in ("came", "gone"))
    return label
