"""What each action of the menus means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look, Settings
from weeknotes_desktop.domain.typing_rules.formats import FORMATS
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.leaving import file_name
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.editor.habits import Habits
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.remembered_mode import RememberedMode


class Meanings:
    """Does what an action says; what concerns the window itself, the window does."""

    def __init__(
        self,
        views: Views,
        presenters: Presenters,
        remembered: RememberedMode,
        settings: Callable[[], Settings],
        choose_look: Callable[[Look], None],
        clock: Clock,
    ) -> None:
        self._views = views
        self._presenters = presenters
        self._remembered = remembered
        self._settings = settings
        self._clock = clock
        self._habits = Habits(quotes=lambda: settings().quotes)
        views.editor.take_habits(self._habits)
        self._meanings = self._table(choose_look)
        ways_out = ("publish", "export", "copy_html", "save_pdf", "print")
        self.need_a_note = (*FORMATS, *ways_out, "history", "delete_note", "outline")
        """What cannot be done while no note is open."""

    def do(self, name: str) -> None:
        """Do the action with that name."""
        if name in self._meanings:
            self._meanings[name]()

    def export(self) -> None:
        """Ask where to, and export the open note."""
        note = self._presenters.keeping.current()
        if note is None or not self._presenters.leaving.may_leave(note):
            return
        label = note.label or self._settings().label.label_of(note.week)
        path = self._views.dialogs.page_to_export(file_name(note, label))
        if path is not None:
            self._presenters.leaving.export(path)

    def show_mode(self, mode: Mode) -> None:
        """Show source, preview or both, also at the next start."""
        self._views.actions.set_checked(self._views.editor.show_mode(mode).value)
        self._remembered.keep(mode)

    def _turn_tab(self) -> None:
        self._habits.tab_leaves = not self._habits.tab_leaves
        self._views.actions.set_checked("tab_leaves", checked=self._habits.tab_leaves)

    def _bring(self) -> None:
        paths = self._views.dialogs.pages_to_import()
        if paths:
            self._presenters.bringing.bring(paths)

    def _open_beside(self, step: int) -> None:
        note = self._presenters.keeping.current()
        other = self._presenters.archive.beside(note.id if note else None, step)
        if other is not None:
            self._presenters.editor.open(other)

    def _start(self) -> None:
        self._presenters.editor.start(Week.of(self._clock().date()))

    def _table(self, choose_look: Callable[[Look], None]) -> Mapping[str, Callable[[], None]]:
        views, presenters = self._views, self._presenters
        return {
            "new_note": self._start,
            "import": self._bring,
            "export": self.export,
            "copy_html": presenters.leaving.copy,
            "add_goal": views.goals.add_goal,
            "carry_over": presenters.goals.carry_over,
            "older_note": partial(self._open_beside, 1),
            "newer_note": partial(self._open_beside, -1),
            "about": views.dialogs.about,
            "tab_leaves": self._turn_tab,
            **{name: partial(views.editor.format_text, name) for name in FORMATS},
            **{mode.value: partial(self.show_mode, mode) for mode in Mode},
            **{
                audience.value: partial(presenters.preview.set_audience, audience)
                for audience in Audience
            },
            **{look.value: partial(choose_look, look) for look in Look},
        }
