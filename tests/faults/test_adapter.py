"""What the service answers, operation by operation."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.old_notes import old_text
from tests.faults.stage import ROOT, Nursery, Service, Stage, stage


@pytest.fixture
def played(nursery: Nursery, tmp_path: Path) -> Iterator[Stage]:
    """A stage with an empty folder."""
    with stage(nursery, tmp_path / "case") as new:
        yield new


@pytest.fixture
def service(played: Stage) -> Service:
    """A service whose library is open."""
    started = played.start()
    assert started.ask("open") == {"ok": True, "state": "ok", "msg": ""}
    return started


def test_it_runs_as_a_program_of_its_own(tmp_path: Path) -> None:
    lines = [
        {"op": "open"},
        {"op": "save", "note": "a note", "text": "We lent one book."},
        {"op": "dump"},
        {"op": "quit"},
    ]
    ended = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "faults" / "adapter.py"), str(tmp_path)],
        input="".join(f"{json.dumps(line)}\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    opened, saved, dump, quitted = map(json.loads, ended.stdout.splitlines())
    assert (opened["state"], saved["ok"], quitted["ok"]) == ("ok", True, True)
    assert dump["notes"] == {"a note": "We lent one book."}


def test_a_saved_note_keeps_its_facts(service: Service, played: Stage) -> None:
    given = {"title": "The bridge", "tags": ["rain"], "private": True, "week": "2026-W53"}
    assert service.ask("save", note="n", text="It holds.", **given)["ok"]
    assert service.ask("save", note="n", text="It holds well.")["ok"]
    assert service.ask("dump")["notes"] == {"n": "It holds well."}
    out = played.folder / "pages"
    assert service.ask("export", kind="html", out=str(out))["ok"]
    assert list(out.iterdir()) == []


def test_typed_text_becomes_a_draft_and_then_the_note(service: Service) -> None:
    assert service.ask("type", note="n", text="We")["ok"]
    assert service.ask("dump")["notes"] == {}
    limit = time.monotonic() + 10
    while service.ask("dump")["drafts"] != {"n": "We"}:
        assert time.monotonic() < limit
    while service.ask("dump")["notes"] != {"n": "We"}:
        assert time.monotonic() < limit
    assert service.ask("dump")["drafts"] == {}


def test_goals_are_kept_with_what_became_of_them(service: Service) -> None:
    assert service.ask("goal", id="g", text="Lend a book", done=False, private=True)["ok"]
    more = {"done": True, "private": False, "week": "2030-W01", "parent": "g"}
    assert service.ask("goal", id="h", text="Lend two", **more)["ok"]
    assert service.ask("goal", id="g", text="Lend one", done=True, private=True)["ok"]
    goals = service.ask("dump")["goals"]
    assert goals == {"g": ["Lend one", True, True], "h": ["Lend two", True, False]}


def test_a_goal_without_words_is_refused_with_a_sentence(service: Service) -> None:
    answer = service.ask("goal", id="g", text=" ", done=False, private=False)
    assert answer == {"ok": False, "msg": "A goal needs a few words."}


def test_published_notes_are_exported(service: Service, played: Stage) -> None:
    service.ask("save", note="../odd name", text="Outside")
    service.ask("save", note="n", text="Seen %%and hidden%%.")
    out = played.folder / "pages"
    assert service.ask("export", kind="html", out=str(out))["ok"]
    assert sorted(page.parent for page in played.folder.rglob("*.html")) == [out, out]
    page = (out / "n.html").read_text(encoding="utf-8")
    assert "Seen" in page
    assert "and hidden" not in page


@pytest.mark.parametrize("kind", ["site", "feed", "md"])
def test_a_way_out_that_is_not_there_yet_is_refused(service: Service, kind: str) -> None:
    assert not service.ask("export", kind=kind, out="anywhere")["ok"]


def test_a_back_up_is_a_file_and_all_is_well(service: Service) -> None:
    service.ask("save", note="n", text="Kept")
    answer = service.ask("backup")
    assert answer["ok"]
    assert Path(answer["path"]).is_file()
    assert service.ask("check") == {"ok": True, "msg": ""}


def test_an_old_library_is_opened(played: Stage) -> None:
    service = played.start()
    assert service.ask("make_old", n=3)["ok"]
    assert service.ask("open")["state"] == "ok"
    assert service.ask("dump")["notes"] == {f"old{place}": old_text(place) for place in range(3)}


def test_a_library_that_is_open_is_refused_to_another(service: Service, played: Stage) -> None:
    answer = played.start().ask("open")
    assert (answer["ok"], answer["state"]) == (False, "refused")
    assert "Another window or command is using the notes" in answer["msg"]


@pytest.mark.parametrize("op", ["save", "type", "goal", "dump", "export"])
def test_nothing_goes_before_the_library_is_open(played: Stage, op: str) -> None:
    given = {"note": "n", "id": "g", "text": "x", "kind": "html", "out": str(played.folder)}
    answer = played.start().ask(op, **given)
    assert (answer["ok"], bool(answer["msg"])) == (False, True)


@pytest.mark.parametrize(
    "line", [b"rubbish", b"[1]", b"{}", b'{"op":"no such"}', b'{"op":"save"}', b"\xff", b"[" * 9999]
)
def test_nonsense_is_refused_and_the_next_line_is_answered(service: Service, line: bytes) -> None:
    answer = service.send(line)
    assert (answer["ok"], bool(answer["msg"])) == (False, True)
    assert service.ask("save", note="n", text="Still here")["ok"]
