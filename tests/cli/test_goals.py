from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal

KEYS = [
    "id",
    "week",
    "thread",
    "parent",
    "position",
    "text",
    "public_text",
    "audience",
    "stretch",
    "workstream",
    "how",
    "form",
    "outcome",
    "line",
    "weeks_carried",
    "state",
    "proposed",
    "held",
    "let_go",
]


def test_a_goal_is_set_reported_and_listed(weeknotes: Terminal) -> None:
    added = weeknotes(
        *("goal", "add", "- 5 degrees", "--workstream", "heating", "--how", "A coat less"),
        *("--stretch", "--audience", "me", "--public-text", "-3", "--json"),
    ).json
    assert list(added) == KEYS
    assert (added["text"], added["public_text"]) == ("- 5 degrees", "-3")
    assert (added["stretch"], added["audience"], added["state"]) == (True, "me", "committed")
    assert (added["outcome"], added["parent"], added["line"]) == (None, None, None)
    done = weeknotes("goal", "outcome", added["id"], "done", "--line", "- 6", "--json").json
    assert (done["outcome"], done["line"], done["state"]) == ("done", "- 6", "reported")
    assert weeknotes("goals", "--json").json == [done]
    opened = weeknotes("goal", "outcome", added["id"], "open", "--json").json
    assert (opened["outcome"], opened["line"]) == (None, "- 6")


def test_a_goal_of_a_coming_week_is_a_draft(weeknotes: Terminal) -> None:
    added = weeknotes("goal", "add", "Ship it", "--week", "2021-W10", "--json").json
    assert added["state"] == "draft"
    assert weeknotes("goals", "--json").json == []
    assert weeknotes("goals", "--week", "2021-W10", "--json").json == [added]


def test_carrying_over_is_done_once(weeknotes: Terminal) -> None:
    goal = weeknotes("goal", "add", "Ship it", "--json").json
    once = weeknotes("goal", "carry", goal["id"], "--text", "-Ship half-", "--json").json
    twice = weeknotes("goal", "carry", goal["id"], "--json").json
    assert once == twice
    assert (once["week"], once["text"], once["parent"]) == ("2021-W10", "-Ship half-", goal["id"])
    assert (once["weeks_carried"], once["thread"]) == (1, goal["thread"])


def test_a_goal_is_carried_past_a_week_away(weeknotes: Terminal) -> None:
    goal = weeknotes("goal", "add", "Ship it", "--json").json
    weeknotes("away", "2021-W10")
    assert weeknotes("goal", "carry", goal["id"], "--json").json["week"] == "2021-W11"


def test_the_focus_of_a_week_is_said_and_read(weeknotes: Terminal) -> None:
    said = weeknotes("focus", "--fewer meetings", "--json").json
    assert (said["week"], said["focus"]) == ("2021-W09", "--fewer meetings")
    assert weeknotes("focus").out == "--fewer meetings\n"
    assert weeknotes("focus", "", "--json").json["focus"] is None


@pytest.mark.parametrize(
    ("day", "week", "monday"),
    [
        ("2025-12-29", "2026-W01", "2025-12-29"),
        ("2027-01-03", "2026-W53", "2026-12-28"),
        ("2026-W53", "2026-W53", "2026-12-28"),
    ],
)
def test_the_week_of_a_day_is_named(weeknotes: Terminal, day: str, week: str, monday: str) -> None:
    named = weeknotes("week", day, "--json").json
    assert list(named) == ["week", "monday", "sunday", "label"]
    assert (named["week"], named["monday"]) == (week, monday)


def test_this_week_is_named_without_a_day(weeknotes: Terminal) -> None:
    assert weeknotes("week", "--json").json["label"] == "Weeknote 9.2021"


def test_a_setting_is_kept_and_changes_labels(weeknotes: Terminal) -> None:
    assert weeknotes("set", "label-pattern", "Weeknote v{series}.{week}").code == 0
    weeknotes("set", "label series", "3")
    assert weeknotes("week", "--json").json["label"] == "Weeknote v3.9"
    assert weeknotes("set", "--list", "--json").json["label-series"] == "3"
    assert weeknotes("set", "label-series").out == "3\n"
    assert weeknotes("set", "Label Series", "--json").json == {"label-series": "3"}


def test_a_value_that_does_not_fit_is_refused_and_the_old_one_stays(weeknotes: Terminal) -> None:
    weeknotes("set", "look", "dark")
    assert weeknotes("set", "look", "purple").code == 1
    assert weeknotes("set", "look").out == "dark\n"


def test_a_broken_value_in_the_file_stands_at_its_default_and_is_said(weeknotes: Terminal) -> None:
    file = weeknotes.folder / "settings.toml"
    file.write_text('look = "purple"\nmine = "kept"\n', encoding="utf-8")
    read = weeknotes("set", "look")
    assert read.out == "system\n"
    assert "look" in read.err
    weeknotes("set", "author", "Ines")
    assert 'mine = "kept"' in file.read_text(encoding="utf-8")


def test_behind_two_dashes_everything_is_text(weeknotes: Terminal) -> None:
    added = weeknotes("goal", "add", "--json", "--", "--stretch").json
    assert (added["text"], added["stretch"]) == ("--stretch", False)


def test_a_second_carrying_over_elsewhere_is_not_done_and_said(weeknotes: Terminal) -> None:
    goal = weeknotes("goal", "add", "Ship it", "--json").json
    weeknotes("goal", "carry", goal["id"])
    again = weeknotes("goal", "carry", goal["id"], "--to", "2021-W12", "--json")
    assert again.json["week"] == "2021-W10"
    assert "2021-W10" in again.err
    assert weeknotes("goal", "carry", goal["id"], "--json").err == ""
