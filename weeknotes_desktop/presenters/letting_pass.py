"""A private sentence may be public, says the writer; and can take that back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.last_gate import Leak
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.text import shortened
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.leave import may_be_public, stays_private


class LettingPass:
    """Lets one sentence pass the last gate from now on, with a way back that does not fade."""

    def __init__(self, writer: LibraryWriter, notices: Notices) -> None:
        self._writer, self._notices = writer, notices

    def allow(
        self, leak: Leak, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        """Let this sentence be read by others, now and later."""

        def allowed(_: None) -> None:
            self._notices.show(
                Notice(
                    f"From now on “{shortened(leak.words)}” may be public.",
                    action="Undo",
                    act=partial(self._take_back, leak),
                    lasting=True,
                )
            )
            done()

        self._writer.do(lambda library: may_be_public(library, [leak.id]), allowed, failed)

    def _take_back(self, leak: Leak) -> None:
        said = Notice("The sentence is private again.", "What has left already is out.")
        self._writer.do(
            lambda library: stays_private(library, leak.id),
            lambda _: self._notices.show(said),
            lambda error: self._notices.show(failure(error)),
        )
