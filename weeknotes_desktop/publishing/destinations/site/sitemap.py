"""What search engines are told: which pages there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from weeknotes_desktop.publishing.destinations.site.addresses import Address
from weeknotes_desktop.publishing.destinations.site.entries import Entry
from weeknotes_desktop.publishing.destinations.site.listings import Listing

FILE = "sitemap.xml"
ROBOTS = "robots.txt"

_MOST = 50_000
"""Pages; the rule of sitemaps."""


def sitemap_of(entries: Sequence[Entry], listings: Iterable[Listing], address: Address) -> bytes:
    """The home page, the notes and the first page of each list."""
    newest = max((entry.day for entry in entries), default=None)
    pages = [("", newest)]
    pages += [(entry.place, entry.day) for entry in entries]
    pages += [
        (listing.place, max(entry.day for entry in listing.entries))
        for listing in listings
        if listing.place
    ]
    lines = [
        f"<url><loc>{escape(address.of(place))}</loc>"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + "</url>\n"
        for place, day in pages[:_MOST]
    ]
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{''.join(lines)}</urlset>\n"
    ).encode()


def robots_of(address: Address) -> bytes:
    """Everything may be looked at, and the sitemap says where it is."""
    return f"User-agent: *\nAllow: /\nSitemap: {address.of_file(FILE)}\n".encode()
