"""How one goal looks in the panel: its box, its wording, what happened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.ui.goals.goal_voice import GoalVoice
from weeknotes_desktop.ui.goals.goal_words import spoken
from weeknotes_desktop.ui.goals.row_details import RowDetails
from weeknotes_desktop.ui.goals.row_editing import RowEditing, What
from weeknotes_desktop.ui.goals.row_plan import Asked, RowPlan
from weeknotes_desktop.ui.theme import Theme

_CHECKS = {
    Outcome.DONE: Qt.CheckState.Checked,
    Outcome.PARTLY: Qt.CheckState.PartiallyChecked,
}
_REPLANNED_ON = (
    QEvent.Type.FontChange,
    QEvent.Type.LayoutDirectionChange,
)


class GoalCard(QCheckBox):
    """Paints a goal, and holds the field in which its words are edited.

    A check box, so that screen readers know what it is and can tick it: done
    is checked, partly is half checked.
    """

    def __init__(
        self, goal: Goal, voice: GoalVoice, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._goal = goal
        self._unsaved = False
        self._theme = theme
        self._plans: dict[int, RowPlan] = {}
        self._editing = RowEditing(self, self.replan)
        self._details = RowDetails(self, voice, theme, self.replan)
        self.setTristate(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_goal(goal)

    @property
    def goal(self) -> Goal:
        """The goal that is shown."""
        return self._goal

    @property
    def editing(self) -> RowEditing:
        """What of the goal is being edited, if anything is."""
        return self._editing

    @property
    def unsaved(self) -> bool:
        """Whether it says of the goal that it is not on the disk as it stands."""
        return self._unsaved

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it, the row itself first."""
        fields = [] if self._editing.field is None else [self._editing.field]
        return [self, *fields, *self._details.stops()]

    @property
    def details(self) -> RowDetails:
        """What is said of it besides, where that is open."""
        return self._details

    def show_goal(self, goal: Goal, *, unsaved: bool = False) -> None:
        """Show ``goal`` as it is now; what is being typed stays."""
        self._goal, self._unsaved = goal, unsaved
        empty = Qt.CheckState.Unchecked
        self.setCheckState(_CHECKS.get(goal.outcome, empty) if goal.outcome else empty)
        self.setAccessibleName(goal.text)
        self.setAccessibleDescription(spoken(goal, unsaved=unsaved))
        self._details.draw(goal)
        self.replan()

    def replan(self) -> None:
        """Something changed that the row makes room for."""
        self._plans.clear()
        self._place_fields()
        self.updateGeometry()
        self.update()

    def plan(self, width: int | None = None) -> RowPlan:
        """Where everything stands, at ``width`` or at the row's own."""
        width = width or self.width()
        if width not in self._plans:
            asked = Asked(
                width=width,
                direction=self.layoutDirection(),
                wording=self._editing.height_of(What.WORDING),
                line=self._editing.height_of(What.LINE),
                reason=self._editing.height_of(What.REASON),
                details=self._details.height_at,
                unsaved=self._unsaved,
            )
            self._plans[width] = RowPlan(self._goal, asked, self._theme)
        return self._plans[width]

    def event(self, event: QEvent) -> bool:
        """Fonts and direction change what the row makes room for."""
        handled = super().event(event)
        if event.type() in _REPLANNED_ON:
            self.replan()
        elif event.type() is QEvent.Type.Resize:
            self._place_fields()
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ground, then all that is planned upon it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, focused = self._theme, self.hasFocus()
        hovered = self.underMouse() and self.isEnabled()
        open_ = self._editing.open or self._details.open
        ground = "page" if focused or open_ else "hover" if hovered else "panel"
        if ground != "panel":
            edge = "accent" if focused else "border" if open_ else ground
            painter.setPen(QPen(theme.colour(edge), 1.5 if focused else 1))
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(
                self.rect().adjusted(1, 1, -1, -1), theme.dots(6), theme.dots(6)
            )
        menu = hovered and not self._editing.open
        self.plan().paint(painter, ground, handle=focused or hovered, menu=menu)

    def hasHeightForWidth(self) -> bool:
        """Wording wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall the row is at that width."""
        return self.plan(width).height

    def sizeHint(self) -> QSize:
        """As tall as the words need."""
        return QSize(self._theme.dots(240), self.plan().height)

    def minimumSizeHint(self) -> QSize:
        """May be narrow; how tall it must be then, ``heightForWidth`` says."""
        return QSize(self._theme.dots(120), self._theme.dots(24))

    def _place_fields(self) -> None:
        """Lay what is open over the room that is planned for it."""
        plan = self.plan()
        self._editing.place(plan)
        self._details.place(plan)
