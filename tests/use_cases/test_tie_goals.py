"""Two goals of old posts are said to be one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import WeekError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.goal_events import Happening
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.goal_thread import goal_thread
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.tie_goals import continued, tie_goals, untie_goal

WEEK = Week(2021, 9)
NOW = datetime(2021, 4, 30, 17, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield opened


def thread(library: NoteLibrary, goal: Goal) -> list[str]:
    return [week.goal.text for week in goal_thread(library, goal.id, NOW)]


def carried(library: NoteLibrary, *goals: Goal) -> list[int]:
    return [library.goal(goal.id).weeks_carried for goal in goals]


def test_a_goal_that_goes_on_in_other_words_is_one_thread_and_no_loose_end(
    library: NoteLibrary,
) -> None:
    dig = add_goal(library, WEEK, "Dig the bed", NOW)
    edit_goal.set_outcome(library, dig.id, Outcome.PARTLY, NOW)
    rest = add_goal(library, WEEK.plus(2), "Dig what is left", NOW)
    assert [end.goal.text for end in loose_ends(library, NOW)] == [dig.text, rest.text]
    tied = tie_goals(library, rest.id, dig.id, NOW)
    assert (tied.parent, tied.thread, tied.weeks_carried) == (dig.id, dig.thread, 1)
    assert thread(library, dig) == thread(library, rest) == [dig.text, rest.text]
    assert [end.goal.text for end in loose_ends(library, NOW)] == [rest.text]
    assert library.goal_events(rest.id)[-1].kind == Happening.THREAD
    assert tie_goals(library, rest.id, dig.id, NOW) == tied
    alone = untie_goal(library, rest.id, NOW)
    assert (alone.parent, alone.thread, alone.weeks_carried) == (None, rest.id, 0)
    assert thread(library, rest) == [rest.text]
    assert [end.goal.text for end in loose_ends(library, NOW)] == [dig.text, rest.text]


def test_two_threads_become_one_and_are_counted_anew(library: NoteLibrary) -> None:
    first = add_goal(library, WEEK, "Dig", NOW)
    second = carry_over(library, first.id, NOW)
    third = add_goal(library, WEEK.plus(2), "Plant", NOW)
    fourth = carry_over(library, third.id, NOW)
    fifth = carry_over(library, fourth.id, NOW)
    library.remove_goal(fifth.id, NOW)
    tie_goals(library, third.id, second.id, NOW)
    assert thread(library, fourth) == ["Dig", "Dig", "Plant", "Plant"]
    assert carried(library, first, second, third, fourth) == [0, 1, 2, 3]
    # What lay in the trash meanwhile comes back into the thread where it is now.
    back = edit_goal.restore_goal(library, fifth.id, NOW)
    assert (back.thread, back.weeks_carried) == (first.thread, 4)
    untie_goal(library, third.id, NOW)
    assert thread(library, fifth) == ["Plant"] * 3
    assert carried(library, second, third, fourth, fifth) == [1, 0, 1, 2]


def test_proposed_goals_are_tied_and_stay_proposed(library: NoteLibrary) -> None:
    for text, week in (("Dig", WEEK), ("Plant", WEEK.plus(1))):
        library.add_goal(Goal(id=text, thread=text, week=week, text=text, proposed=True), NOW)
    assert tie_goals(library, "Plant", "Dig", NOW).proposed
    assert library.goal("Dig").proposed


def test_only_a_goal_of_an_earlier_week_goes_on(library: NoteLibrary) -> None:
    one, other = (add_goal(library, WEEK, text, NOW) for text in ("Dig", "Plant"))
    later = carry_over(library, one.id, NOW)
    for earlier in (one, other, later):
        with pytest.raises(WeekError, match="not earlier"):
            tie_goals(library, one.id, earlier.id, NOW)


def test_neither_goal_may_belong_to_another_already(library: NoteLibrary) -> None:
    one, other = (add_goal(library, WEEK, text, NOW) for text in ("Dig", "Plant"))
    after = carry_over(library, one.id, NOW)
    alone = add_goal(library, WEEK.plus(2), "Weed", NOW)
    with pytest.raises(WeekNotesError, match="goes on in 2021-W10 already: “Dig”"):
        tie_goals(library, alone.id, one.id, NOW)
    with pytest.raises(WeekNotesError, match="goes on from one of 2021-W09 already: “Dig”"):
        tie_goals(library, after.id, other.id, NOW)
    assert continued(library, after) == one
    assert continued(library, alone) is None


def test_what_may_go_on_is_listed_latest_week_first(library: NoteLibrary) -> None:
    one, other = (add_goal(library, WEEK, text, NOW) for text in ("Dig", "Plant"))
    after = carry_over(library, one.id, NOW)
    gone = add_goal(library, WEEK, "Gone", NOW)
    library.remove_goal(gone.id, NOW)
    assert library.last_of_threads(WEEK.plus(2)) == (after, other)
    # What goes on in the week itself or later is no longer free either.
    assert library.last_of_threads(WEEK.plus(1)) == (other,)
    library.remove_goal(after.id, NOW)
    assert library.last_of_threads(WEEK.plus(1)) == (one, other)
