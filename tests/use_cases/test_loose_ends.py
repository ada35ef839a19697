from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal, GoalState, Outcome
from weeknotes_desktop.domain.loose_ends import Standing, awaits_report, tally
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.commit_goals import commit_goals
from weeknotes_desktop.use_cases.confirm_goals import (
    confirm_goal,
    confirm_goals,
    dismiss_goal,
    dismiss_goals,
)
from weeknotes_desktop.use_cases.goal_thread import goal_thread
from weeknotes_desktop.use_cases.hold_goal import hold_goal
from weeknotes_desktop.use_cases.let_go import let_go
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away
from weeknotes_desktop.use_cases.usual_number import usual_number

WEEK = Week(2021, 9)
LONDON = ZoneInfo("Europe/London")
FRIDAY = datetime(2021, 3, 5, 17, 0, tzinfo=LONDON)
MONDAY_MORNING = datetime(2021, 3, 1, 9, 0, tzinfo=LONDON)
LONG_AFTER = datetime(2021, 4, 9, 17, 0, tzinfo=LONDON)


def ends(library: FakeLibrary, now: datetime = LONG_AFTER) -> list[tuple[str, str]]:
    """Wording and reason of each loose end."""
    return [(end.goal.text, end.why.value) for end in loose_ends(library, now)]


def proposed(
    library: FakeLibrary, text: str, week: Week = WEEK, outcome: Outcome | None = None
) -> Goal:
    """A goal that an old post seems to set."""
    goal = Goal(id=text, thread=text, week=week, text=text, outcome=outcome, proposed=True)
    return library.add_goal(goal, FRIDAY)


@pytest.mark.parametrize(
    ("day", "found"),
    [("2021-03-07", []), ("2021-03-21", []), ("2021-03-22", [("Ship it", "awaiting")])],
)
def test_a_goal_may_await_its_report_for_14_days_after_its_week(
    day: str, found: list[tuple[str, str]]
) -> None:
    library = FakeLibrary()
    add_goal(library, WEEK, "Ship it", FRIDAY)
    assert ends(library, datetime.fromisoformat(f"{day}T23:59").replace(tzinfo=LONDON)) == found


def test_a_goal_awaits_its_report_once_its_week_is_over() -> None:
    goal = add_goal(FakeLibrary(), WEEK, "Ship it", FRIDAY)
    sunday = datetime(2021, 3, 7, 23, 59, tzinfo=LONDON)
    assert not awaits_report(goal, sunday, away=False)
    assert awaits_report(goal, sunday + timedelta(minutes=1), away=False)
    assert not awaits_report(goal, LONG_AFTER, away=True)
    assert not awaits_report(replace(goal, proposed=True), LONG_AFTER, away=False)
    assert not awaits_report(replace(goal, outcome=Outcome.DONE), LONG_AFTER, away=False)


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.NOT_STARTED])
def test_what_is_left_of_a_goal_is_carried_over_or_let_go(outcome: Outcome) -> None:
    library = FakeLibrary()
    one, other = (add_goal(library, WEEK, text, FRIDAY) for text in ("Ship it", "Ask Kim"))
    for goal in (one, other):
        edit_goal.set_outcome(library, goal.id, outcome, FRIDAY)
    assert ends(library, FRIDAY) == [("Ship it", outcome.value), ("Ask Kim", outcome.value)]
    child = carry_over(library, one.id, FRIDAY)
    gone = let_go(library, other.id, FRIDAY, reason="Nobody asks for it")
    assert (gone.outcome, gone.let_go) == (outcome, "Nobody asks for it")
    assert ends(library, FRIDAY) == []
    edit_goal.remove_goal(library, child.id, FRIDAY)
    assert ends(library, FRIDAY) == [("Ship it", outcome.value)]


def test_a_goal_without_outcome_that_is_let_go_is_dropped() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", FRIDAY)
    gone = let_go(library, goal.id, FRIDAY)
    assert (gone.outcome, gone.let_go) == (Outcome.DROPPED, "")
    assert ends(library) == []
    with pytest.raises(WeekNotesError, match="let go"):
        carry_over(library, goal.id, FRIDAY)
    taken_up = edit_goal.set_outcome(library, goal.id, None, FRIDAY)
    assert taken_up.let_go is None
    assert ends(library) == [("Ship it", "awaiting")]


def test_what_is_done_cannot_be_let_go() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", FRIDAY)
    edit_goal.set_outcome(library, goal.id, Outcome.DONE, FRIDAY)
    with pytest.raises(WeekNotesError, match="done"):
        let_go(library, goal.id, FRIDAY)


