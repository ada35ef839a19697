"""The line at the foot of the window: where the text is, and how long it takes to read."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from weeknotes_desktop.presenters.keeping import Kept, Safety
from weeknotes_desktop.presenters.status import StatusState
from weeknotes_desktop.ui.theme import Theme


class StatusBar(QFrame):
    """Draws a ``StatusState``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._kept, self._length, self._remark = QLabel(), QLabel(), QLabel()
        self._kept.setObjectName("kept")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.dots(14), theme.dots(5), theme.dots(14), theme.dots(5))
        row.setSpacing(theme.dots(22))
        for label in (self._kept, self._length, self._remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            # Words that do not fit are cut; they never make the window wider.
            label.setMinimumWidth(1)
            row.addWidget(label)
        row.insertStretch(2, 1)
        self.draw(StatusState())

    def draw(self, state: StatusState) -> None:
        """Draw the whole bar."""
        said = self._kept_words(state.kept)
        lost = state.kept is not None and state.kept.safety is Safety.NOT_ON_DISK
        self._kept.setText(said)
        self._kept.setToolTip(said if lost else "")
        self._kept.setWordWrap(lost)
        self._row.setStretch(0, 1 if lost else 0)
        self._row.setStretch(2, 0 if lost else 1)
        if self._kept.property("attention") != lost:
            self._kept.setProperty("attention", lost)
            self._kept.style().polish(self._kept)
        self._length.setText(self._length_words(state) if state.kept is not None else "")
        self._length.setVisible(not lost)
        self._remark.setText(state.remark)
        self._remark.setToolTip(state.remark)

    def _kept_words(self, kept: Kept | None) -> str:
        if kept is None:
            return ""
        if kept.safety is Safety.TYPING:
            return self.tr("Typing…")
        time = _clock(kept)
        if kept.safety is Safety.SAVED:
            return self.tr("Saved {time}").format(time=time) if time else self.tr("Saved")
        problem = kept.problem.rstrip(".")
        since = self.tr("Not on disk since {time}").format(time=time)
        opening = since if time else self.tr("Not on disk")
        first = f"{opening}: {problem[:1].lower()}{problem[1:]}." if problem else f"{opening}."
        return "⚠ " + " ".join(
            (first, self.tr("Your text is safe in this window; saving goes on by itself."))
        )

    def _length_words(self, state: StatusState) -> str:
        number = QLocale().toString(state.words)
        words = self.tr("1 word") if state.words == 1 else self.tr("{n} words").format(n=number)
        if not state.words:
            return words
        return words + " · " + self.tr("{minutes} min read").format(minutes=state.minutes)


def _clock(kept: Kept) -> str:
    """The time of day, as the writer's language writes it."""
    if kept.since is None:
        return ""
    time = QTime(kept.since.hour, kept.since.minute)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)
