"""Makes who keeps the search up to date, and introduces it; comes with ``window.py``."""

from __future__ import annotations

from collections.abc import Sequence

from weeknotes_desktop.domain.soundness import OF_THE_SEARCH, Finding
from weeknotes_desktop.presenters.search_upkeep import SearchUpkeep
from weeknotes_desktop.presenters.soundness import SoundnessPresenter
from weeknotes_desktop.rest.back_ups import RestBackUps
from weeknotes_desktop.rest.means import Means


class RestSearchUpkeep:
    """Completes a crew with the one who keeps the search up to date."""

    def __init__(self, means: Means, back_ups: RestBackUps, soundness: SoundnessPresenter) -> None:
        self.presenter = SearchUpkeep(means.writer, means.timers, means.views.notices)
        means.writer.unsearchable = self.presenter.damaged
        # What takes the place of the library comes without what it is searched with.
        back_ups.crew.restoring.restored.connect(lambda _: self.presenter.begin())
        soundness.mended.connect(lambda _: self.presenter.begin())
        soundness.looked.connect(self._hear)

    def _hear(self, found: Sequence[Finding]) -> None:
        if not all(finding.ok for finding in found if finding.name == OF_THE_SEARCH):
            self.presenter.unusable()
