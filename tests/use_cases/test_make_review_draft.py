"""The draft of a review; on the library in memory and on the one on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.note import Draft, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.template import BUILT_IN, Template
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.make_review_draft import make_review_draft
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.trash_note import trash_note
from weeknotes_desktop.use_cases.use_jot import use_jot

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=ZoneInfo("Europe/London"))
SETTINGS = Settings(category="Weeknotes")
FOCUS, GOOD, ROUTINE, BLANK = BUILT_IN
OWN = Template("own", "# Week {week}\n\nDear diary,\n")


@pytest.fixture(params=["memory", "disk"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "memory":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as made:
            yield made


def ids(library: NoteLibrary) -> set[str]:
    return {line.id for line in library.summaries(WEEK)}


def test_a_draft_is_made_from_the_template(library: NoteLibrary) -> None:
    note = make_review_draft(library, WEEK, OWN, SETTINGS, NOW)
    assert (note.week, note.title, note.body) == (WEEK, "Week 9", "Dear diary,\n")
    assert (note.category, note.status) == ("Weeknotes", Status.DRAFT)
    assert library.note(note.id) == note


@pytest.mark.parametrize("template", [*BUILT_IN, OWN])
def test_twice_makes_one(library: NoteLibrary, template: Template) -> None:
    once = make_review_draft(library, WEEK, template, SETTINGS, NOW)
    assert make_review_draft(library, WEEK, template, SETTINGS, NOW) == once
    assert ids(library) == {once.id}


def test_a_note_that_was_only_started_is_used(library: NoteLibrary) -> None:
    started = start_note(library, WEEK, category="Own")
    note = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW)
    assert (note.id, note.category) == (started.id, "Own")
    assert "## Grappling" in note.body


def test_another_template_takes_the_place_of_one_nobody_touched(library: NoteLibrary) -> None:
    first = make_review_draft(library, WEEK, FOCUS, SETTINGS, NOW)
    second = make_review_draft(library, WEEK, OWN, SETTINGS, NOW)
    assert (second.id, second.title) == (first.id, "Week 9")
    assert ids(library) == {first.id}


def test_a_text_that_was_touched_stays_and_the_draft_is_made_beside_it(
    library: NoteLibrary,
) -> None:
    first = make_review_draft(library, WEEK, FOCUS, SETTINGS, NOW)
    touched = save_note(library, replace(first, body=f"{first.body}Mine"), SETTINGS.label, NOW)
    second = make_review_draft(library, WEEK, FOCUS, SETTINGS, NOW)
    assert ids(library) == {first.id, second.id}
    assert library.note(first.id) == touched
    assert make_review_draft(library, WEEK, FOCUS, SETTINGS, NOW) == second


def test_what_is_typed_and_not_saved_yet_is_touched(library: NoteLibrary) -> None:
    started = start_note(library, WEEK)
    typed = Draft(note_id=started.id, base_rev=started.rev, title="", body="Mine", written_at=NOW)
    library.keep_draft(typed)
    note = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW)
    assert note.id != started.id
    assert library.draft(started.id) == typed


def test_a_published_or_trashed_note_is_no_draft(library: NoteLibrary) -> None:
    first = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW)
    publish_note(library, first, SETTINGS, NOW)
    second = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW)
    trash_note(library, second.id, NOW)
    third = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW)
    assert len({first.id, second.id, third.id}) == 3


def test_the_draft_of_another_week_is_another(library: NoteLibrary) -> None:
    first = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW)
    other = make_review_draft(library, WEEK.plus(1), GOOD, SETTINGS, NOW)
    assert other.id != first.id
    assert make_review_draft(library, WEEK, FOCUS, SETTINGS, NOW).id == first.id


def test_the_jots_that_were_picked_are_used_in_it(library: NoteLibrary) -> None:
    picked, other = (add_jot(library, text, NOW) for text in ("It thawed", "Nobody knows"))
    note = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW, jots=[picked])
    assert "- On Friday: It thawed" in note.body
    assert "Nobody knows" not in note.body
    used = {jot.id: jot.used_in for jot in library.jots(WEEK)}
    assert used == {picked.id: note.id, other.id: None}
    again = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW, jots=[picked])
    assert (again.id, again.body) == (note.id, note.body)
    assert {jot.id: jot.used_in for jot in library.jots(WEEK)} == used


def used(library: NoteLibrary) -> dict[str, str | None]:
    """Into which note each jot went."""
    return {jot.text: jot.used_in for jot in library.jots(WEEK)}


def test_a_jot_that_is_no_longer_in_the_draft_is_not_used_any_more(library: NoteLibrary) -> None:
    thaw, rain = (add_jot(library, text, NOW) for text in ("It thawed", "It rained"))
    note = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW, jots=[thaw])
    make_review_draft(library, WEEK, GOOD, SETTINGS, NOW, jots=[rain])
    assert used(library) == {"It thawed": None, "It rained": note.id}
    touched = replace(library.note(note.id), title="Mine")
    save_note(library, touched, SETTINGS.label, NOW)
    other = make_review_draft(library, WEEK, GOOD, SETTINGS, NOW, jots=[thaw])
    assert used(library) == {"It thawed": other.id, "It rained": note.id}


def test_a_jot_of_a_note_that_was_only_started_stays_used_in_it(library: NoteLibrary) -> None:
    started = start_note(library, WEEK)
    use_jot(library, add_jot(library, "It thawed", NOW), started.id)
    assert make_review_draft(library, WEEK, GOOD, SETTINGS, NOW).id == started.id
    assert used(library) == {"It thawed": started.id}


@given(st.lists(st.sampled_from([FOCUS, GOOD, BLANK, OWN, "a word", "a title", "typed"])))
def test_no_word_of_the_writer_is_ever_changed(acts: list[Template | str]) -> None:
    library = FakeLibrary()
    mine: dict[str, tuple[str, str]] = {}
    last = ""
    for act in acts:
        if isinstance(act, Template):
            last = make_review_draft(library, WEEK, act, SETTINGS, NOW).id
        elif last and act == "typed":
            note = library.note(last)
            library.keep_draft(
                Draft(
                    note_id=last,
                    base_rev=note.rev,
                    title=note.title,
                    body=f"{note.body}typed",
                    written_at=NOW,
                )
            )
            mine[last] = (note.title, note.body)
        elif last:
            note = library.note(last)
            titled, longer = replace(note, title="Mine"), replace(note, body=f"{note.body}Mine")
            saved = save_note(library, titled if act == "a title" else longer, SETTINGS.label, NOW)
            mine[last] = (saved.title, saved.body)
        kept = {ident: library.note(ident) for ident in mine}
        assert {ident: (note.title, note.body) for ident, note in kept.items()} == mine
    assert len(ids(library) - mine.keys()) <= 1
