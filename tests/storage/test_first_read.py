from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.errors import LibraryBusyError, LibraryError
from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.goal import Outcome, WeekPlan
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.first_look import FIRST_LINES
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import (
    SqlLibrary,
    open_after,
    open_for_reading,
    open_for_writing,
)
from weeknotes_desktop.storage.schema import Condition


@contextmanager
def a_start(path: Path) -> Iterator[FirstRead]:
    first = FirstRead.open(path)
    try:
        yield first
    finally:
        first.close()


def sight_of(path: Path, this_week: Week = WEEK) -> FirstSight:
    with a_start(path) as first:
        return first.first_sight(this_week)


def test_a_start_needs_nothing_but_the_standard_library_and_the_lock() -> None:
    script = (
        "import sys, weeknotes_desktop.storage.first_read, weeknotes_desktop.storage.writer,"
        " weeknotes_desktop.storage.settings_file;"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " - sys.stdlib_module_names - {'weeknotes_desktop', 'filelock'}))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {script}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['__main__']"


def test_where_there_is_no_library_a_start_makes_none_and_sees_an_empty_week(path: Path) -> None:
    with a_start(path) as first:
        assert first.condition is Condition.MISSING
        assert not first.ready
        assert first.read_only is None
        assert first.first_sight(WEEK) == FirstSight(week=WEEK, plan=WeekPlan(week=WEEK))
    assert not path.exists()


def test_an_old_library_waits_to_be_migrated_and_is_left_as_it_is(path: Path) -> None:
    make_old_library(path, [a_note(rev=1)], [])
    before = path.read_bytes()
    with a_start(path) as first:
        assert first.condition is Condition.OLD
        assert first.first_sight(WEEK).note is None
        with pytest.raises(LibraryError):
            first.keep_draft(a_draft())
    assert path.read_bytes() == before


def test_a_start_sees_what_the_library_holds(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note("last", week=WEEK.plus(-1)))
        note = library.add_note(a_note())
        for week, goal_id in ((WEEK.plus(-1), "a"), (WEEK, "b"), (WEEK, "c"), (WEEK.plus(1), "d")):
            library.add_goal(a_goal(goal_id, week=week, outcome=Outcome.DONE), NOW)
        library.add_goal(a_goal("stretch", stretch=True), NOW)
        library.add_goal(a_goal("gone"), NOW)
        library.remove_goal("gone", NOW)
        plan = library.save_plan(WeekPlan(week=WEEK, focus="Props"))
        wanted = FirstSight(
            week=WEEK,
            summaries=library.summaries(),
            note=note,
            goals=library.goals(WEEK),
            next_week=WEEK.plus(1),
            next_goals=library.goals(WEEK.plus(1)),
            plan=plan,
        )
    assert sight_of(path) == wanted


def test_the_note_typed_in_last_is_seen_with_what_was_typed(path: Path) -> None:
    with open_for_writing(path) as library:
        for note_id, weeks in (("old", -9), ("older", -10), ("this", 0)):
            library.add_note(a_note(note_id, week=WEEK.plus(weeks)))
        library.keep_draft(a_draft("old"))
        library.keep_draft(a_draft("older", written_at=NOW + timedelta(minutes=1)))
        library.keep_draft(a_draft("nowhere", written_at=NOW + timedelta(minutes=2)))
    sight = sight_of(path)
    assert sight.note is not None
    assert (sight.note.id, sight.week) == ("older", WEEK.plus(-10))
    assert sight.draft == a_draft("older", written_at=NOW + timedelta(minutes=1))


def test_else_this_weeks_newest_note_is_seen_also_before_a_later_one(path: Path) -> None:
    with open_for_writing(path) as library:
        for note_id, weeks in (("this", 0), ("this too", 0), ("later", 3), ("before", -1)):
            library.add_note(a_note(note_id, week=WEEK.plus(weeks)))
    sight = sight_of(path)
    assert sight.note is not None
    assert (sight.note.id, sight.week, sight.draft) == ("this too", WEEK, None)


def test_else_the_newest_note_is_seen(path: Path) -> None:
    with open_for_writing(path) as library:
        for note_id, weeks in (("old", -9), ("newest", -3), ("older", -10)):
            library.add_note(a_note(note_id, week=WEEK.plus(weeks)))
    sight = sight_of(path)
    assert sight.note is not None
    assert (sight.note.id, sight.week) == ("newest", WEEK.plus(-3))


def test_a_library_without_notes_shows_the_goals_of_this_week(path: Path) -> None:
    with open_for_writing(path) as library:
        goal = library.add_goal(a_goal(), NOW)
    sight = sight_of(path)
    assert (sight.week, sight.goals, sight.note) == (WEEK, (goal,), None)


def test_a_week_away_is_passed_over_when_the_goals_after_it_are_shown(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        library.save_plan(WeekPlan(week=WEEK.plus(1), away=""))
        goal = library.add_goal(a_goal(week=WEEK.plus(2)), NOW)
    sight = sight_of(path)
    assert (sight.next_week, sight.next_goals) == (WEEK.plus(2), (goal,))


def test_the_last_week_of_the_calendar_has_no_goals_after_it(path: Path) -> None:
    end = Week(9999, 51)
    with open_for_writing(path) as library:
        library.add_note(a_note(week=end))
    assert sight_of(path).next_goals == ()


@pytest.mark.parametrize("number", [FIRST_LINES, FIRST_LINES + 1])
def test_a_start_reads_the_newest_notes_and_says_whether_there_are_more(
    path: Path, number: int
) -> None:
    with open_for_writing(path) as library, library.transaction():
        for count in range(number):
            library.add_note(a_note(f"n{count}", week=WEEK.plus(-count)))
    sight = sight_of(path)
    with open_for_reading(path) as library:
        assert sight.summaries == library.summaries()[:FIRST_LINES]
    assert sight.more is (number > FIRST_LINES)


def test_a_draft_kept_at_the_start_is_the_librarys_draft(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        library.keep_draft(a_draft(body="before"))
    with a_start(path) as first:
        first.keep_draft(a_draft(body="after"))
        with open_for_reading(path) as library:
            assert library.draft("n1") == a_draft(body="after")
        assert first.first_sight(WEEK).draft == a_draft(body="after")


def test_a_draft_kept_while_the_window_reads_is_not_taken_back_with_the_reading(
    path: Path,
) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    with a_start(path) as first:
        stop = Event()

        def read_on_and_on() -> None:
            while not stop.is_set():
                first.first_sight(WEEK)

        reading = Thread(target=read_on_and_on)
        reading.start()
        for number in range(100):
            first.keep_draft(a_draft(f"n{number}"))
        stop.set()
        reading.join()
    with open_for_reading(path) as library:
        assert len(library.drafts()) == 100


def test_both_ways_of_keeping_a_draft_write_the_same_row(path: Path) -> None:
    def rows(library: SqlLibrary) -> list[tuple[object, ...]]:
        with library._engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT * FROM drafts").all()
            connection.rollback()
        return [tuple(row) for row in found]

    with open_for_writing(path) as library:
        library.keep_draft(a_draft())
        by_the_library = rows(library)
        library.forget_draft("n1")
    with a_start(path) as first:
        first.keep_draft(a_draft())
    with open_for_reading(path) as library:
        assert rows(library) == by_the_library


def test_a_damaged_note_is_the_writers_alone_at_the_start_too(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note(audience=Audience.ME))
        library.add_goal(a_goal(audience=Audience.ME, public_text="x"), NOW)
        with library._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE notes SET audience = 'public'")
            connection.exec_driver_sql("UPDATE goals SET audience = 'public'")
    sight = sight_of(path)
    assert sight.note is not None
    assert sight.note.audience is Audience.ME
    assert [line.audience for line in sight.summaries] == [Audience.ME]
    assert [(goal.audience, goal.public_text) for goal in sight.goals] == [(Audience.ME, None)]


def test_the_lock_goes_from_the_start_to_the_library_without_a_gap(path: Path) -> None:
    first = FirstRead.open(path)
    library = open_after(first)
    first.hand_over()
    first.close()
    with pytest.raises(LibraryBusyError):
        FirstRead.open(path)
    library.close()
    FirstRead.open(path).close()
