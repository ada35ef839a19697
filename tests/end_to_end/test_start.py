"""What a start does without before the first paint, and what it gives back after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from weeknotes_desktop.storage.library import open_for_writing

ROOT = Path(__file__).parents[2]

# Says what it is like at the first paint, and goes.
STARTS = """
import builtins, gc, json, sys
from weeknotes_desktop.__main__ import main

def painted(app):
    menus = app.views.window.menuBar().actions()
    print(json.dumps({
        "modules": sorted({name.partition(".")[0] for name in sys.modules}),
        "import": builtins.__import__.__name__,
        "collects_garbage": gc.isenabled(),
        "menus": [menu.text() for menu in menus if menu.isVisible()],
    }))
    app.views.window.close()

sys.exit(main(painted))
"""


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program tells of itself that was started on a library that is there."""
    home = tmp_path_factory.mktemp("home")
    library = home / "notes.db"
    open_for_writing(library).close()
    done = subprocess.run(
        [sys.executable, "-P", "-c", STARTS],
        env={**os.environ, "WEEKNOTES_LIBRARY": str(library), "HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(
    "large", ["sqlalchemy", "sqlmodel", "alembic", "markdown", "qtawesome", "filelock", "tomlkit"]
)
def test_nothing_large_is_imported_before_the_first_paint(
    first_paint: dict[str, Any], large: str
) -> None:
    assert large not in first_paint["modules"]


def test_modules_are_imported_without_a_look_into_their_source(
    first_paint: dict[str, Any],
) -> None:
    assert first_paint["import"] != "__feature_import__"


def test_garbage_is_collected_from_the_first_paint_on(first_paint: dict[str, Any]) -> None:
    assert first_paint["collects_garbage"]


def test_every_menu_shows_its_title_at_the_first_paint(first_paint: dict[str, Any]) -> None:
    assert len(first_paint["menus"]) == 7
