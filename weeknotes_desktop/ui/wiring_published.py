"""The connections of what looks after a published note: what the user did, and what we do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.presenters.changed_since import ChangedSince
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.last_published import LastPublishedPresenter
from weeknotes_desktop.presenters.since_published import SincePublishedPresenter
from weeknotes_desktop.presenters.withdrawal import Withdrawal
from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    from weeknotes_desktop.ui.since_published.window import SincePublishedWindow


def wire_changed_since(presenters: Presenters, changed: ChangedSince) -> None:
    """Introduce whoever tells whether the open note changed since it was published."""
    presenters.editor.opened.connect(lambda _: changed.look())
    presenters.editor.emptied.connect(lambda _: changed.look())
    presenters.keeping.saved.connect(lambda _: changed.look())
    presenters.goals.changed.connect(lambda _: changed.look())


def wire_whatever_changes(
    presenters: Presenters, something_changed: Callable[[], None], *others: Hook[Any]
) -> None:
    """Let them look again after whatever may change which notes are published.

    Args:
        others: What happens that does so, beside an import.
    """
    for happens in (presenters.bringing.brought, *others):
        happens.connect(lambda _: something_changed())


def wire_last_published(views: Views, presenters: Presenters, last: LastPublishedPresenter) -> None:
    """Introduce whoever tells which note was published last."""

    def saved(note: Note) -> None:
        # A draft that never was out is the last of nothing.
        if note.status is Status.PUBLISHED or note.published_on is not None:
            last.look()

    presenters.keeping.saved.connect(saved)
    views.status.published_chosen.connect(presenters.editor.open)


def wire_withdrawal(
    views: Views, presenters: Presenters, withdrawal: Withdrawal, *, may_write: bool
) -> None:
    """Introduce whoever takes back what was published."""
    actions = views.actions

    def offer(note: Note | None) -> None:
        out = note is not None and note.status is Status.PUBLISHED
        actions.set_enabled(["since_published"], enabled=out)
        actions.set_enabled(["take_back"], enabled=out and may_write)

    presenters.editor.opened.connect(withdrawal.opened)
    presenters.editor.opened.connect(offer)
    presenters.editor.emptied.connect(lambda _: withdrawal.opened(None))
    presenters.editor.emptied.connect(lambda _: offer(None))
    presenters.keeping.saved.connect(withdrawal.saved)
    presenters.keeping.saved.connect(offer)
    withdrawal.put_back.connect(lambda note: presenters.archive.refresh(note.week))
    note = presenters.keeping.current()
    withdrawal.opened(note)
    offer(note)


def wire_since_published(
    window: SincePublishedWindow, views: Views, since: SincePublishedPresenter
) -> None:
    """Introduce the window to whoever compares, and its *Publish…* to the dialog."""
    window.closed.connect(since.closed)
    window.publish_chosen.connect(lambda: views.actions.action("publish").trigger())
