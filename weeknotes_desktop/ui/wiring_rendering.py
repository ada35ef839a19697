"""The connections of those who work ahead of an export: what may leave is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.presenters.keeping import Kept, Safety
from weeknotes_desktop.ui.crew import Presenters

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.rendering_ahead import RenderingAhead


def wire_rendering(presenters: Presenters, ahead: RenderingAhead) -> None:
    """Introduce them to whoever saves, and to whoever is at work."""

    def kept(kept: Kept) -> None:
        if kept.safety is Safety.TYPING:
            ahead.something_typed()

    presenters.keeping.kept.connect(kept)
    presenters.keeping.saved.connect(ahead.saved)
    presenters.goals.changed.connect(lambda _: ahead.something_changed())
