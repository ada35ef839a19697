"""Who works together on the back-ups; they come after the first paint."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.presenters.back_up_folder import BackUpFolder
from weeknotes_desktop.presenters.back_up_schedule import BackUpSchedule
from weeknotes_desktop.presenters.back_ups import BackUpsPresenter
from weeknotes_desktop.presenters.cloud_folder import CloudFolder
from weeknotes_desktop.presenters.markdown_leaving import MarkdownLeaving
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.restoring import Restoring
from weeknotes_desktop.ui.back_ups.dialogs import BackUpDialogs
from weeknotes_desktop.ui.back_ups.window import BackUpsWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class BackUpsCrew:
    """What is on the screen, and what each click means."""

    window: BackUpsWindow
    dialogs: BackUpDialogs
    presenter: BackUpsPresenter
    schedule: BackUpSchedule
    restoring: Restoring
    folder: BackUpFolder
    cloud: CloudFolder
    anew: ReadingAnew
    markdown: MarkdownLeaving
