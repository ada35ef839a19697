from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from weeknotes_desktop.cli.arguments import arguments
from weeknotes_desktop.cli.run import run
from weeknotes_desktop.cli.terminal import Terminal as Channels
from weeknotes_desktop.parts import Parts

FRIDAY = datetime(2021, 3, 5, 17, 0, tzinfo=ZoneInfo("Europe/London"))


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


class Terminal:
    """Somebody at a terminal, on a Friday afternoon in week 9 of 2021."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.library = folder / "notes.db"
        self._capsys = capsys

    def __call__(self, *words: str) -> Done:
        self._capsys.readouterr()
        try:
            given = arguments().parse_args(words)
            channels = Channels.own()
            parts = Parts(
                given.library or self.library,
                self.folder / "settings.toml",
                lambda: FRIDAY,
                channels.complain,
            )
            code = run(parts, given, channels)
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = self._capsys.readouterr()
        return Done(code, said.out, said.err)


@pytest.fixture
def weeknotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)
