"""Renders in a process of its own, which may take too long or die without harm."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock

from weeknotes_desktop.aside.worker_process import WorkerProcess
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.publishing import render_process

_SECONDS = 2.0
_COMMAND = (sys.executable, "-P", "-m", render_process.__name__)


class RenderWorker:
    """A ``Renderer`` that never takes longer than its deadline.

    The process is started when it is first needed, or by ``warm_up``; the
    deadline counts from when it is ready. Threads may share a worker; they
    take turns.

    Args:
        seconds: How long one rendering may take.
        command: What starts the process.
    """

    def __init__(self, seconds: float = _SECONDS, command: Sequence[str] = _COMMAND) -> None:
        self._seconds = seconds
        self._command = command
        self._turn = Lock()
        self._process: WorkerProcess | None = None
        self._closed = False

    def warm_up(self) -> None:
        """Start the process, so that the first rendering need not wait for it."""
        with self._turn:
            self._started()

    def render(self, view: NoteView) -> str:
        """The body of the post.

        Raises:
            PublishError: If it took too long or could not be rendered.
        """
        with self._turn:
            process = self._started()
            try:
                answer = process.ask(pickle.dumps(view), self._seconds)
            except TimeoutError:
                self._restart()
                raise PublishError(
                    f"{_name(view)} takes too long to render.",
                    "Look for a very long line, or for brackets or marks repeated many times.",
                ) from None
            except (OSError, EOFError):
                self._restart()
                raise _failure(view) from None
        if answer[:1] != render_process.RENDERED:
            raise _failure(view)
        return answer[1:].decode()

    def close(self) -> None:
        """End the process; nothing can be rendered after it."""
        with self._turn:
            self._closed = True
            if self._process is not None:
                self._process.end()
                self._process = None

    def _started(self) -> WorkerProcess:
        if self._closed:
            raise PublishError("Nothing can be rendered any more: the program is closing.")
        if self._process is not None and not self._process.alive:
            self._process.kill()
            self._process = None
        if self._process is None:
            try:
                self._process = WorkerProcess(self._command)
            except OSError as error:
                raise PublishError(
                    f"Rendering could not be started: {error.strerror or error}."
                ) from None
        return self._process

    def _restart(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None
        with suppress(PublishError):
            self._started()


def _name(view: NoteView) -> str:
    return f"“{view.title or view.label}”"


def _failure(view: NoteView) -> PublishError:
    return PublishError(
        f"{_name(view)} could not be rendered.",
        "It may be nested too deep, or too large; look at lists and quotes inside one another.",
    )
