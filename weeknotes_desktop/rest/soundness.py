"""Makes what looks whether the library is whole, and introduces it; comes with ``window.py``."""

from __future__ import annotations

from weeknotes_desktop.domain.ports import Jobs, LibraryWriter
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.soundness import SoundnessPresenter
from weeknotes_desktop.ui.crew import Presenters, Views


class RestSoundness:
    """Completes a crew with the one who looks after the file itself."""

    def __init__(
        self,
        *,
        views: Views,
        presenters: Presenters,
        parts: Parts,
        jobs: Jobs,
        writer: LibraryWriter,
    ) -> None:
        self._presenters, self._parts = presenters, parts
        notices = views.notices
        self.presenter = SoundnessPresenter(parts.checks, writer, jobs, notices, parts.now)
        self._anew = ReadingAnew(presenters.editor, presenters.keeping, writer, notices)
        self.presenter.mended.connect(self._show_anew)

    def _show_anew(self, _: Mended) -> None:
        self._presenters.archive.reload()
        self._presenters.goals.reload()
        self._anew.read(Week.of(self._parts.today()))
