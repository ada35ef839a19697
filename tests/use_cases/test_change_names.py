"""Categories and tags are renamed, put together and taken away in all notes, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.names import Colours, NameChange, NameColour, NameKind
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.change_names import (
    change_names,
    finish_names,
    plan_names,
    take_back_names,
)
from weeknotes_desktop.use_cases.name_colours import (
    REMARK,
    keep_colours,
    move_colour,
    name_colours,
    set_colour,
)

PATTERN = LabelPattern()
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(days=9)
CATEGORY, TAG = NameKind.CATEGORY, NameKind.TAG


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def add(shelf: NoteLibrary, note_id: str, category: str = "", *tags: str) -> Note:
    return shelf.add_note(
        Note(id=note_id, week=Week(2021, 9), title=note_id, category=category, tags=tags)
    )


def change(shelf: NoteLibrary, kind: NameKind, old: str, new: str | None) -> list[NameChange]:
    done = list(change_names(shelf, plan_names(shelf, kind, old, new), PATTERN, NOW))
    return done + list(finish_names(shelf, kind, old, new, PATTERN, NOW))


def named(shelf: NoteLibrary) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {line.id: (line.category, line.tags) for line in shelf.summaries()}


def test_a_category_is_called_something_else_in_every_note(shelf: NoteLibrary) -> None:
    add(shelf, "a", "Boats")
    add(shelf, "b", "Boats")
    add(shelf, "c", "Locks")
    assert {one.note_id for one in change(shelf, CATEGORY, "Boats", "Ferries")} == {"a", "b"}
    assert named(shelf) == {"a": ("Ferries", ()), "b": ("Ferries", ()), "c": ("Locks", ())}
    assert shelf.categories() == ("Ferries", "Locks")


def test_a_tag_keeps_its_place_and_is_never_there_twice(shelf: NoteLibrary) -> None:
    add(shelf, "a", "", "x", "old", "y")
    add(shelf, "b", "", "old", "new")
    add(shelf, "c", "", "new", "old")
    change(shelf, TAG, "old", "new")
    assert named(shelf) == {
        "a": ("", ("x", "new", "y")),
        "b": ("", ("new",)),
        "c": ("", ("new",)),
    }
    assert shelf.tags() == ("new", "x", "y")


@pytest.mark.parametrize("kind", [CATEGORY, TAG])
def test_a_name_is_taken_from_its_notes_and_the_notes_stay(
    shelf: NoteLibrary, kind: NameKind
) -> None:
    add(shelf, "a", "Boats", "Boats", "river")
    change(shelf, kind, "Boats", None)
    left = ("", ("Boats", "river")) if kind is CATEGORY else ("Boats", ("river",))
    assert named(shelf) == {"a": left}


def test_a_category_that_no_note_has_any_more_is_forgotten(shelf: NoteLibrary) -> None:
    note = add(shelf, "a", "Boats")
    shelf.save_note(replace(note, category="Locks"))
    assert shelf.categories() == ("Boats", "Locks")
    change(shelf, CATEGORY, "Boats", None)
    assert shelf.categories() == ("Locks",)
    shelf.forget_name(CATEGORY, "Locks")
    assert shelf.categories() == ("Locks",)


def test_what_lies_in_the_trash_goes_along_and_stays_there(shelf: NoteLibrary) -> None:
    add(shelf, "a", "Boats", "boats", "river")
    shelf.remove_note("a", EARLIER)
    add(shelf, "b", "Boats")
    assert shelf.trashed_with(TAG, "boats") == (("a", ("boats", "river")),)
    done = change(shelf, CATEGORY, "Boats", "Ferries")
    assert {one.note_id for one in done} == {"a", "b"}
    (trashed,) = shelf.trash()
    assert trashed.trashed_at == EARLIER
    assert shelf.categories() == ("Ferries",)
    shelf.bring_back("a", NOW)
    assert shelf.note("a").category == "Ferries"


def test_it_is_taken_back_wholly(shelf: NoteLibrary) -> None:
    add(shelf, "a", "", "old", "new")
    add(shelf, "b", "", "old")
    add(shelf, "c", "", "old", "x")
    shelf.remove_note("c", EARLIER)
    set_colour(shelf, TAG, "old", NameColour.SEA)
    before, colours = named(shelf), name_colours(shelf)
    done = change_names(shelf, plan_names(shelf, TAG, "old", "new"), PATTERN, NOW)
    trashed = finish_names(shelf, TAG, "old", "new", PATTERN, NOW)
    change_names(shelf, [one.back for one in done], PATTERN, NOW)
    take_back_names(shelf, TAG, trashed, None, colours, PATTERN, NOW)
    assert named(shelf) == before
    assert shelf.trashed_with(TAG, "old") == (("c", ("old", "x")),)
    assert name_colours(shelf) == colours


def test_a_name_that_was_not_there_before_is_gone_again(shelf: NoteLibrary) -> None:
    add(shelf, "a", "Boats")
    done = change_names(shelf, plan_names(shelf, CATEGORY, "Boats", "Ferries"), PATTERN, NOW)
    finish_names(shelf, CATEGORY, "Boats", "Ferries", PATTERN, NOW)
    change_names(shelf, [one.back for one in done], PATTERN, NOW)
    take_back_names(shelf, CATEGORY, (), "Ferries", Colours(), PATTERN, NOW)
    assert shelf.categories() == ("Boats",)


def test_a_note_that_was_changed_meanwhile_stays_as_it_is(shelf: NoteLibrary) -> None:
    note = add(shelf, "a", "Boats")
    add(shelf, "b", "Boats")
    add(shelf, "c", "Boats")
    wanted = plan_names(shelf, CATEGORY, "Boats", "Ferries")
    shelf.save_note(replace(note, category="Locks"))
    shelf.remove_note("b", NOW)
    done = change_names(shelf, wanted, PATTERN, NOW)
    assert [one.note_id for one in done] == ["c"]
    assert named(shelf)["a"] == ("Locks", ())


def test_what_was_typed_and_not_saved_stays_with_its_note(shelf: NoteLibrary) -> None:
    note = add(shelf, "a", "Boats")
    typed = Draft(note_id="a", base_rev=note.rev, title="a", body="Mud", written_at=NOW)
    shelf.keep_draft(typed)
    change(shelf, CATEGORY, "Boats", "Ferries")
    assert shelf.drafts() == (replace(typed, base_rev=shelf.note("a").rev),)


def test_colours_belong_to_names_of_one_kind(shelf: NoteLibrary) -> None:
    set_colour(shelf, CATEGORY, "Boats", NameColour.SEA)
    set_colour(shelf, TAG, "Boats", NameColour.CLAY)
    assert name_colours(shelf) == Colours({"Boats": NameColour.SEA}, {"Boats": NameColour.CLAY})
    set_colour(shelf, TAG, "Boats", None)
    assert name_colours(shelf) == Colours({"Boats": NameColour.SEA}, {})


def test_a_colour_goes_to_the_new_name_unless_that_has_its_own(shelf: NoteLibrary) -> None:
    set_colour(shelf, TAG, "old", NameColour.SEA)
    move_colour(shelf, TAG, "old", "new")
    assert name_colours(shelf).tags == {"new": NameColour.SEA}
    set_colour(shelf, TAG, "other", NameColour.CLAY)
    move_colour(shelf, TAG, "other", "new")
    assert name_colours(shelf).tags == {"new": NameColour.SEA}


def test_a_name_that_goes_takes_its_colour_along(shelf: NoteLibrary) -> None:
    add(shelf, "a", "Boats")
    set_colour(shelf, CATEGORY, "Boats", NameColour.SEA)
    change(shelf, CATEGORY, "Boats", None)
    assert name_colours(shelf) == Colours()


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"tag": 7}', '{"tag": {"a": "gold"}}'])
def test_colours_that_cannot_be_read_are_none(shelf: NoteLibrary, kept: str) -> None:
    shelf.keep_remark(REMARK, kept)
    assert name_colours(shelf) == Colours()
    keep_colours(shelf, Colours({}, {"a": NameColour.SEA}))
    assert name_colours(shelf).tags == {"a": NameColour.SEA}
