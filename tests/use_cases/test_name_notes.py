"""A link goes on leading to a note that is called something else now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.name_notes import REMARK, note_names
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.view_note import view_note

WEEK = Week(2021, 9)
PATTERN = LabelPattern()
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


def leads_to(library: FakeLibrary, name: str) -> str | None:
    note = note_names(library, PATTERN).note(name)
    return None if note is None else note.id


def save(library: FakeLibrary, note: Note, **facts: object) -> Note:
    return save_note(library, replace(note, **facts), PATTERN, NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("Boats", {"title": "Moorings"}),
        ("9.2021", {"label": "Weeknote 9b.2021"}),
        ("Weeknote 9.2021", {"label": "Nine"}),
        ("2021-W09", {"week": Week(2021, 10)}),
    ],
)
def test_a_link_goes_on_leading_to_a_note_that_was_renamed(
    library: FakeLibrary, name: str, facts: dict[str, object]
) -> None:
    note = start_note(library, WEEK, title="Boats")
    start_note(library, Week(2021, 12), body=f"As [[{name}]] said.")
    note = save(library, note, **facts)
    note = save(library, note, title="And again", label="Something else")
    assert leads_to(library, name) == note.id


def test_it_does_so_where_the_link_is_typed_and_not_saved_yet(library: FakeLibrary) -> None:
    note, other = start_note(library, WEEK, title="Boats"), start_note(library, Week(2021, 12))
    typed = Draft(note_id=other.id, base_rev=1, title="", body="[[Boats]]", written_at=NOW)
    library.keep_draft(typed)
    save(library, note, title="Moorings")
    assert leads_to(library, "boats") == note.id


def test_what_a_published_note_was_called_leads_to_it_for_ever(library: FakeLibrary) -> None:
    note = start_note(library, WEEK, title="Boats")
    note = publish_note(library, note, Settings(), NOW)
    save(library, note, title="Moorings")
    assert leads_to(library, "Boats") == note.id


def test_a_title_that_is_being_typed_is_not_remembered_word_by_word(library: FakeLibrary) -> None:
    note = start_note(library, WEEK)
    for title in ("Bo", "Boats", "Boats and moorings"):
        note = save(library, note, title=title)
    assert library.remark(REMARK) is None


def test_a_former_name_does_not_stand_in_what_is_remembered(library: FakeLibrary) -> None:
    note = start_note(library, WEEK, title="Boats")
    save(library, publish_note(library, note, Settings(), NOW), title="Moorings")
    assert "oats" not in (library.remark(REMARK) or "")
    assert library.remark(REMARK)


def test_two_notes_may_change_names_with_one_another(library: FakeLibrary) -> None:
    one, other = start_note(library, WEEK, title="A"), start_note(library, WEEK, title="B")
    start_note(library, Week(2021, 12), body="[[A]] [[B]]")
    one = save(library, one, title="B.")
    other = save(library, other, title="A")
    one = save(library, one, title="B")
    assert (leads_to(library, "A"), leads_to(library, "B")) == (other.id, one.id)


def test_a_remark_that_cannot_be_read_is_no_remark(library: FakeLibrary) -> None:
    for broken in ("{", "[]", "null"):
        library.keep_remark(REMARK, broken)
        assert leads_to(library, "2021-W09") is None


def test_a_view_holds_only_links_that_its_reader_may_follow(library: FakeLibrary) -> None:
    start_note(library, Week(2021, 8), title="Draft")
    for audience in Audience:
        seen = start_note(library, WEEK, title=f"For {audience}")
        publish_note(library, replace(seen, audience=audience), Settings(), NOW)
    body = "[[For me]] [[For team]] [[For public]] [[Draft]] [[Nobody]] %%[[For public|x]]%%"
    note = start_note(library, Week(2021, 12), body=body)
    seen_by = {
        reader: {link.name for link in view_note(library, note, reader, Settings()).links}
        for reader in Audience
    }
    assert seen_by[Audience.ME] == {"For me", "For team", "For public", "Draft"}
    assert seen_by[Audience.TEAM] == {"For team", "For public"}
    assert seen_by[Audience.PUBLIC] == {"For public"}


def test_a_link_that_its_reader_may_not_follow_is_but_words(library: FakeLibrary) -> None:
    secret = start_note(library, Week(2021, 8), title="Hidden")
    publish_note(library, replace(secret, audience=Audience.ME), Settings(), NOW)
    body = "As [[Hidden|we]] said, [[Nobody|we]] knew; `[[Hidden|we]]`.\n\n[GOALS]"
    note = start_note(library, Week(2021, 12), body=body)
    for text in ("Read [[Hidden|that]]", "Read [[Nobody|that]]"):
        add_goal(library, note.week, text, NOW)
    for reader in (Audience.TEAM, Audience.PUBLIC):
        view = view_note(library, note, reader, Settings())
        assert view.body == "As we said, we knew; `[[Hidden|we]]`.\n\n[GOALS]"
        assert {goal.text for goal in view.goals} == {"Read that"}
    # The writer's own view is the text as they typed it.
    assert view_note(library, note, Audience.ME, Settings()).body == body


def test_a_view_has_the_language_of_its_note(library: FakeLibrary) -> None:
    note = start_note(library, WEEK, body="Moin")
    assert view_note(library, note, Audience.PUBLIC, Settings()).language == Settings().language
    set_language(library, note.id, "de-DE")
    assert view_note(library, note, Audience.PUBLIC, Settings()).language == "de-DE"
