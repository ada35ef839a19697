"""Publishing, taking back, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.comparison import Change, Piece
from weeknotes_desktop.domain.errors import ChangedElsewhereError
from weeknotes_desktop.domain.found import FoundNote, FoundPage
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.since_published import Part
from weeknotes_desktop.domain.version import Occasion
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.changed_since_published import (
    changed_since_published,
    since_published,
)
from weeknotes_desktop.use_cases.edit_goal import set_outcome
from weeknotes_desktop.use_cases.import_notes import import_notes
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.publish_note import publish_note, put_back
from weeknotes_desktop.use_cases.save_note import Publishing, save_note, save_typed
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2026, 48)
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
SETTINGS = Settings(goal_form=GoalForm.NUMBERS)


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield opened


def a_note(library: NoteLibrary, body: str = "It held.\n\n[GOALS]") -> Note:
    return start_note(library, WEEK, title="Rope", body=body)


def test_publishing_keeps_the_note_as_it_stands_with_its_label_and_day(
    library: NoteLibrary,
) -> None:
    goal = add_goal(library, WEEK, "Hold the bridge", NOW)
    add_goal(library, WEEK.plus(1), "Paint it", NOW)
    note = a_note(library)
    set_language(library, note.id, "de")
    published = publish_note(library, note, SETTINGS, NOW)
    assert published == library.note(note.id)
    assert published.status is Status.PUBLISHED
    assert (published.label, published.published_on) == ("Weeknote 48.2026", NOW.date())
    kept = library.snapshot(note.id)
    assert kept is not None
    assert (kept.title, kept.body, kept.day) == (note.title, note.body, NOW.date())
    assert [one.id for one in kept.goals] == [goal.id]
    assert [one.text for one in kept.next_goals] == ["Paint it"]
    assert (kept.form, kept.language) == (GoalForm.NUMBERS, "de")
    assert [line.occasion for line in library.versions(note.id)] == [Occasion.PUBLISHED]


def test_the_day_is_the_writers_own_where_they_said_one(library: NoteLibrary) -> None:
    note = replace(a_note(library), published_on=date(2026, 11, 27))
    assert publish_note(library, note, SETTINGS, NOW).published_on == date(2026, 11, 27)


def test_publishing_again_keeps_what_was_published_before(library: NoteLibrary) -> None:
    first = publish_note(library, a_note(library), SETTINGS, NOW)
    later = NOW + timedelta(days=1)
    changed = Settings(label_pattern="{year}.{week}")
    again = publish_note(library, replace(first, body="It holds."), changed, later)
    assert [one.body for one in library.snapshots(first.id)] == ["It holds.", first.body]
    assert (again.label, again.published_on) == (first.label, first.published_on)


def test_saving_is_no_publishing_and_there_is_no_other_way_to_publish(
    library: NoteLibrary,
) -> None:
    note = a_note(library)
    saved = save_note(library, replace(note, body="It"), SETTINGS.label, NOW)
    with pytest.raises(ValueError, match="publish_note"):
        save_note(library, replace(saved, status=Status.PUBLISHED), SETTINGS.label, NOW)
    assert library.note(note.id) == saved
    assert library.snapshot(note.id) is None
    out = publish_note(library, saved, SETTINGS, NOW)
    save_note(library, replace(out, body="It holds."), SETTINGS.label, NOW)
    (kept,) = library.snapshots(note.id)
    assert kept.body == "It"


def test_what_is_typed_is_saved_published_or_put_back_as_the_writer_says(
    library: NoteLibrary,
) -> None:
    note = a_note(library, "It")
    saved = save_typed(library, note, SETTINGS, NOW, Publishing.NO)
    assert (saved.status, library.snapshots(note.id)) == (Status.DRAFT, ())
    out = save_typed(library, saved, SETTINGS, NOW, Publishing.NOW)
    kept = library.snapshot(note.id)
    assert kept is not None
    assert (out.status, kept.form, kept.language) == (
        Status.PUBLISHED,
        SETTINGS.goal_form,
        SETTINGS.language,
    )
    draft = save_note(library, replace(out, status=Status.DRAFT), SETTINGS.label, NOW)
    later = NOW + timedelta(days=3)
    changed = replace(draft, body="It holds.")
    back = save_typed(library, changed, SETTINGS, later, Publishing.AS_BEFORE)
    assert (back.status, back.label, back.published_on) == (
        Status.PUBLISHED,
        out.label,
        NOW.date(),
    )
    assert library.snapshots(note.id) == (kept,)
    (shown,) = library.published()
    assert shown.snapshot == kept
    assert parts(library, back) == [Part.TEXT]


def test_a_note_of_old_that_is_put_back_goes_on_without_a_day(library: NoteLibrary) -> None:
    old = library.add_note(Note(id="old", week=WEEK, title="Rope", status=Status.PUBLISHED))
    draft = save_note(library, replace(old, status=Status.DRAFT), SETTINGS.label, NOW)
    back = put_back(library, draft, SETTINGS, NOW)
    assert (back.status, back.published_on, back.day) == (Status.PUBLISHED, None, WEEK.friday)
    assert library.snapshots("old") == ()
    again = publish_note(library, back, SETTINGS, NOW)
    assert again.day == WEEK.friday


def test_what_is_taken_back_is_a_draft_and_what_was_published_stays_kept(
    library: NoteLibrary,
) -> None:
    out = publish_note(library, a_note(library), SETTINGS, NOW)
    draft = save_note(library, replace(out, status=Status.DRAFT), SETTINGS.label, NOW)
    assert (draft.status, draft.label) == (Status.DRAFT, out.label)
    assert library.published() == ()
    assert len(library.snapshots(out.id)) == 1
    # Its readers know it by that day; a writer who wants another one says so.
    later = NOW + timedelta(days=7)
    assert publish_note(library, draft, SETTINGS, later).published_on == NOW.date()


def test_nothing_is_published_over_somebody_elses_save(library: NoteLibrary) -> None:
    note = a_note(library)
    save_note(library, replace(note, title="Ropes"), SETTINGS.label, NOW)
    with pytest.raises(ChangedElsewhereError):
        publish_note(library, note, SETTINGS, NOW)
    assert library.snapshots(note.id) == ()


def test_an_imported_post_was_published_on_its_day_or_the_friday_of_its_week(
    library: NoteLibrary,
) -> None:
    post = FoundNote(week=WEEK, label="48.2026", title="Rope", body="It held.", origin="o1")
    dated = replace(post, origin="o2", body="So did this.", day=date(2026, 11, 29))
    page = FoundPage(notes=(post, dated))
    report = import_notes(library, [page], NOW)
    notes = [one.note for one in report.notes]
    assert [note.published_on for note in notes] == [WEEK.friday, date(2026, 11, 29)]
    assert [len(library.snapshots(note.id)) for note in notes] == [1, 1]
    import_notes(library, [page], NOW)
    assert [len(library.snapshots(note.id)) for note in notes] == [1, 1]
    corrected = replace(post, body="It held, all week.")
    import_notes(library, [FoundPage(notes=(corrected,))], NOW + timedelta(days=1))
    newest = library.snapshot(notes[0].id)
    assert newest is not None
    assert newest.body == "It held, all week."


def parts(library: NoteLibrary, note: Note) -> list[Part]:
    found = changed_since_published(library, note, SETTINGS)
    return [] if found is None else [one.part for one in found.differences]


def test_what_readers_would_see_differently_is_told_word_by_word(library: NoteLibrary) -> None:
    note = publish_note(library, a_note(library, "It held."), SETTINGS, NOW)
    assert changed_since_published(library, note, SETTINGS) is None
    changed = changed_since_published(library, replace(note, body="It holds."), SETTINGS)
    assert changed is not None
    (difference,) = changed.differences
    assert difference.part is Part.TEXT
    assert difference.pieces == (
        Piece(Change.SAME, "It "),
        Piece(Change.GONE, "held"),
        Piece(Change.NEW, "holds"),
        Piece(Change.SAME, "."),
    )
    assert difference.reader is Audience.PUBLIC
    other = replace(
        note, title="Ropes", label="1", category="Bridges", tags=("rope",), week=WEEK.plus(1)
    )
    told = [Part.TITLE, Part.LABEL, Part.WEEK, Part.CATEGORY, Part.TAGS]
    assert parts(library, other) == told
    assert parts(library, replace(note, published_on=WEEK.sunday)) == [Part.DAY]
    found = changed_since_published(library, replace(note, published_on=WEEK.sunday), SETTINGS)
    assert found is not None
    assert found.differences[0].pieces == (
        Piece(Change.GONE, "2026-11-28"),
        Piece(Change.NEW, "2026-11-29"),
    )


def test_it_is_told_when_it_was_published_and_whether_anything_changed(
    library: NoteLibrary,
) -> None:
    note = publish_note(library, a_note(library, "It held."), SETTINGS, NOW)
    same = since_published(library, note, SETTINGS)
    assert same is not None
    assert (same.at, same.day, same.changed) == (NOW, NOW.date(), False)
    changed = since_published(library, replace(note, body="It"), SETTINGS)
    assert changed is not None
    assert changed.changed
    old = library.add_note(Note(id="old", week=WEEK, status=Status.PUBLISHED))
    assert since_published(library, old, SETTINGS) is None


def test_a_note_for_more_readers_than_before_is_different_for_them(library: NoteLibrary) -> None:
    kept = replace(a_note(library, "It held."), audience=Audience.TEAM)
    note = publish_note(library, kept, SETTINGS, NOW)
    assert parts(library, note) == []
    wider = replace(note, audience=Audience.PUBLIC)
    assert parts(library, wider) == [Part.READERS]
    # Fewer readers need no publishing: it is gone the next time the site is made.
    public = publish_note(library, wider, SETTINGS, NOW)
    assert parts(library, replace(public, audience=Audience.TEAM)) == []


def test_what_the_team_read_already_and_the_public_will_is_a_difference_for_the_public(
    library: NoteLibrary,
) -> None:
    note = publish_note(
        library, a_note(library, "It held.\n\n::: team\nBarely.\n:::"), SETTINGS, NOW
    )
    told = replace(note, body="It held.\n\nBarely.")
    found = changed_since_published(library, told, SETTINGS)
    assert found is not None
    (difference,) = [one for one in found.differences if one.reader is Audience.PUBLIC]
    assert Piece(Change.NEW, "\n\nBarely.") in difference.pieces


def test_what_the_team_alone_reads_is_told_apart(library: NoteLibrary) -> None:
    note = publish_note(library, a_note(library, "It held."), SETTINGS, NOW)
    team = replace(note, body="It holds.\n\n::: team\nBarely.\n:::")
    found = changed_since_published(library, team, SETTINGS)
    assert found is not None
    assert [(one.part, one.reader) for one in found.differences] == [
        (Part.TEXT, Audience.PUBLIC),
        (Part.TEXT, Audience.TEAM),
    ]
    both = changed_since_published(library, replace(note, body="It holds."), SETTINGS)
    assert both is not None
    assert [one.reader for one in both.differences] == [Audience.PUBLIC]


def test_what_became_of_a_goal_is_a_difference_where_the_note_shows_it(
    library: NoteLibrary,
) -> None:
    shown, hidden = (add_goal(library, WEEK, text, NOW) for text in ("Hold it", "Rest"))
    goals = publish_note(library, a_note(library), SETTINGS, NOW)
    other = publish_note(library, a_note(library, "No goals."), SETTINGS, NOW)
    set_outcome(library, shown.id, Outcome.DONE, NOW)
    assert parts(library, goals) == [Part.GOALS]
    assert parts(library, other) == []
    assert hidden.text == "Rest"


def test_what_only_the_writer_reads_is_no_difference(library: NoteLibrary) -> None:
    note = publish_note(library, a_note(library), SETTINGS, NOW)
    own = add_goal(library, WEEK, "Sleep", NOW, audience=Audience.ME)
    set_outcome(library, own.id, Outcome.DONE, NOW)
    private = replace(note, body=f"{note.body}\n\n::: private\nNobody slept.\n:::")
    assert parts(library, private) == []
    team = replace(note, body=f"{note.body}\n\n::: team\nNobody slept.\n:::")
    assert parts(library, team) == [Part.TEXT]
    assert parts(library, replace(private, audience=Audience.ME)) == []
    assert parts(library, replace(team, status=Status.DRAFT)) == []
