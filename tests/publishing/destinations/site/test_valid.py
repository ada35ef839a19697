"""Every page is HTML without a mistake, whatever stands in the notes."""

from __future__ import annotations

import pytest
from justhtml import JustHTML

from tests.publishing.destinations.site.blogs import (
    THEMES,
    a_note,
    pages_in,
    site_of,
    some_notes,
    with_address,
)
from tests.publishing.example import example_view
from weeknotes_desktop.domain.public_view import Blog, PublicNote
from weeknotes_desktop.domain.readers import Audience

HOSTILE = "</p></div></article><table><tr><svg><b>&amp;&<!-- \x00\x0b <script>1</script>"


def mistakes_in(page: str) -> list[str]:
    found = JustHTML(page, collect_errors=True).errors
    return [f"{mistake} in line {mistake.line}: {line(page, mistake.line)}" for mistake in found]


def line(page: str, number: int | None) -> str:
    return page.splitlines()[(number or 1) - 1][:200]


def test_the_checker_finds_mistakes() -> None:
    assert mistakes_in("<!doctype html><title>a</title><p>b</div>")
    assert not mistakes_in('<!doctype html><html lang="en"><title>a</title><p>b</p></html>')


@pytest.mark.parametrize("theme", THEMES)
def test_pages_have_no_mistake(theme: str) -> None:
    shown = example_view(Audience.PUBLIC)
    example = PublicNote(view=shown, place="2021/w16-example", day=shown.week.friday)
    notes = [example, *some_notes(12)]
    for file, page in pages_in(site_of(notes, with_address(), theme)).items():
        assert mistakes_in(page) == [], file
        assert len(ids_in(page)) == len(set(ids_in(page))), file


def ids_in(page: str) -> list[str]:
    return [str((node.attrs or {})["id"]) for node in JustHTML(page).query("[id]")]


@pytest.mark.parametrize("theme", THEMES)
def test_hostile_words_make_no_mistake(theme: str) -> None:
    note = a_note(0, HOSTILE, title=HOSTILE, label=HOSTILE, tags=(HOSTILE,), category=HOSTILE)
    blog = Blog(name=HOSTILE, tagline=HOSTILE, author=HOSTILE, address="https://e.org")
    for file, page in pages_in(site_of([note], blog, theme)).items():
        assert mistakes_in(page) == [], file
