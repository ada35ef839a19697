"""The foot of the dialog: how it stands, and the two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.presenters.publishing_state import Page, PublishingState, Work
from weeknotes_desktop.ui.publishing.labels import words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.words import breakable
from weeknotes_desktop.use_cases.publish_to import Step


class Foot(QWidget):
    """Says how many things want a look, how far it has come, or what went wrong."""

    cancelled = Signal()
    published = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("publishFoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._mark = QLabel("!")
        self._mark.setObjectName("publishMark")
        self._mark.setProperty("ok", False)
        self._words = words(name="publishFootWords")
        self._bar = QProgressBar()
        self._bar.setObjectName("publishBar")
        self._bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancelled)
        self.publish = QPushButton(self.tr("Publish"))
        self.publish.setProperty("look", "primary")
        self.publish.setToolTip(self.tr("Ctrl+Enter"))
        self.publish.clicked.connect(self.published)
        self._lay_out()
        theme.changed.connect(self._measure)
        self._measure()

    def draw(self, state: PublishingState) -> None:
        """Draw the foot."""
        trouble = state.read_only or state.trouble
        self._mark.setVisible(bool(trouble) and state.work is None)
        said = self.words_for(state)
        self._words.setText(breakable(said))
        self._words.setProperty("attention", bool(trouble) and state.work is None)
        self._words.style().polish(self._words)
        self._bar.setVisible(state.work is not None)
        if state.work is not None:
            # Without an end it moves to and fro.
            self._bar.setRange(0, state.work.of)
            self._bar.setValue(state.work.done)
            self._bar.setAccessibleName(said)
        asked = state.page is Page.CHOICE
        self.cancel.setText(self.tr("Cancel") if asked else self.tr("Back"))
        self.publish.setVisible(asked)
        self.publish.setEnabled(state.work is None and not state.read_only)

    def words_for(self, state: PublishingState) -> str:
        """How it stands, in words."""
        if state.work is not None and state.stopping:
            return self.tr("Stopping…")
        if state.work is not None:
            return self._work(state.work, state.where)
        if state.read_only:
            return self.tr("{why} Export and copy are still there.").format(why=state.read_only)
        if state.trouble:
            return state.trouble
        if state.page is not Page.CHOICE or state.points is None:
            return ""
        if not state.to_look_at:
            return self.tr("Nothing to look at")
        if state.to_look_at == 1:
            return self.tr("1 thing to look at – you can publish anyway")
        return self.tr("{n} things to look at – you can publish anyway").format(n=state.to_look_at)

    def _work(self, work: Work, where: Where) -> str:
        many = where in (Where.SITE, Where.MARKDOWN)
        said = {
            Step.READING: self.tr("Reading the library"),
            Step.MAKING: self.tr("Making the pages") if many else self.tr("Making the page"),
            Step.LOOKING: self.tr("Looking for private words"),
            Step.SENDING: self.tr("Writing"),
        }[work.step]
        if work.of > 1:
            return f"{said} · {self.tr('{done} of {all}').format(done=work.done, all=work.of)}"
        return f"{said}…"

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(self._theme.dots(6))
        told.addWidget(self._words)
        told.addWidget(self._bar)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addLayout(told, 1)
        self._row.addWidget(self.cancel)
        self._row.addWidget(self.publish)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._row.setContentsMargins(dots(23), dots(12), dots(23), dots(12))
        self._row.setSpacing(dots(10))
        self._bar.setFixedHeight(dots(5))
