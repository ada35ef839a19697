"""The pages of a site: what each kind of them shows, given to the theme as data."""

from __future__ import annotations

import base64
from collections.abc import Hashable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup

from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.public_view import Blog
from weeknotes_desktop.publishing.destinations.site import search
from weeknotes_desktop.publishing.destinations.site.addresses import Address, up_from
from weeknotes_desktop.publishing.destinations.site.entries import Entry
from weeknotes_desktop.publishing.destinations.site.listings import Listing, ListPage, pages_of
from weeknotes_desktop.publishing.destinations.site.theme import Theme
from weeknotes_desktop.publishing.words import Words
from weeknotes_desktop.publishing.words_of_notes import (
    DESCRIPTION,
    shortened,
    speakable,
)

STYLE = "style.css"
ARCHIVE = "archive/index.html"
MISSING = "404.html"

_OF_NOTES = ("note.html", "list.html")
_FEW = 800
"""Notes; the pages of more would take too much memory to be kept for the next time."""

_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src {style}; '
    "img-src 'self' data:; {script}base-uri 'none'; form-action 'none'\">"
)
_LOOKS = (
    '<link rel="stylesheet" href="{up}style.css">\n'
    '<link rel="icon" href="{up}icon.svg" type="image/svg+xml">'
)


class Counted(NamedTuple):
    """A list to go to, and how many notes are in it."""

    name: str
    path: str
    notes: str


class Pages:
    """Makes the pages of one site.

    Args:
        blog: As it is typed.
        title: What the blog is called.
        for_everybody: Whether search engines may know of it.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        blog: Blog,
        title: str,
        address: Address,
        entries: Sequence[Entry],
        *,
        for_everybody: bool,
    ) -> None:
        self._theme = theme
        self._words = words
        self._address = address
        self._entries = entries
        self._title = title
        self._remembered = _OF_NOTES if len(entries) <= _FEW else ()
        self._common: dict[str, Hashable] = {
            "words": words.site,
            "language": blog.language,
            "blog": title,
            "tagline": speakable(blog.tagline),
            "author": speakable(blog.author),
            "rights": self._rights(speakable(blog.author) or speakable(blog.name)),
            "for_everybody": for_everybody,
            "policy": _policy("'self'"),
        }

    def note(self, place: int, body: str) -> str:
        """The page of the note that stands there among all."""
        entry = self._entries[place]
        return self._page(
            "note.html",
            entry.path,
            page_title=entry.heading,
            description=shortened(entry.excerpt, DESCRIPTION),
            canonical=self._canonical(entry.place),
            here="",
            note=entry,
            # Sanitised last of all by the renderer.
            body=Markup(body),  # noqa: S704
            newer=self._entries[place - 1] if place else None,
            older=self._entries[place + 1] if place + 1 < len(self._entries) else None,
        )

    def lists(self, listings: Sequence[Listing]) -> Iterator[tuple[str, str]]:
        """Every page of every list, by its file."""
        for listing in listings:
            for page in pages_of(listing):
                yield page.file, self._list(listing, page)

    def archive(self, listings: Sequence[Listing]) -> str:
        """The page that leads to all lists."""
        counted: dict[str, list[Counted]] = {"month": [], "category": [], "tag": []}
        for listing in listings:
            if listing.kind in counted:
                notes = self._words.site.count(len(listing.entries))
                path = f"{listing.place}/index.html"
                counted[listing.kind].append(Counted(listing.name, path, notes))
        years: dict[str, list[Counted]] = {}
        for month in counted["month"]:
            years.setdefault(month.path[:4], []).append(month)
        by_name = {kind: tuple(sorted(counted[kind], key=_by_name)) for kind in ("category", "tag")}
        return self._page(
            "archive.html",
            ARCHIVE,
            page_title=self._words.site.archive,
            description="",
            canonical=self._canonical("archive"),
            here="archive",
            years=tuple((year, tuple(months)) for year, months in years.items()),
            categories=by_name["category"],
            tags=by_name["tag"],
        )

    def search(self, program: str, texts: Sequence[str]) -> str:
        """The page that looks through all notes.

        Args:
            texts: Of the notes, in plain words.
        """
        script = search.script_of(self._entries, texts, self._words.site, program)
        return self._page(
            "search.html",
            search.PAGE,
            page_title=self._words.site.search,
            description="",
            canonical=self._canonical("search"),
            here="search",
            policy=_policy("'self'", f"script-src '{_hash(script)}'; "),
            # What the notes say in it is written for scripts.
            script=Markup(f"<script>{script}</script>"),  # noqa: S704
        )

    def missing(self, icon: bytes) -> str:
        """The page that a server shows where there is none.

        It is shown at any address, so it has its style inside and links that
        hold from everywhere, as far as anybody knows where the site stands.

        Args:
            icon: The picture of the site, as SVG.
        """
        style = self._theme.style
        address = f"data:image/svg+xml;base64,{base64.b64encode(icon).decode()}"
        inside = f'<style>{style}</style>\n<link rel="icon" href="{address}">'
        return self._page(
            "missing.html",
            MISSING,
            page_title=self._words.site.missing,
            description="",
            canonical="",
            here="",
            up=self._address.of("") if self._address else "",
            policy=_policy(f"'{_hash(style)}'"),
            looks=Markup(inside),  # noqa: S704  # of the theme that was chosen
        )

    def _list(self, listing: Listing, page: ListPage) -> str:
        number = self._words.site.page.format(number=page.number) if page.number > 1 else ""
        return self._page(
            "list.html",
            page.file,
            page_title=" – ".join(filter(None, (listing.name, number))),
            description="",
            canonical=self._canonical(page.file.removesuffix("index.html").rstrip("/")),
            here=listing.kind if page.number == 1 else "",
            kind=listing.kind,
            name=listing.name,
            number=number,
            count=self._words.site.count(len(listing.entries)),
            entries=tuple(page.entries),
            older_page=page.older,
            newer_page=page.newer,
        )

    def _page(self, template: str, file: str, **values: Hashable) -> str:
        """A page of the theme.

        Raises:
            PublishError: If the theme leaves out what keeps readers safe.
        """
        up = up_from(file)
        looks = Markup(_LOOKS.format(up=up))  # noqa: S704  # our own
        all_values: Mapping[str, Hashable] = self._common | {"up": up, "looks": looks} | values
        page = self._theme.page(template, all_values, remember=template in self._remembered)
        if str(all_values["policy"]) not in page:
            raise PublishError(
                f"The theme leaves {{{{ policy }}}} out of {template}: the page would be unsafe.",
                "Put it into the head of the page.",
            )
        return page

    def _canonical(self, place: str) -> str:
        return self._address.of(place) if self._address else ""

    def _rights(self, name: str) -> str:
        if not name or not self._entries:
            return ""
        years = sorted({entry.day.year for entry in self._entries})
        first, last = years[0], years[-1]
        span = str(first) if first == last else f"{first}–{last}"
        return self._words.site.rights.format(years=span, name=name)


def _by_name(counted: Counted) -> str:
    return counted.name.casefold()


def _policy(style: str, script: str = "") -> Markup:
    """What a browser may load for a page: nothing that is not named here."""
    return Markup(_POLICY.format(style=style, script=script))  # noqa: S704  # our own


def _hash(text: str) -> str:
    """What a policy calls a style or a script by."""
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"
