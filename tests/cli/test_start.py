"""The command line as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = (
    "import sys; from weeknotes_desktop.__main__ import main; code = main();"
    "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr);"
    "sys.exit(code)"
)


def started(*words: str, home: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-P", "-c", CODE, *words],
        capture_output=True,
        input=typed,
        text=True,
        env=environment,
        cwd=home,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [("week", "--json"), ("list", "--json"), ("new", "--json"), ("set", "--list", "--json")],
)
def test_a_command_never_imports_qt_and_prints_one_document(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    done = started(*words, home=tmp_path)
    assert done.returncode == 0, done.stderr
    json.loads(done.stdout)
    assert "PySide6" not in done.stderr


def test_naming_the_week_does_not_wait_for_the_database(tmp_path: Path) -> None:
    assert "sqlalchemy" not in started("week", home=tmp_path).stderr


def test_the_library_is_named_by_the_environment_or_by_an_option(tmp_path: Path) -> None:
    chosen = tmp_path / "mine.db"
    assert started("new", "--library", str(chosen), home=tmp_path).returncode == 0
    assert started("--library", str(chosen), "list", home=tmp_path).stdout.count("\n") == 1
    assert started("list", home=tmp_path).stdout == ""


def test_a_body_may_come_from_standard_input(tmp_path: Path) -> None:
    made = started(
        "new", "--body-file", "-", "--json", home=tmp_path, typed="# Monday ☕ morning\n"
    )
    assert json.loads(made.stdout)["words"] == 2


@pytest.mark.parametrize(
    ("redirected", "code"), [(">&-", 0), ("> /dev/full", 1), ("<&- --body-file -", 1)]
)
def test_a_closed_or_full_channel_is_no_reason_to_break(
    redirected: str, code: int, tmp_path: Path
) -> None:
    command = f"exec {sys.executable} -P -m weeknotes_desktop new --title x {redirected}"
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"},
        cwd=tmp_path,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stderr.count("\n")) == (code, code)


def test_a_terminal_of_another_encoding_gets_json_it_can_read(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "weeknotes_desktop", "new", "--title", "☕ 👍", "--json"],
        capture_output=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONIOENCODING": "latin-1"},
        cwd=tmp_path,
        check=False,
    )
    assert json.loads(done.stdout.decode("latin-1"))["title"] == "☕ 👍"


def test_a_home_that_nobody_has_is_one_sentence(tmp_path: Path) -> None:
    done = started("new", "--library", "~nobody-of-this-name/x.db", home=tmp_path)
    assert "Traceback" not in done.stderr
