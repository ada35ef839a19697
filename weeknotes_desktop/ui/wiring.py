"""Every connection between panels, on one page: what the user did, and what we do."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.meanings import NEEDS_A_NOTE, Meanings


def wire(
    views: Views, presenters: Presenters, meanings: Meanings, settings: Callable[[], Settings]
) -> None:
    """Introduce everybody to everybody."""
    _wire_archive(views, presenters)
    _wire_editor(views, presenters)
    _wire_goals(views, presenters)
    _wire_preview(views, presenters)
    _wire_what_happened(views, presenters, settings)
    views.actions.chosen.connect(meanings.do)
    views.goals.export_chosen.connect(meanings.export)
    views.editor.mode_chosen.connect(meanings.show_mode)
    views.window.closing.connect(views.goals.finish_editing)
    views.window.closing.connect(presenters.closing.ask)


def _wire_archive(views: Views, presenters: Presenters) -> None:
    archive = views.archive
    archive.note_chosen.connect(presenters.editor.open)
    archive.week_chosen.connect(presenters.editor.start)
    archive.looked_for.connect(presenters.archive.look_for)


def _wire_editor(views: Views, presenters: Presenters) -> None:
    editor = views.editor
    editor.typed_something.connect(presenters.keeping.typed_something)
    editor.typed_something.connect(presenters.preview.something_changed)
    editor.typed_something.connect(presenters.status.something_typed)
    editor.left.connect(presenters.keeping.save_now)
    editor.label_entered.connect(presenters.editor.set_label)
    editor.week_chosen.connect(presenters.editor.set_week)
    editor.category_chosen.connect(presenters.editor.set_category)
    editor.status_chosen.connect(presenters.editor.set_status)
    editor.audience_chosen.connect(presenters.editor.set_audience)
    editor.start_chosen.connect(presenters.editor.start_shown)
    editor.refused.connect(lambda error: views.notices.show(failure(error)))


def _wire_goals(views: Views, presenters: Presenters) -> None:
    panel, goals = views.goals, presenters.goals
    panel.goal_entered.connect(goals.add)
    panel.goal_reworded.connect(goals.reword)
    panel.outcome_chosen.connect(goals.set_outcome)
    panel.line_entered.connect(goals.set_line)
    panel.goal_moved.connect(goals.move)
    panel.goal_removed.connect(goals.remove)
    panel.audience_chosen.connect(goals.set_audience)
    panel.focus_entered.connect(goals.set_focus)
    panel.carry_chosen.connect(goals.carry_over)


def _wire_preview(views: Views, presenters: Presenters) -> None:
    views.preview.watched.connect(presenters.preview.watch)
    views.preview.audience_chosen.connect(presenters.preview.set_audience)
    views.preview.audience_chosen.connect(
        lambda audience: views.actions.set_checked(audience.value)
    )
    views.preview.remarked.connect(presenters.status.remark)


def _wire_what_happened(
    views: Views, presenters: Presenters, settings: Callable[[], Settings]
) -> None:
    """What one presenter's work means for the others."""
    archive, goals, preview = presenters.archive, presenters.goals, presenters.preview

    def opened(note: Note) -> None:
        views.goals.finish_editing()
        archive.choose(note.id)
        goals.show_week(note.week)
        named(note)
        presenters.status.another_note()
        preview.render()
        views.actions.set_enabled(NEEDS_A_NOTE, enabled=True)
        views.goals.offer_export(offered=True)

    def emptied(week: Week) -> None:
        views.goals.finish_editing()
        archive.choose(None)
        goals.show_week(week)
        views.window.show_title("")
        presenters.status.another_note()
        views.actions.set_enabled(NEEDS_A_NOTE, enabled=False)
        views.goals.offer_export(offered=False)

    def saved(note: Note) -> None:
        archive.refresh(note.week)
        goals.show_week(note.week)
        named(note)
        preview.something_changed()

    def named(note: Note) -> None:
        # The label, never the title: title bars end up in logs and shared screens.
        views.window.show_title(note.label or settings().label.label_of(note.week))

    presenters.editor.opened.connect(opened)
    presenters.editor.emptied.connect(emptied)
    presenters.editor.started.connect(lambda note: archive.refresh(note.week))
    presenters.editor.started.connect(lambda _: views.editor.focus_text())
    presenters.keeping.saved.connect(saved)
    presenters.keeping.kept.connect(presenters.status.say_kept)
    presenters.keeping.kept_beside.connect(lambda note: archive.refresh(note.week))
    goals.looked_at.connect(lambda _: preview.something_changed())
    goals.changed.connect(lambda changed: archive.refresh(changed.week))
    goals.changed.connect(lambda changed: archive.refresh(changed.next_week))
    presenters.bringing.brought.connect(lambda _: archive.reload())
    presenters.bringing.brought.connect(lambda _: presenters.editor.open_newest())
    presenters.bringing.brought.connect(lambda _: goals.reload())
