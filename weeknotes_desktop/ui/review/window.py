"""The window of the Friday review: five pages beside the note, which stays editable."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from weeknotes_desktop.presenters.review_state import ReviewState, Step
from weeknotes_desktop.ui.review.draft_page import DraftPage
from weeknotes_desktop.ui.review.goals_page import GoalsPage
from weeknotes_desktop.ui.review.jots_page import JotsPage
from weeknotes_desktop.ui.review.labels import words
from weeknotes_desktop.ui.review.look_back_page import LookBackPage
from weeknotes_desktop.ui.review.next_week_page import NextWeekPage
from weeknotes_desktop.ui.review.page import Page
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.segmented import Segmented
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(980, 640)


class ReviewWindow(SideWindow):
    """Draws a ``ReviewState``; the pages say what the user did."""

    step_chosen = Signal(object)  # the Step
    turned = Signal(int)  # by how many pages

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self._step: Step | None = None
        self._goes_in = False
        self.look_back, self.goals = LookBackPage(theme), GoalsPage(theme)
        self.jots = JotsPage(theme)
        self.next_week, self.draft = NextWeekPage(theme), DraftPage(theme)
        self._pages: dict[Step, Page] = {
            Step.LOOK_BACK: self.look_back,
            Step.GOALS: self.goals,
            Step.JOTS: self.jots,
            Step.NEXT_WEEK: self.next_week,
            Step.DRAFT: self.draft,
        }
        self._draw_pages: tuple[Callable[[ReviewState], None], ...] = (
            self.look_back.draw,
            self.goals.draw,
            self.jots.draw,
            self.next_week.draw,
            self.draft.draw,
        )
        self._title = QLabel()
        self._title.setObjectName("reviewTitle")
        self._steps: Segmented[Step] = Segmented(
            self.tr("Steps of the review"),
            [(step, f"{int(step)} {self._name(step)}") for step in Step],
        )
        self._steps.setObjectName("reviewSteps")
        self._steps.chosen.connect(self.step_chosen)
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._back = QPushButton(self.tr("Back"))
        self._back.clicked.connect(lambda: self._turn(-1))
        self._next = QPushButton()
        self._next.setProperty("look", "primary")
        self._next.clicked.connect(lambda: self._turn(1))
        self._lay_out()
        self._take_keys()
        theme.changed.connect(self._measure)

    def draw(self, state: ReviewState) -> None:
        """Draw the whole window; drawing is never mistaken for the writer's own click."""
        title = self.tr("Friday review · Week {number}").format(number=state.week.number)
        self.setWindowTitle(f"{title} – WeekNotes")
        self._title.setText(title)
        for draw in self._draw_pages:
            draw(state)
        if state.step is not self._step:
            self._turn_to(state.step)
        last = state.step is Step.DRAFT
        self._back.setEnabled(state.step is not Step.LOOK_BACK)
        self._next.setVisible(not last)
        if not last:
            following = self._name(Step(state.step + 1)).lower()
            self._next.setText(self.tr("Next: {step}").format(step=following))

    def finish_editing(self) -> None:
        """Hand over whatever is being typed."""
        for page in self._pages.values():
            page.finish_editing()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is being typed, and say that it is closed."""
        self.finish_editing()
        super().closeEvent(event)

    def _turn_to(self, step: Step) -> None:
        before = self._step
        self._step = step
        self._steps.show_value(step)
        self._stack.setCurrentWidget(self._pages[step])
        stop = self._pages[step].first_stop() if self._goes_in else None
        self._goes_in = False
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is not None and self.focusWidget() is None:
            # What had the keyboard is hidden now.
            self._steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, by: int) -> None:
        """Turn that many pages, and let the keyboard go into the page that comes."""
        self._goes_in = True
        self.turned.emit(by)

    def _go_to(self, step: Step) -> None:
        self._goes_in = True
        self.step_chosen.emit(step)

    def _take_keys(self) -> None:
        """Ctrl+PgDown and Ctrl+PgUp turn the pages; Alt with a digit goes to one."""
        for key, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            self._take(key, partial(self._turn, by))
        for step in Step:
            self._take(f"Alt+{int(step)}", partial(self._go_to, step))

    def _take(self, key: str, deed: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _name(self, step: Step) -> str:
        names = {
            Step.LOOK_BACK: self.tr("Look back"),
            Step.GOALS: self.tr("Goals"),
            Step.JOTS: self.tr("Jots"),
            Step.NEXT_WEEK: self.tr("Next week"),
            Step.DRAFT: self.tr("Draft"),
        }
        return names[step]

    def _lay_out(self) -> None:
        self._head = Flow(self._theme.dots(16), self._theme.dots(6), last_apart=True)
        self._head.setObjectName("reviewHead")
        self._head.add(self._title)
        self._head.add(self._steps)
        foot = QWidget()
        foot.setObjectName("reviewFoot")
        for part in (self._head, foot):
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(words(self.tr("Everything is saved as you go"), "reviewQuiet"), 1)
        self._foot.addWidget(self._back)
        self._foot.addWidget(self._next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(foot)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._head.setContentsMargins(dots(22), dots(12), dots(16), dots(12))
        self._foot.setContentsMargins(dots(22), dots(10), dots(22), dots(10))
        self._foot.setSpacing(dots(10))
