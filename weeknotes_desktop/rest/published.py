"""Makes what looks after a note once it is published, and introduces it.

It belongs to what arrives after the first paint. The window is made when
somebody first wants to see it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.presenters.changed_since import ChangedSince
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.last_published import LastPublishedPresenter
from weeknotes_desktop.presenters.since_published import SincePublishedPresenter
from weeknotes_desktop.presenters.withdrawal import Withdrawal
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.rest.rendering import RestRendering
from weeknotes_desktop.ui.wiring_published import (
    wire_changed_since,
    wire_last_published,
    wire_since_published,
    wire_whatever_changes,
    wire_withdrawal,
)


class RestPublished:
    """Those who know what was published, what changed since, and how to take it back.

    Args:
        rendering: Renders what may leave.
    """

    def __init__(self, means: Means, rendering: RestRendering) -> None:
        self._means, self._rendering = means, rendering
        self._begun = False
        views, presenters, parts = means.views, means.presenters, means.parts
        self.changed = ChangedSince(
            desk=presenters.editor,
            current=presenters.keeping.current,
            reading=parts.reading,
            settings=means.settings,
            jobs=means.jobs,
            timers=means.timers,
        )
        self.last = LastPublishedPresenter(
            bar=presenters.status,
            reading=parts.reading,
            jobs=means.jobs,
            timers=means.timers,
            clock=parts.now,
            pattern=lambda: means.settings().label,
        )
        self.withdrawal = Withdrawal(
            presenters.keeping, means.writer, views.notices, parts.now, means.settings
        )
        wire_withdrawal(views, presenters, self.withdrawal, may_write=means.read_only is None)
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            "since_published": self.show_since_published,
            "take_back": self.withdrawal.take_back,
        }
        views.actions.chosen.connect(self.do)
        views.editor.changes_wanted.connect(self.show_since_published)

    @cached_property
    def since_published(self) -> SincePublishedPresenter:
        """What changed since the open note was published, and its window."""
        # Not on top: who never asks for it need not wait for it.
        from weeknotes_desktop.ui.since_published.window import SincePublishedWindow

        means = self._means
        window = SincePublishedWindow(means.theme, means.views.window, means.parts.now)
        made = SincePublishedPresenter(
            view=window,
            changed=self.changed,
            label=self._label,
            jobs=means.jobs,
            notices=means.views.notices,
            may_write=means.read_only is None,
        )
        wire_since_published(window, means.views, made)
        return made

    def begin(self) -> None:
        """The library has arrived."""
        views, presenters = self._means.views, self._means.presenters
        wire_changed_since(presenters, self.changed)
        wire_last_published(views, presenters, self.last)
        self._begun = True
        # After a new version of the program, nothing is rendered yet.
        self.something_changed()

    def follow(self, *happens: Hook[Any]) -> None:
        """Look again after each of these, and after an import."""
        wire_whatever_changes(self._means.presenters, self.something_changed, *happens)

    def something_changed(self) -> None:
        """Another note may be published now, or others may be read than before."""
        if self._begun:
            self.changed.look()
            self.last.look()
            self._rendering.something_changed()

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def show_since_published(self) -> None:
        """Show what readers would see differently if the open note were published again."""
        self.since_published.open()

    def _label(self, note: Note) -> str:
        return note.label or self._means.settings().label.label_of(note.week)
