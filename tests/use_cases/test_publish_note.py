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
from weeknotes_desktop.use_cases.changed_since_published import changed_since_published
from weeknotes_desktop.use_cases.edit_goal import set_outcome
from weeknotes_desktop.use_cases.import_notes import import_notes
from weeknotes_desktop.use_cases.note_language import set_language
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
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


def test_saving_is_no_publishing_but_saying_published_is(library: NoteLibrary) -> None:
    note = a_note(library)
    saved = save_note(library, replace(note, body="It"), SETTINGS.label, NOW)
    assert library.snapshot(note.id) is None
    out = save_note(library, replace(saved, status=Status.PUBLISHED), SETTINGS.label, NOW)
    assert out.published_on == NOW.date()
    save_note(library, replace(out, body="It holds."), SETTINGS.label, NOW)
    (kept,) = library.snapshots(note.id)
    assert (kept.body, kept.form, kept.language) == ("It", None, "")


def test_what_is_taken_back_is_a_draft_and_what_was_published_stays_kept(
    library: NoteLibrary,
) -> None:
    out = publish_note(library, a_note(library), SETTINGS, NOW)
    draft = save_note(library, replace(out, status=Status.DRAFT), SETTINGS.label, NOW)
    assert (draft.status, draft.label) == (Status.DRAFT, out.label)
    assert library.published() == ()
    assert len(library.snapshots(out.id)) == 1


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
    other = replace(
        note, title="Ropes", label="1", category="Bridges", tags=("rope",), week=WEEK.plus(1)
    )
    told = [Part.TITLE, Part.LABEL, Part.WEEK, Part.CATEGORY, Part.TAGS]
    assert parts(library, other) == told
    assert parts(library, replace(note, published_on=WEEK.sunday)) == [Part.DAY]


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
