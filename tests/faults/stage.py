"""Where faults are played: starts services over a folder, and speaks with them."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

Answer = dict[str, Any]

ROOT = Path(__file__).parents[2]
_PATIENCE = 30.0
_LONGEST_ANSWER = 1 << 12


class LostError(AssertionError):
    """The program broke its promise: text is lost, wrong, or something false was said."""


class EndedError(Exception):
    """The service is no more."""


@dataclass(frozen=True, slots=True)
class Arm:
    """What preload.c does to a service.

    Args:
        how: k to be killed, f to have calls fail, l to have them logged, c to be counted.
        k: At which call.
        times: How many calls fail.
        reads: Whether reading calls count too.
        folder: Whose files; those of the library unless said otherwise.
    """

    how: str
    k: int = 0
    times: int = 1
    error: int = 0
    reads: bool = False
    log: Path | None = None
    folder: Path | None = None


class Service:
    """One running service.

    Args:
        pid: Its process.
        to: Where lines go.
        answers: Where they are answered.
    """

    def __init__(self, nursery: Nursery, pid: int, to: int, answers: int) -> None:
        self._nursery, self._pid, self._to, self._answers = nursery, pid, to, answers
        self._ending = Lock()
        self._read = b""
        self.answered = 0
        """How many lines were answered."""
        self.ended_at: float | None = None
        """When it was killed, or was found to be dead."""

    def ask(self, op: str, **given: object) -> Answer:
        """Its answer.

        Raises:
            EndedError: If it dies instead.
            LostError: If it says nothing, or a bug came to light.
        """
        answer = self.send(json.dumps({"op": op, **given}).encode())
        if "inside the program" in answer.get("msg", ""):
            raise LostError(f"a bug: {answer['msg']}")
        return answer

    def send(self, line: bytes) -> Answer:
        """Its answer to a line, sense or nonsense."""
        try:
            os.write(self._to, line + b"\n")
        except BrokenPipeError:
            raise self._dead() from None
        limit = time.monotonic() + _PATIENCE
        while b"\n" not in self._read:
            ready, _, _ = select.select([self._answers], [], [], max(0, limit - time.monotonic()))
            if not ready:
                raise LostError(f"{line[:80]!r} was not answered in {_PATIENCE:.0f} s")
            some = os.read(self._answers, 1 << 20)
            if not some:
                raise self._dead()
            self._read += some
        answered, _, self._read = self._read.partition(b"\n")
        self.answered += 1
        answer: Answer = json.loads(answered)
        return answer

    def kill(self) -> None:
        """End it now, as a power cut would."""
        with self._ending:
            # It stays known to the system, dead or alive, until it is closed.
            if self._pid:
                self.ended_at = self.ended_at or time.monotonic()
                os.kill(self._pid, signal.SIGKILL)

    def close(self) -> None:
        """End it if it is still there, and see it gone."""
        with self._ending:
            pid, self._pid = self._pid, 0
        if pid:
            self.ended_at = self.ended_at or time.monotonic()
            self._nursery.request({"do": "end", "pid": pid})
            os.close(self._to)
            os.close(self._answers)

    def _dead(self) -> EndedError:
        self.ended_at = self.ended_at or time.monotonic()
        return EndedError()


class Nursery:
    """The warm process; used as a context.

    Args:
        folder: For the library that stands between the program and the disk.
    """

    def __init__(self, folder: Path) -> None:
        self.preload = _build(folder)
        # The writer's own home is not for tests.
        env = os.environ | {"HOME": str(folder)}
        env |= {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "STATE")}
        if self.preload is not None:
            env["LD_PRELOAD"] = str(self.preload)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control, self._turn = ours, Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.nursery", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                cwd=ROOT,
                env=env,
            )
        hello = self._control.recv(_LONGEST_ANSWER)
        self.can_mount = bool(hello) and bool(json.loads(hello)["mounts"])
        """Whether it may mount, for its services alone."""

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        self._control.close()
        self._process.wait()

    @property
    def root(self) -> Path:
        """The root of the file system as its services see it."""
        return Path(f"/proc/{self._process.pid}/root")

    def request(self, what: Answer, files: tuple[int, ...] = ()) -> Answer:
        """Ask the nursery for something."""
        with self._turn:
            socket.send_fds(self._control, [json.dumps(what).encode()], files)
            answer: Answer = json.loads(self._control.recv(_LONGEST_ANSWER))
            return answer


@dataclass
class Stage:
    """One case: a folder of its own, and whoever was started in it.

    Args:
        desk: Which desk the services work at; one of `planted.py` where a bug is wanted.
    """

    nursery: Nursery
    folder: Path
    desk: str = "Desk"
    _services: list[Service] = field(default_factory=list)

    @property
    def library_folder(self) -> Path:
        """Where the library lies, unless the case says otherwise."""
        folder = self.folder / "library"
        folder.mkdir(exist_ok=True)
        return folder.resolve()

    def start(
        self,
        folder: Path | None = None,
        arm: Arm | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Service:
        """A new service; not open yet."""
        where = (folder or self.library_folder).resolve()
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        complaints = os.open(self.folder / "stderr", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        files = (theirs_in, theirs_out, complaints)
        request = {
            "do": "fork",
            "folder": str(where),
            "desk": self.desk,
            "env": dict(env or {}),
            "arm": arm and _told(arm, where),
        }
        pid = self.nursery.request(request, files)["pid"]
        for file in files:
            os.close(file)
        service = Service(self.nursery, pid, ours_out, ours_in)
        self._services.append(service)
        return service

    def mount(self, kind: str, folder: Path, **more: object) -> None:
        """Mount something over a folder, for the services alone."""
        answer = self.nursery.request({"do": kind, "folder": str(folder), **more})
        if answer["errno"]:
            raise OSError(answer["errno"], os.strerror(answer["errno"]), str(folder))

    def seen(self, path: Path) -> Path:
        """Where this process finds a file that a service sees as ``path``."""
        return self.nursery.root / path.resolve().relative_to("/")

    def close(self) -> None:
        """End every service."""
        for service in self._services:
            service.close()


@contextmanager
def stage(nursery: Nursery, folder: Path, desk: str = "Desk") -> Iterator[Stage]:
    """A stage over a folder that is made here and gone afterwards."""
    folder.mkdir(parents=True)
    played = Stage(nursery, folder, desk)
    try:
        yield played
    finally:
        played.close()
        shutil.rmtree(folder, ignore_errors=True)


def _told(arm: Arm, folder: Path) -> Answer:
    return {
        "folder": str((arm.folder or folder).resolve()),
        "how": arm.how,
        "k": arm.k,
        "times": arm.times,
        "error": arm.error,
        "reads": arm.reads,
        "log": str(arm.log) if arm.log else None,
    }


def _build(folder: Path) -> Path | None:
    compiler = shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    library = folder / "preload.so"
    source = Path(__file__).with_name("preload.c")
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True
    )
    return library
