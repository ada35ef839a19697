"""Goals that an old post sets or reports, in lists and in sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from weeknotes_desktop.domain.found import FoundGoal, FoundPage
from weeknotes_desktop.domain.goal import Outcome

Read = Callable[[str], FoundPage]

OWN, NEXT = "2021-W16", "2021-W17"
LIST = "  • Agree the plan\n  • Hire a skipper\n"


def _goals(read: Read, words: str) -> tuple[FoundGoal, ...]:
    page = f"Month: April 2021\n\nWeeknote v10.16\n\nWeek beginning 19 April\n\n{words}\n"
    return read(page).notes[0].goals


def _told(read: Read, words: str) -> list[tuple[str, str]]:
    return [(str(goal.week), goal.text) for goal in _goals(read, words)]


@pytest.mark.parametrize(
    ("words", "week"),
    [
        (f"I set two goals for this week:\n\n{LIST}", OWN),
        (f"I wrote two well-crafted goals for the week:\n{LIST}", OWN),
        (f"I set two goals for this week and enjoyed both.\n\n{LIST}", OWN),
        (f"My goals were:\n\n{LIST}", OWN),
        (f"This week I wanted to:\n\n{LIST}", OWN),
        (f"Goals for the week\n\n{LIST}", OWN),
        (f"My goals\n\nHere they are.\n\n{LIST}", OWN),
        (f"Next week\n\n{LIST}", NEXT),
        (f"Goals for next week\n\n{LIST}", NEXT),
        (f"Next week\n\nI’ve set two goals.\n\n{LIST}", NEXT),
        (f"Next week I want to:\n\n{LIST}", NEXT),
        (f"What a week. My goals for next week are:\n\n{LIST}", NEXT),
    ],
)
def test_a_list_of_goals_belongs_to_a_week(read: Read, words: str, week: str) -> None:
    assert _told(read, words) == [(week, "Agree the plan"), (week, "Hire a skipper")]


@pytest.mark.parametrize(
    ("words", "week"),
    [
        ("My goals for next week are to agree the plan and to hire a skipper.", NEXT),
        ("Goals for next week: agree the plan and hire a skipper.", NEXT),
        ("Next week I want to agree the plan and hire a skipper.", NEXT),
        ("Next week, I’d like to agree the plan, and hire a skipper.", NEXT),
        ("Next week I’ll agree the plan and hire a skipper.", NEXT),
        ("Next week\n\nI want to agree the plan and hire a skipper.", NEXT),
        ("Next week\n\nMy goals are to agree the plan and to hire a skipper.", NEXT),
        ("My goals for the week were to agree the plan, and to hire a skipper.", OWN),
        ("I set two goals for this week: agree the plan and hire a skipper.", OWN),
        ("I set myself two goals: to agree the plan; to hire a skipper.", OWN),
        ("This week I wanted to agree the plan and hire a skipper.", OWN),
        ("I set two goals this week: To agree the plan. To hire a skipper. It rained.", OWN),
    ],
)
def test_goals_in_a_sentence_belong_to_a_week(read: Read, words: str, week: str) -> None:
    assert _told(read, words) == [(week, "Agree the plan"), (week, "Hire a skipper")]


@pytest.mark.parametrize(
    "words",
    [
        f"I read two books:\n\n{LIST}",
        f"I read two books about goals this week:\n\n{LIST}",
        f"Ones to watch\n\nThe team set its goals in the open.\n\n{LIST}",
        f"Next week\n\nSome links I liked:\n\n{LIST}",
        f"We bought:\n\n{LIST}",
        f"The parts of the service are\n\n{LIST}",
        LIST,
        "Next week\n\nI’ve set goals that are a bit dull, on purpose.",
        "Next week\n\nI need to remember that the harbour is shut.",
        "Next week we can meet to discuss the plan.",
        "Our goal is to be the best ferry on the river.",
        "This week my goals got in the way of the weather.",
        "I didn’t set goals for the week.",
        "My goals for this week were a success.",
        "My goals for next week are a bit dull, and on purpose.",
        "My goals this week were too ambitious, and I knew it.",
        "We scored three goals: one with the head.",
    ],
)
def test_other_lists_and_sentences_hold_no_goals(read: Read, words: str) -> None:
    assert _told(read, words) == []


def test_a_sentence_is_taken_apart_only_where_a_new_goal_begins(read: Read) -> None:
    words = "Next week I want to finish the plan, the budget and the map, and meet Jo and Sam."

    assert [text for _, text in _told(read, words)] == [
        "Finish the plan, the budget and the map",
        "Meet Jo and Sam",
    ]


def test_goals_may_be_things_or_doings(read: Read) -> None:
    things = "My goals for next week are a plan for the pier, a calmer inbox and more sleep."
    doings = "My goals for next week are finishing the plan for the pier and painting it."

    assert len(_told(read, things)) == 3
    assert len(_told(read, doings)) == 2


def test_a_number_of_goals_helps_to_take_them_apart(read: Read) -> None:
    words = "I set three goals for the week: a plan, calm mornings and sleep."

    assert [text for _, text in _told(read, words)] == [
        "A plan",
        "Calm mornings",
        "Sleep",
    ]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("Both are done.", Outcome.DONE, Outcome.DONE),
        ("They’re all pretty much done.", Outcome.DONE, Outcome.DONE),
        ("We made progress on both fronts.", Outcome.PARTLY, Outcome.PARTLY),
        ("I didn’t get to any of them.", Outcome.NOT_STARTED, Outcome.NOT_STARTED),
        ("The first is done, the second isn’t finished.", Outcome.DONE, Outcome.PARTLY),
        ("The first was dropped.", Outcome.DROPPED, None),
        ("I haven’t started the last.", None, Outcome.NOT_STARTED),
        ("It rained all week.", None, None),
        ("Not all was done.", None, None),
    ],
)
def test_words_below_a_list_tell_outcomes(
    read: Read, words: str, first: Outcome | None, second: Outcome | None
) -> None:
    goals = _goals(read, f"I set two goals for this week:\n\n{LIST}\n{words}")

    assert [goal.outcome for goal in goals] == [first, second]


@pytest.mark.parametrize(
    ("item", "text", "outcome"),
    [
        ("✓ Agree the plan", "Agree the plan", Outcome.DONE),
        ("Agree the plan (done)", "Agree the plan", Outcome.DONE),
        ("Agree the plan – done.", "Agree the plan", Outcome.DONE),
        ("Done: agree the plan", "agree the plan", Outcome.DONE),
        ("Agree the plan (partly done)", "Agree the plan", Outcome.PARTLY),
        ("Agree the plan (not started)", "Agree the plan", Outcome.NOT_STARTED),
        ("Agree the plan (dropped)", "Agree the plan", Outcome.DROPPED),
        ("Get the plan done", "Get the plan done", None),
        ("Agree what is still missing", "Agree what is still missing", None),
    ],
)
def test_a_goal_may_carry_its_mark(
    read: Read, item: str, text: str, outcome: Outcome | None
) -> None:
    goals = _goals(read, f"My goals for the week:\n\n  • {item}\n  • Hire a skipper")

    assert (goals[0].text, goals[0].outcome) == (text, outcome)
    assert goals[1].outcome is None


@pytest.mark.parametrize(
    ("item", "outcome"),
    [
        ("We have a plan", Outcome.DONE),
        ("We agreed the plan, but nobody has read it", Outcome.PARTLY),
        ("I didn’t get to the plan", Outcome.NOT_STARTED),
        ("We dropped the plan", Outcome.DROPPED),
        ("The crew didn’t just draw the plan but sailed it", Outcome.DONE),
        ("I think of the plan at night", None),
    ],
)
def test_a_report_tells_its_outcome(read: Read, item: str, outcome: Outcome | None) -> None:
    goals = _goals(read, f"I set goals for the week, and here is how they went.\n\n  • {item}")

    assert [goal.outcome for goal in goals] == [outcome]


def test_a_goal_set_and_reported_in_one_post_is_one_goal(read: Read) -> None:
    goals = _goals(
        read,
        f"I set two goals for the week:\n\n{LIST}\nHere is how they went:\n\n"
        "  • Agree the plan (done)\n  • Hire a skipper (not started)",
    )

    assert [(goal.text, goal.outcome) for goal in goals] == [
        ("Agree the plan", Outcome.DONE),
        ("Hire a skipper", Outcome.NOT_STARTED),
    ]


def test_the_report_of_the_next_week_wins(read: Read) -> None:
    page = read(
        "Month: April 2021\n\n"
        "Weeknote v10.16\n\nMy goals for the week were:\n\n"
        "  • Agree a plan for the summer timetable (done)\n  • Hire a skipper\n\nNo more.\n\n"
        "Weeknote v10.15\n\nWords.\n\nNext week\n\n"
        "  • Agree the plan for the summer timetable\n  • Paint the funnel\n"
    )

    later, earlier = page.notes
    assert [(goal.text, goal.outcome) for goal in later.goals] == [
        ("Agree a plan for the summer timetable", Outcome.DONE),
        ("Hire a skipper", None),
    ]
    assert [goal.text for goal in earlier.goals] == ["Paint the funnel"]
    assert {str(goal.week) for note in page.notes for goal in note.goals} == {OWN}


def test_one_report_answers_one_goal(read: Read) -> None:
    page = read(
        "Month: April 2021\n\n"
        "Weeknote v10.16\n\nMy goals for the week were:\n\n"
        "  • Agree the summer plan for boats (done)\n\nNo more.\n\n"
        "Weeknote v10.15\n\nWords.\n\nNext week\n\n"
        "  • Agree the winter plan for boats\n  • Agree the summer plan for boats\n"
    )

    assert [[goal.text for goal in note.goals] for note in page.notes] == [
        ["Agree the summer plan for boats"],
        ["Agree the winter plan for boats"],
    ]


def test_goals_that_share_words_stay_two(read: Read) -> None:
    words = (
        "My goals for the week were:\n\n  • Write the paper on boats\n  • Write the paper on rope"
    )

    assert len(_goals(read, words)) == 2


def test_a_very_long_list_is_no_list_of_goals(read: Read) -> None:
    items = "\n".join(f"  • Port number {number}" for number in range(40))

    assert _goals(read, f"Next week\n\n{items}") == ()


@pytest.mark.parametrize(
    ("words", "goals"),
    [
        (
            "My goals for next week are to keep Dr. Smith to his word, to ask Mrs. Roe and to go.",
            ["Keep Dr. Smith to his word", "Ask Mrs. Roe", "Go"],
        ),
        ("Next week I want to meet J. Smith and hire a cook.", ["Meet J. Smith", "Hire a cook"]),
        (
            "Next week I want to pack rope, paint, etc. for the trip. I’ll try.",
            ["Pack rope, paint, etc. for the trip"],
        ),
        ("Next week I want to agree plan A. It rained.", ["Agree plan A"]),
        ("My goals for next week: a) sing; b) dance.", ["Sing", "Dance"]),
        ("My goals for next week: (a) sing, and (b) dance.", ["Sing", "Dance"]),
        ("My goals for next week: i) sing; ii) dance; iii) rest.", ["Sing", "Dance", "Rest"]),
        (
            "Next week I want to meet Jo (plan b) and hire a cook.",
            ["Meet Jo (plan b)", "Hire a cook"],
        ),
    ],
)
def test_short_forms_and_letters_do_not_break_a_goal(
    read: Read, words: str, goals: list[str]
) -> None:
    assert [text for _, text in _told(read, words)] == goals


def test_two_percent_signs_in_a_title_or_a_goal_hide_nothing(read: Read) -> None:
    page = read(
        "Category: 100%% Ferry\n\nA 5%% title\n\nWeeknote 16.2021\n\nWords.\n\n"
        "Next week\n\n  • Sell 20%%% more\n"
    )

    note = page.notes[0]
    assert (note.title, note.category) == ("A 5% % title", "100% % Ferry")
    assert [goal.text for goal in note.goals] == ["Sell 20% % % more"]
