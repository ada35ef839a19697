"""Finds out what of the open note stays here, where that takes no key its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience

if TYPE_CHECKING:
    from weeknotes_desktop.publishing.render_worker import RenderWorker

Spans = Sequence[tuple[int, int]]

# Of a shorter text it is found out before another process could answer.
_SHORT = 10_000


class _Found(NamedTuple):
    text: str
    audience: Audience
    spans: Spans


class WhatStaysHere:
    """What the cut hides, as ``domain.audience.hidden_spans`` says, by another process.

    Tint and preview ask it of the same text, one right after the other: the second one is
    answered at once.

    Args:
        worker: Gives the process, which is started when it is first needed.
    """

    def __init__(self, worker: Callable[[], RenderWorker]) -> None:
        self._worker = worker
        self._turn = Lock()
        self._found: _Found | None = None

    def by_other(self, text: str, audience: Audience) -> Spans:
        """What the other process says.

        Raises:
            PublishError: If it took too long.
        """
        with self._turn:
            found = self._found
            if found is None or found[:2] != (text, audience):
                found = _Found(text, audience, self._worker().hidden(text, audience))
                self._found = found
            return found.spans

    def surely(self, text: str, audience: Audience) -> Spans:
        """The same, found out in this thread where the text is short or nobody else can tell."""
        if len(text) > _SHORT:
            try:
                return self.by_other(text, audience)
            except PublishError:
                pass
        return hidden_spans(text, audience)
