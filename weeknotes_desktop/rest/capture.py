"""Makes what catches jots and keeps the to-do list, and introduces it.

It belongs to what arrives after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.jots import JotsPresenter
from weeknotes_desktop.presenters.tasks import TasksPresenter
from weeknotes_desktop.rest.history import RestHistory
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.capture.jot_line import JotLine
from weeknotes_desktop.ui.capture.jots_section import JotsSection
from weeknotes_desktop.ui.capture.tasks_section import TasksSection
from weeknotes_desktop.ui.editor.caught_words import with_words
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.wiring_capture import CATCH, wire_jots, wire_tasks


class RestCapture:
    """Those who catch what belongs to the week and not yet to the note."""

    def __init__(self, means: Means, history: RestHistory) -> None:
        views, presenters, parts = means.views, means.presenters, means.parts
        self._views, self._presenters, self._today = views, presenters, parts.today
        self.jots_section = JotsSection(means.theme)
        self.tasks_section = TasksSection(means.theme)
        self.jot_line = JotLine(means.theme, views.window)
        unsaved = presenters.goals.unsaved
        self.jots = JotsPresenter(
            view=self.jots_section,
            writer=means.writer,
            notices=views.notices,
            clock=parts.now,
            unsaved=unsaved,
            note=presenters.keeping.current,
            put_in=self._put_in,
            read_only=means.read_only,
        )
        self.tasks = TasksPresenter(
            view=self.tasks_section,
            writer=means.writer,
            notices=views.notices,
            clock=parts.now,
            unsaved=unsaved,
            title=lambda: means.settings().task_list,
            week=self._week,
            read_only=means.read_only,
        )
        views.goals.take_sections(self.jots_section, self.tasks_section)
        wire_jots(self.jots_section, self.jot_line, presenters, self.jots)
        wire_tasks(self.tasks_section, presenters, self.tasks)
        self.jots.changed.connect(lambda _: history.refresh())
        self.tasks.changed.connect(lambda _: history.refresh())
        history.calendar.day_turned.connect(lambda _: self.look_again())
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            CATCH: self.jots.ask,
            "add_task": self.tasks_section.add_task,
        }
        views.actions.chosen.connect(self.do)

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def look_again(self) -> None:
        """Read everything anew, as on another day."""
        self.jots.show_week(self._week())
        self.tasks.look_again()

    def _week(self) -> Week:
        """The week that is shown."""
        shown = self._presenters.goals.shown
        return Week.of(self._today()) if shown is None else shown.week

    def _put_in(self, words: str) -> bool:
        """Put words into the note where the caret is; a text that is out of sight comes up."""
        done = []

        def put(passage: Passage) -> Passage:
            done.append(words)
            return with_words(passage, words)

        editor = self._views.editor
        editor.change_text(put)
        if not done:
            editor.show_mode(Mode.SPLIT)
            editor.change_text(put)
        return bool(done)
