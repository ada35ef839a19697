"""What every library promises, said to the one on the disk and to the fake alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.goal import Outcome, WeekPlan
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.storage.library import open_for_writing


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


class BrokenOffError(Exception):
    """Stops a transaction half-way."""


@contextmanager
def broken_off(shelf: NoteLibrary) -> Iterator[None]:
    """A transaction that fails after all that was done in it."""
    with suppress(BrokenOffError), shelf.transaction():
        yield
        raise BrokenOffError


def test_a_new_library_holds_nothing(shelf: NoteLibrary) -> None:
    assert (shelf.summaries(), shelf.drafts(), shelf.categories()) == ((), (), ())
    assert shelf.goals(WEEK) == ()
    assert shelf.plan(WEEK) == WeekPlan(week=WEEK)
    assert shelf.note_from("") is None
    assert shelf.draft("n1") is None
    assert shelf.successor("g1") is None


def test_texts_are_found_by_words_in_them(shelf: NoteLibrary) -> None:
    shelf.add_note(a_note("n1", body="See [[Bridges]]."))
    shelf.add_note(a_note("n2", body="See [Bridges]."))
    shelf.add_note(a_note("n3", body="[[thrown away]]"))
    shelf.keep_draft(a_draft("n2", body="See [[bridges]]"))
    shelf.remove_note("n3", NOW)
    assert sorted(shelf.bodies_with("[[")) == ["See [[Bridges]].", "See [[bridges]]"]
    assert shelf.bodies_with("[[B") == ("See [[Bridges]].",)


def test_a_note_that_was_added_reads_back(shelf: NoteLibrary) -> None:
    kept = shelf.add_note(a_note(rev=7))
    assert kept == a_note(rev=1)
    assert shelf.note("n1") == kept


def test_a_note_that_was_saved_reads_back_with_its_next_revision(shelf: NoteLibrary) -> None:
    first = shelf.add_note(a_note())
    changed = replace(
        first, title="It still holds", tags=("steel",), category="", week=WEEK.plus(1)
    )
    kept = shelf.save_note(changed)
    assert kept == replace(changed, rev=2)
    assert shelf.note("n1") == kept


def test_saving_over_somebody_elses_save_is_refused_and_changes_nothing(
    shelf: NoteLibrary,
) -> None:
    first = shelf.add_note(a_note())
    theirs = shelf.save_note(replace(first, body="theirs", tags=("theirs",), category="Theirs"))
    with pytest.raises(ChangedElsewhereError):
        shelf.save_note(replace(first, body="mine", tags=("mine",), category="Mine"))
    assert shelf.note("n1") == theirs
    assert shelf.categories() == ("Bridges", "Theirs")


def test_adding_the_same_note_twice_is_refused_and_changes_nothing(shelf: NoteLibrary) -> None:
    first = shelf.add_note(a_note())
    with pytest.raises(ChangedElsewhereError):
        shelf.add_note(a_note(title="Another", tags=("other",), category="Other"))
    assert shelf.note("n1") == first
    assert shelf.categories() == ("Bridges",)


def test_what_is_not_there_is_not_found(shelf: NoteLibrary) -> None:
    with pytest.raises(NotFoundError):
        shelf.note("nowhere")
    with pytest.raises(NotFoundError):
        shelf.save_note(a_note("nowhere"))
    with pytest.raises(NotFoundError):
        shelf.goal("nowhere")
    with pytest.raises(NotFoundError):
        shelf.save_goal(a_goal("nowhere"), NOW)
    with pytest.raises(NotFoundError):
        shelf.remove_goal("nowhere", NOW)
    with pytest.raises(NotFoundError):
        shelf.restore_goal("nowhere", NOW)


def test_the_archive_lists_the_newest_week_first_then_the_newest_note(shelf: NoteLibrary) -> None:
    for note_id, weeks in (("b", 0), ("a", 0), ("old", -60), ("new", 9), ("c", 0)):
        shelf.add_note(a_note(note_id, week=WEEK.plus(weeks)))
    shelf.save_note(shelf.note("b"))
    assert [line.id for line in shelf.summaries()] == ["new", "c", "a", "b", "old"]


def test_the_archive_lists_one_week_alone(shelf: NoteLibrary) -> None:
    shelf.add_note(a_note("before", week=WEEK.plus(-1)))
    shelf.add_note(a_note("this"))
    shelf.add_goal(a_goal(outcome=Outcome.DONE), NOW)
    assert shelf.summaries(WEEK) == shelf.summaries()[:1]
    assert [(line.id, line.tags, line.goals_met) for line in shelf.summaries(WEEK)] == [
        ("this", ("river", "steel"), 1)
    ]


def test_a_line_of_the_archive_says_what_its_note_says(shelf: NoteLibrary) -> None:
    note = shelf.add_note(
        a_note(body="one two\n\nthree", status=Status.PUBLISHED, audience=Audience.TEAM)
    )
    (line,) = shelf.summaries()
    told = (line.id, line.week, line.label, line.title, line.status, line.audience)
    assert told == (note.id, note.week, note.label, note.title, note.status, note.audience)
    assert (line.category, line.tags, line.words) == ("Bridges", ("river", "steel"), 3)
    assert (line.goals_set, line.goals_met) == (0, 0)


def test_the_archive_counts_the_goals_of_the_week_without_stretch_and_trash(
    shelf: NoteLibrary,
) -> None:
    shelf.add_note(a_note())
    shelf.add_goal(a_goal("done", outcome=Outcome.DONE), NOW)
    shelf.add_goal(a_goal("partly", outcome=Outcome.PARTLY), NOW)
    shelf.add_goal(a_goal("open"), NOW)
    shelf.add_goal(a_goal("stretch", outcome=Outcome.DONE, stretch=True), NOW)
    shelf.add_goal(a_goal("gone", outcome=Outcome.DONE), NOW)
    shelf.add_goal(a_goal("elsewhere", outcome=Outcome.DONE, week=WEEK.plus(1)), NOW)
    shelf.remove_goal("gone", NOW)
    (line,) = shelf.summaries()
    assert (line.goals_set, line.goals_met) == (3, 1)


def test_a_note_is_found_by_what_it_was_imported_from(shelf: NoteLibrary) -> None:
    shelf.add_note(a_note("here"))
    there = shelf.add_note(a_note("there", origin="2026-W48 bridge", origin_hash="abc"))
    assert shelf.note_from("2026-W48 bridge") == there
    assert shelf.note_from("2026-W49") is None
    assert shelf.note_from("") is None


def test_a_draft_takes_the_place_of_the_one_before(shelf: NoteLibrary) -> None:
    shelf.add_note(a_note())
    shelf.keep_draft(a_draft(body="first"))
    shelf.keep_draft(a_draft(body="second"))
    assert shelf.drafts() == (a_draft(body="second"),)


def test_a_draft_of_another_revision_is_set_aside_and_never_lost(shelf: NoteLibrary) -> None:
    shelf.add_note(a_note())
    shelf.keep_draft(a_draft(body="theirs"))
    shelf.keep_draft(a_draft(body="mine", base_rev=2))
    assert shelf.draft("n1") == a_draft(body="mine", base_rev=2)
    (aside,) = (draft for draft in shelf.drafts() if draft.note_id != "n1")
    assert aside == a_draft(aside.note_id, body="theirs")


def test_the_newest_draft_stands_first(shelf: NoteLibrary) -> None:
    for note_id, minutes in (("a", 1), ("b", 3), ("c", 2)):
        shelf.keep_draft(a_draft(note_id, written_at=NOW + timedelta(minutes=minutes)))
    assert [draft.note_id for draft in shelf.drafts()] == ["b", "c", "a"]


def test_text_is_kept_even_where_its_note_is_not(shelf: NoteLibrary) -> None:
    shelf.keep_draft(a_draft("not-there-yet"))
    assert shelf.draft("not-there-yet") == a_draft("not-there-yet")


def test_saving_what_was_typed_forgets_its_draft_and_no_other(shelf: NoteLibrary) -> None:
    note = shelf.add_note(a_note())
    shelf.keep_draft(a_draft())
    shelf.keep_draft(a_draft("other"))
    shelf.save_note(note, typed=True)
    assert shelf.drafts() == (a_draft("other"),)


def test_saving_what_was_not_typed_leaves_a_draft_that_says_something_else(
    shelf: NoteLibrary,
) -> None:
    note = shelf.add_note(a_note())
    shelf.keep_draft(a_draft())
    kept = shelf.save_note(replace(note, tags=("a",)))
    assert shelf.draft("n1") == a_draft()
    shelf.save_note(replace(kept, title=a_draft().title, body=a_draft().body))
    assert shelf.draft("n1") is None


def test_a_draft_of_an_older_revision_is_not_in_what_was_typed_since(shelf: NoteLibrary) -> None:
    note = shelf.save_note(shelf.add_note(a_note()))
    shelf.keep_draft(a_draft(base_rev=1))
    shelf.save_note(note, typed=True)
    assert shelf.draft("n1") == a_draft(base_rev=1)


def test_a_save_that_is_refused_leaves_the_draft(shelf: NoteLibrary) -> None:
    note = shelf.add_note(a_note())
    shelf.save_note(note)
    shelf.keep_draft(a_draft())
    with pytest.raises(ChangedElsewhereError):
        shelf.save_note(note)
    assert shelf.draft("n1") == a_draft()


def test_a_forgotten_draft_is_gone_and_forgetting_none_is_no_mistake(shelf: NoteLibrary) -> None:
    shelf.keep_draft(a_draft())
    shelf.forget_draft("n1")
    shelf.forget_draft("n1")
    assert shelf.drafts() == ()


def test_a_category_stays_when_its_last_note_leaves_it(shelf: NoteLibrary) -> None:
    note = shelf.add_note(a_note(category="steel"))
    shelf.add_note(a_note("n2", category="Arches"))
    shelf.add_note(a_note("n3", category=""))
    shelf.save_note(replace(note, category="Zinc"))
    assert shelf.categories() == ("Arches", "steel", "Zinc")


def test_a_goal_reads_back_and_counts_its_saves(shelf: NoteLibrary) -> None:
    first = shelf.add_goal(a_goal(audience=Audience.ME, public_text="Something heavy"), NOW)
    assert shelf.goal("g1") == first
    assert first.rev == 1
    second = shelf.save_goal(replace(first, outcome=Outcome.PARTLY, line="Two are left"), NOW)
    assert shelf.goal("g1") == second
    assert second.rev == 2


def test_a_goal_is_never_saved_over_somebody_elses_save(shelf: NoteLibrary) -> None:
    first = shelf.add_goal(a_goal(), NOW)
    theirs = shelf.save_goal(replace(first, text="Theirs"), NOW)
    with pytest.raises(ChangedElsewhereError):
        shelf.save_goal(replace(first, text="Mine"), NOW)
    with pytest.raises(ChangedElsewhereError):
        shelf.add_goal(a_goal(text="Mine"), NOW)
    assert shelf.goal("g1") == theirs


def test_goals_stand_in_their_order(shelf: NoteLibrary) -> None:
    for goal_id, position in (("a", 2), ("b", 0), ("c", 2), ("d", 1)):
        shelf.add_goal(a_goal(goal_id, position=position), NOW)
    shelf.save_goal(shelf.goal("a"), NOW)
    assert [goal.id for goal in shelf.goals(WEEK)] == ["b", "d", "a", "c"]


def test_a_removed_goal_is_nowhere_and_comes_back_to_its_place(shelf: NoteLibrary) -> None:
    parent = shelf.add_goal(a_goal("parent", week=WEEK.plus(-1)), NOW)
    for goal_id in ("a", "b"):
        shelf.add_goal(a_goal(goal_id, parent=parent.id), NOW)
    before = shelf.goals(WEEK)
    shelf.remove_goal("a", NOW)
    assert shelf.goals(WEEK) == before[1:]
    assert shelf.successor("parent") == before[1]
    with pytest.raises(NotFoundError):
        shelf.goal("a")
    with pytest.raises(NotFoundError):
        shelf.save_goal(before[0], NOW)
    with pytest.raises(NotFoundError):
        shelf.remove_goal("a", NOW)
    restored = shelf.restore_goal("a", NOW)
    assert restored == replace(before[0], rev=3)
    assert shelf.goals(WEEK) == (restored, before[1])
    with pytest.raises(NotFoundError):
        shelf.restore_goal("a", NOW)


def test_somebody_who_read_a_goal_before_it_was_removed_cannot_overwrite_it(
    shelf: NoteLibrary,
) -> None:
    before = shelf.add_goal(a_goal(), NOW)
    shelf.remove_goal("g1", NOW)
    shelf.restore_goal("g1", NOW)
    with pytest.raises(ChangedElsewhereError):
        shelf.save_goal(before, NOW)


def test_the_successor_is_the_goal_it_was_carried_over_to(shelf: NoteLibrary) -> None:
    shelf.add_goal(a_goal("first"), NOW)
    second = shelf.add_goal(a_goal("second", parent="first", week=WEEK.plus(1)), NOW)
    assert shelf.successor("first") == second
    assert shelf.successor("second") is None


def test_a_plan_reads_back_and_is_never_overwritten_unseen(shelf: NoteLibrary) -> None:
    first = shelf.save_plan(WeekPlan(week=WEEK, focus="Finish"))
    assert shelf.plan(WEEK) == first == WeekPlan(week=WEEK, focus="Finish", rev=1)
    second = shelf.save_plan(replace(first, away="Moving house"))
    assert shelf.plan(WEEK) == second
    for stale in (first, WeekPlan(week=WEEK, focus="Mine")):
        with pytest.raises(ChangedElsewhereError):
            shelf.save_plan(stale)
    assert shelf.plan(WEEK) == second
    assert shelf.plan(WEEK.plus(1)) == WeekPlan(week=WEEK.plus(1))


def test_the_weeks_away_are_told_in_their_order(shelf: NoteLibrary) -> None:
    shelf.save_plan(WeekPlan(week=WEEK.plus(2), away="Leave"))
    shelf.save_plan(WeekPlan(week=WEEK, away=""))
    back = shelf.save_plan(WeekPlan(week=WEEK.plus(1), away="Leave", focus="Rest"))
    shelf.save_plan(replace(back, away=None))
    assert [(plan.week, plan.away) for plan in shelf.weeks_away()] == [
        (WEEK, ""),
        (WEEK.plus(2), "Leave"),
    ]


def test_a_transaction_that_fails_leaves_nothing(shelf: NoteLibrary) -> None:
    first = shelf.add_note(a_note())
    with broken_off(shelf):
        shelf.save_note(replace(first, title="Changed", category="New"))
        shelf.add_goal(a_goal(), NOW)
        shelf.keep_draft(a_draft())
        shelf.save_plan(WeekPlan(week=WEEK, focus="Changed"))
    assert shelf.note("n1") == first
    assert shelf.categories() == ("Bridges",)
    assert (shelf.goals(WEEK), shelf.drafts()) == ((), ())
    assert shelf.plan(WEEK) == WeekPlan(week=WEEK)


def test_a_transaction_inside_one_can_fail_alone(shelf: NoteLibrary) -> None:
    with shelf.transaction():
        shelf.add_note(a_note("before"))
        with broken_off(shelf):
            shelf.add_note(a_note("inside"))
        with shelf.transaction():
            shelf.add_note(a_note("after"))
    assert {line.id for line in shelf.summaries()} == {"before", "after"}


def test_a_transaction_inside_one_that_fails_is_not_kept(shelf: NoteLibrary) -> None:
    with broken_off(shelf), shelf.transaction():
        shelf.add_note(a_note())
    assert shelf.summaries() == ()


def test_what_a_transaction_wrote_is_read_inside_it(shelf: NoteLibrary) -> None:
    with shelf.transaction():
        kept = shelf.add_note(a_note())
        assert shelf.note("n1") == kept
        assert len(shelf.summaries()) == 1
