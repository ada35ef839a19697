"""Renders in a process of its own, which may take too long or die without harm."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import cast

from weeknotes_desktop.aside.lasting_process import LastingProcess
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience
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
        try:
            return str(self._ask("render", view))
        except TimeoutError:
            raise PublishError(
                f"{_name(view)} takes too long to render.",
                "Look for a very long line, or for brackets or marks repeated many times.",
            ) from None
        except (OSError, EOFError, ValueError):
            raise (_closing() if self._process.closed else _failure(view)) from None

    def lines(self, text: str, body: str) -> tuple[int, ...]:
        """Which line of ``text`` each block of a rendered body comes from; none if that fails."""
        try:
            return cast("tuple[int, ...]", self._ask("lines", text, body))
        except (OSError, EOFError, ValueError, PublishError):
            return ()

    def hidden(self, text: str, audience: Audience) -> tuple[tuple[int, int], ...]:
        """What the cut hides of a text, as ``domain.audience.hidden_spans`` says.

        Raises:
            PublishError: If it took too long.
        """
        try:
            return cast("tuple[tuple[int, int], ...]", self._ask("hidden", text, audience))
        except (OSError, EOFError, ValueError):
            raise PublishError("What stays here could not be found out in time.") from None

    def _ask(self, what: str, *given: object) -> object:
        """What comes of a question.

        Raises:
            TimeoutError, OSError, EOFError: As ``LastingProcess.ask`` says.
            ValueError: If the process had no answer.
        """
        self.warm_up()
        try:
            answer = self._process.ask(pickle.dumps((what, given)), self._seconds)
        except (OSError, EOFError):
            self._begin_again()
            raise
        if answer[:1] != render_process.FOUND:
            raise ValueError(what)
        return cast("object", pickle.loads(answer[1:]))  # noqa: S301  # our own process made it

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
