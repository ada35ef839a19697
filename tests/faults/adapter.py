"""A service without a window that faults can drive: one JSON line in, one out.

    python tests/faults/adapter.py FOLDER

The library is ``notes.db`` in FOLDER. What each operation means stands in
docs/architecture.md, “Faults”.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

if not __package__:
    # Started as a file: this folder must not shadow modules, and the program must be found.
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.faults.desk import Desk
from tests.faults.loop import Loop
from tests.faults.old_notes import make_old
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.week import Week

Answer = dict[str, Any]
MakeDesk = Callable[[Path, Loop, Callable[[], datetime]], Desk]

CLOCK = "FAULTS_CLOCK"
"""Names a file that says by how many seconds this test has put the clock forward."""


def clock() -> datetime:
    """The local time, as wrong as the test wants it."""
    wrong_by = os.environ.get(CLOCK)
    offset = float(Path(wrong_by).read_text(encoding="ascii")) if wrong_by else 0.0
    return (datetime.now().astimezone() + timedelta(seconds=offset)).astimezone()


class Service:
    """Answers each line over one desk."""

    def __init__(self, folder: Path, desk: Desk) -> None:
        self._library = folder / "notes.db"
        self._desk = desk
        self.ended = False
        self._operations: dict[str, Callable[[Answer], Answer]] = {
            "open": self._open,
            "type": self._type,
            "save": self._save,
            "goal": self._goal,
            "export": self._export,
            "backup": lambda _: {"ok": True, "path": str(desk.back_up())},
            "dump": lambda _: {"ok": True, **desk.dump()},
            "check": self._check,
            "week": lambda _: {"ok": True, "label": str(desk.week())},
            "make_old": self._make_old,
            "quit": self._quit,
        }

    def answer(self, line: bytes) -> Answer:
        """What is answered to one line; never an exception."""
        try:
            given = json.loads(line)
            operation = self._operations[given["op"]]
        except (ValueError, TypeError, KeyError, RecursionError):
            return _no("No such operation.")
        try:
            return operation(given)
        except WeekNotesError as error:
            return _no(str(error))
        except (KeyError, TypeError, ValueError) as error:
            return _no(f"That operation is not given so: {error!r}")
        except Exception as error:  # noqa: BLE001 -- a bug; the next line is answered all the same
            return _no(f"Something went wrong inside the program: {error!r}")

    def _open(self, _: Answer) -> Answer:
        try:
            state, message = self._desk.open()
        except WeekNotesError as error:
            return {"ok": False, "state": "refused", "msg": str(error)}
        return {"ok": True, "state": state, "msg": message}

    def _type(self, given: Answer) -> Answer:
        self._desk.type(_name(given["note"]), _text(given["text"]))
        return {"ok": True}

    def _save(self, given: Answer) -> Answer:
        self._desk.save(
            _name(given["note"]),
            _text(given["text"]),
            title=None if given.get("title") is None else _text(given["title"]),
            tags=None if given.get("tags") is None else [_text(tag) for tag in given["tags"]],
            private=given.get("private"),
            week=_week(given),
        )
        return {"ok": True}

    def _goal(self, given: Answer) -> Answer:
        self._desk.goal(
            _name(given["id"]),
            _text(given["text"]),
            done=bool(given.get("done")),
            private=bool(given.get("private")),
            week=_week(given),
            parent=None if given.get("parent") is None else _name(given["parent"]),
        )
        return {"ok": True}

    def _export(self, given: Answer) -> Answer:
        if given["kind"] != "html":
            return _no("There is no such way out yet.")
        self._desk.export_html(Path(given["out"]))
        return {"ok": True}

    def _check(self, _: Answer) -> Answer:
        whole, found = self._desk.check()
        return {"ok": whole, "msg": found}

    def _make_old(self, given: Answer) -> Answer:
        make_old(self._library, int(given["n"]))
        return {"ok": True}

    def _quit(self, _: Answer) -> Answer:
        self.ended = True
        self._desk.close()
        return {"ok": True}


def serve(folder: Path, make_desk: MakeDesk = Desk, *, lines: int = 0, answers: int = 1) -> None:
    """Answer every line until it is told to quit, or nobody is there any more."""
    loop = Loop(lines)
    desk = make_desk(folder, loop, clock)
    service = Service(folder, desk)
    for line in loop.lines():
        _send(answers, service.answer(line))
        if service.ended:
            return
    desk.close()


def _send(answers: int, answer: Answer) -> None:
    whole = json.dumps(answer).encode() + b"\n"
    # One call, so that a sudden end leaves all of it or nothing; a pipe may
    # take a large one in pieces all the same.
    sent = os.write(answers, whole)
    while sent < len(whole):
        sent += os.write(answers, whole[sent:])


def _no(why: str) -> Answer:
    return {"ok": False, "msg": why}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _name(value: object) -> str:
    """An id; half a letter in it could not be written down."""
    name = _text(value)
    name.encode()
    return name


def _week(given: Answer) -> Week | None:
    key = given.get("week")
    return Week.parse(key) if key else None


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
