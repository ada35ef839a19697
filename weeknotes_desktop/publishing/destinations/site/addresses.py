"""How pages of a site call one another: from page to page, and from outside."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

PAGE = "index.html"

# The sanitiser wrote the tags, so attributes always look like this.
_LEADS = re.compile(r'( (?:href|src)=")([^"]*)"')
_NOT_OF_A_SITE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def page_at(place: str) -> str:
    """The file that is the page of ``place``; the home page has no place."""
    return f"{place}/{PAGE}" if place else PAGE


def numbered(place: str, number: int) -> str:
    """The place of one page of several, the first of which has the place of all."""
    return place if number == 1 else f"{place}/page/{number}".lstrip("/")


def up_from(file: str) -> str:
    """The way from a file to where the site begins, as ``../../``."""
    return "../" * file.count("/")


class Address:
    """Where the site will stand, as far as anybody said.

    Args:
        said: As ``https://example.org/weeknotes``; may be empty.
    """

    def __init__(self, said: str) -> None:
        self.known = said.strip().rstrip("/")

    def __bool__(self) -> bool:
        return bool(self.known)

    @property
    def is_a_whole_host(self) -> bool:
        """Whether nothing else stands beside the site."""
        return bool(self.known) and urlsplit(self.known).path in ("", "/")

    def of(self, place: str) -> str:
        """What somebody outside calls a place; where nobody knows, as seen from the home page."""
        if not self.known:
            return page_at(place)
        return f"{self.known}/{place}/" if place else f"{self.known}/"

    def of_file(self, name: str) -> str:
        """The same of a file."""
        return f"{self.known}/{name}" if self.known else name

    def tag(self, place: str, year: int) -> str:
        """A name that stays, whatever moves and whoever asks: a tag as RFC 4151 has it."""
        address = urlsplit(self.known)
        host = address.hostname or "weeknotes"
        return f"tag:{host},{year:04}:{address.path}/{place}"

    def seen_from_outside(self, body: str, place: str) -> str:
        """``body`` of the page at ``place`` with links that lead on from anywhere."""
        base = self.of(place)

        def link(found: re.Match[str]) -> str:
            leads = unescape(found[2])
            if _NOT_OF_A_SITE.match(leads):
                return found[0]
            if self.known:
                away = urljoin(base, leads)
            elif leads.startswith("#"):
                away = base + leads
            else:
                away = posixpath.normpath(posixpath.join(place, leads))
            return f'{found[1]}{escape(away)}"'

        return _LEADS.sub(link, body)
