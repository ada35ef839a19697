"""The static site as a destination."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from weeknotes_desktop.aside.undisturbed import undisturbed
from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.ports import ManyRenderer
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.publishing.destinations.folder import Folder
from weeknotes_desktop.publishing.destinations.picture_files import picture_files
from weeknotes_desktop.publishing.destinations.site import feed, pages, search, sitemap
from weeknotes_desktop.publishing.destinations.site.addresses import Address
from weeknotes_desktop.publishing.destinations.site.bodies import bodies_of
from weeknotes_desktop.publishing.destinations.site.entries import Entry, entries_of
from weeknotes_desktop.publishing.destinations.site.listings import Listing, listings_of
from weeknotes_desktop.publishing.destinations.site.subjects import subjects_of
from weeknotes_desktop.publishing.destinations.site.theme import theme_called
from weeknotes_desktop.publishing.words import Words
from weeknotes_desktop.publishing.words_of_notes import speakable

_NO_SITEMAP = (
    "There is no sitemap, as nobody has said where the site will stand;"
    " the setting site-address says it."
)
_ICON = "icon.svg"


class Site:
    """A ``Destination`` that is a folder of pages, whole from disk and on any server.

    Args:
        theme: The name of one of our own, or a folder; empty for the first.
        resources: The folder that holds themes, styles and words.
        tree: Where it goes.
    """

    def __init__(self, renderer: ManyRenderer, theme: str, resources: Path, tree: Folder) -> None:
        self._renderer = renderer
        self._theme = theme
        self._resources = resources
        self._tree = tree

    @undisturbed
    def make(self, view: PublicView, progress: Progress) -> Parcel:
        """Every file of the site.

        Raises:
            PublishError: If a note could not be rendered, or the theme not be used.
            CancelledError: If the writer stopped it.
        """
        theme = theme_called(self._theme, self._resources)
        words = Words.read(self._resources / "words", view.blog.language)
        address = Address(view.blog.address)
        title = speakable(view.blog.name) or words.site.unnamed
        pictures = picture_files(view.notes)
        rendering = partial(_first_half, progress)
        bodies = bodies_of(view.notes, self._renderer, tuple(pictures), words.picture, rendering)
        entries = entries_of(view.notes, bodies, subjects_of(view.notes), words)
        listings = listings_of(entries)
        texts = search.texts_of(entries, bodies)
        newest = feed.feed_of(entries, bodies, view.blog, title, address)
        made = pages.Pages(
            theme,
            words,
            view.blog,
            title,
            address,
            entries,
            for_everybody=view.audience == "public",
        )
        files: dict[str, bytes] = {}
        for place, entry in enumerate(entries):
            files[entry.path] = made.note(place, bodies.take(place)).encode()
            progress(len(entries) + place + 1, 2 * len(entries))
        for file, page in self._others(made, listings, texts):
            files[file] = page.encode()
        files[pages.STYLE] = theme.style.encode()
        files[_ICON] = self._icon()
        files[feed.FILE] = newest
        files |= _for_engines(view, entries, listings, address)
        files |= pictures
        return Parcel(files=files, remarks=() if address else (_NO_SITEMAP,))

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        """Put the pages in place of the site that was there before.

        Raises:
            PublishError: If they could not be written; the old site is still there.
            CancelledError: If the writer stopped it.
        """
        return self._tree.put(parcel, progress)

    def _icon(self) -> bytes:
        return (self._resources / "themes" / _ICON).read_bytes()

    def _others(
        self, made: pages.Pages, listings: list[Listing], texts: list[str]
    ) -> Iterator[tuple[str, str]]:
        yield from made.lists(listings)
        yield pages.ARCHIVE, made.archive(listings)
        yield search.PAGE, made.search(search.read_program(self._resources / "themes"), texts)
        yield pages.MISSING, made.missing(self._icon())


def _first_half(progress: Progress, done: int, of: int) -> None:
    progress(done, 2 * of)


def _for_engines(
    view: PublicView, entries: list[Entry], listings: list[Listing], address: Address
) -> dict[str, bytes]:
    """What search engines look for; of a site for the team they hear nothing."""
    if not address or view.audience != "public":
        return {}
    found = {sitemap.FILE: sitemap.sitemap_of(entries, listings, address)}
    if address.is_a_whole_host:
        found[sitemap.ROBOTS] = sitemap.robots_of(address)
    return found
