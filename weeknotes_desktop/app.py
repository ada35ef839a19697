"""Makes every part of the window and introduces them; with ``rest``, the only one to know all.

What stands here is what the first paint shows, and what keeps the text safe.
``rest`` follows when the window is painted, then the library itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop.aid.first_aid import FirstAid
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.settings import Look, Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.closing import ClosingPresenter
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.note_facts import NoteFacts
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.presenters.status import StatusPresenter
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.writer import WriterThread
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.editor.places import Places
from weeknotes_desktop.ui.first_paint import FirstPaint
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.jobs import Deliver, WindowJobs, WindowTimers
from weeknotes_desktop.ui.main_window import MainWindow
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.wiring import wire
from weeknotes_desktop.use_cases.list_notes import as_printed
from weeknotes_desktop.use_cases.week_goals import first_goals

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    # Imported after the first paint.
    from weeknotes_desktop.calling.callers import Callers
    from weeknotes_desktop.rest.window import Rest
    from weeknotes_desktop.storage.library import SqlLibrary


class App:
    """One window on one library.

    Args:
        first: Holds the library, which is ready to be read.
        place_file: Remembers where the window stood.
        log_file: Where to say what happened to the program; None for nowhere.
        note: The note to turn to, as the writer named it.
    """

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        parts: Parts,
        first: FirstRead,
        place_file: Path,
        *,
        log_file: Path | None = None,
        note: str | None = None,
    ) -> None:
        self._application = application
        self._theme = theme
        self._parts = parts
        self._first = first
        self._place_file = place_file
        self._read_only = first.read_only
        self._settings = parts.settings()
        self._deliver = Deliver()
        self._timers = WindowTimers()
        self.first_aid = FirstAid(
            lambda: (self.views, self.presenters),
            self._timers,
            theme,
            parts.now,
            self._deliver.post,
            log_file,
        )
        self._jobs = WindowJobs(self._deliver, self.first_aid.happened)
        self._writer = WriterThread(first, self._deliver.post, self.first_aid.happened)
        self._rest: Rest | None = None
        self._note = note
        self.callers: Callers | None = None
        """What lets other runs of the program in, once everything is there."""
        self.views = self._make_views()
        self.presenters = self._make_presenters()
        wire(self.views, self.presenters, lambda: self._settings)
        self._show_first(first.first_sight(Week.of(parts.today())))
        self.everything_is_there = False
        """Whether the rest of the program has arrived after the first paint."""
        self.first_paint = FirstPaint(self.views.window)
        self.first_paint.happened.connect(self._bring_the_rest)

    @property
    def library(self) -> Path:
        """The file the window works on."""
        return self._first.path

    def show(self) -> None:
        """Show the window."""
        self.views.window.show()
        self.views.editor.focus_text()

    def choose_look(self, look: Look) -> None:
        """Light, dark, or as the system says; kept for the next start."""
        self._theme.apply(self._application, look)
        self.choose("look", look.value)

    def choose(self, key: str, value: str) -> None:
        """Follow another setting from now on, and keep it for the next start."""
        self._settings, store = self._settings.with_value(key, value), self._parts.settings_store()
        self._jobs.run(lambda: store.change(key, value), lambda _: None, self._refuse)

    def show_mode(self, mode: Mode) -> None:
        """Show source, preview or both, this once."""
        self.views.actions.set_checked(self.views.editor.show_mode(mode).value)

    def close(self) -> None:
        """Finish what is on its way and give the library back."""
        if self.callers is not None:
            # First: what it has begun needs all the others.
            self.callers.close()
        self._timers.stop()
        if self._rest is not None:
            self.views.preview.close_document()
            self._rest.while_writing.close()
        self._parts.close()
        self._jobs.stop()
        self._writer.close(self._open_library)
        self._deliver.stop()
        self.first_aid.close()
        if self._rest is not None:
            self._rest.back_ups.after_closing()

    def take_up_settings(self) -> None:
        """Read the settings again, and follow them."""
        self._jobs.run(self._parts.settings_store().load, self._follow, self._refuse)

    def _follow(self, loaded: tuple[Settings, tuple[str, ...]]) -> None:
        before, self._settings = self._settings, loaded[0]
        if self._settings.look is not before.look:
            self._theme.apply(self._application, self._settings.look)
        if self._rest is not None:
            self._rest.show_settings()
        self.presenters.archive.reload()
        self.presenters.goals.reload()
        self.presenters.editor.settings_changed()
        self.presenters.preview.something_changed()

    def _make_views(self) -> Views:
        theme = self._theme
        archive, goals, notices = ArchivePanel(theme), GoalsPanel(theme), NoticeBar(theme)
        editor = EditorPane(theme, self._parts.now, places=Places(self._place_file))
        bar = StatusBar(theme)
        notices.give_home(editor.focus_text)
        window = MainWindow(
            archive=archive,
            editor=editor,
            goals=goals,
            notices=notices,
            status=bar,
            theme=theme,
            place_file=self._place_file,
        )
        return Views(
            window=window, archive=archive, editor=editor, goals=goals, notices=notices, status=bar
        )

    def _make_presenters(self) -> Presenters:
        views, parts, writer = self.views, self._parts, self._writer
        keeping = Keeping(
            views.editor.typed,
            writer,
            self._timers,
            parts.now,
            lambda: self._settings,
            read_only=self._read_only is not None,
        )
        goals = GoalsPresenter(
            views.goals, writer, views.notices, parts.now, self._timers, self._read_only
        )
        return Presenters(
            keeping=keeping,
            archive=ArchivePresenter(
                views.archive,
                writer,
                views.notices,
                lambda: Week.of(parts.today()),
                lambda: self._settings.label,
            ),
            editor=EditorPresenter(
                views.editor,
                keeping,
                writer,
                views.notices,
                parts.now,
                lambda: self._settings,
                self._read_only,
            ),
            facts=NoteFacts(keeping, lambda: self._settings, self._read_only),
            goals=goals,
            status=StatusPresenter(views.status, self._jobs, self._timers, keeping.current),
            closing=ClosingPresenter(
                keeping, views.notices, views.window.finish_closing, goals.unsaved
            ),
        )

    def _show_first(self, sight: FirstSight) -> None:
        """Show what one read of the library gave; the archive last, to draw it but once."""
        presenters = self.presenters
        presenters.goals.show(first_goals(sight))
        if sight.note is None:
            presenters.editor.show_empty(sight.week)
        else:
            # A draft of another revision is brought back as a note of its own, in the rest.
            fits = sight.draft is not None and sight.draft.goes_on_with(sight.note)
            presenters.editor.show(sight.note, sight.draft if fits else None, ())
        presenters.archive.show(as_printed(sight.summaries, self._settings.label))

    def _bring_the_rest(self) -> None:
        """Import what the first paint did not wait for."""
        self._jobs.run(_import_the_rest, self._make_the_rest, self._refuse)

    def _make_the_rest(self, rest: type[Rest]) -> None:
        # Not on top: it comes with the rest.
        from weeknotes_desktop.rest.means import Means

        means = Means(
            views=self.views,
            presenters=self.presenters,
            theme=self._theme,
            parts=self._parts,
            jobs=self._jobs,
            timers=self._timers,
            writer=self._writer,
            settings=lambda: self._settings,
            read_only=self._read_only,
            choose=self.choose,
        )
        self._rest = rest(means, self.choose_look, self._place_file)
        self._jobs.run(self._import_the_library, self._all_is_there, self._refuse)

    def _import_the_library(self) -> None:
        self._theme.icons.prepare()
        self.first_aid.begin_log()
        # The thread that opens the library would otherwise import it.
        import weeknotes_desktop.storage.library  # noqa: F401

    def _all_is_there(self, _: None) -> None:
        self._writer.library_arrived(self._open_library)
        self._theme.icons.arrive()
        if self._rest is not None and self._read_only is None:
            self._rest.rescue_drafts()
        self.presenters.archive.reload()
        self.presenters.goals.reload()
        if self._rest is not None:
            self._rest.history.begin(may_write=self._read_only is None)
            self.show_mode(self._rest.remembered.mode())
            self._rest.look_after(self._first, self._read_only)
            self.callers = self._rest.let_callers_in(
                None if self._read_only else self._first.path,
                self._deliver.post,
                self.take_up_settings,
                self.first_aid.happened,
            )
            if self._note is not None:
                self.callers.presenter.open(self._note)
        self.everything_is_there = True
        self.first_aid.opened(read_only=self._read_only is not None)
        if self._read_only is not None:
            self._refuse(self._read_only)

    def _refuse(self, error: WeekNotesError) -> None:
        self.views.notices.show(failure(error))

    def _open_library(self) -> SqlLibrary:
        from weeknotes_desktop.storage.library import open_after

        return open_after(self._first)


def _import_the_rest() -> type[Rest]:
    from weeknotes_desktop.rest.window import Rest

    return Rest
