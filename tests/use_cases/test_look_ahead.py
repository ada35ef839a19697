"""What an export will have to render, told before anybody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.cached_renderer import key_of
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.look_ahead import every_view, views_ahead
from weeknotes_desktop.use_cases.make_public_view import public_view
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEEK = Week(2026, 48)
SETTINGS = Settings()
PICTURE = Picture.of(b"A weir", "image/png", "weir-at-home.png")


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield opened


def a_note(library: NoteLibrary, title: str, body: str, week: Week = WEEK) -> Note:
    return start_note(library, week, title=title, body=body)


def on_the_site(library: NoteLibrary, title: str) -> set[str]:
    """What the bodies of that note are kept by, as an export asks for them."""
    return {
        key_of(replace(one.view, pictures=()))
        for reader in (Audience.TEAM, Audience.PUBLIC)
        for one in public_view(library, SETTINGS, reader, NOW).notes
        if one.view.title == title
    }


def keys(views: tuple[NoteView, ...]) -> set[str]:
    return {key_of(view) for view in views}


@pytest.mark.parametrize(
    "body",
    [
        "It held.",
        "It held.\n\n::: private\nBarely.\n:::\n\n::: team\nJust.\n:::",
        "[GOALS]\n\n[NEXT WEEK]",
        f"![The weir]({PICTURE.address}) ![gone](picture:{'0' * 20})",
        "See [[Knot]], [[Knot|it]], [[Nobody]], [[2026-W48]], [[Draft]] and [[Rope]].",
        "See [[Twin]].",
    ],
)
def test_what_is_told_of_a_draft_is_what_its_page_says_once_it_is_published(
    library: NoteLibrary, body: str
) -> None:
    library.keep_picture(PICTURE)
    add_goal(library, WEEK, "Hold", NOW)
    add_goal(library, WEEK.plus(1), "Paint", NOW)
    publish_note(library, a_note(library, "Knot", "See [[Rope]]."), SETTINGS, NOW)
    for _ in range(2):
        publish_note(library, a_note(library, "Twin", "Two of them."), SETTINGS, NOW)
    a_note(library, "Draft", "Not yet.")
    note = a_note(library, "Rope", body)
    set_language(library, note.id, "de")
    told = views_ahead(library, SETTINGS, note, NOW)
    assert [view.audience for view in told] == [Audience.PUBLIC, Audience.TEAM]
    publish_note(library, note, SETTINGS, NOW)
    assert keys(told) == on_the_site(library, "Rope")


def test_a_note_that_was_out_before_keeps_its_address_in_what_is_told(
    library: NoteLibrary,
) -> None:
    note = publish_note(library, a_note(library, "Rope", "See [[Rope]]."), SETTINGS, NOW)
    changed = replace(note, title="Ropes", body="See [[Ropes]].", status=Status.DRAFT)
    draft = save_note(library, changed, SETTINGS.label, NOW)
    told = views_ahead(library, SETTINGS, draft, NOW + timedelta(days=7))
    assert [link.address for view in told for link in view.links] == [
        "../../2026/w48-rope/index.html"
    ] * 2
    publish_note(library, draft, SETTINGS, NOW + timedelta(days=7))
    assert keys(told) == on_the_site(library, "Ropes")


def test_nothing_is_told_to_those_who_may_not_read_it(library: NoteLibrary) -> None:
    note = a_note(library, "Rope", "See [[Rope]].")
    assert views_ahead(library, SETTINGS, replace(note, audience=Audience.ME), NOW) == ()
    (team,) = views_ahead(library, SETTINGS, replace(note, audience=Audience.TEAM), NOW)
    assert team.audience is Audience.TEAM


def test_every_view_is_what_the_sites_have_rendered(library: NoteLibrary) -> None:
    library.keep_picture(PICTURE)
    shown = f"![The weir]({PICTURE.address}) and [[Knot]]"
    for title, body in (("Rope", shown), ("Knot", "::: team\nJust.\n:::"), ("Own", "Mine")):
        note = a_note(library, title, body)
        kept = replace(note, audience=Audience.ME) if title == "Own" else note
        publish_note(library, kept, SETTINGS, NOW)
    told = tuple(every_view(library, SETTINGS))
    assert keys(told) == on_the_site(library, "Rope") | on_the_site(library, "Knot")
