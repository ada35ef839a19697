from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

PAGE = """Notes from a desk

Month: March 2021

Weeknote v3.9

Week beginning 1 March

Focus for the week

I set two goals for the week:

  • Lend one book with the new app
  • Agree who answers when it breaks

Both are done, which surprised everybody.

Weeknote v3.8

Week beginning 22 February

Focus for the week

A quiet week in which we mostly listened to the people at the counter.

© 2021 A Librarian
"""

LISTED = [
    "id",
    "week",
    "label",
    "title",
    "status",
    "audience",
    "category",
    "tags",
    "words",
    "goals_set",
    "goals_met",
]


def test_a_new_note_is_listed(weeknotes: Terminal) -> None:
    made = weeknotes("new", "--title", "One book", "--json").json
    assert list(made) == LISTED
    assert weeknotes("list", "--json").json == [made]
    assert (made["week"], made["label"]) == ("2021-W09", "Weeknote 9.2021")
    assert (made["status"], made["audience"], made["category"]) == ("draft", "public", None)


def test_a_library_that_is_not_there_is_empty_and_is_not_made_by_looking(
    weeknotes: Terminal,
) -> None:
    assert weeknotes("list", "--json").json == []
    assert weeknotes("goals", "--json").json == []
    assert not weeknotes.library.exists()


def test_every_fact_of_a_note_can_be_changed(weeknotes: Terminal, tmp_path: Path) -> None:
    weeknotes("new")
    body = tmp_path / "body.md"
    body.write_text("Some *words* here\n", encoding="utf-8")
    changed = weeknotes(
        *("edit", "2021-W09", "--title", "-5 degrees", "--label", "v3.9", "--category", "Desk"),
        *("--tags", "a, b,,a", "--status", "published", "--audience", "team"),
        *("--body-file", str(body), "--json"),
    ).json
    assert changed["title"] == "-5 degrees"
    assert (changed["label"], changed["category"], changed["tags"]) == ("v3.9", "Desk", ["a", "b"])
    assert (changed["status"], changed["audience"]) == ("published", "team")
    assert changed["words"] == 3
    assert weeknotes("show", "v3.9").out == "Some *words* here\n\n"


def test_a_note_in_another_language_says_so_on_its_page(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    weeknotes("new")
    page = tmp_path / "page.html"
    for given, told in (("de", "de"), ("", "en-GB")):
        assert weeknotes("edit", "2021-W09", "--language", given).code == 0
        assert weeknotes("export", "html", "2021-W09", str(page)).code == 0
        assert f'<html lang="{told}"' in page.read_text(encoding="utf-8")


def test_what_is_no_language_changes_nothing_of_the_note(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "Boats")
    failed = weeknotes("edit", "2021-W09", "--title", "Other", "--language", "so to say")
    assert failed.code == 1
    assert weeknotes("list", "--json").json[0]["title"] == "Boats"


def test_an_ambiguous_name_is_an_expected_failure_that_lists_the_ids(weeknotes: Terminal) -> None:
    ids = [weeknotes("new", "--json").json["id"] for _ in range(2)]
    failed = weeknotes("show", "2021-W09")
    assert failed.code == 1
    assert all(note_id in failed.err for note_id in ids)


@pytest.mark.parametrize(
    "words",
    [
        ("show", "v9.99"),
        ("new", "--week", "2025-W53"),
        ("new", "--week", "soon"),
        ("edit", "2021-W09", "--title", "x"),
        ("new", "--body-file", "no such file"),
        ("import", "no such file"),
        ("goal", "outcome", "nowhere", "done"),
        ("week", "2025-02-30"),
        ("set", "colour"),
    ],
)
def test_an_expected_failure_is_one_sentence_and_exit_1(
    weeknotes: Terminal, words: tuple[str, ...]
) -> None:
    failed = weeknotes(*words)
    assert (failed.code, failed.out) == (1, "")
    assert failed.err.startswith("weeknotes: ")
    assert failed.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("shw",),
        ("show",),
        ("edit", "x", "--status", "shy"),
        ("goal",),
        ("goal", "outcome", "x", "y"),
        ("list", "--jsn"),
        ("set",),
        ("set", "look", "--list"),
    ],
)
def test_wrong_usage_is_exit_2(weeknotes: Terminal, words: tuple[str, ...]) -> None:
    failed = weeknotes(*words)
    assert (failed.code, failed.out) == (2, "")


