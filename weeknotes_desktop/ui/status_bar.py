"""The line at the foot of the window: where the text is, and when it was backed up."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from weeknotes_desktop.presenters.hindrance import Hindrance
from weeknotes_desktop.presenters.keeping import Kept, Safety
from weeknotes_desktop.presenters.status import BackedUp, PublishedLast, StatusState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.elided_button import ElidedButton

# Less of what was published last, at 100 % text, says nothing.
_LEAST = 110
_LONGEST_LABEL = 24


class StatusBar(QFrame):
    """Draws a ``StatusState``; leads to back-ups, slips, and what was published last."""

    back_ups_chosen = Signal()
    published_chosen = Signal(str)  # the id of the note that was published last
    checked_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._last: PublishedLast | None = None
        self._least = theme.dots(_LEAST)
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
        self._checked = self._button("checked", self.tr("Go to the next (F7)"))
        self._checked.clicked.connect(lambda: self.checked_chosen.emit())
        row.insertWidget(2, self._checked)
        row.insertStretch(3, 1)
        self._backed_up = self._button("backedUp", self.tr("Show the back-ups"))
        self._backed_up.clicked.connect(lambda: self.back_ups_chosen.emit())
        row.addWidget(self._backed_up)
        self._published = ElidedButton()
        self._published.setObjectName("lastPublished")
        self._published.clicked.connect(self._say_published)
        row.addWidget(self._published)
        # What others leave is shared by the remark and by what was published last.
        for shares in (self._remark, self._published):
            shares.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.setStretchFactor(shares, 1_000)
        self.draw(StatusState())

    def draw(self, state: StatusState) -> None:
        """Draw the whole bar."""
        said = self._kept_words(state.kept)
        lost = state.kept is not None and state.kept.safety is Safety.NOT_ON_DISK
        self._kept.setText(said)
        self._kept.setToolTip(said if lost else "")
        self._kept.setWordWrap(lost)
        self._row.setStretch(0, 1 if lost else 0)
        self._row.setStretch(3, 0 if lost else 1)
        if self._kept.property("attention") != lost:
            self._kept.setProperty("attention", lost)
            self._kept.style().polish(self._kept)
        self._length.setText(self._length_words(state) if state.kept is not None else "")
        self._length.setVisible(not lost)
        self._draw_checked(state, shown=state.kept is not None and not lost)
        self._remark.setText(state.remark)
        self._remark.setToolTip(state.remark)
        self._draw_backed_up(state.backed_up)
        self._draw_published(state.published)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What gets what is left is no wider than its words, whatever their size is now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._remark.setMaximumWidth(max(1, self._remark.sizeHint().width()))
        self._published.setMaximumWidth(max(1, self._published.sizeHint().width()))
        self._published.setVisible(self._last is not None and self._room() >= self._least)

    def _room(self) -> int:
        """How wide what was published last may be."""
        others = (self._kept, self._length, self._checked, self._backed_up)
        taken = sum(one.sizeHint().width() + self._row.spacing() for one in others if _shown(one))
        around = self._row.contentsMargins()
        return self.width() - around.left() - around.right() - taken

    def _button(self, name: str, about: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setMinimumWidth(1)
        button.setToolTip(about)
        return button

    def _draw_checked(self, state: StatusState, *, shown: bool) -> None:
        said = self._checked_words(state)
        self._checked.setText(said)
        self._checked.setAccessibleName(self.tr("{said}. Go to the next.").format(said=said))
        self._checked.setVisible(shown and bool(said))

    def _checked_words(self, state: StatusState) -> str:
        slips = ""
        if state.slips:
            several = self.tr("{n} slips").format(n=QLocale().toString(state.slips))
            slips = self.tr("1 slip") if state.slips == 1 else several
        spelling = (
            self.tr("{n} spelling").format(n=QLocale().toString(state.misspelt))
            if state.misspelt
            else ""
        )
        return " · ".join(filter(None, (spelling, slips)))

    def _draw_backed_up(self, backed_up: BackedUp | None) -> None:
        self._backed_up.setVisible(backed_up is not None)
        if backed_up is None:
            return
        said, failed = self._backed_up_words(backed_up), bool(backed_up.problem)
        self._backed_up.setText(said)
        self._backed_up.setToolTip(backed_up.problem or self.tr("Show the back-ups"))
        self._backed_up.setAccessibleName(self.tr("{said}. Show the back-ups.").format(said=said))
        if self._backed_up.property("attention") != failed:
            self._backed_up.setProperty("attention", failed)
            self._backed_up.style().polish(self._backed_up)

    def _backed_up_words(self, backed_up: BackedUp) -> str:
        at, today = backed_up.at, backed_up.today
        if at is None:
            return self.tr("No back-up yet")
        failed = bool(backed_up.problem)
        if at.date() == today:
            said = self.tr("No back-up since {when}") if failed else self.tr("Backed up {when}")
            return said.format(when=words.clock_time(at))
        if at.date() == today - timedelta(days=1):
            return (
                self.tr("No back-up since yesterday") if failed else self.tr("Backed up yesterday")
            )
        said = self.tr("No back-up since {day}") if failed else self.tr("Backed up on {day}")
        day = words.day(at.date()) if at.year == today.year else words.full_date(at.date())
        return said.format(day=day)

    def _draw_published(self, published: PublishedLast | None) -> None:
        self._last = published
        if published is None:
            return
        same_year = published.day.year == published.today.year
        day = words.day(published.day) if same_year else words.full_date(published.day)
        words_of = self.tr("Last published: {label}, {day}")
        said = words_of.format(label=published.label, day=day)
        # Of a long label the day is still to be seen.
        self._published.show_words(words_of.format(label=_short(published.label), day=day))
        self._published.setToolTip(self.tr("{said}. Open it.").format(said=said))
        self._published.setAccessibleName(self.tr("{said}. Open it.").format(said=said))

    def _say_published(self) -> None:
        if self._last is not None:
            self.published_chosen.emit(self._last.note_id)

    def _kept_words(self, kept: Kept | None) -> str:
        if kept is None:
            return ""
        if kept.safety is Safety.TYPING:
            return self.tr("Typing…")
        if kept.safety is Safety.READ_ONLY:
            return self.tr("For reading only")
        time = _clock(kept)
        if kept.safety is Safety.SAVED:
            return self.tr("Saved {time}").format(time=time) if time else self.tr("Saved")
        if kept.hindrance is Hindrance.IN_USE:
            return "⚠ " + self.tr("Another program is using your notes file. Trying again.")
        if kept.hindrance is Hindrance.READ_ONLY:
            return "⚠ " + self.tr("This folder cannot be written. You can read and export.")
        full = kept.hindrance is Hindrance.FULL
        problem = self.tr("the disk is full") if full else kept.problem.rstrip(".")
        since = self.tr("Not on disk since {time}").format(time=time)
        opening = since if time else self.tr("Not on disk")
        first = f"{opening}: {problem[:1].lower()}{problem[1:]}." if problem else f"{opening}."
        return "⚠ " + " ".join(
            (first, self.tr("Your text is safe in this window; saving goes on by itself."))
        )

    def _length_words(self, state: StatusState) -> str:
        number = QLocale().toString(state.words)
        length = self.tr("1 word") if state.words == 1 else self.tr("{n} words").format(n=number)
        if not state.words:
            return length
        length += " · " + self.tr("{minutes} min read").format(minutes=state.minutes)
        if state.usual is None:
            return length
        low, high = (QLocale().toString(words) for words in (state.usual.low, state.usual.high))
        usual = self.tr("you usually write {low}–{high}").format(low=low, high=high)
        if low == high:
            usual = self.tr("you usually write about {n}").format(n=low)
        return f"{length} · {usual}"


def _shown(widget: QWidget) -> bool:
    return not widget.isHidden() and widget.sizeHint().width() > 0


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"


def _clock(kept: Kept) -> str:
    """The time of day, as the writer's language writes it."""
    return words.clock_time(kept.since) if kept.since is not None else ""
