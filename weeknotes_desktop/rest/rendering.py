"""Makes who renders what was saved before anybody asks for it, and introduces them."""

from __future__ import annotations

from weeknotes_desktop.presenters.rendering_ahead import RenderingAhead
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.wiring_rendering import wire_rendering


class RestRendering:
    """Those who work ahead of an export."""

    def __init__(self, means: Means) -> None:
        self._presenters = means.presenters
        self._ahead = RenderingAhead(
            means.parts.reading, means.parts.kept_renderer, means.settings, means.jobs, means.timers
        )

    def begin(self) -> None:
        """The library is there and may be written."""
        wire_rendering(self._presenters, self._ahead)
