"""The connections of loose ends, threads and tying: what the user did, and what we do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.loose_ends import LooseEndsCount, LooseEndsPresenter
from weeknotes_desktop.presenters.thread import ThreadPresenter
from weeknotes_desktop.presenters.tying import TyingPresenter
from weeknotes_desktop.ui.crew import Presenters, Views

if TYPE_CHECKING:
    from weeknotes_desktop.ui.loose_ends.window import LooseEndsWindow
    from weeknotes_desktop.ui.threads.thread_window import ThreadWindow
    from weeknotes_desktop.ui.threads.tying_window import TyingWindow


def wire_count(views: Views, presenters: Presenters, count: LooseEndsCount) -> None:
    """Introduce whoever counts the loose ends to whoever says how many there are."""
    presenters.goals.looked_at.connect(lambda _: count.look())
    count.counted.connect(views.actions.count_loose_ends)


def wire_loose_ends(
    window: LooseEndsWindow,
    presenters: Presenters,
    loose: LooseEndsPresenter,
    show_thread: Callable[[str], None],
) -> None:
    """Introduce the loose ends to their window, and to whoever changes goals."""
    answers = loose.answers
    window.chosen.connect(loose.choose)
    window.reported.connect(answers.report)
    window.line_entered.connect(answers.say)
    window.carried.connect(answers.carry)
    window.let_go_wanted.connect(loose.ask)
    window.kept.connect(loose.keep)
    window.let_go.connect(answers.let_go)
    window.reason_typed.connect(answers.type_reason)
    window.thread_chosen.connect(show_thread)
    window.closed.connect(loose.closed)
    presenters.closing.asked.connect(lambda _: window.finish_editing())
    presenters.goals.looked_at.connect(lambda _: loose.refresh())
    answers.changed.connect(lambda week: _goals_changed(presenters, week))


def wire_thread(
    window: ThreadWindow,
    presenters: Presenters,
    thread: ThreadPresenter,
    turn_to: Callable[[Week], None],
) -> None:
    """Introduce the thread of a goal to its window."""
    window.week_chosen.connect(turn_to)
    window.closed.connect(thread.closed)
    presenters.goals.looked_at.connect(lambda _: thread.refresh())


def wire_tying(window: TyingWindow, presenters: Presenters, tying: TyingPresenter) -> None:
    """Introduce to its window whoever ties goals of two weeks together."""
    window.chosen.connect(tying.choose)
    window.looked_for.connect(tying.look_for)
    window.tie_chosen.connect(tying.tie)
    window.untie_chosen.connect(tying.untie)
    window.closed.connect(tying.closed)
    presenters.goals.looked_at.connect(lambda _: tying.refresh())
    tying.changed.connect(lambda week: _goals_changed(presenters, week))


def _goals_changed(presenters: Presenters, week: Week) -> None:
    presenters.goals.reload()
    presenters.archive.refresh(week)
