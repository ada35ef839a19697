"""The connections of history, trash and calendar: what the user did, and what we do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.domain.trash import Kind, Trashed
from weeknotes_desktop.presenters.calendar import CalendarPresenter
from weeknotes_desktop.presenters.history import HistoryPresenter
from weeknotes_desktop.presenters.removal import RemovalPresenter
from weeknotes_desktop.presenters.trash import TrashPresenter
from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    from weeknotes_desktop.ui.history.window import HistoryWindow
    from weeknotes_desktop.ui.trash.window import TrashWindow


def wire_history(
    window: HistoryWindow, views: Views, presenters: Presenters, history: HistoryPresenter
) -> None:
    """Introduce the history to its window, and to whoever changes the open note."""
    window.chosen.connect(history.choose)
    window.alone_chosen.connect(history.show_alone)
    window.bring_back_chosen.connect(history.bring_back)
    window.keep_chosen.connect(history.keep_typed)
    window.closed.connect(history.closed)
    views.editor.typed_something.connect(history.something_typed)
    presenters.editor.opened.connect(lambda _: history.refresh())
    presenters.editor.emptied.connect(lambda _: history.refresh())
    presenters.keeping.saved.connect(lambda _: history.refresh())


def wire_trash(
    window: TrashWindow,
    views: Views,
    presenters: Presenters,
    trash: TrashPresenter,
    removal: RemovalPresenter,
) -> None:
    """Introduce the trash to its window, and to whoever removes something."""
    window.chosen.connect(trash.choose)
    window.looked_for.connect(trash.look_for)
    window.bring_back_chosen.connect(trash.bring_back)
    window.forget_chosen.connect(trash.ask)
    window.forget_confirmed.connect(trash.forget)
    window.keep_chosen.connect(trash.keep)
    window.closed.connect(trash.closed)
    removal.changed.connect(lambda _: trash.refresh())
    presenters.goals.changed.connect(lambda _: trash.refresh())

    def back(thing: Trashed) -> None:
        if thing.week is not None:
            presenters.archive.refresh(thing.week)
        presenters.goals.reload()
        if thing.kind is Kind.NOTE:
            presenters.editor.open_newest()

    def forgotten(thing: Trashed) -> None:
        if thing.kind is Kind.NOTE:
            views.editor.forget(thing.id)
        presenters.goals.reload()

    trash.brought_back.connect(back)
    trash.forgotten.connect(forgotten)


def wire_removal(views: Views, presenters: Presenters, removal: RemovalPresenter) -> None:
    """Introduce whoever puts notes into the trash."""
    views.archive.note_removed.connect(removal.remove)
    removal.changed.connect(lambda note: presenters.archive.refresh(note.week))


def wire_calendar(presenters: Presenters, calendar: CalendarPresenter) -> None:
    """Introduce whoever looks at the clock."""
    calendar.turned.connect(lambda _: presenters.archive.reload())
    calendar.committed.connect(lambda _: presenters.goals.reload())
