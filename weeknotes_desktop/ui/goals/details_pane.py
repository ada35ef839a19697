"""What can be said of a goal besides its wording, in fields below it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from weeknotes_desktop.domain.goal import Form, Goal
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.goal_details import Detail
from weeknotes_desktop.ui.capture.leading import LeadingLabel
from weeknotes_desktop.ui.goals.detail_line import DetailLine
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.segmented import Segmented
from weeknotes_desktop.ui.widgets.tick_box import TickBox


class DetailsPane(QFrame):
    """Shows the details of a goal; what is said in a field is kept when one leaves it."""

    entered = Signal(object, str)  # which Detail, the words
    audience_chosen = Signal(object)
    form_chosen = Signal(object)
    stretch_chosen = Signal(bool)
    closed = Signal()
    rearranged = Signal()  # the keyboard stops elsewhere in it

    def __init__(self, goal: Goal, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("goalDetails")
        self.setAccessibleName(self.tr("Details of the goal"))
        self._theme = theme
        self._stops: tuple[object, ...] = ()
        self._lines = {
            Detail.WORKSTREAM: self._line(self.tr("Workstream"), Detail.WORKSTREAM),
            Detail.HOW: self._line(self.tr("How will I know?"), Detail.HOW),
            Detail.PUBLIC_WORDING: self._line(
                self.tr("What others may read in its place"), Detail.PUBLIC_WORDING
            ),
        }
        self._audience = Segmented(
            self.tr("Who may read it"),
            [
                (Audience.ME, self.tr("Me")),
                (Audience.TEAM, self.tr("Team")),
                (Audience.PUBLIC, self.tr("Public")),
            ],
        )
        self._audience.chosen.connect(self.audience_chosen)
        self._form = Segmented(
            self.tr("Worded as"),
            [(Form.STATEMENT, self.tr("Statement")), (Form.QUESTION, self.tr("Question"))],
        )
        self._form.chosen.connect(self.form_chosen)
        for switch in (self._audience, self._form):
            switch.chosen.connect(self.rearranged)
        self._stretch = TickBox(self.tr("A stretch: not counted"), theme)
        self._stretch.clicked.connect(self.stretch_chosen)
        self._lay_out()
        self.draw(goal)

    def draw(self, goal: Goal) -> None:
        """Show what is said of ``goal``; what is being typed stays."""
        for detail, line in self._lines.items():
            line.draw(getattr(goal, detail.value) or "")
        self._audience.show_value(goal.audience)
        self._form.show_value(goal.form)
        with QSignalBlocker(self._stretch):
            self._stretch.setChecked(goal.stretch)
        stops = self._form.stop(), self._audience.stop(), goal.audience
        for part in (self._public_label, self._lines[Detail.PUBLIC_WORDING]):
            part.setVisible(goal.audience is not Audience.PUBLIC)
        if stops != self._stops:
            self._stops = stops
            self.rearranged.emit()

    def go_to_first(self) -> None:
        """Put the keyboard into the first field."""
        self._lines[Detail.WORKSTREAM].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        lines = self._lines
        return [
            lines[Detail.WORKSTREAM],
            lines[Detail.HOW],
            self._audience.stop(),
            lines[Detail.PUBLIC_WORDING],
            self._form.stop(),
            self._stretch,
        ]

    def finish(self) -> None:
        """Keep what is being typed."""
        for line in self._lines.values():
            line.finish()

    def unsaid(self) -> tuple[tuple[Detail, str], ...]:
        """What is being typed and was not handed over."""
        found = ((detail, line.unsaid()) for detail, line in self._lines.items())
        return tuple((detail, text) for detail, text in found if text is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape go back to the goal; a field has kept or dropped its words by then.

        All other keys end here: those of the row around it are not meant.
        """
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row comes by mouse only; its key is one of the row's keys too."""
        event.setAccepted(event.reason() is QContextMenuEvent.Reason.Keyboard)

    def _line(self, name: str, detail: Detail) -> DetailLine:
        line = DetailLine(name)
        line.entered.connect(lambda text: self.entered.emit(detail, text))
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        dots = self._theme.dots
        column.setContentsMargins(0, dots(4), 0, dots(4))
        column.setSpacing(dots(3))
        lines = self._lines
        self._public_label = _label(lines[Detail.PUBLIC_WORDING])
        for part in (
            _label(lines[Detail.WORKSTREAM]),
            lines[Detail.WORKSTREAM],
            _label(lines[Detail.HOW]),
            lines[Detail.HOW],
            _label(self._audience),
            self._audience,
            self._public_label,
            lines[Detail.PUBLIC_WORDING],
            _label(self._form),
            self._form,
            self._stretch,
        ):
            column.addWidget(part)


def _label(of: QWidget) -> LeadingLabel:
    """The name of a field, above it."""
    return LeadingLabel("detailName", of.accessibleName())
