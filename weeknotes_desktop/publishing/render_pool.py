"""Renders many notes in several processes at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import Any

from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.view import NoteView


class RenderPool:
    """A ``ManyRenderer`` over several that render one note each at a time.

    Args:
        renderers: At least one; the first also renders what is asked for alone.
    """

    def __init__(self, renderers: Sequence[Renderer]) -> None:
        self._renderers = tuple(renderers)

    def render(self, view: NoteView) -> str:
        """The body of the post.

        Raises:
            PublishError: If it took too long or could not be rendered.
        """
        return self._renderers[0].render(view)

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        """The body of each, in their order; ``progress`` is called on the calling thread.

        Raises:
            PublishError: If one took too long or could not be rendered.
        """
        free: SimpleQueue[Renderer] = SimpleQueue()
        for renderer in self._renderers:
            free.put(renderer)

        def rendered(view: NoteView) -> str:
            renderer = free.get()
            try:
                return renderer.render(view)
            finally:
                free.put(renderer)

        with ThreadPoolExecutor(len(self._renderers), "rendering") as threads:
            bodies = [threads.submit(rendered, view) for view in views]
            try:
                _follow(bodies, progress)
            except BaseException:
                # Whoever wants no more of it waits for the notes in hand, and for no other.
                threads.shutdown(wait=False, cancel_futures=True)
                raise
        return [body.result() for body in bodies]


def _follow(bodies: Sequence[Future[str]], progress: Callable[[int, int], None]) -> None:
    waiting: set[Future[Any]] = set(bodies)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for body in done:
            body.result()
        progress(len(bodies) - len(waiting), len(bodies))
