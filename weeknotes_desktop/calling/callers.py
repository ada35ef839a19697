"""Lets other runs of the program in once everything is there, and introduces them to the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from weeknotes_desktop.calling.doorkeeper import Doorkeeper, Household, Post
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.doorbell.messages import Ring
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.elsewhere import ElsewherePresenter
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.fronting import bring_to_front
from weeknotes_desktop.ui.wiring import wire_elsewhere


class Callers:
    """Keeps the door of a window.

    Args:
        library: Held by the window, with its lock; None where it holds none
            and nobody can be let in.
        post: Has a call made on the window's thread.
        take_up_settings: Reads the settings again.
        crashed: Hears of a failure nobody foresaw.
    """

    def __init__(
        self,
        *,
        library: Path | None,
        views: Views,
        presenters: Presenters,
        parts: Parts,
        writer: LibraryWriter,
        post: Post,
        settings: Callable[[], Settings],
        take_up_settings: Callable[[], None],
        crashed: Callable[[BaseException], None],
    ) -> None:
        self._window = views.window
        editor, keeping = presenters.editor, presenters.keeping
        self.presenter = ElsewherePresenter(
            editor,
            keeping,
            writer,
            views.notices,
            ReadingAnew(editor, keeping, writer, views.notices),
            views.editor.replace_text,
            lambda: Week.of(parts.today()),
            lambda: settings().label,
        )
        wire_elsewhere(presenters, self.presenter)
        household = Household(
            come=self.come,
            look_again=self.presenter.look_again,
            take_up_settings=take_up_settings,
            crashed=crashed,
        )
        self.doorkeeper: Doorkeeper | None = None
        """None where there is no place for a door; then commands find the library busy."""
        if library is not None:
            with suppress(OSError):
                self.doorkeeper = Doorkeeper(library, parts.now, writer, post, household)

    def come(self, ring: Ring) -> None:
        """Somebody started the program again: here it is, at the note they named."""
        bring_to_front(self._window, ring.token)
        if ring.note is not None:
            self.presenter.open(ring.note)

    def close(self) -> None:
        """Let nobody in any more; what was begun for them is finished first."""
        if self.doorkeeper is not None:
            self.doorkeeper.close()
