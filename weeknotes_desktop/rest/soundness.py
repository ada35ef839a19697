"""Makes what looks whether the library is whole, and introduces it; comes with ``window.py``."""

from __future__ import annotations

from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.soundness import SoundnessPresenter
from weeknotes_desktop.rest.means import Means


class RestSoundness:
    """Completes a crew with the one who looks after the file itself."""

    def __init__(self, means: Means) -> None:
        self._presenters, self._parts = means.presenters, means.parts
        parts, writer, notices = means.parts, means.writer, means.views.notices
        self.presenter = SoundnessPresenter(parts.checks, writer, means.jobs, notices, parts.now)
        self._anew = ReadingAnew(self._presenters.editor, self._presenters.keeping, writer, notices)
        self.presenter.mended.connect(self._show_anew)

    def _show_anew(self, _: Mended) -> None:
        self._presenters.archive.reload()
        self._presenters.goals.reload()
        self._anew.read(Week.of(self._parts.today()))
