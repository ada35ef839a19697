"""The window that shows what readers would see differently if a note were published again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.presenters.since_published import SincePublishedState
from weeknotes_desktop.ui.since_published.words import (
    count_words,
    published_words,
    sections_of,
    spoken,
)
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.comparison import ComparisonView
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE, _LEAST = QSize(640, 640), QSize(320, 300)


class SincePublishedWindow(SideWindow):
    """Draws a ``SincePublishedState``, and says that the note shall be published."""

    publish_chosen = Signal()

    def __init__(self, theme: Theme, beside: QWidget, clock: Clock) -> None:
        super().__init__(theme, beside, _SIZE)
        self._clock = clock
        self.setWindowTitle(self.tr("Changed since it was published – WeekNotes"))
        self._what, self._why = _label("textWhat"), _label("textWhy")
        self._hint = _label("textWhy")
        self._came, self._gone = _label("came"), _label("gone")
        self._text = ComparisonView(theme)
        self._text.setAccessibleName(self.tr("What is different now"))
        self._publish = QPushButton(self.tr("Publish…"))
        self._publish.setProperty("look", "primary")
        self._publish.clicked.connect(lambda: self.publish_chosen.emit())
        self._close = QPushButton(self.tr("Close"))
        self._close.clicked.connect(self.close)
        self._foot = QFrame()
        self._foot.setObjectName("sideFoot")
        self._lay_out()
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: SincePublishedState) -> None:
        """Draw the whole window."""
        self._what.setText(
            self.tr("{note}: changed since it was published").format(note=state.label)
            if state.label
            else self.tr("Changed since it was published")
        )
        why = published_words(state, self._clock().date())
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._came.setText(count_words(state.came, new=True))
        self._gone.setText(count_words(state.gone, new=False))
        self._came.setVisible(state.came > 0)
        self._gone.setVisible(state.gone > 0)
        self._text.draw_sections(sections_of(state))
        self._text.setAccessibleDescription(spoken(state))
        self._text.setVisible(not state.hint)
        self._publish.setVisible(bool(state.parts) and state.may_publish)

    def come(self) -> None:
        """Show the window, with the keyboard in what changed."""
        super().come()
        place = self._close if self._text.isHidden() else self._text
        place.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("textPane")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = QVBoxLayout()
        for label in (self._what, self._why):
            self._head.addWidget(label)
        self._legend = Flow(self._theme.dots(8), self._theme.dots(8))
        self._legend.add(self._came)
        self._legend.add(self._gone)
        self._head.addWidget(self._legend)
        self._head.addWidget(self._hint)
        answers = Flow(self._theme.dots(8), self._theme.dots(8), last_apart=True)
        answers.add(self._close)
        answers.add(self._publish)
        self._deeds = QHBoxLayout(self._foot)
        self._deeds.addWidget(answers)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._text, 1)
        column.addStretch(0)
        column.addWidget(self._foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _measure(self) -> None:
        dots = self._theme.dots
        self.setMinimumSize(dots(_LEAST.width()), dots(_LEAST.height()))
        self._head.setContentsMargins(dots(22), dots(16), dots(22), dots(4))
        self._head.setSpacing(dots(6))
        self._deeds.setContentsMargins(dots(22), dots(10), dots(22), dots(10))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name not in ("came", "gone"))
    return label