def test_what_is_held_is_not_owed_until_it_is_taken_up() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", FRIDAY)
    assert hold_goal(library, goal.id, FRIDAY).held
    assert ends(library) == []
    hold_goal(library, goal.id, FRIDAY, held=False)
    assert ends(library) == [("Ship it", "awaiting")]


def test_goals_of_a_week_away_are_held_and_stay_what_they_are() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", FRIDAY)
    plan = mark_away(library, WEEK, " Walking\n in Wales ")
    assert (plan.away, library.goals(WEEK)) == ("Walking in Wales", (goal,))
    assert ends(library) == []
    assert tally(library.goals(WEEK), away=True) == {Standing.HELD: 1}
    assert mark_away(library, WEEK).away == "Walking in Wales"
    assert mark_away(library, WEEK, "").away == ""
    assert mark_away(library, WEEK.plus(1)).away == ""
    assert be_back(library, WEEK).away is None
    assert ends(library) == [("Ship it", "awaiting")]


def test_nothing_proposed_is_a_loose_end_before_the_writer_says_so() -> None:
    library = FakeLibrary()
    goal = proposed(library, "Ship it", outcome=Outcome.PARTLY)
    proposed(library, "Of another week", WEEK.plus(1))
    assert ends(library) == []
    assert confirm_goal(library, goal.id, FRIDAY).outcome is Outcome.PARTLY
    assert confirm_goal(library, goal.id, FRIDAY) == library.goal(goal.id)
    assert ends(library) == [("Ship it", "partly")]
    assert [one.text for one in confirm_goals(library, FRIDAY)] == ["Of another week"]
    assert ends(library) == [("Ship it", "partly"), ("Of another week", "awaiting")]


def test_what_the_writer_dismisses_lies_in_the_trash() -> None:
    library = FakeLibrary()
    one = proposed(library, "Ship it")
    proposed(library, "Ask Kim")
    proposed(library, "Of another week", WEEK.plus(1))
    own = add_goal(library, WEEK, "My own", FRIDAY)
    dismiss_goal(library, one.id, FRIDAY)
    assert [goal.text for goal in dismiss_goals(library, FRIDAY, week=WEEK)] == ["Ask Kim"]
    assert library.goals(WEEK) == (own,)
    assert len(library.trash()) == 2
    with pytest.raises(WeekNotesError):
        dismiss_goal(library, own.id, FRIDAY)


def test_old_posts_whose_goals_were_not_answered_leave_loose_ends() -> None:
    """Three weeks: two goals go on in other words, the third and those after are not answered."""
    library = FakeLibrary()
    for text, outcome in (("Fit the valves", Outcome.PARTLY), ("Write the guide", Outcome.DONE)):
        proposed(library, text, outcome=outcome)
    proposed(library, "Open the workshop to visitors")
    for text in ("Fit the last two valves", "Print the guide"):
        proposed(library, text, WEEK.plus(1))
    proposed(library, "Order the paint", WEEK.plus(2), outcome=Outcome.NOT_STARTED)
    assert ends(library) == []
    confirm_goals(library, LONG_AFTER)
    assert ends(library) == [
        ("Fit the valves", "partly"),
        ("Open the workshop to visitors", "awaiting"),
        ("Fit the last two valves", "awaiting"),
        ("Print the guide", "awaiting"),
        ("Order the paint", "not-started"),
    ]


def test_a_thread_tells_every_wording_and_every_line_week_by_week() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "In haste", MONDAY_MORNING)
    edit_goal.reword_goal(library, goal.id, "Write the plan", MONDAY_MORNING)
    edit_goal.reword_goal(library, goal.id, "Write half of it", FRIDAY)
    edit_goal.set_line(library, goal.id, "Kim was ill", FRIDAY)
    edit_goal.set_line(library, goal.id, "Kim was away", FRIDAY)
    edit_goal.set_outcome(library, goal.id, Outcome.PARTLY, FRIDAY)
    child = carry_over(library, goal.id, FRIDAY, text="Write the rest")
    told = goal_thread(library, child.id, FRIDAY)
    assert [(one.goal.week, one.wordings, one.lines) for one in told] == [
        (WEEK, ("Write the plan", "Write half of it"), ("Kim was ill", "Kim was away")),
        (WEEK.plus(1), ("Write the rest",), ()),
    ]
    assert goal_thread(library, goal.id, FRIDAY) == told
    with pytest.raises(NotFoundError):
        goal_thread(library, "nowhere", FRIDAY)


def test_a_clock_that_goes_back_does_not_make_a_draft_of_what_counts() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", MONDAY_MORNING)
    assert library.goal(goal.id).state(MONDAY_MORNING) is GoalState.DRAFT
    commit_goals(library, FRIDAY)
    assert library.goal(goal.id).state(MONDAY_MORNING) is GoalState.COMMITTED
    edit_goal.reword_goal(library, goal.id, "Write half of it", MONDAY_MORNING)
    (told,) = goal_thread(library, goal.id, MONDAY_MORNING)
    assert told.wordings == ("Write the plan", "Write half of it")


