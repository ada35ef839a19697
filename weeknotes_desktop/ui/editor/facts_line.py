"""Label, week, category, status, day and readers of a note, each changed where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.editor import EditorState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.editor.day_fact import DayFact
from weeknotes_desktop.ui.editor.fact_button import Choice, FactButton
from weeknotes_desktop.ui.editor.fact_edit import FactEdit
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow

Choices = tuple[Sequence[Choice], object]

_WEEKS_EACH_WAY = 4
_LONGEST_CATEGORY = 40
_NEW = object()
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ONLY_TEXT = Qt.ToolButtonStyle.ToolButtonTextOnly


class FactsLine(Flow):
    """Draws the facts of an ``EditorState`` and says what the writer made of them.

    Args:
        theme: Gives the lock its icon and the gaps their size.
        clock: Tells which week is this week.
    """

    label_entered = Signal(str)
    week_chosen = Signal(Week)
    category_chosen = Signal(str)
    status_chosen = Signal(Status)
    day_chosen = Signal(date)
    changes_wanted = Signal()
    audience_chosen = Signal(Audience)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(0, theme.dots(1), parent)
        self._clock = clock
        self._state: EditorState | None = None
        self._dots: dict[QWidget, QLabel] = {}
        self.setObjectName("noteFacts")
        self._label = FactEdit(self.tr("Label"))
        self._label.setObjectName("noteLabel")
        self._label.setPlaceholderText(self.tr("Label"))
        self._week = FactButton("noteWeek", self._weeks)
        self._category = FactButton("noteCategory", self._categories)
        self._new_category = FactEdit(self.tr("New category"))
        self._new_category.setPlaceholderText(self.tr("New category"))
        self._new_category.hide()
        self._status = FactButton("noteStatus", self._statuses)
        self._day = DayFact(self, clock)
        self._changed = QToolButton()
        self._changed.setObjectName("noteChanged")
        self._changed.setAutoRaise(True)
        self._changed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._changed.setText(self.tr("changed since"))
        self._changed.setAccessibleName(self.tr("Changed since it was published. Show how."))
        self._changed.setToolTip(self.tr("What readers would see differently"))
        self._audience = FactButton("noteAudience", self._audiences)
        theme.icons.give("private", self._audience, "attention")
        self._line_up()
        self._connect()

    def draw(self, state: EditorState) -> None:
        """Show the facts in ``state``."""
        if state.changed and not (self._state is not None and self._state.changed):
            said = QAccessibleAnnouncementEvent(self._changed, self._changed.accessibleName())
            QAccessible.updateAccessibility(said)
        self._state = state
        self._label.show_words(state.label)
        monday = state.week.monday
        # The year goes without saying while it lasts, and a narrow window needs the room.
        this_year = monday.year == self._clock().year
        day = words.day(monday) if this_year else words.full_date(monday)
        beginning = self.tr("Week beginning {day}").format(day=day)
        self._week.show_fact(self.tr("Week"), beginning)
        category = state.category or self.tr("No category")
        self._category.show_fact(self.tr("Category"), _shortened(category), " ▾")
        self._status.show_fact(self.tr("Status"), self._status_words(state.status))
        _mark(self._status, "published", state.status is Status.PUBLISHED)
        self._day.show_day(state.day, state.week)
        self._dots[self._day].setVisible(state.day is not None)
        self._changed.setVisible(state.changed)
        self._dots[self._changed].setVisible(state.changed)
        kept = state.audience is not Audience.PUBLIC
        self._audience.show_fact(self.tr("Who may read"), self._audience_words(state.audience))
        self._audience.setToolButtonStyle(_BESIDE if kept else _ONLY_TEXT)
        _mark(self._audience, "kept", kept)

    def edit_label(self) -> None:
        """Let the writer change the label."""
        self._label.setFocus(Qt.FocusReason.OtherFocusReason)
        self._label.selectAll()

    def _line_up(self) -> None:
        facts = (
            self._label,
            self._week,
            self._category,
            self._status,
            self._day,
            self._changed,
            self._audience,
        )
        for fact in facts:
            if fact is not self._label:
                dot = self._dots[fact] = QLabel("·")
                dot.setObjectName("factDot")
                if fact in (self._day, self._changed):
                    # Of a draft there is neither.
                    dot.hide()
                    fact.hide()
                self.add_separator(dot)
            self.add(fact)
            if fact is self._category:
                self.add(self._new_category)

    def _connect(self) -> None:
        self._label.entered.connect(self.label_entered)
        self._week.chosen.connect(self.week_chosen)
        self._category.chosen.connect(self._choose_category)
        self._new_category.entered.connect(self._say_new_category)
        self._new_category.left.connect(self._show_category)
        self._status.chosen.connect(self.status_chosen)
        self._day.day_chosen.connect(self.day_chosen)
        self._changed.clicked.connect(lambda: self.changes_wanted.emit())
        self._audience.chosen.connect(self.audience_chosen)

    def _weeks(self) -> Choices:
        this_week = Week.of(self._clock().date())
        here = self._state.week if self._state is not None else this_week
        steps = range(-_WEEKS_EACH_WAY, _WEEKS_EACH_WAY + 1)
        near = [here.plus(step) for step in steps]
        choices = [Choice(week, self._week_words(week, this_week)) for week in near]
        if this_week not in near:
            choices.append(Choice(this_week, self._week_words(this_week, this_week), apart=True))
        return choices, here

    def _week_words(self, week: Week, this_week: Week) -> str:
        text = self.tr("Week {number}  ·  {days} {year}").format(
            number=week.number, days=words.days(week), year=week.sunday.year
        )
        return f"{text}  ·  {self.tr('this week')}" if week == this_week else text

    def _categories(self) -> Choices:
        state = self._state
        if state is None:
            return (), None
        known = dict.fromkeys((*state.categories, *([state.category] if state.category else ())))
        choices = [Choice(name, name) for name in known]
        choices.append(Choice("", self.tr("No category"), apart=bool(known)))
        choices.append(Choice(_NEW, self.tr("New category…"), apart=True))
        return choices, state.category

    def _choose_category(self, choice: object) -> None:
        if choice is not _NEW:
            self.category_chosen.emit(choice)
            return
        self._category.hide()
        self._new_category.show_words("")
        self._new_category.show()
        self._new_category.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_new_category(self, name: str) -> None:
        if name:
            self.category_chosen.emit(name)

    def _show_category(self) -> None:
        self._category.show()
        if self._new_category.hasFocus():
            self._category.setFocus(Qt.FocusReason.OtherFocusReason)
        self._new_category.hide()

    def _statuses(self) -> Choices:
        choices = [Choice(status, self._status_words(status)) for status in Status]
        return choices, self._state.status if self._state is not None else None

    def _status_words(self, status: Status) -> str:
        return self.tr("Published") if status is Status.PUBLISHED else self.tr("Draft")

    def _audiences(self) -> Choices:
        choices = [Choice(audience, self._audience_words(audience)) for audience in Audience]
        return choices, self._state.audience if self._state is not None else None

    def _audience_words(self, audience: Audience) -> str:
        return {
            Audience.ME: self.tr("Only me"),
            Audience.TEAM: self.tr("Team"),
            Audience.PUBLIC: self.tr("Public"),
        }[audience]


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_CATEGORY else name[: _LONGEST_CATEGORY - 1] + "…"


def _mark(button: QToolButton, name: str, holds: bool) -> None:
    """Let style sheets see that something holds."""
    if button.property(name) != holds:
        button.setProperty(name, holds)
        button.style().unpolish(button)
        button.style().polish(button)
