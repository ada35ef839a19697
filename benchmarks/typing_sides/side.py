"""A process that is measured, seen from outside, and the screen it is on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.typing_sides import texts

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"


class Side:
    """A process that takes orders, one JSON line each."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("TYPING_WITNESS") else subprocess.DEVNULL,
            env=environment,
            cwd=ROOT,
        )
        self._answer()

    def ask(self, do: str, **what: object) -> Any:
        """What it answers."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **what}).encode() + b"\n")
        self.process.stdin.flush()
        return self._answer()

    def quit(self) -> None:
        """End it, and all that it has started."""
        self.process.kill()
        self.process.wait()

    def _answer(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        while line and line[:1] not in b'{["n':
            line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args} has ended")
        return json.loads(line)


def ours(library: Path, environment: dict[str, str]) -> Side:
    """The program itself."""
    return Side(
        [sys.executable, "-P", "-m", "benchmarks.typing_sides.ours", str(library)], environment
    )


def bare(text: Path, size: Sequence[int], environment: dict[str, str]) -> Side:
    """A bare editor of that size."""
    module = "benchmarks.typing_sides.bare"
    return Side([sys.executable, "-P", "-m", module, str(text), *map(str, size)], environment)


def retext(environment: dict[str, str]) -> Side | None:
    """ReText, where there is one."""
    if not Path("/usr/share/retext/ReText").exists():
        return None
    module = "benchmarks.typing_sides.retext"
    return Side([SYSTEM_PYTHON, "-P", "-m", module], environment)


@contextmanager
def beside_bare(folder: Path, text: str) -> Iterator[tuple[Side, Side]]:
    """The program and a bare editor of the same size, both with ``text``."""
    (folder / "note.md").write_text(text, encoding="utf-8")
    texts.make_library(folder / "notes.db", {"note": text})
    with screen() as display, ExitStack() as ended:
        program = ours(folder / "notes.db", environment(folder / "ours", display))
        ended.callback(program.quit)
        size = program.ask("size")
        other = bare(folder / "note.md", size, environment(folder / "bare", display))
        ended.callback(other.quit)
        yield program, other


@contextmanager
def screen(folder: Path | None = None) -> Iterator[str]:
    """A virtual screen for as long as it is needed; its dots lie in a file of ``folder``."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24"]
    command += ["-nolisten", "tcp", *(["-fbdir", str(folder)] if folder else [])]
    xvfb = subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        xvfb.terminate()
        xvfb.wait()


def environment(home: Path, display: str) -> dict[str, str]:
    """A home of its own, so that nothing of the developer's is read or written."""
    home.mkdir(parents=True, exist_ok=True)
    chosen = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "PYTHONPATH": str(ROOT),
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "LANG": "C.UTF-8",
    }
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        chosen[f"XDG_{name}_HOME"] = str(home / name.lower())
    chosen.pop("PYTHONDONTWRITEBYTECODE", None)
    return chosen
