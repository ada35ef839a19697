"""Runs of the program beside the window of a test, which goes on working meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pytestqt.qtbot import QtBot

from weeknotes_desktop.app import App

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """What a run of the program left behind."""

    code: int
    out: bytes
    err: bytes


def environment(**more: str) -> dict[str, str]:
    """That of this process, in which the program is found from every folder."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        # What a platform without a screen cannot do is of no interest here.
        "QT_LOGGING_RULES": "*.warning=false",
        **more,
    }


def begun(*words: str, folder: Path, **more: str) -> subprocess.Popen[bytes]:
    """A run of the program that is not waited for."""
    return _started(words, folder, subprocess.PIPE, more)


def begun_with(given: BinaryIO, *words: str, folder: Path) -> subprocess.Popen[bytes]:
    """A run of the program whose standard input is a file."""
    return _started(words, folder, given, {})


def _started(
    words: tuple[str, ...], folder: Path, given: BinaryIO | int, more: dict[str, str]
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "weeknotes_desktop", *words],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment(**more),
    )


def run(*words: str, folder: Path, typed: bytes = b"", **more: str) -> Ended:
    """A run of the program with nobody beside it."""
    process = begun(*words, folder=folder, **more)
    out, err = process.communicate(typed, timeout=60)
    return Ended(process.returncode, out, err)


def run_beside(
    app: App, qtbot: QtBot, *words: str, folder: Path, typed: bytes = b"", **more: str
) -> Ended:
    """A run of the program on the library that ``app`` holds, while its window goes on."""
    process = begun("--library", str(app.library), *words, folder=folder, **more)
    assert process.stdin is not None
    process.stdin.write(typed)
    process.stdin.close()
    process.stdin = None
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    out, err = process.communicate()
    return Ended(process.returncode, out, err)


def door_is_open(app: App, qtbot: QtBot) -> None:
    """Wait until other runs of the program are let in."""
    qtbot.waitUntil(lambda: app.callers is not None, timeout=20_000)
    assert app.callers is not None
    assert app.callers.doorkeeper is not None
