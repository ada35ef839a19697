"""The pages of a site: what stands on them, and where they lead."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date

import pytest

from tests.publishing.destinations.site.blogs import (
    ADDRESS,
    BLOG,
    BODIES,
    THEMES,
    Shelf,
    a_note,
    links_in,
    pages_in,
    site_of,
    some_notes,
    view_of,
    with_address,
)
from tests.publishing.example import RESOURCES
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.errors import CancelledError
from weeknotes_desktop.domain.public_view import Blog
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteLink
from weeknotes_desktop.publishing.destinations.site.site import Site

EACH_THEME = pytest.mark.parametrize("theme", THEMES)


@EACH_THEME
def test_everything_a_page_leads_to_is_there(theme: str) -> None:
    files = site_of(some_notes(25), theme=theme).files
    for file, page in pages_in(site_of(some_notes(25), theme=theme)).items():
        for link in links_in(page):
            if not link.startswith(("#", "data:")):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(file), link))
                assert target in files, f"{file} leads to {link}"


def test_a_page_is_led_to_by_its_file_so_that_the_folder_works_from_disk() -> None:
    for file, page in pages_in(site_of(some_notes(12), with_address())).items():
        for link in re.findall(r'<a [^>]*href="([^"#]+)"', page):
            assert link.endswith((".html", ".xml")), f"{file} leads to {link}"
            assert file == "404.html" or not link.startswith(("/", "http"))


def test_ten_notes_stand_on_a_page_and_older_and_newer_lead_on() -> None:
    pages = pages_in(site_of(some_notes(25)))
    assert [pages[file].count("<article") for file in HOME] == [10, 10, 5]
    first, second, last = (pages[file] for file in HOME)
    assert 'href="page/2/index.html">« Older</a>' in first
    assert "Newer »" not in first
    assert 'href="../../page/3/index.html">« Older</a>' in second
    assert 'href="../../index.html">Newer »</a>' in second
    assert "« Older" not in last
    assert "page/4/index.html" not in pages


HOME = ("index.html", "page/2/index.html", "page/3/index.html")


def test_months_categories_and_tags_have_archives_of_ten_a_page() -> None:
    pages = pages_in(site_of(some_notes(25)))
    assert pages["tag/rain/page/3/index.html"].count("<article") == 5
    assert pages["category/canal/page/2/index.html"].count("<article") == 2
    # The week of 28 December to 3 January lies in December, by its Thursday.
    assert pages["2021/01/index.html"].count("<article") == 4
    assert "<h1>January 2021</h1>" in pages["2021/01/index.html"]
    assert "4 notes" in pages["2021/01/index.html"]


def test_the_archive_leads_to_every_list_and_counts_its_notes() -> None:
    archive = pages_in(site_of(some_notes(25)))["archive/index.html"]
    for path, count in (("2021/01", 4), ("category/canal", 12), ("tag/open-day", 9)):
        assert re.search(rf'href="\.\./{path}/index\.html">[^<]*</a> <span>{count} notes', archive)


@EACH_THEME
def test_the_page_of_a_note_says_all_that_is_known_of_it(theme: str) -> None:
    notes = [
        a_note(2, title="After"),
        a_note(1, category="Canal", tags=("open day",), day=date(2021, 1, 20)),
        a_note(0, title="Before"),
    ]
    page = pages_in(site_of(notes, with_address(), theme))[f"{notes[1].place}/index.html"]
    words = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    for said in (
        "Weeknote 2.2021 · Week beginning 11 January 2021",
        "Published 20 January 2021 by Tamsin Okoro",
        "January 2021 Canal open day",
        "« Older Before",
        "Newer » After",
        "© 2021 Tamsin Okoro",
        "Back to top",
        "Weeknotes of a small canal trust",
    ):
        assert said in words
    assert "<title>High water – Notes from the boathouse</title>" in page
    assert f'<link rel="canonical" href="{ADDRESS}/{notes[1].place}/">' in page
    assert 'content="The water was high all week, and so were we."' in page
    assert page.count("<h1") == 1


def test_every_page_has_one_first_heading() -> None:
    for theme in THEMES:
        for file, page in pages_in(site_of(some_notes(25), theme=theme)).items():
            assert page.count("<h1") == 1, f"{theme} {file}"


def test_the_years_of_the_rights_are_those_of_the_notes() -> None:
    notes = [a_note(60, title="New", day=date(2022, 3, 1)), a_note(0, day=date(2020, 12, 31))]
    assert "© 2020–2022 Tamsin Okoro" in pages_in(site_of(notes))["index.html"]
    assert "©" not in pages_in(site_of(notes, Blog()))["index.html"]


def test_a_note_without_a_title_is_called_by_its_label() -> None:
    page = pages_in(site_of([a_note(title="")]))["index.html"]
    assert ">Weeknote 1.2021</a></h2>" in page
    assert "Weeknote 1.2021 ·" not in page


def test_links_between_notes_lead_to_their_pages() -> None:
    there = a_note(0, title="Before")
    link = NoteLink(name="Before", address=f"../../{there.place}/index.html", note_id="")
    here = a_note(1, "It began [[Before]].", links=(link,))
    parcel = site_of([here, there])
    page = pages_in(parcel)[f"{here.place}/index.html"]
    assert f'href="../../{there.place}/index.html" rel="noopener noreferrer">Before</a>' in page


@EACH_THEME
def test_pages_may_load_their_style_and_their_pictures_and_nothing_else(theme: str) -> None:
    pages = pages_in(site_of(some_notes(12), theme=theme))
    of_search, of_missing = pages.pop("search/index.html"), pages.pop("404.html")
    expected = (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert {policy_of(page) for page in pages.values()} == {expected}
    assert "style-src 'self'; img-src 'self' data:; script-src 'sha256-" in policy_of(of_search)
    # It is shown at any address, so its style is inside.
    assert "style-src 'sha256-" in policy_of(of_missing)
    for page in [*pages.values(), of_missing]:
        assert not re.search(r"<script|<form|<iframe|\son[a-z]+=|\sstyle=|<!--", page)


def policy_of(page: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_whatever_is_typed_is_text() -> None:
    hostile = "</title><script>{{ 7*7 }}{% include 'x' %}]]>\u2028'\"&<!--"
    note = a_note(title=hostile, label=hostile, category=hostile, tags=(hostile,))
    blog = Blog(name=hostile, tagline=hostile, author=hostile, language='en"><b>')
    for theme in THEMES:
        for file, page in pages_in(site_of([note], blog, theme)).items():
            if file != "search/index.html":
                assert "<script" not in page
            assert "49" not in re.sub(r"sha256-[^']*'|<style>.*?</style>", "", page, flags=re.S)
            assert "<!--" not in page
            assert 'lang="en"><b>' not in page


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "{{7*7}}", "CON", "🚣🚣", "x" * 300, "\ud800 \x00 \x0b", "مرحبا", " "],
)
def test_any_title_gives_a_page(title: str) -> None:
    note = a_note(title=title, tags=(title,), category=title)
    for file in site_of([note], Blog(name=title, author=title)).files:
        assert re.fullmatch(r"([a-z0-9-]{1,80}/)*[a-z0-9-]{1,80}\.(html|xml|css|svg)", file)


def test_a_site_without_notes_is_whole_too() -> None:
    pages = pages_in(site_of([]))
    assert "There are no notes here yet." in pages["index.html"]
    assert "©" not in pages["index.html"]
    assert set(pages) == {"index.html", "archive/index.html", "search/index.html", "404.html"}


def test_the_page_for_nowhere_leads_home_from_everywhere() -> None:
    page = pages_in(site_of(some_notes(1), with_address()))["404.html"]
    assert f'href="{ADDRESS}/index.html"' in page
    assert 'rel="stylesheet"' not in page
    assert 'href="index.html"' in pages_in(site_of(some_notes(1)))["404.html"]


def test_a_site_for_the_team_asks_search_engines_to_stay_out() -> None:
    parcel = site_of([a_note(audience=Audience.TEAM)], with_address("https://team.example"))
    assert all('content="noindex"' in page for page in pages_in(parcel).values())
    assert not {"sitemap.xml", "robots.txt"} & set(parcel.files)
    public = pages_in(site_of([a_note()]))
    assert not any("noindex" in page for page in public.values())


def test_a_note_in_another_language_says_so() -> None:
    page = pages_in(site_of([a_note(language="de")]))
    assert '<article lang="de">' in page[f"{a_note().place}/index.html"]
    assert '<li lang="de">' in page["index.html"]


def test_a_site_is_made_the_same_again() -> None:
    one, other = (site_of(some_notes(12), with_address()) for _ in range(2))
    assert dict(one.files) == dict(other.files)
    assert list(one.files) == list(other.files)


def test_one_changed_note_changes_only_pages_that_show_it() -> None:
    notes = some_notes(25)
    words = "Now it is known what the growers said about the lower lock, and it is good."
    changed = [*notes[:-1], replace(notes[-1], view=replace(notes[-1].view, body=words))]
    before, after = site_of(notes).files, site_of(changed).files
    assert {file for file in after if before[file] != after[file]} == {
        f"{notes[-1].place}/index.html",
        "page/3/index.html",
        "category/bank/page/2/index.html",
        "tag/rain/page/3/index.html",
        "tag/open-day/index.html",
        "2021/01/index.html",
        "search/index.html",
    }


def test_work_can_be_watched_and_stopped() -> None:
    heard: list[tuple[int, int]] = []
    site_of(some_notes(3), progress=lambda done, of: heard.append((done, of)))
    assert heard == [(done, 6) for done in range(1, 7)]

    def stop(done: int, of: int) -> None:
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        site_of(some_notes(3), progress=stop)


def test_a_parcel_is_sent_to_the_folder() -> None:
    shelf = Shelf()
    site = Site(BODIES, "", RESOURCES, shelf)
    parcel = site.make(view_of(some_notes(1), BLOG), silent)
    assert site.send(parcel, silent).written == len(parcel.files)
    assert shelf.arrived == [parcel]
