"""The connections of the archive pane beyond its list: what the user did, and what we do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.changed_notes import ChangedNotes
    from weeknotes_desktop.presenters.found_notes import FoundNotes
    from weeknotes_desktop.presenters.moving_note import MovingNote
    from weeknotes_desktop.presenters.names import NamesPresenter
    from weeknotes_desktop.presenters.usual import UsualLength
    from weeknotes_desktop.presenters.visited import Visited
    from weeknotes_desktop.presenters.years import YearsPresenter
    from weeknotes_desktop.ui.archive.filter_row import FilterRow
    from weeknotes_desktop.ui.archive.found_window import FoundWindow
    from weeknotes_desktop.ui.archive.recent_list import RecentList
    from weeknotes_desktop.ui.names.window import NamesWindow
    from weeknotes_desktop.ui.years.strip import YearStrip


def wire_filters(
    filters: FilterRow, views: Views, presenters: Presenters, changed: ChangedNotes
) -> None:
    """Introduce the filters to whoever finds what is asked for."""
    archive = presenters.archive
    filters.asked.connect(archive.ask)
    filters.choices_wanted.connect(archive.look_for_choices)
    archive.changed_wanted.connect(changed.look)
    filters.draw(archive.state.which, archive.state.drafts)
    views.archive.take_filters(filters)


def wire_moving(views: Views, presenters: Presenters, moving: MovingNote) -> None:
    """Introduce whoever moves notes to other weeks."""
    views.archive.note_moved.connect(moving.ask)
    moving.moved.connect(lambda note: presenters.archive.refresh(note.week))


def wire_years(
    strip: YearStrip,
    views: Views,
    presenters: Presenters,
    years: YearsPresenter,
    usual: UsualLength,
) -> None:
    """Introduce the strip of years to whoever knows the weeks, and to the list over it."""
    strip.week_chosen.connect(views.archive.show_week)
    presenters.archive.listed.connect(lambda _: years.refresh())
    usual.learnt.connect(lambda _: years.refresh())
    presenters.editor.opened.connect(lambda note: years.show_here(note.week))
    presenters.editor.emptied.connect(years.show_here)
    presenters.keeping.saved.connect(lambda note: years.show_here(note.week))
    note = presenters.keeping.current()
    years.show_here(None if note is None else note.week)
    views.archive.take_years(strip)


def wire_found(window: FoundWindow, presenters: Presenters, found: FoundNotes) -> None:
    """Introduce notes that were found to their window, and to whoever changes some."""
    window.note_chosen.connect(presenters.editor.open)
    window.closed.connect(found.closed)
    presenters.archive.listed.connect(lambda _: found.refresh())


def wire_visited(
    recent: RecentList, views: Views, presenters: Presenters, visited: Visited
) -> None:
    """Introduce whoever remembers the way to whoever opens notes."""
    actions = views.actions
    recent.note_chosen.connect(presenters.editor.open)
    presenters.editor.opened.connect(visited.opened)
    presenters.keeping.saved.connect(visited.learn)
    presenters.archive.listed.connect(lambda _: visited.look())
    visited.ways.connect(lambda ways: actions.set_enabled(["back"], enabled=ways.back))
    visited.ways.connect(lambda ways: actions.set_enabled(["forward"], enabled=ways.forward))
    note = presenters.keeping.current()
    if note is not None:
        visited.opened(note)
    visited.look()


def wire_names(
    window: NamesWindow, views: Views, presenters: Presenters, names: NamesPresenter
) -> None:
    """Introduce categories and tags to their window, and to whoever shows notes that have them."""
    deeds = window.deeds
    window.kind_chosen.connect(names.show_kind)
    window.name_chosen.connect(names.choose)
    window.without_wanted.connect(names.show_without)
    window.undo_chosen.connect(names.undo)
    window.closed.connect(names.closed)
    deeds.renamed.connect(names.rename)
    deeds.deleted.connect(names.delete)
    deeds.colour_chosen.connect(names.set_colour)
    deeds.notes_wanted.connect(names.show_notes)
    for wanted in (deeds.notes_wanted, window.without_wanted):
        wanted.connect(views.window.open_archive)
    names.changed.connect(lambda _: presenters.archive.reload())
    presenters.archive.listed.connect(lambda _: names.refresh())
