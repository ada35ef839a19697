"""Makes what helps the writer while they write, and introduces it.

Its windows are made when somebody first wants to see them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.usual_length import Band, usual_length
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.presenters.last_week import LastWeekPresenter
from weeknotes_desktop.presenters.leaving import file_name
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.presenters.outline import OutlinePresenter
from weeknotes_desktop.presenters.paper import PaperPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.rest.pictures import PicturesAtHand
from weeknotes_desktop.ui.preview.following import Following
from weeknotes_desktop.ui.preview.page import Links
from weeknotes_desktop.ui.reading.focus_mode import FocusMode
from weeknotes_desktop.ui.reading.typewriter import Typewriter
from weeknotes_desktop.ui.remembered_mode import RememberedMode
from weeknotes_desktop.ui.wiring_while_writing import (
    wire_focus,
    wire_following,
    wire_last_week,
    wire_outline,
    wire_usual_length,
)


class RestWhileWriting:
    """Those who help the writer while they write.

    Args:
        open_link: Opens an address in the system's browser.
        plain: The text of a view, escaped.
        show_file: Opens a file in the system's own program for it.
        pictures: Those that pages name.
    """

    def __init__(
        self,
        means: Means,
        remembered: RememberedMode,
        open_link: Callable[[str], None],
        plain: Callable[[NoteView], str],
        show_file: Callable[[Path], None],
        pictures: PicturesAtHand,
    ) -> None:
        self._means, self._remembered, self._pictures = means, remembered, pictures
        self._open_link, self._plain, self._show_file = open_link, plain, show_file
        self._views, self._presenters = means.views, means.presenters
        views, writing = means.views, means.views.editor.writing
        self._following = Following(writing, views.preview)
        self._typewriter = Typewriter(writing)
        self.focus = FocusMode(
            views.window,
            views.editor,
            remembered.mode,
            lambda on: views.actions.set_checked("focus", checked=on),
        )
        """Leaves the writer alone with the text."""
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            "focus": self.focus.turn,
            "typewriter": self._turn_typewriter,
            "paper": self._turn_paper,
            "outline": self._show_outline,
            "last_week": self._show_last_week,
            "save_pdf": self._save_pdf,
            "print": self._print,
        }
        views.actions.chosen.connect(self.do)
        wire_focus(views, self.focus)
        wire_following(self._following, views)

    @cached_property
    def outline(self) -> OutlinePresenter:
        """The outline, and its window."""
        # Not on top: who never asks for it need not wait for it.
        from weeknotes_desktop.ui.outline.page import OutlinedText
        from weeknotes_desktop.ui.outline.window import OutlineWindow

        window = OutlineWindow(self._means.theme, self._views.window)
        page = OutlinedText(self._views.editor, self._following.put_caret)
        made = OutlinePresenter(window, page, self._means.jobs, self._means.timers)
        wire_outline(window, self._views, self._presenters, made)
        return made

    @cached_property
    def last_week(self) -> LastWeekPresenter:
        """The note of the week before, and its window."""
        from weeknotes_desktop.ui.reading.last_week_window import LastWeekWindow

        means, presenters = self._means, self._presenters
        links = Links(self._open_link, self._open_earlier)
        window = LastWeekWindow(means.theme, self._views.window, links, self._pictures.picture)
        made = LastWeekPresenter(
            view=window,
            current=presenters.keeping.current,
            notes=lambda: presenters.archive.notes,
            writer=means.writer,
            jobs=means.jobs,
            settings=means.settings,
            render=self._render,
            plain=self._plain,
        )
        wire_last_week(window, presenters, made)
        return made

    @cached_property
    def paper(self) -> PaperPresenter:
        """Takes the note to a printer, or into a PDF."""
        from weeknotes_desktop.ui.reading.press import PaperPress

        means, presenters = self._means, self._presenters
        self._press = PaperPress(self._views.window)
        return PaperPresenter(
            keeping=presenters.keeping,
            writer=means.writer,
            jobs=means.jobs,
            notices=self._views.notices,
            press=self._press,
            page=means.parts.ways_out.html_file,
            search=lambda: means.parts.ways_out.search,
            settings=means.settings,
            now=means.parts.now,
            may_leave=presenters.leaving.may_leave,
            show_file=self._show_file,
        )

    def begin(self) -> None:
        """Everybody is there: go on where the writer was, in the way they chose."""
        on = self._means.settings().typewriter == "yes"
        self._views.actions.set_checked("typewriter", checked=on)
        self._typewriter.turn(on=on)
        wire_usual_length(self._presenters)
        self._presenters.status.know_usual(self._usual_length)

    def close(self) -> None:
        """Let go of what draws pages."""
        if "paper" in vars(self):
            self._press.close()

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def _usual_length(self) -> Band | None:
        archive = self._presenters.archive
        # The newest notes alone may be longer or shorter than all of them.
        return usual_length(archive.notes) if archive.whole else None

    def _render(self, view: NoteView) -> str:
        body = self._means.parts.renderer().render(view)
        self._pictures.bring(body)
        return body

    def _turn_typewriter(self) -> None:
        on = self._views.actions.action("typewriter").isChecked()
        self._typewriter.turn(on=on)
        store = self._means.parts.settings_store()
        self._means.jobs.run(
            lambda: store.change("typewriter", "yes" if on else "no"),
            lambda _: None,
            self._refuse,
        )

    def _turn_paper(self) -> None:
        self._views.preview.show_paper(paper=self._views.actions.action("paper").isChecked())

    def _show_outline(self) -> None:
        self.outline.open()

    def _show_last_week(self) -> None:
        self.last_week.turn()

    def _open_earlier(self, address: str) -> None:
        note_id = self.last_week.note_at(address)
        if note_id is not None:
            self._presenters.editor.open(note_id)

    def _save_pdf(self) -> None:
        note = self._presenters.keeping.current()
        if note is None or not self._presenters.leaving.may_leave(note):
            return
        label = note.label or self._means.settings().label.label_of(note.week)
        path = self._views.dialogs.pdf_to_save(file_name(note, label))
        if path is not None:
            self.paper.save(path)

    def _print(self) -> None:
        self.paper.print()

    def _refuse(self, error: WeekNotesError) -> None:
        self._views.notices.show(failure(error))
