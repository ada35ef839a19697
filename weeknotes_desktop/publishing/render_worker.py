"""Renders in a process of its own, which may take too long or die without harm."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress

from weeknotes_desktop.aside.lasting_process import LastingProcess
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
        self._process = LastingProcess(command)

    def warm_up(self) -> None:
        """Start the process, so that the first rendering need not wait for it."""
        try:
            self._process.warm_up()
        except EOFError:
            raise _closing() from None
        except OSError as error:
            raise PublishError(
                f"Rendering could not be started: {error.strerror or error}."
            ) from None

    def render(self, view: NoteView) -> str:
        """The body of the post.

        Raises:
            PublishError: If it took too long or could not be rendered.
        """
        self.warm_up()
        try:
            answer = self._process.ask(pickle.dumps(view), self._seconds)
        except TimeoutError:
            self._begin_again()
            raise PublishError(
                f"{_name(view)} takes too long to render.",
                "Look for a very long line, or for brackets or marks repeated many times.",
            ) from None
        except (OSError, EOFError):
            self._begin_again()
            raise (_closing() if self._process.closed else _failure(view)) from None
        if answer[:1] != render_process.RENDERED:
            raise _failure(view)
        return answer[1:].decode()

    def close(self) -> None:
        """End the process, also in the middle of a note; nothing can be rendered after it."""
        self._process.close()

    def _begin_again(self) -> None:
        """The next rendering need not wait for a new process either."""
        with suppress(PublishError):
            self.warm_up()


def _closing() -> PublishError:
    return PublishError("Nothing can be rendered any more: the program is closing.")


def _name(view: NoteView) -> str:
    return f"“{view.title or view.label}”"


def _failure(view: NoteView) -> PublishError:
    return PublishError(
        f"{_name(view)} could not be rendered.",
        "It may be nested too deep, or too large; look at lists and quotes inside one another.",
    )
