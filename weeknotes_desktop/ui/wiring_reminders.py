"""The connections of reminders, weeks away and *Turn into text*."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.away import AwayPresenter
from weeknotes_desktop.presenters.reminders import RemindersPresenter
from weeknotes_desktop.presenters.this_week import ThisWeek
from weeknotes_desktop.ui.attention import DesktopAttention
from weeknotes_desktop.ui.crew import Presenters, Views


def wire_reminders(
    presenters: Presenters,
    attention: DesktopAttention,
    reminders: RemindersPresenter,
    this_week: ThisWeek,
) -> None:
    """Introduce whoever reminds to the desktop, and to whoever makes a reminder untrue."""
    attention.came.connect(reminders.look)
    attention.followed.connect(reminders.notification_chosen)
    presenters.goals.looked_at.connect(this_week.goals_shown)
    presenters.goals.looked_at.connect(lambda _: reminders.look_whether_still_true())
    presenters.keeping.saved.connect(lambda _: reminders.look_whether_still_true())


def wire_away(views: Views, presenters: Presenters, away: AwayPresenter) -> None:
    """Introduce whoever marks weeks in which the writer is not there."""
    views.goals.away_entered.connect(away.mark)
    views.goals.back_chosen.connect(away.back)

    def changed(week: Week) -> None:
        presenters.goals.reload()
        presenters.archive.refresh(week)

    away.changed.connect(changed)


def wire_turning(
    views: Views,
    presenters: Presenters,
    offer_in_menu: Callable[[QMenu, Passage], None],
    offer: Callable[[], None],
) -> None:
    """Introduce whoever turns goals into text to the menu over it, and to whoever opens notes."""
    views.editor.menu_opens.connect(offer_in_menu)
    presenters.editor.opened.connect(lambda _: offer())
    presenters.editor.emptied.connect(lambda _: offer())
