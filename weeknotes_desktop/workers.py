"""Makes what runs in processes of its own: each is started when it is first needed."""

from __future__ import annotations

from contextlib import ExitStack
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weeknotes_desktop.domain.checks.ports import Proofreader
    from weeknotes_desktop.domain.ports import ManyRenderer, PasteReader
    from weeknotes_desktop.publishing.render_worker import RenderWorker


class Workers:
    """Each worker is made once, whichever thread asks first, and ends when these are closed."""

    def __init__(self) -> None:
        self._made = ExitStack()
        self._making = Lock()
        self._worker: RenderWorker | None = None
        self._pool: ManyRenderer | None = None
        self._pasting: PasteReader | None = None
        self._proofreading: Proofreader | None = None

    def close(self) -> None:
        """End what was made; once is enough, more does no harm."""
        self._made.close()

    def renderer(self) -> RenderWorker:
        """Turns what a reader may see into HTML."""
        # The preview and an export may ask at the same time, each in its thread.
        with self._making:
            if self._worker is None:
                from weeknotes_desktop.publishing.render_worker import RenderWorker

                worker = RenderWorker()
                self._made.callback(worker.close)
                self._worker = worker
            return self._worker

    def renderers(self) -> ManyRenderer:
        """Turns many notes into HTML, in two processes at once; one is that of ``renderer``."""
        first = self.renderer()
        with self._making:
            if self._pool is None:
                from weeknotes_desktop.publishing.render_pool import RenderPool
                from weeknotes_desktop.publishing.render_worker import RenderWorker

                second = RenderWorker()
                self._made.callback(second.close)
                self._pool = RenderPool((first, second))
            return self._pool

    def paste_reader(self) -> PasteReader:
        """Reads what was pasted."""
        with self._making:
            if self._pasting is None:
                from weeknotes_desktop.publishing.pasting.worker import PasteWorker

                worker = PasteWorker()
                self._made.callback(worker.close)
                self._pasting = worker
            return self._pasting

    def proofreader(self) -> Proofreader:
        """Finds slips and words that no dictionary knows."""
        with self._making:
            if self._proofreading is None:
                from weeknotes_desktop.spelling.worker import ProofreadingWorker

                worker = ProofreadingWorker()
                self._made.callback(worker.close)
                self._proofreading = worker
            return self._proofreading
