from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.found import FoundGoal, FoundNote, FoundPage
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.import_notes import Action, import_notes
from weeknotes_desktop.use_cases.save_note import save_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
POST = FoundNote(
    week=WEEK,
    label="Weeknote v3.9",
    title="One book",
    body="We lent one book.",
    origin="a",
    goals=(FoundGoal(week=WEEK, text="Lend a book", outcome=Outcome.DONE),),
)


def page(*posts: FoundNote) -> list[FoundPage]:
    return [FoundPage(notes=posts)]


def actions(library: FakeLibrary, *posts: FoundNote) -> list[Action]:
    return [one.action for one in import_notes(library, page(*posts), NOW).notes]


def test_an_imported_post_is_a_published_note_with_proposed_goals() -> None:
    library = FakeLibrary()
    report = import_notes(library, page(POST), NOW)
    note = report.notes[0].note
    assert (note.status, note.label, note.title) == (Status.PUBLISHED, "Weeknote v3.9", "One book")
    (goal,) = library.goals(WEEK)
    assert (goal.text, goal.outcome, goal.proposed) == ("Lend a book", Outcome.DONE, True)


def test_importing_twice_changes_nothing() -> None:
    library = FakeLibrary()
    assert actions(library, POST) == [Action.ADDED]
    before = (library.summaries(), library.goals(WEEK))
    assert actions(library, POST) == [Action.UNCHANGED]
    assert (library.summaries(), library.goals(WEEK)) == before


def test_a_post_that_changed_on_the_blog_is_taken_over() -> None:
    library = FakeLibrary()
    actions(library, POST)
    assert actions(library, replace(POST, body="We lent two books.")) == [Action.CHANGED]
    assert library.note(library.summaries()[0].id).body == "We lent two books."


def test_what_the_writer_changed_here_is_never_overwritten() -> None:
    library = FakeLibrary()
    (one,) = import_notes(library, page(POST), NOW).notes
    save_note(library, replace(one.note, body="My own words."), LabelPattern(), NOW)
    report = import_notes(library, page(replace(POST, body="Other words.")), NOW)
    assert library.note(one.note.id).body == "My own words."
    assert report.notes[0].action is Action.UNCHANGED
    assert "v3.9" in report.skipped[0]


def test_a_category_page_adds_its_category_and_a_month_page_does_not_take_it_away() -> None:
    library = FakeLibrary()
    actions(library, POST)
    assert actions(library, replace(POST, category="Libraries")) == [Action.CHANGED]
    assert actions(library, POST) == [Action.UNCHANGED]
    assert library.summaries()[0].category == "Libraries"


def test_a_dry_run_says_the_same_and_writes_nothing() -> None:
    library = FakeLibrary()
    report = import_notes(library, page(POST), NOW, dry_run=True)
    assert [one.action for one in report.notes] == [Action.ADDED]
    assert library.summaries() == ()
    assert library.goals(WEEK) == ()


def test_two_posts_with_the_same_label_both_stay() -> None:
    library = FakeLibrary()
    other = replace(POST, origin="b", body="A second post of that week.", goals=())
    assert actions(library, POST, other) == [Action.ADDED, Action.ADDED]
    assert len(library.summaries(WEEK)) == 2


def test_a_goal_that_two_posts_name_is_kept_once() -> None:
    library = FakeLibrary()
    before = FoundNote(
        week=WEEK.plus(-1),
        label="Weeknote v3.8",
        title="",
        body="Next week.",
        origin="c",
        goals=(FoundGoal(week=WEEK, text="lend a book"),),
    )
    actions(library, POST, before)
    assert len(library.goals(WEEK)) == 1


def test_a_category_that_the_writer_cleared_stays_cleared() -> None:
    library = FakeLibrary()
    (one,) = import_notes(library, page(replace(POST, category="Libraries")), NOW).notes
    save_note(library, replace(one.note, category=""), LabelPattern(), NOW)
    assert actions(library, replace(POST, category="Libraries")) == [Action.UNCHANGED]
    assert library.note(one.note.id).category == ""


def test_a_category_is_not_given_to_a_note_the_writer_has_saved() -> None:
    library = FakeLibrary()
    (one,) = import_notes(library, page(POST), NOW).notes
    save_note(library, replace(one.note, body="My own words."), LabelPattern(), NOW)
    assert actions(library, replace(POST, category="Libraries")) == [Action.UNCHANGED]


def test_a_goal_that_the_writer_removed_does_not_come_back() -> None:
    library = FakeLibrary()
    actions(library, POST)
    (goal,) = library.goals(WEEK)
    library.remove_goal(goal.id, NOW)
    changed = import_notes(library, page(replace(POST, body="We lent two books.")), NOW)
    assert changed.notes[0].action is Action.CHANGED
    assert library.goals(WEEK) == ()
    assert changed.skipped == (
        "Weeknote v3.9 names other goals now than stand here; those here stay.",
    )


def test_a_goal_that_the_page_words_anew_is_told_and_not_added() -> None:
    library = FakeLibrary()
    actions(library, POST)
    before = library.goals(WEEK)
    anew = replace(POST, body="We did.", goals=(FoundGoal(week=WEEK, text="Lend one book"),))
    assert len(import_notes(library, page(anew), NOW).skipped) == 1
    assert library.goals(WEEK) == before


def test_goals_that_did_not_change_are_not_spoken_of() -> None:
    library = FakeLibrary()
    actions(library, POST)
    assert import_notes(library, page(replace(POST, body="We did.")), NOW).skipped == ()


def test_a_dry_run_of_a_post_on_two_pages_says_the_same() -> None:
    pages = [*page(POST), *page(replace(POST, category="Libraries"))]
    dry = import_notes(FakeLibrary(), pages, NOW, dry_run=True)
    done = import_notes(FakeLibrary(), pages, NOW)
    assert [(one.note.category, one.note.rev, one.action) for one in dry.notes] == [
        (one.note.category, one.note.rev, one.action) for one in done.notes
    ]
    assert dry.skipped == done.skipped == ()
