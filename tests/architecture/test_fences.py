"""Each fence between the rings, shown once to bite."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("room", "planted", "fence"),
    [
        ("domain/week.py", "import weeknotes_desktop.storage", "Look inward only: the rings"),
        (
            "storage/__init__.py",
            "import weeknotes_desktop.publishing",
            "Look inward only: the rings",
        ),
        ("presenters/archive.py", "import weeknotes_desktop.ui", "Look inward only: the rings"),
        (
            "publishing/__init__.py",
            "import weeknotes_desktop.use_cases",
            "Storage, publishing and spelling know only the domain",
        ),
        (
            "doorbell/door.py",
            "import weeknotes_desktop.use_cases",
            "The doorbell knows no window and no library",
        ),
        ("use_cases/save_note.py", "import PySide6", "Qt only in ui"),
        ("presenters/archive.py", "import sqlite3", "SQL only in storage"),
        ("ui/tokens.py", "import markdown", "Markdown and HTML only in publishing"),
        ("domain/week.py", "import tomlkit", "The domain is the standard library only"),
    ],
)
def test_a_fence_bites(room: str, planted: str, fence: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "weeknotes_desktop",
        tmp_path / "weeknotes_desktop",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    target = tmp_path / "weeknotes_desktop" / room
    target.write_text(f"{target.read_text()}\n{planted}\n")
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert f"{fence} BROKEN" in checked.stdout
