"""The connections of the Friday review: what the user did, and what we do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.review import ReviewPresenter
from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    from weeknotes_desktop.ui.review.window import ReviewWindow


def wire_review(
    window: ReviewWindow,
    views: Views,
    presenters: Presenters,
    review: ReviewPresenter,
    anew: ReadingAnew,
    show_loose_ends: Callable[[], None],
) -> None:
    """Introduce the review to its window, and to whoever changes goals, jots and notes."""
    goals, next_week, draft = window.goals, window.next_week, window.draft
    window.step_chosen.connect(review.go_to)
    window.turned.connect(review.turn)
    window.closed.connect(review.closed)
    goals.outcome_chosen.connect(presenters.goals.set_outcome)
    goals.line_entered.connect(presenters.goals.set_line)
    window.jots.picked.connect(review.pick)
    next_week.goal_entered.connect(presenters.goals.add)
    next_week.carried.connect(review.carry)
    next_week.all_carried.connect(review.carry_all)
    next_week.end_carried.connect(review.answers.carry)
    next_week.let_go_wanted.connect(review.ask)
    next_week.let_go.connect(review.answers.let_go)
    next_week.reason_typed.connect(review.answers.type_reason)
    next_week.kept.connect(review.keep)
    next_week.loose_ends_wanted.connect(show_loose_ends)
    draft.template_chosen.connect(review.choose_template)
    # What was just typed into the note counts as the writer's own words.
    draft.draft_wanted.connect(lambda: presenters.keeping.finish(review.make_draft))
    draft.note_wanted.connect(review.open_note)
    presenters.closing.asked.connect(lambda _: window.finish_editing())
    _follow(presenters, review)
    review.answers.changed.connect(lambda week: _changed(presenters, week))
    review.changed.connect(lambda week: _changed(presenters, week))
    review.note_wanted.connect(lambda note_id: _go_on(views, presenters, note_id))

    def drafted(note: Note) -> None:
        presenters.archive.refresh(note.week)
        presenters.goals.reload()
        shown = presenters.keeping.current()
        if shown is not None and shown.id == note.id:
            # The page it was is open: what it says now is read.
            anew.read(note.week)
        _go_on(views, presenters, note.id)

    review.drafted.connect(drafted)


def _follow(presenters: Presenters, review: ReviewPresenter) -> None:
    presenters.goals.looked_at.connect(lambda _: review.refresh())
    # The panel may show another week.
    presenters.goals.changed.connect(lambda _: presenters.archive.refresh(review.week))
    presenters.keeping.saved.connect(lambda _: review.refresh())


def _changed(presenters: Presenters, week: Week) -> None:
    presenters.goals.reload()
    presenters.archive.refresh(week)


def _go_on(views: Views, presenters: Presenters, note_id: str) -> None:
    presenters.editor.open(note_id)
    views.window.activateWindow()
    views.editor.focus_text()
