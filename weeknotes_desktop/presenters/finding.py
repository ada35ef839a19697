"""Finding and replacing in the open note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.finding import Hit, Search, find
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.domain.replacing import changes, put
from weeknotes_desktop.domain.text import body_text
from weeknotes_desktop.presenters.finding_state import FindState, FindView, OpenPage, OpenPatterns

LOOK_AFTER = 0.15
"""Seconds without a key before the text is looked through again."""


class _Looked(NamedTuple):
    search: Search
    text: str
    hits: tuple[Hit, ...]


class FindingPresenter:
    """Says where the words stand, goes from one place to the next, and puts others there.

    Args:
        patterns: Opens what looks for regular expressions.
    """

    def __init__(
        self,
        *,
        view: FindView,
        page: OpenPage,
        patterns: OpenPatterns,
        jobs: Jobs,
        timers: Timers,
        may_write: bool = True,
    ) -> None:
        self._view, self._page, self._patterns = view, page, patterns
        self._jobs, self._timers = jobs, timers
        self._found = _Looked(Search(), "", ())
        self._from = 0
        self._asked = 0
        self._then: Callable[[], None] | None = None
        self._cancel: Callable[[], None] | None = None
        self.state = FindState(may_replace=may_write)
        """What is shown now."""

    def open(self, *, replacing: bool) -> None:
        """Show the bar; what is selected, on one line, is what to find.

        A place that it found itself is not: the search that led there goes on.
        """
        start, end = self._page.selected()
        text = self._page.text()
        words, search = text[start:end], self.state.search
        found_here = text == self._found.text and self._hit_selected() is not None
        if words and "\n" not in words and not found_here:
            search = replace(search, words=words, pattern=False)
        replacing = (replacing or (self.state.shown and self.state.replacing)) and (
            self.state.may_replace
        )
        self.state = replace(self.state, shown=True, replacing=replacing, remark="")
        self._view.draw(self.state)
        self._view.take_keyboard()
        self._from = start
        self.look_for(search)

    def close(self) -> None:
        """Hide the bar; the caret stays where it is."""
        if not self.state.shown:
            return
        self._forget()
        # What is being looked for now is not shown any more.
        self._asked += 1
        self.state = replace(self.state, shown=False, at=0, hits=0, looked=False, remark="")
        self._view.draw(self.state)
        self._view.light(())
        self._page.focus()

    def look_for(self, search: Search) -> None:
        """Find these words from now on, first where the caret was when the writer began."""
        self.state = replace(self.state, search=search)
        self._then = self._go_to_first
        if search.pattern:
            # Half a pattern may take long, and each is looked for in a process of its own.
            self._look_soon()
        else:
            self._look()

    def offer_replacing(self, offered: bool) -> None:
        """Show or hide what replaces."""
        self.state = replace(self.state, replacing=offered and self.state.may_replace)
        self._view.draw(self.state)

    def text_changed(self) -> None:
        """Something else stands in the note, or another note does."""
        if self.state.shown:
            self._look_soon()

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; behind the last comes the first."""
        if not self.state.shown:
            self.open(replacing=False)
        elif self._up_to_date():
            self._go(by)
        else:
            self._then = lambda: self._go(by)
            self._look()

    def replace_one(self, words: str) -> None:
        """Put ``words`` where the caret is, if that is a place found, and go on to the next."""
        if not self.state.may_replace:
            return
        if not self._up_to_date():
            self._then = lambda: self.replace_one(words)
            self._look()
            return
        hit = self._hit_selected()
        if hit is None:
            self._go(1)
            return
        text, search = self._found.text, self.state.search
        try:
            wanted = changes(text, (hit,), words, pattern=search.pattern)
            after = body_text(put(text, wanted))
        except WeekNotesError as error:
            self._remark(str(error))
            return
        self._page.put(after)
        end = hit.end + len(after) - len(text)
        self._page.select(end, end)
        self._then = lambda: self._go(1)
        self._look()

    def replace_all(self, words: str) -> None:
        """Put ``words`` in every place, as one step that can be undone."""
        if not self.state.may_replace or not self.state.search.words:
            return
        self._asked += 1
        asked, search, text = self._asked, self.state.search, self._page.text()

        def work() -> tuple[str, int]:
            hits = self._hits(search, text)
            wanted = changes(text, hits, words, pattern=search.pattern)
            return body_text(put(text, wanted)), len(wanted)

        def done(made: tuple[str, int]) -> None:
            after, places = made
            if asked != self._asked or self._page.text() != text:
                return
            if places:
                self._page.put(after)
            self._then = lambda: self._remark(_replaced(places))
            self._look()

        self._jobs.run(work, done, lambda error: self._refuse_if(asked, error))

    def _look_soon(self) -> None:
        self._forget()
        self._cancel = self._timers.after(LOOK_AFTER, self._look)

    def _look(self) -> None:
        self._forget()
        self._asked += 1
        asked, search, text = self._asked, self.state.search, self._page.text()

        def done(hits: tuple[Hit, ...]) -> None:
            if asked != self._asked:
                return
            self._found = _Looked(search, text, hits)
            self.state = replace(self.state, hits=len(hits), looked=bool(search.words), remark="")
            self._view.light(hits)
            then, self._then = self._then, None
            if then is not None:
                then()
            self._show_place()

        self._jobs.run(
            lambda: self._hits(search, text), done, lambda error: self._refuse_if(asked, error)
        )

    def _hits(self, search: Search, text: str) -> tuple[Hit, ...]:
        with self._patterns() as patterns:
            return find(search, text, patterns)

    def _go_to_first(self) -> None:
        hits = self._found.hits
        if hits:
            place = bisect_left(hits, (self._from,))
            hit = hits[place % len(hits)]
            self._page.select(hit.start, hit.end)

    def _go(self, by: int) -> None:
        hits = self._found.hits
        if hits:
            start, end = self._page.selected()
            if by > 0:
                # On a hit the next is looked for behind it, else from the caret on.
                place = bisect_left(hits, (end if self._hit_selected() else start,))
            else:
                place = bisect_left(hits, (start,)) - 1
            hit = hits[place % len(hits)]
            self._page.select(hit.start, hit.end)
            self._from = hit.start
        self._show_place()

    def _show_place(self) -> None:
        hit = self._hit_selected()
        at = 0 if hit is None else bisect_right(self._found.hits, hit)
        self.state = replace(self.state, at=at)
        self._view.draw(self.state)

    def _hit_selected(self) -> Hit | None:
        start, end = self._page.selected()
        hits = self._found.hits
        place = bisect_left(hits, (start,))
        if place < len(hits) and hits[place][:2] == (start, end):
            return hits[place]
        return None

    def _up_to_date(self) -> bool:
        asked = (self.state.search, self._page.text())
        return self.state.looked and self._found[:2] == asked

    def _refuse_if(self, asked: int, error: WeekNotesError) -> None:
        if asked == self._asked:
            self._found = _Looked(Search(), "", ())
            self._then = None
            self.state = replace(self.state, at=0, hits=0, looked=False)
            self._view.light(())
            self._remark(str(error))

    def _remark(self, words: str) -> None:
        self.state = replace(self.state, remark=words)
        self._view.draw(self.state)

    def _forget(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None


def _replaced(places: int) -> str:
    if not places:
        return "Nothing to replace."
    return "Replaced in 1 place." if places == 1 else f"Replaced in {places:,} places."
