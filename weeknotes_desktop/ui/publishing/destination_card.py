"""One way out, as a card to choose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.presenters.publishing_state import Card
from weeknotes_desktop.ui.publishing.labels import words
from weeknotes_desktop.ui.publishing.path_label import PathLabel
from weeknotes_desktop.ui.publishing.point_row import link_button
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.words import breakable

_CIRCLE = 10
"""The edge of the circle and the gap behind it, which the style sheet has in dots of the screen."""


class DestinationCard(QFrame):
    """Name, what goes there, and while it is chosen the file or folder."""

    chosen = Signal(object)  # the Where
    place_wanted = Signal()

    def __init__(self, where: Where, theme: Theme) -> None:
        super().__init__()
        self._where, self._theme = where, theme
        self.setObjectName("publishCard")
        name, self._about = self._names()
        self.radio = QRadioButton(name)
        self.radio.setObjectName("publishWhere")
        self.radio.clicked.connect(lambda: self.chosen.emit(self._where))
        self._detail = words(name="publishDetail")
        self._problem = words(name="publishProblem")
        self._path = PathLabel()
        self.change = link_button()
        self.change.clicked.connect(self.place_wanted)
        self._lay_out()

    def show_card(self, card: Card, *, chosen: bool) -> None:
        """Show what holds."""
        self.radio.setChecked(chosen)
        if self.property("active") != chosen:
            self.setProperty("active", chosen)
            self.style().polish(self)
        said = " · ".join(filter(None, (self._about, self._changes(card))))
        self._detail.setText(breakable(said))
        self._problem.setText(breakable(card.problem))
        self._problem.setVisible(chosen and bool(card.problem))
        needs_place = chosen and self._where is not Where.CLIPBOARD
        self._path.setVisible(needs_place and card.place is not None)
        self._path.show_path(card.place)
        self.change.setVisible(needs_place)
        self.change.setText(self._offer(card.place))
        told = (self.radio.text(), said, card.problem, str(card.place or ""))
        self.change.setAccessibleName(f"{self.change.text()} {card.place or ''}".strip())
        self.radio.setAccessibleDescription(". ".join(filter(None, told[1:])))

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it."""
        return [self.radio, *([] if self.change.isHidden() else [self.change])]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the card chooses it."""
        if event.button() is Qt.MouseButton.LeftButton and not self.radio.isChecked():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()
        else:
            super().mousePressEvent(event)

    def _names(self) -> tuple[str, str]:
        return {
            Where.SITE: (self.tr("Static site folder"), self.tr("Pages, archives and feed")),
            Where.FILE: (self.tr("HTML file"), self.tr("One page with its pictures inside")),
            Where.CLIPBOARD: (self.tr("Copy as HTML"), self.tr("To paste into any editor")),
            Where.MARKDOWN: (
                self.tr("Markdown folder"),
                self.tr("With front matter, for another site generator"),
            ),
        }[self._where]

    def _changes(self, card: Card) -> str:
        if card.counting:
            return self.tr("counting what will change…")
        if card.changes is None:
            return ""
        if not card.changes:
            site = self._where is Where.SITE
            return self.tr("no page will change") if site else self.tr("no file will change")
        if self._where is Where.SITE:
            return (
                self.tr("1 page will change")
                if card.changes == 1
                else self.tr("{n} pages will change").format(n=card.changes)
            )
        if card.changes == 1:
            return self.tr("1 file will change")
        return self.tr("{n} files will change").format(n=card.changes)

    def _offer(self, place: Path | None) -> str:
        if place is not None:
            return self.tr("Change…")
        return self.tr("Choose a file…") if self._where is Where.FILE else self.tr("Choose…")

    def _lay_out(self) -> None:
        dots = self._theme.dots
        place = QHBoxLayout()
        place.setSpacing(dots(8))
        place.addWidget(self._path, 1)
        place.addWidget(self.change)
        place.addStretch(0)
        below = QVBoxLayout()
        below.setSpacing(dots(4))
        below.addWidget(self._detail)
        below.addLayout(place)
        below.addWidget(self._problem)
        # Below the words of the choice, not below its circle.
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addSpacing(dots(16) + _CIRCLE)
        beside.addLayout(below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(dots(12), dots(10), dots(12), dots(11))
        column.setSpacing(dots(2))
        column.addWidget(self.radio)
        column.addLayout(beside)