def test_a_saved_page_is_imported_once(weeknotes: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    would = weeknotes("import", str(page), "--dry-run", "--json").json
    assert [note["action"] for note in would["notes"]] == ["added", "added"]
    assert weeknotes("list", "--json").json == []
    did = weeknotes("import", str(page), "--json").json
    assert list(did) == ["notes", "lost", "skipped"]
    assert list(did["notes"][0]) == ["id", "week", "label", "title", "goals", "action"]
    assert [(note["week"], note["goals"]) for note in did["notes"]] == [
        ("2021-W09", 2),
        ("2021-W08", 0),
    ]
    listed = weeknotes("list", "--json").json
    again = weeknotes("import", str(page), "--json").json
    assert {note["action"] for note in again["notes"]} == {"unchanged"}
    assert weeknotes("list", "--json").json == listed
    assert [note["status"] for note in listed] == ["published", "published"]


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 100, b"Dear diary,\n\nnothing.\n"])
def test_an_empty_a_binary_and_a_strange_file_are_refused_and_nothing_is_lost(
    weeknotes: Terminal, tmp_path: Path, data: bytes
) -> None:
    weeknotes("new", "--title", "Mine")
    page = tmp_path / "page.txt"
    page.write_bytes(data)
    failed = weeknotes("import", str(page), "--json")
    assert (failed.code, failed.out) == (1, "")
    assert failed.err.count("\n") == 1
    assert [note["title"] for note in weeknotes("list", "--json").json] == ["Mine"]


