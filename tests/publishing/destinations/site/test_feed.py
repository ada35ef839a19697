"""The feed, the sitemap and what robots read."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.publishing.destinations.site.blogs import (
    ADDRESS,
    a_note,
    site_of,
    some_notes,
    with_address,
)
from tests.publishing.pictures_to_show import PICTURE
from weeknotes_desktop.domain.public_view import Blog
from weeknotes_desktop.domain.view import NoteLink
from weeknotes_desktop.publishing.destinations.site.addresses import Address

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_a_reader_finds_the_newest_notes_whole() -> None:
    notes = some_notes(25)
    feed = feedparser.parse(site_of(notes, with_address()).files["feed.xml"])
    assert not feed.bozo
    assert feed.feed.title == "Notes from the boathouse"
    assert feed.feed.subtitle == "Weeknotes of a small canal trust"
    assert [entry.title for entry in feed.entries] == [note.view.title for note in notes[:20]]
    entry = feed.entries[0]
    assert entry.link == f"{ADDRESS}/{notes[0].place}/"
    assert entry.id == f"tag:boathouse.example,2021:/weeknotes/{notes[0].place}"
    assert entry.updated == f"{notes[0].day}T00:00:00+00:00"
    assert "so were we, all of the day." in entry.content[0].value
    assert {tag.term for tag in entry.tags} == {"Bank", "rain", "open day"}


@pytest.mark.parametrize("blog", [Blog(), with_address()])
def test_a_feed_has_all_that_atom_asks_for(blog: Blog) -> None:
    for count in (0, 3):
        root = ElementTree.fromstring(site_of(some_notes(count), blog).files["feed.xml"])
        for element in [root, *root.iter(f"{ATOM}entry")]:
            for wanted in ("id", "title", "updated"):
                assert element.findtext(f"{ATOM}{wanted}")
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        ids = [found.text for found in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids) == count + 1


def test_the_feed_is_as_old_as_its_newest_note_and_looks_at_no_clock() -> None:
    notes = [a_note(1, title="New", day=date(2021, 1, 2)), a_note(0, day=date(2021, 5, 6))]
    root = ElementTree.fromstring(site_of(notes).files["feed.xml"])
    assert root.findtext(f"{ATOM}updated", "").startswith("2021-05-06T00:00:00")
    empty = ElementTree.fromstring(site_of([]).files["feed.xml"])
    assert empty.findtext(f"{ATOM}updated", "").startswith("1970-01-01")


def test_links_and_pictures_in_the_feed_lead_on_from_anywhere() -> None:
    there = a_note(0, title="Before")
    link = NoteLink(name="Before", address=f"../../{there.place}/index.html", note_id="")
    body = f"[[Before]] [out](https://e.org/?a=1&b=2) a[^1]\n\n[^1]: b\n\n![x]({PICTURE.address})"
    here = a_note(1, body, links=(link,), pictures=(PICTURE,))
    content = content_of(site_of([here, there], with_address()).files["feed.xml"])
    assert f'href="{ADDRESS}/{there.place}/index.html"' in content
    assert 'href="https://e.org/?a=1&amp;b=2"' in content
    assert f'href="{ADDRESS}/{here.place}/#wn-' in content
    assert f'src="{ADDRESS}/pictures/{PICTURE.id}.png"' in content
    at_home = content_of(site_of([here, there]).files["feed.xml"])
    assert f'href="{there.place}/index.html"' in at_home
    assert f'href="{here.place}/index.html#wn-' in at_home
    assert f'src="pictures/{PICTURE.id}.png"' in at_home


def content_of(feed: bytes) -> str:
    return ElementTree.fromstring(feed).findtext(f"{ATOM}entry/{ATOM}content", "")


def test_whatever_is_typed_leaves_the_feed_whole() -> None:
    hostile = "]]></title><script>\u2028 \x00\x0b\ufffe\ud800 &amp; {{7*7}}"
    note = a_note(0, f"`{hostile}`", title=hostile, tags=(hostile,), category=hostile)
    feed = site_of([note], Blog(name=hostile, tagline=hostile, author=hostile)).files["feed.xml"]
    assert not feedparser.parse(feed).bozo
    assert b"<script" not in feed


def test_the_sitemap_names_every_note_and_the_first_page_of_every_list() -> None:
    notes = some_notes(25)
    parcel = site_of(notes, with_address("https://boathouse.example"))
    root = ElementTree.fromstring(parcel.files["sitemap.xml"])
    found = {found.text for found in root.iter(f"{MAP}loc")}
    for place in ("", f"{notes[0].place}/", "2021/01/", "tag/open-day/", "category/canal/"):
        assert f"https://boathouse.example/{place}" in found
    assert not any("/page/" in str(address) for address in found)
    assert parcel.remarks == ()
    assert b"Sitemap: https://boathouse.example/sitemap.xml" in parcel.files["robots.txt"]


def test_without_an_address_there_is_no_sitemap_and_a_sentence_says_so() -> None:
    parcel = site_of(some_notes(1))
    assert not {"sitemap.xml", "robots.txt"} & set(parcel.files)
    (remark,) = parcel.remarks
    assert "no sitemap" in remark
    assert not any(b"canonical" in content for content in parcel.files.values())


def test_robots_are_told_only_at_the_root_of_a_host() -> None:
    assert "robots.txt" not in site_of(some_notes(1), with_address()).files


def test_an_address_is_the_same_with_and_without_its_last_stroke() -> None:
    assert Address("https://e.org/").of("2021/w01-a") == "https://e.org/2021/w01-a/"
    assert Address("https://e.org").of("") == "https://e.org/"
    assert re.fullmatch(r"tag:e\.org,2021:/a/b", Address("https://e.org/a/").tag("b", 2021))
