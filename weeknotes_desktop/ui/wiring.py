"""Every connection between panels, on one page: what the user did, and what we do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    # They come after the first paint.
    from weeknotes_desktop.presenters.elsewhere import ElsewherePresenter
    from weeknotes_desktop.ui.back_ups.crew import BackUpsCrew
    from weeknotes_desktop.ui.back_ups.meanings import BackUpMeanings
    from weeknotes_desktop.ui.meanings import Meanings


def wire(views: Views, presenters: Presenters, settings: Callable[[], Settings]) -> None:
    """Introduce to one another all who are there at the first paint."""
    _wire_archive(views, presenters)
    _wire_editor(views, presenters)
    _wire_goals(views, presenters)
    _wire_what_happened(views, presenters, settings)
    views.window.closing.connect(views.goals.finish_editing)
    views.window.closing.connect(presenters.closing.ask)


def wire_the_rest(views: Views, presenters: Presenters, meanings: Meanings) -> None:
    """Introduce to everybody those who come after the first paint."""
    _wire_actions(views, presenters, meanings)
    _wire_preview(views, presenters)
    _wire_bringing(presenters)
    views.editor.mode_chosen.connect(meanings.show_mode)
    views.editor.mode_shown.connect(lambda mode: views.actions.set_checked(mode.value))


def wire_back_ups(
    views: Views,
    presenters: Presenters,
    crew: BackUpsCrew,
    meanings: BackUpMeanings,
    today: Callable[[], date],
) -> None:
    """Introduce to everybody those who look after the back-ups."""
    window, back_ups, schedule = crew.window, crew.presenter, crew.schedule
    views.status.back_ups_chosen.connect(window.come)
    window.opened.connect(back_ups.look)
    window.back_up_chosen.connect(back_ups.choose)
    window.restore_chosen.connect(views.goals.finish_editing)
    window.restore_chosen.connect(back_ups.restore)
    window.back_up_wanted.connect(back_ups.back_up_now)
    window.file_wanted.connect(meanings.choose_file)
    window.folder_wanted.connect(meanings.change_folder)
    window.folder_shown.connect(meanings.open_folder)
    views.actions.chosen.connect(meanings.do)
    window.cloud_left.connect(crew.cloud.keep_only_back_ups_there)

    def restored(_: object) -> None:
        crew.anew.read(Week.of(today()))
        presenters.archive.reload()
        presenters.goals.reload()
        schedule.succeeded()
        window.close()
        views.window.activateWindow()

    crew.restoring.restored.connect(restored)
    crew.folder.began.connect(lambda _: back_ups.begin_change())
    crew.folder.changed.connect(lambda _: back_ups.end_change(""))
    crew.folder.changed.connect(lambda _: schedule.succeeded())
    crew.folder.refused.connect(lambda error: back_ups.end_change(str(error)))
    cloud = crew.cloud
    cloud.seen.connect(
        lambda _: back_ups.say_cloud(cloud.cloud, moves=cloud.moves, may_move=cloud.may_move)
    )
    back_ups.made.connect(lambda _: schedule.succeeded())
    schedule.made.connect(lambda _: back_ups.look() if window.isVisible() else None)
    presenters.bringing.backed_up.connect(lambda _: schedule.succeeded())


def wire_elsewhere(presenters: Presenters, elsewhere: ElsewherePresenter) -> None:
    """Introduce to everybody what is done by other runs of the program."""
    elsewhere.changed.connect(lambda _: presenters.archive.reload())
    elsewhere.changed.connect(lambda _: presenters.goals.reload())


def _wire_archive(views: Views, presenters: Presenters) -> None:
    archive = views.archive
    archive.note_chosen.connect(presenters.editor.open)
    archive.week_chosen.connect(presenters.editor.start)
    archive.looked_for.connect(presenters.archive.look_for)


def _wire_editor(views: Views, presenters: Presenters) -> None:
    editor = views.editor
    editor.typed_something.connect(presenters.keeping.typed_something)
    editor.typed_something.connect(presenters.status.something_typed)
    editor.left.connect(presenters.keeping.save_now)
    facts = presenters.facts
    editor.label_entered.connect(facts.set_label)
    editor.week_chosen.connect(facts.set_week)
    editor.category_chosen.connect(facts.set_category)
    editor.status_chosen.connect(facts.set_status)
    editor.day_chosen.connect(facts.set_day)
    editor.audience_chosen.connect(facts.set_audience)
    facts.refused.connect(presenters.editor.refuse)
    editor.start_chosen.connect(presenters.editor.start_shown)
    editor.refused.connect(lambda error: views.notices.show(failure(error)))


def _wire_goals(views: Views, presenters: Presenters) -> None:
    panel, goals = views.goals, presenters.goals
    panel.goal_entered.connect(goals.add)
    said = panel.said
    said.reworded.connect(goals.reword)
    said.outcome_chosen.connect(goals.set_outcome)
    said.line_entered.connect(goals.set_line)
    said.moved.connect(goals.move)
    said.removed.connect(goals.remove)
    said.audience_chosen.connect(goals.set_audience)
    panel.focus_entered.connect(goals.set_focus)
    panel.carry_chosen.connect(goals.carry_over)


def _wire_actions(views: Views, presenters: Presenters, meanings: Meanings) -> None:
    actions, editor = views.actions, presenters.editor
    actions.chosen.connect(meanings.do)
    editor.opened.connect(lambda _: actions.set_enabled(meanings.need_a_note, enabled=True))
    editor.emptied.connect(lambda _: actions.set_enabled(meanings.need_a_note, enabled=False))
    tools = views.editor.tools
    tools.offer_more(actions.more_formats(tools))


def _wire_preview(views: Views, presenters: Presenters) -> None:
    panel, preview = views.preview, presenters.preview
    panel.watched.connect(preview.watch)
    panel.audience_chosen.connect(preview.set_audience)
    panel.audience_chosen.connect(lambda audience: views.actions.set_checked(audience.value))
    panel.remarked.connect(presenters.status.remark)
    views.editor.typed_something.connect(preview.something_changed)
    presenters.editor.opened.connect(lambda _: preview.render())
    presenters.keeping.saved.connect(lambda _: preview.something_changed())
    presenters.goals.looked_at.connect(lambda _: preview.something_changed())


def _wire_bringing(presenters: Presenters) -> None:
    brought = presenters.bringing.brought
    brought.connect(lambda _: presenters.archive.reload())
    brought.connect(lambda _: presenters.editor.open_newest())
    brought.connect(lambda _: presenters.goals.reload())


def _wire_what_happened(
    views: Views, presenters: Presenters, settings: Callable[[], Settings]
) -> None:
    """What one presenter's work means for the others."""
    archive, goals = presenters.archive, presenters.goals

    def opened(note: Note) -> None:
        views.goals.finish_editing()
        archive.choose(note.id)
        goals.show_week(note.week)
        named(note)
        presenters.status.another_note()
        views.goals.offer_publishing(offered=True)

    def emptied(week: Week) -> None:
        views.goals.finish_editing()
        archive.choose(None)
        goals.show_week(week)
        views.window.show_title("")
        presenters.status.another_note()
        views.goals.offer_publishing(offered=False)

    def saved(note: Note) -> None:
        archive.refresh(note.week)
        goals.show_week(note.week)
        named(note)

    def named(note: Note) -> None:
        # The label, never the title: title bars end up in logs and shared screens.
        views.window.show_title(note.label or settings().label.label_of(note.week))

    presenters.editor.opened.connect(opened)
    presenters.editor.emptied.connect(emptied)
    presenters.editor.started.connect(lambda note: archive.refresh(note.week))
    presenters.editor.started.connect(lambda _: views.editor.focus_text())
    presenters.keeping.saved.connect(saved)
    presenters.keeping.kept.connect(presenters.status.say_kept)
    presenters.keeping.kept_beside.connect(lambda kept: archive.refresh(kept.note.week))
    goals.changed.connect(lambda changed: archive.refresh(changed.week))
    goals.changed.connect(lambda changed: archive.refresh(changed.next_week))