def test_a_note_is_shown_as_its_reader_may_see_it(weeknotes: Terminal, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text("Open %%closed%% words\n\n[GOALS]\n", encoding="utf-8")
    weeknotes("new", "--body-file", str(body))
    weeknotes("goal", "add", "Ship it")
    weeknotes("goal", "add", "Talk to Kim", "--audience", "me")
    public = weeknotes("show", "9.2021", "--as", "json", "--audience", "public").json
    assert "closed" not in str(public)
    assert [goal["text"] for goal in public["goals"]] == ["Ship it"]
    page = weeknotes("show", "9.2021", "--as", "html", "--audience", "public").out
    assert "Ship it" in page
    assert "Kim" not in page
    assert "closed" in weeknotes("show", "9.2021").out


def test_goals_are_shown_in_the_form_that_was_chosen(weeknotes: Terminal, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text("[GOALS]\n\n[NEXT WEEK]\n", encoding="utf-8")
    weeknotes("new", "--body-file", str(body))
    weeknotes("goal", "add", "Ship it")
    weeknotes("goal", "add", "Talk to Kim", "--audience", "me", "--public-text", "One for me")
    weeknotes("goal", "add", "Look at it", "--week", "2021-W10")
    weeknotes("set", "goal-form", "sentence")
    shown = weeknotes("show", "9.2021", "--as", "markdown", "--audience", "public").out
    assert shown == "I set two goals: Ship it and one for me.\n\nMy next goal: Look at it.\n\n"
    assert weeknotes("show", "9.2021", "--as", "markdown").out == "[GOALS]\n\n[NEXT WEEK]\n\n"
    for page in (
        weeknotes("show", "9.2021", "--as", "html", "--audience", "public").out,
        weeknotes("export", "html", "9.2021", "-").out,
    ):
        assert "<p>I set two goals: Ship it and one for me.</p>" in page
        assert "Kim" not in page


def test_nothing_of_a_private_goal_but_its_public_wording_leaves_the_house(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    body = tmp_path / "body.md"
    body.write_text("Hello.\n\n[GOALS]\n\n[NEXT WEEK]\n", encoding="utf-8")
    weeknotes("new", "--body-file", str(body))
    ids = []
    for number, week in enumerate(("2021-W09", "2021-W09", "2021-W10")):
        added = weeknotes(
            *("goal", "add", "Secret before", "--week", week, "--audience", "me", "--json"),
            *("--public-text", f"Open {number}", "--workstream", "secretive", "--how", "A secret"),
        ).json
        assert weeknotes("goal", "reword", added["id"], "A secret now").code == 0
        ids.append(added["id"])
    weeknotes("goal", "outcome", ids[0], "partly", "--line", "Secretly ill")
    weeknotes("goal", "let-go", ids[0], "--reason", "Secret reasons")
    weeknotes("goal", "outcome", ids[1], "not-started", "--line", "No secret was told")
    weeknotes("focus", "A secret focus")
    weeknotes("away", "2021-W11", "--reason", "A secret place")
    for form in ("list", "numbers", "sentence", "questions"):
        weeknotes("set", "goal-form", form)
        for leaving in (
            ("show", "9.2021", "--as", "markdown", "--audience", "public"),
            ("show", "9.2021", "--as", "html", "--audience", "public"),
            ("show", "9.2021", "--as", "json", "--audience", "public"),
            ("show", "9.2021", "--as", "json", "--audience", "team"),
            ("export", "html", "9.2021", "-"),
            ("export", "html", "9.2021", "-", "--audience", "team"),
        ):
            out = weeknotes(*leaving).out
            assert [f"open {number}" in out.lower() for number in range(3)] == [True] * 3
            assert "secret" not in out.lower()


def test_a_note_for_the_team_is_not_shown_to_the_public(weeknotes: Terminal) -> None:
    weeknotes("new")
    weeknotes("edit", "9.2021", "--audience", "team")
    assert weeknotes("show", "9.2021", "--audience", "public").code == 1
    assert weeknotes("show", "9.2021", "--audience", "team").code == 0


def test_an_exported_page_holds_the_note_and_changes_no_status(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    weeknotes("new", "--title", "One book")
    page = tmp_path / "page.html"
    assert weeknotes("export", "html", "9.2021", str(page)).code == 0
    assert "<h1" in page.read_text(encoding="utf-8")
    assert "One book" in page.read_text(encoding="utf-8")
    assert weeknotes("list", "--json").json[0]["status"] == "draft"


def test_a_page_that_cannot_be_written_is_said_so(weeknotes: Terminal, tmp_path: Path) -> None:
    weeknotes("new")
    failed = weeknotes("export", "html", "9.2021", str(tmp_path / "nowhere" / "page.html"))
    assert failed.code == 1
    assert failed.err.count("\n") == 1


def test_an_export_never_writes_over_what_is_no_page_of_ours(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    weeknotes("new", "--title", "One book")
    mine = tmp_path / "mine.md"
    mine.write_text("My words", encoding="utf-8")
    for precious in (weeknotes.library, mine):
        before = precious.read_bytes()
        assert weeknotes("export", "html", "9.2021", str(precious)).code == 1
        assert precious.read_bytes() == before
    page = tmp_path / "page.html"
    assert weeknotes("export", "html", "9.2021", str(page)).code == 0
    assert weeknotes("export", "html", "9.2021", str(page)).code == 0


def test_a_page_can_be_printed(weeknotes: Terminal) -> None:
    weeknotes("new", "--title", "One book")
    assert weeknotes("export", "html", "9.2021", "-").out.startswith("<!doctype html>")


def test_a_folder_is_no_body(weeknotes: Terminal, tmp_path: Path) -> None:
    failed = weeknotes("new", "--body-file", str(tmp_path))
    assert (failed.code, failed.err.count("\n")) == (1, 1)


def test_before_an_import_there_is_a_back_up_of_what_is_there(
    weeknotes: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    weeknotes("new", "--title", "Chalk")
    weeknotes("import", str(page), "--dry-run")
    assert weeknotes("back-up", "list", "--json").json == []
    weeknotes("import", str(page))
    (made,) = weeknotes("back-up", "list", "--json").json
    assert made["reason"] == "before-import"
    changes = weeknotes("restore", made["path"], "--dry-run", "--json").json["consequences"]
    assert {change["fate"] for change in changes} == {"goes"}