@pytest.mark.parametrize(
    "said", ["Done: two of them", "done – Done. two of them", "DONE, two of them"]
)
def test_a_line_never_repeats_the_name_of_the_outcome(said: str) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship them", FRIDAY)
    edit_goal.set_line(library, goal.id, said, FRIDAY)
    assert edit_goal.set_outcome(library, goal.id, Outcome.DONE, FRIDAY).line == "two of them"
    assert edit_goal.set_line(library, goal.id, said, FRIDAY).line == "two of them"
    assert edit_goal.set_line(library, goal.id, "Done by Kim", FRIDAY).line == "Done by Kim"
    assert edit_goal.set_line(library, goal.id, "done", FRIDAY).line is None


def test_a_goal_comes_back_beside_the_one_that_took_its_place() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", FRIDAY)
    first = carry_over(library, goal.id, FRIDAY)
    edit_goal.remove_goal(library, first.id, FRIDAY)
    second = carry_over(library, goal.id, FRIDAY, to=WEEK.plus(2))
    back = edit_goal.restore_goal(library, first.id, FRIDAY)
    assert (back.parent, back.thread) == (None, first.id)
    assert library.successor(goal.id) == second
    assert [one.goal for one in goal_thread(library, goal.id, FRIDAY)] == [goal, second]


def test_a_goal_is_carried_into_the_next_week_the_writer_is_there() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", FRIDAY)
    mark_away(library, WEEK.plus(1))
    mark_away(library, WEEK.plus(2), "Leave")
    child = carry_over(library, goal.id, FRIDAY)
    assert child.week == WEEK.plus(3)
    other = add_goal(library, WEEK, "Ask Kim", FRIDAY)
    assert carry_over(library, other.id, FRIDAY, to=WEEK.plus(2)).week == WEEK.plus(2)


@pytest.mark.parametrize("outcome", [None, Outcome.PARTLY, Outcome.NOT_STARTED])
def test_a_stretch_goal_is_not_owed(outcome: Outcome | None) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "If there is time", FRIDAY, stretch=True)
    edit_goal.set_outcome(library, goal.id, outcome, FRIDAY)
    assert ends(library) == []
    edit_goal.set_stretch(library, goal.id, FRIDAY, stretch=False)
    assert [text for text, _ in ends(library)] == ["If there is time"]


def test_carrying_a_goal_over_answers_it_whatever_its_outcome() -> None:
    library = FakeLibrary()
    for text, outcome in (
        ("Ship it", None),
        ("Ask Kim", Outcome.PARTLY),
        ("Rest", Outcome.NOT_STARTED),
    ):
        goal = add_goal(library, WEEK, text, FRIDAY)
        edit_goal.set_outcome(library, goal.id, outcome, FRIDAY)
        carry_over(library, goal.id, FRIDAY, to=WEEK.plus(9))
    assert ends(library) == []


def test_a_successor_in_the_trash_is_passed_over() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", FRIDAY)
    child = carry_over(library, goal.id, FRIDAY)
    grandchild = carry_over(library, child.id, FRIDAY)
    edit_goal.remove_goal(library, child.id, FRIDAY)
    assert carry_over(library, goal.id, FRIDAY) == grandchild
    library.forget(child.id, FRIDAY)
    assert library.goal(grandchild.id).parent == goal.id
    assert carry_over(library, goal.id, FRIDAY) == library.goal(grandchild.id)


def test_a_carried_goal_is_neither_held_nor_let_go_and_keeps_who_may_read_it() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Talk to Kim", FRIDAY, audience=Audience.ME)
    hold_goal(library, goal.id, FRIDAY)
    child = carry_over(library, goal.id, FRIDAY)
    assert (child.audience, child.held, child.committed_at) == (Audience.ME, False, None)


def test_the_usual_number_is_three_until_there_is_a_habit() -> None:
    library = FakeLibrary()
    for weeks in range(1, 7):
        for number in range(5):
            add_goal(library, WEEK.plus(-weeks), f"Goal {number}", FRIDAY)
        add_goal(library, WEEK.plus(-weeks), "If there is time", FRIDAY, stretch=True)
        assert usual_number(library, WEEK) == (3 if weeks < 4 else 5)
    add_goal(library, WEEK.plus(-7), "Alone", FRIDAY)
    mark_away(library, WEEK.plus(-7))
    assert usual_number(library, WEEK) == 5
    assert usual_number(library, Week(1, 2)) == 3
