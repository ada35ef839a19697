from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal
from weeknotes_desktop.cli.arguments import arguments
from weeknotes_desktop.cli.run import writes


def test_a_jot_is_caught_and_listed(weeknotes: Terminal) -> None:
    caught = weeknotes("jot", "- 5 degrees", "--json").json
    assert list(caught) == ["id", "week", "at", "text", "used_in"]
    assert caught["at"] == "2021-03-05T17:00:00+00:00"
    assert (caught["week"], caught["text"], caught["used_in"]) == ("2021-W09", "- 5 degrees", None)
    later = weeknotes("jot", "Later", "--week", "2021-W10", "--json").json
    assert weeknotes("jots", "--json").json == [caught]
    assert weeknotes("jots", "--week", "2021-W10", "--json").json == [later]
    assert weeknotes("jots").out == f"[ ] Fri 17:00  - 5 degrees  ({caught['id']})\n"


def test_tasks_are_added_ticked_and_listed(weeknotes: Terminal) -> None:
    one = weeknotes("task", "add", "-one", "--json").json
    two = weeknotes("task", "add", "two", "--json").json
    assert list(one) == ["id", "position", "text", "done_at"]
    ticked = weeknotes("task", "done", one["id"], "--json").json
    assert (ticked["text"], ticked["done_at"]) == ("-one", "2021-03-05T17:00:00+00:00")
    assert weeknotes("task", "list", "--json").json == [ticked, two]
    assert weeknotes("task", "done", one["id"], "--off", "--json").json == one
    assert weeknotes("task", "done", "three").code == 1


def test_the_list_has_the_title_the_writer_gave_it(weeknotes: Terminal) -> None:
    assert weeknotes("task", "list").out == ""
    weeknotes("task", "add", "one")
    assert weeknotes("task", "list").out.startswith("Tomorrow · 0 ticked this week\n[ ] one  (")
    weeknotes("set", "task-list", "One day")
    assert weeknotes("task", "list").out.startswith("One day · ")


def test_a_task_becomes_a_goal(weeknotes: Terminal) -> None:
    one = weeknotes("task", "add", "one", "--json").json
    goal = weeknotes("task", "promote", one["id"], "--week", "2021-W10", "--json").json
    assert weeknotes("goals", "--week", "2021-W10", "--json").json == [goal]
    assert (goal["text"], goal["audience"]) == ("one", "public")
    assert weeknotes("task", "list", "--json").json == []
    two = weeknotes("task", "add", "two", "--json").json
    kept = weeknotes("task", "promote", two["id"], "--audience", "me", "--json").json
    assert (kept["week"], kept["audience"]) == ("2021-W09", "me")


@pytest.mark.parametrize(
    ("words", "writing"),
    [
        (("jot", "a"), True),
        (("jots",), False),
        (("task", "add", "a"), True),
        (("task", "done", "a"), True),
        (("task", "promote", "a"), True),
        (("task", "list"), False),
    ],
)
def test_what_writes_is_handed_to_an_open_window(words: tuple[str, ...], writing: bool) -> None:
    assert writes(arguments().parse_args(words)) is writing


def test_jots_and_tasks_leave_by_no_way_out(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "Mine")
    weeknotes("jot", "The bank said no")
    weeknotes("task", "add", "Ask the bank")
    for words in (
        ("show", "9.2021", "--as", "html"),
        ("show", "9.2021", "--as", "json", "--audience", "public"),
        ("export", "html", "9.2021", "-"),
    ):
        assert "bank" not in weeknotes(*words).out
