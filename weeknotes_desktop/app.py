"""Makes every part of the window and introduces them; the only module that knows all."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.bringing import BringingPresenter
from weeknotes_desktop.presenters.closing import ClosingPresenter
from weeknotes_desktop.presenters.editor import EditorPresenter
from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.leaving import LeavingPresenter
from weeknotes_desktop.presenters.notices import Notice, failure
from weeknotes_desktop.presenters.preview import PreviewPresenter
from weeknotes_desktop.presenters.status import StatusPresenter
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.writer import WriterThread
from weeknotes_desktop.ui.actions import Actions
from weeknotes_desktop.ui.archive.panel import ArchivePanel
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.dialogs import Dialogs
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.first_paint import FirstPaint
from weeknotes_desktop.ui.goals.panel import GoalsPanel
from weeknotes_desktop.ui.jobs import Deliver, WindowJobs, WindowTimers
from weeknotes_desktop.ui.main_window import MainWindow
from weeknotes_desktop.ui.meanings import Meanings
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.preview.documents import PreviewDocuments
from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel
from weeknotes_desktop.ui.remembered_mode import RememberedMode
from weeknotes_desktop.ui.status_bar import StatusBar
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.wiring import wire
from weeknotes_desktop.use_cases.list_notes import as_printed
from weeknotes_desktop.use_cases.view_note import view_of
from weeknotes_desktop.use_cases.week_goals import WeekGoals

if TYPE_CHECKING:
    from weeknotes_desktop.storage.library import SqlLibrary


class App:
    """One window on one library.

    Args:
        first: Holds the library, which is ready to be read.
        place_file: Remembers where the window stood.
    """

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        parts: Parts,
        first: FirstRead,
        place_file: Path,
    ) -> None:
        self._application = application
        self._theme = theme
        self._parts = parts
        self._first = first
        self._read_only = first.read_only
        self._settings = parts.settings()
        self._deliver = Deliver()
        self._timers = WindowTimers()
        self._jobs = WindowJobs(self._deliver, self.crashed)
        self._writer = WriterThread(first, self._deliver.post, self.crashed)
        self._status_bar = StatusBar(theme)
        self.views = self._make_views(place_file)
        self.presenters = self._make_presenters()
        self._remembered = RememberedMode(place_file)
        self._meanings = Meanings(
            self.views,
            self.presenters,
            self._remembered,
            lambda: self._settings,
            self.choose_look,
            parts.now,
        )
        wire(self.views, self.presenters, self._meanings, lambda: self._settings)
        self.views.actions.set_checked(self._settings.look.value)
        self.views.actions.set_checked(Audience.PUBLIC.value)
        self.show_mode(Mode.WRITE)
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
        self._settings = self._settings.with_value("look", look.value)
        self._theme.apply(self._application, look)
        self._jobs.run(
            lambda: self._parts.settings_store().save(self._settings),
            lambda _: None,
            lambda error: self.views.notices.show(failure(error)),
        )

    def close(self) -> None:
        """Finish what is on its way and give the library back."""
        self._timers.stop()
        self.views.preview.close_document()
        self._parts.close()
        self._jobs.stop()
        self._writer.close(self._open_library)
        self._deliver.stop()

    def _make_views(self, place_file: Path) -> Views:
        theme = self._theme
        actions = Actions(theme)
        archive, goals, notices = ArchivePanel(theme), GoalsPanel(theme), NoticeBar(theme)
        preview = PreviewPanel(theme, self._jobs, PreviewDocuments(theme, _open_link))
        editor = EditorPane(theme, preview, hidden_spans, self._parts.now)
        window = MainWindow(
            archive=archive,
            editor=editor,
            goals=goals,
            notices=notices,
            status=self._status_bar,
            actions=actions,
            theme=theme,
            place_file=place_file,
        )
        return Views(
            window=window,
            actions=actions,
            archive=archive,
            editor=editor,
            goals=goals,
            preview=preview,
            notices=notices,
            dialogs=Dialogs(window),
        )

    def _make_presenters(self) -> Presenters:
        views, parts, writer = self.views, self._parts, self._writer
        keeping = Keeping(
            views.editor.typed, writer, self._timers, parts.now, lambda: self._settings.label
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
                views.editor, keeping, writer, views.notices, parts.now, lambda: self._settings
            ),
            goals=GoalsPresenter(views.goals, writer, views.notices, parts.now),
            preview=PreviewPresenter(
                views.preview, self._jobs, self._timers, self._render, self._look, _plain
            ),
            status=StatusPresenter(self._status_bar, self._jobs, self._timers, keeping.current),
            leaving=LeavingPresenter(
                keeping,
                writer,
                self._jobs,
                views.notices,
                parts.page_writer,
                lambda: self._settings,
                _open_file,
            ),
            bringing=BringingPresenter(
                parts.page_reader, writer, self._jobs, views.notices, parts.now
            ),
            closing=ClosingPresenter(keeping, views.notices, views.window.finish_closing),
        )

    def _show_first(self, sight: FirstSight) -> None:
        """Show what one read of the library gave."""
        presenters = self.presenters
        presenters.archive.show(as_printed(sight.summaries, self._settings.label))
        presenters.goals.show(
            WeekGoals(
                plan=sight.plan,
                goals=sight.goals,
                next_week=sight.week.plus(1),
                next_goals=sight.next_goals,
                unfinished=0,
            )
        )
        if sight.note is None:
            presenters.editor.show_empty(sight.week)
        else:
            presenters.editor.show(sight.note, sight.draft, ())

    def _bring_the_rest(self) -> None:
        """Import what the first paint did not wait for."""
        self._jobs.run(self._import_the_rest, self._all_is_there, self._theme_stays_plain)

    def _import_the_rest(self) -> None:
        self._theme.icons.prepare()
        # The thread that opens the library would otherwise import it.
        import weeknotes_desktop.storage.library  # noqa: F401

    def _all_is_there(self, _: None) -> None:
        self._writer.library_arrived(self._open_library)
        self._theme.icons.arrive()
        self.presenters.archive.reload()
        self.presenters.goals.reload()
        self.show_mode(self._remembered.mode())
        self.everything_is_there = True
        if self._read_only is not None:
            self.views.notices.show(failure(self._read_only))

    def _theme_stays_plain(self, error: WeekNotesError) -> None:
        self.views.notices.show(failure(error))

    def _open_library(self) -> SqlLibrary:
        from weeknotes_desktop.storage.library import open_after

        return open_after(self._first)

    def show_mode(self, mode: Mode) -> None:
        """Show source, preview or both, this once."""
        self.views.editor.show_mode(mode)
        self.views.actions.set_checked(mode.value)

    def _render(self, view: NoteView) -> str:
        return self._parts.renderer().render(view)

    def _look(self) -> Callable[[Audience], NoteView] | None:
        note, goals = self.presenters.keeping.current(), self.presenters.goals.shown
        if note is None or goals is None or goals.week != note.week:
            return None
        return lambda audience: view_of(note, goals, audience, self._settings)

    def crashed(self, error: BaseException) -> None:
        """A bug: say so, and let the writer go on."""
        traceback.print_exception(error)
        self.views.notices.show(
            Notice(
                f"Something went wrong inside the program ({type(error).__name__}).",
                "Your text is safe: it is kept as you type.",
                urgent=True,
            )
        )


def _plain(view: NoteView) -> str:
    from weeknotes_desktop.publishing.plain import escaped_text

    return escaped_text(view)


def _open_link(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
