"""What a command finds out by itself, before it rings at the window."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

import pytest

from weeknotes_desktop.cli.arguments import arguments
from weeknotes_desktop.cli.handing_over import done_elsewhere
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.doorbell.caller import Caller
from weeknotes_desktop.doorbell.door import Door
from weeknotes_desktop.doorbell.messages import Done, Message

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


class Window:
    """A window that does everything at once, and remembers what it was asked."""

    def __init__(self, library: Path) -> None:
        self.library = library
        self.asked: SimpleQueue[Message] = SimpleQueue()

    def answer(self, message: Message, _: Caller) -> Message:
        self.asked.put(message)
        return Done(0)

    def hand_over(self, *words: str) -> tuple[int | None, str]:
        """The exit status of a command beside it, and what it complained of."""
        err = io.StringIO()
        code = done_elsewhere(
            self.library,
            self.library.with_name("settings.toml"),
            words,
            arguments().parse_args(words),
            Terminal(io.StringIO(), err, io.BytesIO(b"Piped.")),
            NOW,
        )
        return code, err.getvalue()


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    # The path of a socket must be short.
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        opened = Window(Path(name) / "notes.db")
        door = Door(opened.library, opened.answer)
        yield opened
        door.close()


def test_a_pipe_is_refused_as_a_page_and_the_window_never_hears_of_it(
    window: Window, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    code, complaint = window.hand_over("import", str(tmp_path / "pipe"))
    assert code == 1
    assert "“pipe” is not a file of text." in complaint
    assert window.asked.empty()


def test_a_page_that_is_not_there_is_for_the_window_to_refuse(
    window: Window, tmp_path: Path
) -> None:
    assert window.hand_over("import", str(tmp_path / "nowhere.txt")) == (0, "")
    assert not window.asked.empty()


def test_a_body_that_cannot_be_read_is_refused_before_the_window_hears_of_it(
    window: Window, tmp_path: Path
) -> None:
    code, complaint = window.hand_over("new", "--body-file", str(tmp_path / "nowhere.md"))
    assert code == 1
    assert "There is no file" in complaint
    assert window.asked.empty()
