from __future__ import annotations

from tests.cli.conftest import Terminal
from weeknotes_desktop.cli.arguments import arguments
from weeknotes_desktop.cli.run import writes


def test_a_review_makes_the_draft_once(weeknotes: Terminal) -> None:
    words = ("review", "--week", "2021-W09", "--template", "Good / Grappling", "--json")
    note = weeknotes(*words).json
    assert note == weeknotes(*words).json
    assert weeknotes("list", "--json").json == [note]
    assert (note["week"], note["status"], note["title"]) == ("2021-W09", "draft", "")
    assert "## Grappling" in weeknotes("show", note["id"]).out


def test_this_week_and_the_template_of_the_settings_are_meant(weeknotes: Terminal) -> None:
    note = weeknotes("review", "--json").json
    assert note["week"] == "2021-W09"
    assert "## Ones to watch" in weeknotes("show", note["id"]).out
    weeknotes("set", "template", "routine")
    assert weeknotes("review", "--json").json["id"] == note["id"]
    assert "150 words" in weeknotes("show", note["id"]).out
    page = weeknotes("show", note["id"], "--as", "html", "--audience", "public").out
    assert "150 words" not in page


def test_own_templates_lie_beside_the_settings(weeknotes: Terminal) -> None:
    folder = weeknotes.folder / "templates"
    folder.mkdir()
    (folder / "Standup.md").write_text("# {label}\n\nFrom {monday}\n", encoding="utf-8")
    note = weeknotes("review", "--template", "standup", "--json").json
    assert note["title"] == "Weeknote 9.2021"
    assert weeknotes("show", note["id"]).out.strip() == "From 1 March 2021"


def test_a_template_that_is_not_there_is_said_so_and_nothing_is_made(weeknotes: Terminal) -> None:
    failed = weeknotes("review", "--template", "haiku")
    assert (failed.code, failed.out) == (1, "")
    assert "haiku" in failed.err
    assert "Good / Grappling" in failed.err
    assert not weeknotes.library.exists()


def test_the_draft_shows_the_goals_of_the_week(weeknotes: Terminal) -> None:
    weeknotes("goal", "add", "Ship it")
    weeknotes("goal", "add", "Talk to Kim", "--audience", "me")
    note = weeknotes("review", "--template", "focus", "--json").json
    page = weeknotes("export", "html", note["id"], "-").out
    assert "Ship it" in page
    assert "Kim" not in page


def test_a_review_is_handed_to_an_open_window() -> None:
    assert writes(arguments().parse_args(["review"]))
