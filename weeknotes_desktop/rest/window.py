"""Makes what the first paint did not wait for, and introduces it: menus, preview, ways in and out.

``app.py`` imports this module in a thread once the window is painted, and has
everybody in it made on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from weeknotes_desktop.calling.callers import Callers
from weeknotes_desktop.calling.doorkeeper import Post
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.bringing import BringingPresenter
from weeknotes_desktop.presenters.leaving import LeavingPresenter
from weeknotes_desktop.presenters.notices import Notice, failure
from weeknotes_desktop.rest.archive import RestArchive
from weeknotes_desktop.rest.back_ups import RestBackUps
from weeknotes_desktop.rest.capture import RestCapture
from weeknotes_desktop.rest.checking import RestChecking
from weeknotes_desktop.rest.finding import RestFinding
from weeknotes_desktop.rest.goals import RestGoals
from weeknotes_desktop.rest.history import RestHistory
from weeknotes_desktop.rest.links import RestLinks
from weeknotes_desktop.rest.looking_through import NoteLooking
from weeknotes_desktop.rest.loose_ends import RestLooseEnds
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.rest.pasting import RestPasting
from weeknotes_desktop.rest.preview import RestPreview, plain
from weeknotes_desktop.rest.published import RestPublished
from weeknotes_desktop.rest.publishing import RestPublishing
from weeknotes_desktop.rest.reminders import RestReminders
from weeknotes_desktop.rest.rendering import RestRendering
from weeknotes_desktop.rest.review import RestReview
from weeknotes_desktop.rest.search_upkeep import RestSearchUpkeep
from weeknotes_desktop.rest.soundness import RestSoundness
from weeknotes_desktop.rest.while_writing import RestWhileWriting
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.ui.actions import Actions
from weeknotes_desktop.ui.clipboard import Clipboard
from weeknotes_desktop.ui.dialogs import Dialogs
from weeknotes_desktop.ui.meanings import Meanings
from weeknotes_desktop.ui.remembered_mode import RememberedMode
from weeknotes_desktop.ui.wiring import wire_the_rest
from weeknotes_desktop.use_cases.rescue_drafts import rescue_drafts


class Rest:
    """Completes a crew.

    Args:
        choose_look: Dresses the window anew.
        place_file: Remembers what of a note was shown last.
    """

    def __init__(self, means: Means, choose_look: Callable[[Look], None], place_file: Path) -> None:
        views, presenters = means.views, means.presenters
        self._means, self._views, self._presenters = means, views, presenters
        self._parts, self._settings, self._writer = means.parts, means.settings, means.writer
        self.links = RestLinks(means)
        """Those who look after links between notes."""
        self.preview = RestPreview(means, self.links, _open_link)
        """Those who show the page of the note."""
        self.clipboard = Clipboard(views.window)
        """Where a copied note goes."""
        self._make_views()
        self._make_presenters()
        self.remembered = RememberedMode(place_file)
        """What of a note was shown last."""
        # Held here: a signal holds whom it calls but weakly.
        self._meanings = Meanings(
            views, presenters, self.remembered, self._settings, choose_look, self._parts.now
        )
        wire_the_rest(views, presenters, self._meanings)
        self.links.begin()
        self.pasting = RestPasting(means)
        """Those who take in what comes from outside."""
        checking = RestChecking(means, self.links.names)
        self.checking = checking.presenter
        """Looks through the open note."""
        self.while_writing = RestWhileWriting(
            means, self.remembered, _open_link, plain, _open_file, self.preview.pictures
        )
        """Those who help the writer while they write."""
        self.archive = RestArchive(means, self.while_writing.usual)
        """Those who find their way through all notes."""
        self.rendering = RestRendering(means)
        """Those who work ahead of an export."""
        self.published = RestPublished(means, self.rendering)
        """Those who look after a note once it is published."""
        self._keep_safe()
        self._close_the_loop()
        self.publishing = RestPublishing(
            means, checking, NoteLooking(means.parts), self.clipboard, _open_file
        )
        """Those who publish a note."""
        self._show()

    def look_after(self, first: FirstRead, read_only: WeekNotesError | None) -> None:
        """The library is there: keep it safe from now on, unless it can only be read."""
        self.while_writing.begin()
        self.finding.begin(may_write=read_only is None)
        self.checking.begin(may_write=read_only is None)
        if read_only is None:
            self.rendering.begin()
        self.published.begin()
        if read_only is not None:
            self.back_ups.only_read(read_only)
            return
        self.back_ups.begin()
        self.reminders.begin()
        self.soundness.begin(first.mended, after_sudden_end=first.after_sudden_end)
        self.search.begin()

    def let_callers_in(
        self,
        library: Path | None,
        post: Post,
        take_up_settings: Callable[[], None],
        crashed: Callable[[BaseException], None],
    ) -> Callers:
        """Answer other runs of the program from now on; what they change is shown."""
        callers = Callers(
            library=library,
            views=self._views,
            presenters=self._presenters,
            parts=self._parts,
            writer=self._writer,
            post=post,
            settings=self._settings,
            take_up_settings=take_up_settings,
            crashed=crashed,
        )
        callers.presenter.changed.connect(lambda _: self.history.refresh())
        callers.presenter.changed.connect(lambda _: self.back_ups.refresh())
        callers.presenter.changed.connect(lambda _: self.links.names.read())
        callers.presenter.changed.connect(lambda _: self.published.something_changed())
        return callers

    def rescue_drafts(self) -> None:
        """Bring back what was typed and stands in no note, as after a crash."""
        this_week = Week.of(self._parts.today())
        self._writer.do(
            lambda library: rescue_drafts(library, this_week), self._rescued, self._refuse
        )

    def _rescued(self, notes: tuple[Note, ...]) -> None:
        if notes:
            self._presenters.archive.reload()
            self._views.notices.show(
                Notice(
                    "Text that was typed and never saved was brought back.",
                    f"It stands in the archive as “{notes[0].title}”.",
                    urgent=True,
                )
            )

    def _refuse(self, error: WeekNotesError) -> None:
        self._views.notices.show(failure(error))

    def _make_views(self) -> None:
        views = self._views
        views.complete(
            actions=Actions(self._means.theme),
            dialogs=Dialogs(views.window),
            preview=self.preview.panel,
        )
        views.window.take_actions(views.actions)
        views.editor.take_preview(views.preview)
        views.editor.tint_hidden(hidden_spans, self._means.jobs, self.preview.staying.by_other)

    def _make_presenters(self) -> None:
        presenters, parts, notices = self._presenters, self._parts, self._views.notices
        writer, jobs = self._writer, self._means.jobs
        presenters.complete(
            bringing=BringingPresenter(
                parts.page_reader, parts.back_ups, writer, jobs, notices, parts.now
            ),
            leaving=LeavingPresenter(
                presenters.keeping,
                writer,
                jobs,
                notices,
                parts.ways_out.html_file,
                lambda: parts.ways_out.clipboard(self.clipboard.put),
                lambda: parts.ways_out.search,
                self._settings,
                parts.now,
                _open_file,
            ),
            preview=self.preview.presenter,
        )

    def _keep_safe(self) -> None:
        """Make those who look after back-ups, history and the file itself."""
        self.back_ups = RestBackUps(self._means, _open_file)
        """Those who look after the back-ups."""
        self.history = RestHistory(self._means)
        """Those who look after history, trash and calendar."""
        self.finding = RestFinding(self._means)
        """Those who find and replace."""
        self.back_ups.crew.restoring.restored.connect(lambda _: self.history.refresh())
        self.back_ups.crew.restoring.restored.connect(lambda _: self.links.names.read())
        self.soundness = RestSoundness(self._means).presenter
        """Looks after the file itself."""
        self._writer.unreadable = self.soundness.something_unreadable
        self.search = RestSearchUpkeep(self._means, self.back_ups, self.soundness).presenter
        """Keeps the search up to date."""
        self.published.follow(
            self.back_ups.crew.restoring.restored, self.history.changed, self.soundness.mended
        )

    def _close_the_loop(self) -> None:
        """Make those who go with the writer from one week to the next."""
        self.goals = RestGoals(self._means)
        """Those who look after the goals of the week."""
        self.capture = RestCapture(self._means, self.history)
        """Those who catch jots and keep the to-do list."""
        self.loose_ends = RestLooseEnds(self._means)
        """Those who look over several weeks."""
        show, reasons = self.loose_ends.show_loose_ends, self.loose_ends.reasons
        self.review = RestReview(self._means, show, reasons)
        """Those who look back at a week and on to the next one."""
        self.capture.jots.changed.connect(lambda _: self.review.refresh())
        self.reminders = RestReminders(self._means)
        """Those who say what time of the week it is."""

    def _show(self) -> None:
        """Show in the menus what holds already."""
        self.show_settings()
        actions = self._views.actions
        actions.set_checked(Audience.PUBLIC.value)
        there = self._presenters.keeping.current() is not None
        actions.set_enabled(self._meanings.need_a_note, enabled=there)

    def show_settings(self) -> None:
        """Show in the menus what the writer has set."""
        self._views.actions.set_checked(self._settings().look.value)
        self.reminders.show_settings()
        self.checking.learn()
        self.published.something_changed()


def _open_link(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
