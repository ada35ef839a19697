"""What a preview document shows, and what every kind of document can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience

Follow = Callable[[str], object]

Pictures = Callable[[str], Picture | None]
"""Gives the picture with that id, if it is at hand."""

_OUTSIDE = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Page:
    """One note as its reader sees it.

    Args:
        title: As text, not HTML.
        facts: The line below the title, as text.
        body: Safe HTML from the renderer.
        lines: Of the text, one for each block of the body; -1 where there is none.
        last_line: How many lines the text has.
        slips: What there is to look at: numbers of blocks, -1 for the title, and what it is.
        audience: Whom it was cut for: when the next page is for somebody else, nothing of
            this one stays in sight.
    """

    title: str = ""
    facts: str = ""
    body: str = ""
    lines: tuple[int, ...] = ()
    last_line: int = 0
    slips: tuple[tuple[int, str], ...] = ()
    audience: Audience = Audience.PUBLIC


class Reader(Protocol):
    """Hears what somebody who reads the page does there."""

    def scrolled(self, line: float, end: bool) -> None:
        """That line of the text is on top now; ``end`` where the page cannot go further."""

    def chose(self, line: int) -> None:
        """What comes from that line was clicked."""


class PreviewDocument(Protocol):
    """A widget that shows a page."""

    remark: str
    """What the writer should know about this kind of preview; empty for nothing."""

    @property
    def up_to_date(self) -> bool:
        """Whether the page shows what it was last asked to show."""

    def on_failure(self, call: Callable[[], None]) -> None:
        """Call ``call`` once the page cannot be shown any more."""

    def widget(self) -> QWidget:
        """What to put into the window."""

    def show_page(self, page: Page) -> None:
        """Show ``page``; the reader's place on it stays."""

    def show_paper(self, *, paper: bool) -> None:
        """Show the page as it is printed, or in the look of the window."""

    def tell(self, reader: Reader) -> None:
        """Tell ``reader`` what is done on the page."""

    def follow(self, line: float, *, end: bool) -> None:
        """Scroll to where the text is: that line is on top, or it cannot go further."""

    def follow_caret(self, line: int) -> None:
        """Bring into sight what comes from that line, also when the page is shown anew."""


def no_picture(_ident: str) -> Picture | None:
    """There are none."""
    return None


def leads_outside(url: QUrl) -> bool:
    """Whether a link may be opened in the system's browser."""
    return url.isValid() and url.scheme().lower() in _OUTSIDE


@dataclass(frozen=True, slots=True)
class Links:
    """What becomes of a link that somebody clicks.

    Args:
        outside: Opens an address in the system's browser.
        beside: Takes the address of a page beside this one, as the page of another note is.
    """

    outside: Follow
    beside: Follow = lambda _: None

    def follow(self, url: QUrl, page: QUrl | None = None) -> None:
        """Follow ``url``, which stands on ``page``, if it may be followed."""
        if leads_outside(url):
            self.outside(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif page is None and url.isRelative():
            self.beside(url.path())
        elif page is not None and (url.scheme(), url.host()) == (page.scheme(), page.host()):
            self.beside(url.path().removeprefix("/"))
