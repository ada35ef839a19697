from __future__ import annotations

import argparse

import pytest

from tests.cli.conftest import FRIDAY, Terminal
from tests.cli.test_goals import KEYS
from weeknotes_desktop.cli.arguments import arguments
from weeknotes_desktop.cli.run import writes
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing

OLD = "2021-W05"


def added(weeknotes: Terminal, text: str, week: str = OLD) -> str:
    """The id of a goal that was set just now."""
    return str(weeknotes("goal", "add", text, "--week", week, "--json").json["id"])


def propose(weeknotes: Terminal, *texts: str) -> None:
    """Have goals in the library as an import leaves them."""
    with open_for_writing(weeknotes.library) as library:
        for text in texts:
            goal = Goal(id=text, thread=text, week=Week.parse(OLD), text=text, proposed=True)
            library.add_goal(goal, FRIDAY)


def loose(weeknotes: Terminal) -> list[tuple[str, str]]:
    return [(end["text"], end["why"]) for end in weeknotes("loose-ends", "--json").json]


def test_a_goal_is_reworded_and_its_thread_tells_both_wordings(weeknotes: Terminal) -> None:
    ident = added(weeknotes, "Write the plan")
    reworded = weeknotes("goal", "reword", ident, "-Write half of it", "--json").json
    assert (list(reworded), reworded["text"]) == (KEYS, "-Write half of it")
    weeknotes("goal", "outcome", ident, "partly", "--line", "Partly: Kim was ill")
    child = weeknotes("goal", "carry", ident, "--json").json
    first, second = weeknotes("thread", child["id"], "--json").json
    assert first["wordings"] == ["Write the plan", "-Write half of it"]
    assert (first["outcome"], first["line"]) == ("partly", "Kim was ill")
    assert (second["week"], second["weeks_carried"]) == ("2021-W06", 1)
    assert list(first) == list(second)
    assert "2021-W05" in weeknotes("thread", ident).out


def test_goals_of_two_weeks_are_tied_and_untied(weeknotes: Terminal) -> None:
    one = added(weeknotes, "Write the plan")
    other = added(weeknotes, "A plan that fits on a page", "2021-W06")
    tied = weeknotes("goal", "tie", other, "--to", one, "--json").json
    assert (list(tied), tied["parent"], tied["weeks_carried"]) == (KEYS, one, 1)
    assert [week["id"] for week in weeknotes("thread", one, "--json").json] == [one, other]
    refused = weeknotes("goal", "tie", one, "--to", other)
    assert (refused.code, refused.out) == (1, "")
    assert "not earlier" in refused.err
    alone = weeknotes("goal", "untie", other, "--json").json
    assert (alone["parent"], alone["thread"], alone["weeks_carried"]) == (None, other, 0)


def test_loose_ends_are_listed_with_the_keys_of_goals_and_why(weeknotes: Terminal) -> None:
    ids = [added(weeknotes, text) for text in ("Ship it", "Ask Kim", "Rest")]
    added(weeknotes, "Still going on", "2021-W09")
    (first, *_) = weeknotes("loose-ends", "--json").json
    assert list(first) == [*KEYS, "why"]
    assert loose(weeknotes) == [
        ("Ship it", "awaiting"),
        ("Ask Kim", "awaiting"),
        ("Rest", "awaiting"),
    ]
    gone = weeknotes("goal", "let-go", ids[0], "--reason", "-", "--json").json
    assert (gone["outcome"], list(gone)) == ("dropped", KEYS)
    assert (gone["let_go"], gone["held"]) == ("-", False)
    held = weeknotes("goal", "hold", ids[1], "--json").json
    assert (held["held"], held["let_go"]) == (True, None)
    listed = weeknotes("goals", "--week", OLD, "--json").json
    assert [(goal["held"], goal["let_go"]) for goal in listed] == [
        (False, "-"),
        (True, None),
        (False, None),
    ]
    weeknotes("goal", "delete", ids[2])
    assert loose(weeknotes) == []
    weeknotes("goal", "hold", ids[1], "--off")
    assert weeknotes("loose-ends").out.startswith("2021-W05  [ ] Ask Kim")
    assert [one["id"] for one in weeknotes("trash", "--json").json] == [ids[2]]


def test_a_week_away_holds_its_goals_until_the_writer_is_back(weeknotes: Terminal) -> None:
    added(weeknotes, "Ship it")
    said = weeknotes("away", OLD, "--reason", "Walking", "--json").json
    assert list(said) == ["week", "monday", "sunday", "label", "away", "reason"]
    assert (said["week"], said["away"], said["reason"]) == (OLD, True, "Walking")
    assert loose(weeknotes) == []
    assert weeknotes("away", OLD, "--json").json["reason"] == "Walking"
    assert weeknotes("away", OLD, "--reason", "", "--json").json["reason"] is None
    back = weeknotes("away", OLD, "--back", "--json").json
    assert (back["away"], back["reason"]) == (False, None)
    assert loose(weeknotes) == [("Ship it", "awaiting")]
    assert weeknotes("away", "2021-W10", "--json").json["away"]
    assert weeknotes("away", "Tuesday").code == 1
    assert weeknotes("away", OLD, "--back", "--reason", "Rain").code == 2


def test_proposed_goals_are_confirmed_or_dismissed_one_by_one_or_all(weeknotes: Terminal) -> None:
    propose(weeknotes, "Ship it", "Ask Kim", "Rest", "Read")
    assert loose(weeknotes) == []
    assert not weeknotes("goal", "confirm", "Ship it", "--json").json["proposed"]
    assert weeknotes("goal", "dismiss", "Rest", "--json").json["text"] == "Rest"
    assert loose(weeknotes) == [("Ship it", "awaiting")]
    assert weeknotes("goal", "confirm", "--all", "--week", "2021-W04", "--json").json == []
    several = weeknotes("goal", "confirm", "--all", "--week", OLD, "--json").json
    assert [goal["text"] for goal in several] == ["Ask Kim", "Read"]
    assert weeknotes("goal", "dismiss", "--all", "--json").json == []
    assert weeknotes("goal", "dismiss", "Read").code == 1
    assert [text for text, _ in loose(weeknotes)] == ["Ship it", "Ask Kim", "Read"]


@pytest.mark.parametrize("words", [[], ["g1", "--all"], ["g1", "--week", OLD], ["--week", OLD]])
def test_either_one_goal_is_named_or_all_of_them(weeknotes: Terminal, words: list[str]) -> None:
    assert weeknotes("goal", "confirm", *words).code == 2


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        (["goal", "reword", "g1", "x"], True),
        (["goal", "let-go", "g1"], True),
        (["goal", "hold", "g1"], True),
        (["goal", "delete", "g1"], True),
        (["goal", "confirm", "--all"], True),
        (["goal", "dismiss", "g1"], True),
        (["away", OLD], True),
        (["away", OLD, "--back"], True),
        (["thread", "g1"], False),
        (["loose-ends"], False),
    ],
)
def test_what_writes_is_handed_to_an_open_window(words: list[str], changes: bool) -> None:
    given: argparse.Namespace = arguments().parse_args(words)
    assert writes(given) is changes


@pytest.mark.parametrize("act", [["reword", "x", "y"], ["let-go", "x"], ["hold", "x"]])
def test_a_goal_that_is_not_there_is_a_failure_with_a_sentence(
    weeknotes: Terminal, act: list[str]
) -> None:
    done = weeknotes("goal", *act)
    assert (done.code, "no goal" in done.err) == (1, True)
