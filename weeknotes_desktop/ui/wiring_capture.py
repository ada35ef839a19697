"""The connections of jots and tasks: what the user did, and what we do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.jots import JotsPresenter
from weeknotes_desktop.presenters.tasks import TasksPresenter
from weeknotes_desktop.ui.crew import Presenters

if TYPE_CHECKING:
    from weeknotes_desktop.ui.capture.jot_line import JotLine
    from weeknotes_desktop.ui.capture.jots_section import JotsSection
    from weeknotes_desktop.ui.capture.tasks_section import TasksSection

CATCH = "jot"
"""The action that catches a jot, from whatever window one is in."""


def wire_jots(
    section: JotsSection, line: JotLine, presenters: Presenters, jots: JotsPresenter
) -> None:
    """Introduce the jots to their section, and to the line that catches them."""
    section.wanted.connect(jots.ask)
    section.reworded.connect(jots.reword)
    section.inserted.connect(jots.insert)
    section.marked.connect(lambda jot_id, used: jots.mark(jot_id, used=used))
    section.removed.connect(jots.remove)
    line.entered.connect(jots.catch)
    jots.wanted.connect(lambda _: line.come())
    jots.given_back.connect(line.give_back)
    presenters.closing.asked.connect(lambda _: line.hand_over())
    # Whatever changed goals may have changed these: a command, a restore, the trash.
    presenters.goals.looked_at.connect(lambda goals: jots.show_week(goals.week))


def wire_tasks(section: TasksSection, presenters: Presenters, tasks: TasksPresenter) -> None:
    """Introduce the tasks to their section, and to the goals that some of them become."""
    section.entered.connect(tasks.add)
    section.reworded.connect(tasks.reword)
    section.ticked.connect(lambda task_id, done: tasks.tick(task_id, done=done))
    section.moved.connect(tasks.move)
    section.promoted.connect(tasks.promote)
    section.removed.connect(tasks.remove)
    presenters.goals.looked_at.connect(lambda _: tasks.look_again())

    def promoted(week: Week) -> None:
        presenters.goals.reload()
        presenters.archive.refresh(week)

    tasks.promoted.connect(promoted)
