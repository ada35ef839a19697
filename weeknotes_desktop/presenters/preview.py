"""The preview: the note as one audience will read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from weeknotes_desktop.domain.errors import NotForThisReaderError, PublishError, WeekNotesError
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteLink, NoteView
from weeknotes_desktop.domain.week import Week

RENDER_AFTER = 0.15
"""Seconds without a key, long enough that a fast typist is not rendered key by key."""

RENDER_AT_LATEST = 0.8
"""Seconds after the first key that is not shown yet: who never pauses sees the page grow, too."""
# A page of another audience stays that long at most while its own is made: it keeps its place.
EMPTY_AFTER = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """What the preview shows.

    Args:
        title: Cut for the audience, as data.
        label: As printed.
        body: Safe HTML from the renderer.
        links: Where its links to other notes lead.
        lines: Of the text in the editor, one for each block of the body.
        last_line: How many lines that text has.
        problem: A sentence when the body is only the escaped text, or the
            audience may not read the note.
    """

    audience: Audience = Audience.PUBLIC
    title: str = ""
    label: str = ""
    week: Week | None = None
    body: str = ""
    links: tuple[NoteLink, ...] = ()
    lines: tuple[int, ...] = ()
    last_line: int = 0
    problem: str = ""


class PreviewView(Protocol):
    """What the preview must be able to do."""

    def draw(self, state: PreviewState) -> None:
        """Show ``state``; the reader's place on the page stays."""


class PreviewPresenter:
    """Renders what stands in the editor, away from the window; the newest text wins.

    Args:
        look: Gives a function that cuts the open note, as it stands now, for
            an audience; it is called away from the window. None while no note
            is open.
        render: A renderer's ``render``.
        plain: The text of a view, escaped, for when it cannot be rendered.
        text: The text in the editor, as it stands now.
        lines: Which line of a text each block of a body comes from.
        title: The title as it is printed.
    """

    def __init__(
        self,
        view: PreviewView,
        jobs: Jobs,
        timers: Timers,
        render: Callable[[NoteView], str],
        look: Callable[[], Callable[[Audience], NoteView] | None],
        plain: Callable[[NoteView], str],
        text: Callable[[], str] = str,
        lines: Callable[[str, str], tuple[int, ...]] = lambda _text, _body: (),
        title: Callable[[NoteView], str] = lambda view: view.title,
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._timers = timers
        self._render_body = render
        self._look = look
        self._plain = plain
        self._text = text
        self._lines = lines
        self._title = title
        self._state = PreviewState()
        self._audience = self._state.audience
        self._watched = False
        self._rendering = False
        self._stale = False
        self._cancel: Callable[[], None] | None = None
        self._cancel_latest: Callable[[], None] | None = None
        self._cancel_empty: Callable[[], None] = _nothing

    @property
    def state(self) -> PreviewState:
        """What is shown now."""
        return self._state

    def note_at(self, address: str) -> str | None:
        """Id of the note that a link of the page leads to; None where it leads to none."""
        links = self._state.links
        return next((link.note_id for link in links if link.address == address), None)

    def watch(self, watched: bool) -> None:
        """Keep the preview up to date only while somebody can see it."""
        self._watched = watched
        if watched:
            self.render()

    def set_audience(self, audience: Audience) -> None:
        """Look through the eyes of another audience.

        No page is ever drawn under the name of an audience that it was not cut for.
        """
        self._audience = audience
        if audience is self._state.audience:
            self._view.draw(self._state)
        self.render()
        self._cancel_empty()
        if not self._rendering:
            self._empty()
        else:
            self._cancel_empty = self._timers.after(EMPTY_AFTER, self._empty)

    def _empty(self) -> None:
        if self._state.audience is not self._audience:
            self._state = PreviewState(audience=self._audience)
            self._view.draw(self._state)

    def something_changed(self) -> None:
        """The text or a goal changed; render after a short pause."""
        if self._watched:
            if self._cancel is not None:
                self._cancel()
            self._cancel = self._timers.after(RENDER_AFTER, self.render)
            if self._cancel_latest is None:
                self._cancel_latest = self._timers.after(RENDER_AT_LATEST, self.render)

    def render(self) -> None:
        """Render what stands in the editor now."""
        for cancel in (self._cancel, self._cancel_latest):
            if cancel is not None:
                cancel()
        self._cancel = self._cancel_latest = None
        look = self._look() if self._watched else None
        if look is None:
            return
        if self._rendering:
            self._stale = True
            return
        self._rendering, self._stale = True, False
        audience, text = self._audience, self._text()
        self._jobs.run(lambda: self._render(look, audience, text), self._rendered, self._refused)

    def _render(
        self, look: Callable[[Audience], NoteView], audience: Audience, text: str
    ) -> PreviewState:
        try:
            view = look(audience)
        except NotForThisReaderError as error:
            return PreviewState(audience=audience, problem=error.problem)
        problem = ""
        try:
            body = self._render_body(view)
        except PublishError as error:
            body = self._plain(view)
            problem = f"{error.problem} This is the text as it is written."
        return PreviewState(
            audience=audience,
            title=self._title(view),
            label=view.label,
            week=view.week,
            body=body,
            links=view.links,
            lines=() if problem else self._lines(text, body),
            last_line=text.count("\n") + 1,
            problem=problem,
        )

    def _rendered(self, state: PreviewState) -> None:
        self._rendering = False
        if state.audience is self._audience:
            self._state = state
            self._view.draw(state)
        if self._stale:
            self.render()

    def _refused(self, error: WeekNotesError) -> None:
        self._rendering = False
        self._empty()
        self._state = replace(self._state, body="", lines=(), problem=error.problem)
        self._view.draw(self._state)
        if self._stale:
            self.render()


def _nothing() -> None:
    """What there is to cancel where nothing was begun."""
