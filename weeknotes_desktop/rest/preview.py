"""Makes what shows the page of the open note, and introduces it; comes with ``window.py``."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.presenters.preview import PreviewPresenter
from weeknotes_desktop.publishing.printing import printed
from weeknotes_desktop.rest.links import RestLinks
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.rest.pictures import PicturesAtHand
from weeknotes_desktop.rest.staying import WhatStaysHere
from weeknotes_desktop.ui.preview.documents import PreviewDocuments
from weeknotes_desktop.ui.preview.page import Links
from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel
from weeknotes_desktop.use_cases.view_note import view_of


class RestPreview:
    """Those who show the open note as its readers will see it.

    Args:
        links: Knows where links between notes lead.
        open_link: Opens an address in the system's browser.
    """

    def __init__(self, means: Means, links: RestLinks, open_link: Callable[[str], None]) -> None:
        self._means, self._links, self._open_link = means, links, open_link
        self._views, self._presenters, self._parts = means.views, means.presenters, means.parts
        self.pictures = PicturesAtHand(means.parts.reading)
        """The pictures that it shows."""
        self.staying = WhatStaysHere(means.parts.renderer)
        """Knows what is not shown."""
        shown = Links(self._follow, links.open)
        documents = PreviewDocuments(means.theme, shown, self.pictures.picture)
        self.panel = PreviewPanel(means.theme, means.jobs, documents)
        """Where it stands."""
        self.presenter = PreviewPresenter(
            self.panel,
            means.jobs,
            means.timers,
            self._render,
            self._look,
            plain,
            lambda: self._views.editor.typed().body,
            lambda text, body: self._parts.renderer().lines(text, body),
            lambda view: printed(view.title, view.quotes),
        )
        """Keeps it in step with the text."""

    def _render(self, view: NoteView) -> str:
        body = self._parts.renderer().render(view)
        self.pictures.bring(body)
        return body

    def _look(self) -> Callable[[Audience], NoteView] | None:
        note, goals = self._presenters.keeping.current(), self._presenters.goals.shown
        if note is None or goals is None or goals.week != note.week:
            return None
        names, hidden = self._links.names_for(note.body), self.staying.surely
        settings = self._means.settings()
        return lambda audience: view_of(note, goals, audience, settings, names(audience), hidden)

    def _follow(self, address: str) -> None:
        if not self._links.open(address):
            self._open_link(address)


def plain(view: NoteView) -> str:
    """The text of a view, escaped."""
    # Not on top: where all goes well, nobody needs it.
    from weeknotes_desktop.publishing.plain import escaped_text

    return escaped_text(view)
