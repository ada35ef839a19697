"""What to look at before a note leaves, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.presenters.publishing_state import PublishingState
from weeknotes_desktop.ui import words as words_of
from weeknotes_desktop.ui.publishing.day_edit import DayEdit
from weeknotes_desktop.ui.publishing.destination_card import DestinationCard
from weeknotes_desktop.ui.publishing.labels import heading, words
from weeknotes_desktop.ui.publishing.point_list import PointList
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.segmented import Segmented

_NARROW = 640
"""Below this width the second column stands under the first."""


class ChoicePage(QWidget):
    """Two columns, one above the other where it is narrow."""

    where_chosen = Signal(object)
    audience_chosen = Signal(object)
    day_chosen = Signal(object)
    place_wanted = Signal()
    rearranged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("publishPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.points = PointList(theme)
        """All there is to look at."""
        self.points.rearranged.connect(self.rearranged)
        self._group = QButtonGroup(self)
        self._cards = {where: self._made(where) for where in Where}
        self._readers: Segmented[Audience] = Segmented(
            self.tr("Who may read it"),
            [(Audience.TEAM, self.tr("Team")), (Audience.PUBLIC, self.tr("Public"))],
        )
        self._readers.chosen.connect(self.audience_chosen)
        self._only = words(name="publishDetail")
        self._day = DayEdit(self.tr("The day that its page names"))
        self._day.day_chosen.connect(self.day_chosen)
        self._meaning = words(name="publishDetail")
        self._lay_out()
        theme.changed.connect(self._measure)
        self._measure()

    def draw(self, state: PublishingState) -> None:
        """Draw the page; drawing is never mistaken for the writer's own click."""
        self.points.draw(state)
        for card in state.cards:
            self._cards[card.where].show_card(card, chosen=card.where is state.where)
        both = len(state.audiences) > 1
        self._readers.setVisible(both)
        if both:
            self._readers.show_value(state.audience)
        self._only.setText(self.tr("For the team, as the note is."))
        self._only.setVisible(not both)
        self._day.show_day(state.day)
        self._meaning.setText(self._what_it_means(state))
        self.setEnabled(state.work is None)
        self.rearranged.emit()

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        cards = [stop for card in self._cards.values() for stop in card.stops()]
        readers = [] if self._readers.isHidden() else [self._readers.stop()]
        return [*self.points.stops(), *cards, *readers, self._day]

    def chosen_stop(self) -> QWidget:
        """The way out that is chosen."""
        return self._group.checkedButton() or self._day

    def part_of(self, stop: QWidget) -> QWidget:
        """What shall be in sight while the keyboard is there: of a way out its whole card."""
        return next((card for card in self._cards.values() if stop in card.stops()), stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def height_at(self, width: int) -> int:
        """How tall it is when it is that wide."""
        self._arrange(width)
        return self._row.totalHeightForWidth(width)

    def _what_it_means(self, state: PublishingState) -> str:
        day = words_of.day(state.day)
        if state.before is None:
            return self.tr("Marks it published on {day}.").format(day=day)
        if state.before == state.day:
            return self.tr("It was published on {day}; what is sent now takes its place.").format(
                day=day
            )
        return self.tr("It names {day} from now on, and {before} no more.").format(
            day=day, before=words_of.day(state.before)
        )

    def _made(self, where: Where) -> DestinationCard:
        card = DestinationCard(where, self._theme)
        card.chosen.connect(self.where_chosen)
        card.place_wanted.connect(self.place_wanted)
        self._group.addButton(card.radio)
        return card

    def _lay_out(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(heading(self.tr("Before it leaves this machine")))
        self._left.addWidget(self.points)
        self._left.addStretch(1)
        self._right.addWidget(heading(self.tr("Where to")))
        for card in self._cards.values():
            self._right.addWidget(card)
        self._form = Flow(self._theme.dots(10), self._theme.dots(8))
        self._form.add(self._readers)
        self._form.add(self._day)
        self._right.addWidget(self._only)
        self._right.addWidget(self._form)
        self._right.addWidget(self._meaning)
        self._right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._right, 1)

    def _arrange(self, width: int | None = None) -> None:
        narrow = (width or self.width()) < self._theme.dots(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._row.setContentsMargins(dots(23), dots(18), dots(23), dots(20))
        self._row.setSpacing(dots(26))
        self._left.setSpacing(dots(4))
        self._right.setSpacing(dots(9))
        self._arrange()
