"""The connection of those who work ahead of an export: what was saved is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.ui.crew import Presenters

if TYPE_CHECKING:
    from weeknotes_desktop.presenters.rendering_ahead import RenderingAhead


def wire_rendering(presenters: Presenters, ahead: RenderingAhead) -> None:
    """Introduce them to whoever saves."""
    presenters.keeping.saved.connect(ahead.saved)
