"""Jots and tasks; on the library in memory and on the one on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.edit_jot import remove_jot, reword_jot
from weeknotes_desktop.use_cases.edit_task import (
    add_task,
    move_task,
    promote_task,
    remove_task,
    reword_task,
    tick_task,
)
from weeknotes_desktop.use_cases.old_tasks import look_at_tasks, old_tasks
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.task_list import task_list
from weeknotes_desktop.use_cases.use_jot import use_jot

LONDON = ZoneInfo("Europe/London")
WEEK = Week(2021, 9)
THURSDAY = datetime(2021, 3, 4, 11, 20, tzinfo=LONDON)
MAKERS: dict[str, Callable[[Path], NoteLibrary]] = {
    "memory": lambda _: FakeLibrary(),
    "disk": lambda folder: open_for_writing(folder / "notes.db"),
}


@pytest.fixture(params=MAKERS)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    made = MAKERS[request.param](tmp_path)
    yield made
    if request.param == "disk":
        made.close()  # type: ignore[attr-defined]


def test_a_jot_keeps_its_day_and_time_where_it_was_caught(library: NoteLibrary) -> None:
    caught = add_jot(library, "  Most practitioners\nyet ", THURSDAY)
    later = add_jot(library, "For the next one", THURSDAY, week=WEEK.plus(1))
    (kept,) = library.jots(WEEK)
    assert kept == caught
    assert (kept.text, kept.at, kept.at.utcoffset()) == (
        "Most practitioners yet",
        THURSDAY,
        timedelta(),
    )
    assert kept.words == "On Thursday: Most practitioners yet"
    assert library.jots(WEEK.plus(1)) == (later,)


def test_an_empty_jot_or_task_is_refused(library: NoteLibrary) -> None:
    for empty in ("", " \n"):
        with pytest.raises(WeekNotesError):
            add_jot(library, empty, THURSDAY)
        with pytest.raises(WeekNotesError):
            add_task(library, empty)
    assert (library.jots(WEEK), library.tasks()) == ((), ())


def test_a_jot_is_marked_as_used_and_unmarked(library: NoteLibrary) -> None:
    note = start_note(library, WEEK)
    caught = add_jot(library, "a", THURSDAY)
    used = use_jot(library, caught, note.id)
    assert used.used_in == note.id
    assert use_jot(library, caught, note.id) == used == library.jots(WEEK)[0]
    assert use_jot(library, used, None).used_in is None


def test_a_jot_that_was_removed_or_goes_nowhere_is_not_marked(library: NoteLibrary) -> None:
    caught = add_jot(library, "a", THURSDAY)
    with pytest.raises(NotFoundError):
        use_jot(library, caught, "no note")
    library.remove_jot(caught.id, THURSDAY)
    with pytest.raises(NotFoundError):
        use_jot(library, caught, None)


def test_tasks_stand_in_order_and_a_tick_keeps_its_time(library: NoteLibrary) -> None:
    one, two = add_task(library, "one"), add_task(library, "- two")
    assert [task.text for task in library.tasks()] == ["one", "- two"]
    ticked = tick_task(library, one.id, THURSDAY)
    assert tick_task(library, one.id, THURSDAY + timedelta(hours=1)) == ticked
    assert ticked.done_at == THURSDAY
    assert tick_task(library, one.id, THURSDAY, done=False).done_at is None
    with pytest.raises(NotFoundError):
        tick_task(library, "three", THURSDAY)
    assert add_task(library, "three").position == two.position + 1


def test_what_was_ticked_in_an_earlier_week_is_done_with(library: NoteLibrary) -> None:
    for text in ("open", "ticked now", "ticked before"):
        add_task(library, text)
    _, now, before = library.tasks()
    tick_task(library, now.id, THURSDAY)
    tick_task(library, before.id, THURSDAY - timedelta(weeks=1))
    shown = task_list(library, THURSDAY)
    assert ([task.text for task in shown.tasks], shown.ticked) == (["open", "ticked now"], 1)


def test_the_week_of_a_tick_is_that_of_the_writer(library: NoteLibrary) -> None:
    """Half past midnight on a Monday of British Summer Time is Sunday in UTC."""
    monday = datetime(2021, 3, 29, 0, 30, tzinfo=LONDON)
    tick_task(library, add_task(library, "a").id, monday)
    assert task_list(library, monday + timedelta(days=3)).ticked == 1
    assert task_list(library, (monday + timedelta(days=3)).astimezone(UTC)).ticked == 0


def test_a_task_becomes_a_goal_once_and_leaves_the_list(library: NoteLibrary) -> None:
    task = add_task(library, "Write it down")
    goal = promote_task(library, task.id, WEEK, THURSDAY, audience=Audience.ME)
    assert (goal.text, goal.week, goal.audience) == ("Write it down", WEEK, Audience.ME)
    assert library.goals(WEEK) == (goal,)
    assert library.tasks() == ()
    assert [(one.kind, one.id) for one in library.trash()] == [(Kind.TASK, task.id)]
    with pytest.raises(NotFoundError):
        promote_task(library, task.id, WEEK, THURSDAY)
    assert len(library.goals(WEEK)) == 1


def test_a_ticked_task_becomes_no_goal(library: NoteLibrary) -> None:
    task = tick_task(library, add_task(library, "a").id, THURSDAY)
    with pytest.raises(WeekNotesError):
        promote_task(library, task.id, WEEK, THURSDAY)
    assert (library.goals(WEEK), library.tasks()) == ((), (task,))


def test_a_jot_gets_other_words_and_keeps_its_time(library: NoteLibrary) -> None:
    caught = add_jot(library, "Tea", THURSDAY)
    reworded = reword_jot(library, WEEK, caught.id, " Forty  cups ")
    assert (reworded.text, reworded.at) == ("Forty cups", THURSDAY)
    assert reword_jot(library, WEEK, caught.id, "Forty cups").rev == reworded.rev
    with pytest.raises(WeekNotesError):
        reword_jot(library, WEEK, caught.id, " ")
    assert remove_jot(library, WEEK, caught.id, THURSDAY).text == "Forty cups"
    with pytest.raises(NotFoundError):
        reword_jot(library, WEEK, caught.id, "Tea")


def test_a_task_gets_another_wording_and_goes_into_the_trash(library: NoteLibrary) -> None:
    task = add_task(library, "Water")
    assert reword_task(library, task.id, " The\nplants ").text == "The plants"
    with pytest.raises(WeekNotesError):
        reword_task(library, task.id, "\x00")
    assert remove_task(library, task.id, THURSDAY).text == "The plants"
    assert library.tasks() == ()
    with pytest.raises(NotFoundError):
        remove_task(library, task.id, THURSDAY)


@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize("end", range(4))
def test_a_task_moves_to_the_place_of_another(library: NoteLibrary, start: int, end: int) -> None:
    tasks = [add_task(library, text) for text in "abcd"]
    order = [task.id for task in tasks]
    moved = move_task(library, order[start], order[end])
    order.insert(end, order.pop(start))
    assert [task.id for task in moved] == order
    assert [task.id for task in library.tasks()] == order


def test_a_task_grows_old_from_the_day_it_was_first_looked_at(library: NoteLibrary) -> None:
    first, second = add_task(library, "Water"), add_task(library, "Chalk")
    assert old_tasks(library, THURSDAY) == frozenset()
    look_at_tasks(library, THURSDAY)
    third = add_task(library, "Keys")
    look_at_tasks(library, THURSDAY + timedelta(days=5))
    tick_task(library, second.id, THURSDAY)
    week_later = THURSDAY + timedelta(days=7)
    assert old_tasks(library, week_later) == {first.id}
    assert old_tasks(library, week_later + timedelta(days=5)) == {first.id, third.id}


def test_a_clock_that_was_ahead_keeps_no_task_young(library: NoteLibrary) -> None:
    task = add_task(library, "Water")
    look_at_tasks(library, THURSDAY + timedelta(days=900))
    look_at_tasks(library, THURSDAY)
    assert old_tasks(library, THURSDAY + timedelta(days=7)) == {task.id}


@pytest.mark.parametrize("remark", ["", "[]", "{", '{"a": 3}', '{"a": "soon"}', "null"])
def test_whatever_stands_in_place_of_the_days_is_counted_anew(
    library: NoteLibrary, remark: str
) -> None:
    task = add_task(library, "Water")
    library.keep_remark("tasks-seen", remark)
    look_at_tasks(library, THURSDAY)
    assert old_tasks(library, THURSDAY + timedelta(days=7)) == {task.id}
