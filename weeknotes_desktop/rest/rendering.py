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
            means.parts.reading,
            means.parts.kept_renderer,
            means.settings,
            means.parts.now,
            means.jobs,
            means.timers,
        )
        self._begun = False

    def begin(self) -> None:
        """The library is there and may be written."""
        wire_rendering(self._presenters, self._ahead)
        self._begun = True

    def something_changed(self) -> None:
        """Something else may be published now, or be read by others than before."""
        if self._begun:
            self._ahead.something_changed()
