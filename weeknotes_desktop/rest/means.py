"""What all of the rest works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.storage.writer import WriterThread
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Those who are there already, and what they have in common.

    Args:
        views: Those who are on the screen.
        presenters: Theirs.
        settings: As they are now.
        choose: Follows another setting, by its key, and keeps it.
        read_only: Why nothing can be changed, where that is so.
    """

    views: Views
    presenters: Presenters
    theme: Theme
    parts: Parts
    jobs: Jobs
    timers: Timers
    writer: WriterThread
    settings: Callable[[], Settings]
    choose: Callable[[str, str], None]
    read_only: WeekNotesError | None = None
