"""Makes the destinations; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop import paths
from weeknotes_desktop.domain.readers import Audience

if TYPE_CHECKING:
    from weeknotes_desktop.domain.destination import Destination, Parcel
    from weeknotes_desktop.domain.last_gate import LeakSearch
    from weeknotes_desktop.domain.ports import ManyRenderer, Renderer


class WaysOut:
    """Every way out of the program.

    Args:
        renderer: Of one note.
        kept_renderer: Of many, of which most were rendered before.
        library: The notes file, in whose place nothing is written.
    """

    def __init__(
        self,
        renderer: Callable[[], Renderer],
        kept_renderer: Callable[[], ManyRenderer],
        library: Path,
    ) -> None:
        self._renderer = renderer
        self._kept_renderer = kept_renderer
        self._library = library
        self._resources = paths.resource("")

    @cached_property
    def search(self) -> LeakSearch:
        """Looks through what is about to leave; it remembers what it has looked at."""
        from weeknotes_desktop.publishing.leak_search import ParcelSearch

        return ParcelSearch()

    def html_file(self, path: Path) -> Destination:
        """One page of a note with everything inside."""
        from weeknotes_desktop.publishing.destinations.html_file import HtmlFile

        return HtmlFile(self._renderer(), self._resources, path)

    def fragment(self, path: Path, *, shift: int = 0, pictures: bool = True) -> Destination:
        """The body of a note, to be put into a page of somebody else's."""
        from weeknotes_desktop.publishing.destinations.fragment import Fragment

        return Fragment(self._renderer(), self._resources, path, shift=shift, pictures=pictures)

    def clipboard(self, put: Callable[[Mapping[str, bytes]], None]) -> Destination:
        """A note in every form that a clipboard may be asked for."""
        from weeknotes_desktop.publishing.destinations.clipboard import Clipboard

        return Clipboard(self._renderer(), self._resources, put)

    def markdown_folder(self, folder: Path, audience: Audience) -> Destination:
        """A file of Markdown for each note of a site, with front matter."""
        from weeknotes_desktop.publishing.destinations.markdown_folder import MarkdownFolder
        from weeknotes_desktop.publishing.whole_tree.tree import WholeTree

        tree = WholeTree(folder, "Markdown", audience, self._library)
        return MarkdownFolder(self._kept_renderer(), tree)

    def site(self, folder: Path, audience: Audience, theme: str = "") -> Destination:
        """A folder of pages."""
        from weeknotes_desktop.publishing.destinations.site.site import Site
        from weeknotes_desktop.publishing.whole_tree.tree import WholeTree

        tree = WholeTree(folder, "site", audience, self._library)
        return Site(self._kept_renderer(), theme, self._resources, tree)

    def changes(
        self, kind: str, folder: Path, audience: Audience, parcel: Parcel
    ) -> frozenset[str]:
        """The files of a site or of a folder of Markdown that a parcel would change.

        Args:
            kind: ``site`` or ``Markdown``.

        Raises:
            PublishError: If it must not stand there.
        """
        from weeknotes_desktop.publishing.whole_tree.tree import WholeTree

        return WholeTree(folder, kind, audience, self._library).changes(parcel)
