"""What only the library on the disk promises."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from tests.careless import careless
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.goal import Outcome, WeekPlan
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.hashes import body_hash, goal_hash, note_hash
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing

# Before the goals of their week count, and after.
MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FRIDAY = NOW


def statements(library: SqlLibrary) -> list[str]:
    """Every statement the library runs from now on."""
    said: list[str] = []

    @event.listens_for(library._engine, "before_cursor_execute")
    def _listen(*given: Any) -> None:
        said.append(given[2])

    return said


def events(path: Path) -> list[tuple[str, Any]]:
    with closing(connect(path)) as connection:
        rows = connection.execute("SELECT kind, detail FROM goal_events ORDER BY seq").fetchall()
    return [(kind, json.loads(detail)) for kind, detail in rows]


def change_behind_its_back(path: Path, statement: str) -> None:
    with closing(careless(path, isolation_level=None)) as other:
        other.execute(statement)


def test_the_archive_is_listed_in_three_reads_that_touch_no_body(library: SqlLibrary) -> None:
    for number in range(5):
        library.add_note(a_note(f"n{number}", week=WEEK.plus(number)))
    for week in (None, WEEK):
        said = statements(library)
        library.summaries(week)
        reads = [statement for statement in said if statement.startswith("SELECT")]
        assert len(reads) == 3
        assert not any("body," in statement or "notes.body " in statement for statement in reads)


def test_the_archive_is_listed_from_an_index_alone_and_needs_no_sorting(
    library: SqlLibrary,
) -> None:
    said = statements(library)
    library.summaries()
    listing = next(one for one in said if one.startswith("SELECT notes.id, notes.iso_year"))
    counting = next(one for one in said if "FROM goals" in one)
    driver = library._engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    plan = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {listing}")]
    assert plan == ["SCAN notes USING COVERING INDEX notes_for_archive"]
    plan = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {counting}", ("done", 1, 0))]
    assert "COVERING INDEX goals_by_week" in plan[0]


def test_two_libraries_on_one_file_see_each_others_saves(path: Path) -> None:
    with open_for_writing(path) as writer, open_for_reading(path) as reader:
        assert reader.summaries() == ()
        kept = writer.add_note(a_note())
        assert reader.note("n1") == kept


def test_a_reader_in_a_transaction_sees_one_moment(path: Path) -> None:
    with open_for_writing(path) as writer, open_for_reading(path) as reader:
        first = writer.add_note(a_note())
        with reader.transaction():
            assert reader.note("n1") == first
            writer.save_note(first)
            assert reader.note("n1") == first
        assert reader.note("n1") == replace(first, rev=2)


def test_a_writer_that_has_only_read_so_far_already_holds_the_right_to_write(
    library: SqlLibrary, path: Path
) -> None:
    with closing(connect(path)) as other:
        other.execute("PRAGMA busy_timeout = 1")
        with library.transaction():
            library.summaries()
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")


def test_a_library_that_was_not_used_closes_its_file_too(path: Path) -> None:
    library = open_for_writing(path)
    library.close()
    again = open_for_writing(path)
    again.close()
    names = {found.name for found in path.parent.iterdir()}
    assert names == {"notes.db", "notes.db.lock"}


def test_a_goal_cannot_be_carried_over_from_one_that_is_not_there(library: SqlLibrary) -> None:
    with pytest.raises(IntegrityError):
        library.add_goal(a_goal(parent="nowhere"), NOW)
    assert library.goals(WEEK) == ()


def test_what_happens_to_a_goal_is_told(library: SqlLibrary, path: Path) -> None:
    goal = library.add_goal(a_goal(position=1), MONDAY_MORNING)
    goal = library.save_goal(replace(goal, text="Take two props away"), FRIDAY)
    goal = library.save_goal(replace(goal, outcome=Outcome.PARTLY, line="One is left"), FRIDAY)
    goal = library.save_goal(replace(goal, audience=Audience.ME, position=0), FRIDAY)
    library.remove_goal("g1", FRIDAY)
    library.restore_goal("g1", FRIDAY)
    assert events(path) == [
        ("added", {"position": 1, "thread": "g1", "week": "2026-W48"}),
        ("committed", {"text": "Take the props away"}),
        ("reworded", {"text": ["Take the props away", "Take two props away"]}),
        ("outcome", {"outcome": [None, "partly"]}),
        ("line", {"line": [None, "One is left"]}),
        ("moved", {"position": [1, 0]}),
        ("audience", {"audience": ["public", "me"]}),
        ("removed", {}),
        ("restored", {}),
    ]


def test_nothing_is_told_of_a_save_that_changes_nothing(library: SqlLibrary, path: Path) -> None:
    library.save_goal(library.add_goal(a_goal(), FRIDAY), FRIDAY)
    library.save_goal(library.goal("g1"), FRIDAY)
    # It was seen after its Monday noon, once.
    assert [kind for kind, _ in events(path)] == ["added", "committed"]


def test_a_wording_leaves_no_trace_until_monday_noon(library: SqlLibrary, path: Path) -> None:
    goal = library.add_goal(a_goal(text="Set in haste"), MONDAY_MORNING)
    library.save_goal(replace(goal, text="Thought over"), MONDAY_MORNING + timedelta(hours=2))
    assert [kind for kind, _ in events(path)] == ["added"]
    while not library.keep_up_search().done:
        pass
    with closing(connect(path)) as connection:
        dump = "\n".join(connection.iterdump())
    assert "Thought over" in dump
    assert "haste" not in dump


def test_a_move_to_another_week_is_told(library: SqlLibrary, path: Path) -> None:
    goal = library.add_goal(a_goal(), FRIDAY)
    library.save_goal(replace(goal, week=WEEK.plus(1)), FRIDAY)
    assert events(path)[2] == ("moved", {"week": ["2026-W48", "2026-W49"]})


def test_events_are_dated_in_utc(library: SqlLibrary, path: Path) -> None:
    library.add_goal(a_goal(), datetime(2026, 11, 27, 1, 30, tzinfo=timezone(timedelta(hours=2))))
    with closing(connect(path)) as connection:
        (at,) = connection.execute("SELECT at FROM goal_events").fetchone()
    assert at == "2026-11-26T23:30:00.000000+00:00"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE notes SET audience = 'public'",
        "UPDATE notes SET audience = 'everybody'",
        "UPDATE notes SET title = 'Changed'",
        "UPDATE notes SET rev = 7",
        "UPDATE notes SET iso_week = 47",
        "UPDATE notes SET sha256 = ''",
        "UPDATE notes SET body_sha256 = ''",
        "UPDATE note_tags SET position = position + 5, tag = 'river' WHERE position = 1",
        "DELETE FROM note_tags",
    ],
)
def test_a_damaged_note_is_for_the_writer_alone_also_in_the_archive(
    path: Path, damage: str
) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note(audience=Audience.TEAM))
    change_behind_its_back(path, damage)
    with open_for_reading(path) as library:
        assert library.note("n1").audience is Audience.ME
        assert [line.audience for line in library.summaries()] == [Audience.ME]


def test_a_note_with_a_damaged_body_is_for_the_writer_alone(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    change_behind_its_back(path, "UPDATE notes SET body = replace(body, '%%', '')")
    with open_for_reading(path) as library:
        assert library.note("n1").audience is Audience.ME
        assert "Nobody slept." in library.note("n1").body


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE goals SET audience = 'public'",
        "UPDATE goals SET public_text = text",
        "UPDATE goals SET sha256 = ''",
        "UPDATE goals SET outcome = 'doubled'",
        "UPDATE goals SET stretch = 1",
    ],
)
def test_a_damaged_goal_shows_nothing_to_others(path: Path, damage: str) -> None:
    with open_for_writing(path) as library:
        library.add_goal(
            a_goal(audience=Audience.ME, public_text="Heavy", outcome=Outcome.DONE), NOW
        )
    change_behind_its_back(path, damage)
    with open_for_reading(path) as library:
        goal = library.goal("g1")
        assert (goal.audience, goal.public_text, goal.text) == (
            Audience.ME,
            None,
            "Take the props away",
        )


def test_a_goal_taken_out_of_the_trash_by_damage_shows_nothing_to_others(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_goal(a_goal(), NOW)
        library.remove_goal("g1", NOW)
    change_behind_its_back(path, "UPDATE goals SET trashed_at = NULL")
    with open_for_reading(path) as library:
        assert library.goal("g1").audience is Audience.ME


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE notes SET iso_week = 99",
        "UPDATE notes SET iso_year = x'00'",
        "UPDATE notes SET title = x'ff'",
        "UPDATE notes SET body = CAST(x'57ff65' AS TEXT)",
        "UPDATE notes SET status = 'unheard of'",
        "UPDATE notes SET words = 'many'",
        "UPDATE drafts SET written_at = 'yesterday', base_rev = 'x'",
    ],
)
def test_a_row_that_cannot_be_understood_does_not_hide_the_others(path: Path, damage: str) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note("hurt"))
        library.keep_draft(a_draft("hurt"))
    change_behind_its_back(path, damage)
    with open_for_writing(path) as library:
        library.add_note(a_note("whole"))
        assert {line.id for line in library.summaries()} == {"hurt", "whole"}
        assert library.note("hurt").id == "hurt"
        assert [draft.body for draft in library.drafts()] == [a_draft().body]


def test_a_damaged_note_can_be_saved_again_and_is_whole_then(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    change_behind_its_back(path, "UPDATE notes SET title = 'Changed'")
    with open_for_writing(path) as library:
        kept = library.save_note(replace(library.note("n1"), audience=Audience.PUBLIC))
        assert library.note("n1") == kept


def test_what_was_overwritten_is_nowhere_in_the_file(path: Path) -> None:
    secret = "the minister called on Sunday"
    with open_for_writing(path) as library:
        note = library.add_note(a_note(body=secret * 50))
        library.keep_draft(a_draft(body=secret))
        library.save_note(replace(note, body="Nothing to see."), typed=True)
    assert secret.encode() not in path.read_bytes()


def test_fingerprints_are_part_of_the_format_and_never_change() -> None:
    note = a_note(rev=2, status=Status.PUBLISHED)
    goal = a_goal(rev=1)
    assert note_hash(note, body_hash(note.body)) == NOTE_FINGERPRINT
    assert goal_hash(goal, None) == GOAL_FINGERPRINT
    settled = replace(goal, committed_at=NOW, held=True, let_go="")
    assert goal_hash(settled, None) == SETTLED_FINGERPRINT


NOTE_FINGERPRINT = "56dd6232fdf6079fd7abd0fd3a602f28874124f3ea9a07530f7c11b915ee0811"
GOAL_FINGERPRINT = "89ea2dfb1793faf8978d102862d6e94dd4d4e5d3f6757825a9d6a54eb8d7cff4"
SETTLED_FINGERPRINT = "34e1e6a73000be132eee3cf61c67b32ea23b7ce534bdf8ca1f1cba51edf8c15f"


def test_a_plan_is_kept_beside_notes_of_its_week(library: SqlLibrary, path: Path) -> None:
    library.save_plan(WeekPlan(week=WEEK, focus="Props"))
    with closing(connect(path)) as connection:
        rows = connection.execute("SELECT iso_year, iso_week, focus, rev FROM weeks").fetchall()
    assert rows == [(2026, 48, "Props", 1)]
