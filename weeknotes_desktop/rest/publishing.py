"""Makes what publishes a note, and introduces it; its dialog is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from weeknotes_desktop import paths
from weeknotes_desktop.domain.destination import Destination, Parcel, pages
from weeknotes_desktop.domain.last_gate import LeakSearch
from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.publishing import PublishingPresenter
from weeknotes_desktop.presenters.publishing_choice import PublishingChoice
from weeknotes_desktop.presenters.publishing_ways import Way
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.rest.checking import RestChecking
from weeknotes_desktop.rest.looking_through import NoteLooking
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.clipboard import Clipboard
from weeknotes_desktop.ui.wiring_publishing import wire_publishing, wire_silence


class RestPublishing:
    """Those who publish a note.

    Args:
        checking: Those who look for slips.
        looking: Looks through a note before it leaves.
        show_file: Opens a file or folder in the system's own program for it.
    """

    def __init__(
        self,
        means: Means,
        checking: RestChecking,
        looking: NoteLooking,
        clipboard: Clipboard,
        show_file: Callable[[Path], None],
    ) -> None:
        self._means, self._checking, self._looking = means, checking, looking
        self._clipboard, self._show_file = clipboard, show_file
        means.views.actions.chosen.connect(self.do)
        means.views.goals.publish_chosen.connect(self.show)

    @cached_property
    def presenter(self) -> PublishingPresenter:
        """Who publishes, and the dialog."""
        # Not on top: who never asks for it need not wait for it.
        from weeknotes_desktop.ui.publishing.dialog import PublishDialog
        from weeknotes_desktop.ui.publishing.going_back import GoingBack

        means = self._means
        views, presenters = means.views, means.presenters
        dialog = PublishDialog(means.theme, views.window)
        made = PublishingPresenter(
            view=dialog,
            keeping=presenters.keeping,
            writer=means.writer,
            jobs=means.jobs,
            timers=means.timers,
            notices=views.notices,
            settings=means.settings,
            choice=PublishingChoice(means.settings, means.choose, means.parts.now, paths.named),
            ways=_AllWays(means.parts, self._clipboard),
            looking=self._looking,
            show_file=self._show_file,
            copy=self._clipboard.put_words,
            read_only=means.read_only,
        )
        anew = ReadingAnew(presenters.editor, presenters.keeping, means.writer, views.notices)
        going = GoingBack(views, self._checking.text)
        wire_publishing(dialog, presenters, made, going, anew)
        wire_silence(made, self._checking.presenter)
        return made

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name == "publish":
            self.show()

    def show(self) -> None:
        """Ask where the open note shall go."""
        self._means.views.goals.finish_editing()
        self.presenter.open()


class _AllWays:
    """Every way out that a note can be published by."""

    def __init__(self, parts: Parts, clipboard: Clipboard) -> None:
        self._out, self._clipboard = parts.ways_out, clipboard

    def destination(self, way: Way) -> Destination:
        """What lets something leave there."""
        if way.place is None:
            return self._out.clipboard(self._clipboard.put)
        if way.where is Where.FILE:
            return self._out.html_file(way.place)
        if way.where is Where.MARKDOWN:
            return self._out.markdown_folder(way.place, way.audience)
        return self._out.site(way.place, way.audience, way.theme)

    def search(self) -> LeakSearch:
        """What looks through it before."""
        return self._out.search

    def changes(self, way: Way, parcel: Parcel) -> int:
        """How many pages of a site, or files of a folder, that would change."""
        if way.place is None or way.where is Where.FILE:
            return 0
        site = way.where is Where.SITE
        names = self._out.changes("site" if site else "Markdown", way.place, way.audience, parcel)
        return pages(names) if site else len(names)
