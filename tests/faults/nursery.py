"""A warm process that has imported the whole program and forks a service for each case.

It is asked over a socket by `stage.py`. What it mounts is seen by its own
services alone and is gone when they are; they end when the harness ends.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

import weeknotes_desktop.storage.migrate
import weeknotes_desktop.use_cases.leave  # noqa: F401
from tests.faults import planted
from tests.faults.adapter import serve

_NEW_MOUNTS = 0x00020000
_PRIVATE = 0x00040000 | 0x4000
_BIND, _REMOUNT, _READ_ONLY = 0x1000, 0x20, 0x1
_DIE_WITH_PARENT = 1
_LONGEST_REQUEST = 1 << 16

_libc = ctypes.CDLL(None, use_errno=True)


def main(control: socket.socket) -> None:
    """Serve requests until the harness is gone; then nobody is left behind."""
    children: set[int] = set()
    mounts = _own_mounts()
    control.sendall(json.dumps({"mounts": mounts}).encode())
    try:
        while True:
            request, files, _, _ = socket.recv_fds(control, _LONGEST_REQUEST, 3)
            if not request:
                return
            control.sendall(json.dumps(_serve(json.loads(request), files, children)).encode())
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)


def _serve(request: dict[str, Any], files: list[int], children: set[int]) -> dict[str, Any]:
    match request["do"]:
        case "fork":
            child = _fork(request, files)
            children.add(child)
            return {"pid": child}
        case "end":
            os.kill(request["pid"], signal.SIGKILL)
            children.discard(request["pid"])
            return {"status": os.waitpid(request["pid"], 0)[1]}
        case "tmpfs":
            options = f"size={request['size']}".encode()
            return _mount(b"none", request["folder"], b"tmpfs", 0, options)
        case "read-only":
            folder = request["folder"]
            bound = _mount(folder.encode(), folder, b"", _BIND, b"")
            return bound if bound["errno"] else _remount(folder)
        case other:
            raise ValueError(other)


def _fork(request: dict[str, Any], files: list[int]) -> int:
    child = os.fork()
    if child:
        for file in files:
            os.close(file)
        return child
    status = 1
    try:
        _libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        for place, file in enumerate(files):
            os.dup2(file, place)
        os.closerange(3, 1024)
        os.environ.update(request["env"])
        time.tzset()
        arm(request["arm"])
        serve(Path(request["folder"]), getattr(planted, request["desk"]))
        status = 0
    finally:
        # Not sys.exit: what the nursery has open is not the child's to tidy up.
        os._exit(status)


def arm(told: dict[str, Any] | None) -> None:
    """Let preload.c begin; it was loaded with the nursery and has slept so far."""
    if told is not None:
        _libc.faults_arm.argtypes = [
            ctypes.c_char_p,
            ctypes.c_char,
            ctypes.c_long,
            ctypes.c_long,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
        ]
        _libc.faults_arm(
            told["folder"].encode(),
            told["how"].encode(),
            told["k"],
            told["times"],
            told["error"],
            told["reads"],
            told["log"].encode() if told["log"] else None,
            1,
        )


def _own_mounts() -> bool:
    if os.geteuid() != 0 or not hasattr(_libc, "unshare") or _libc.unshare(_NEW_MOUNTS) != 0:
        return False
    return not _mount(b"none", "/", b"", _PRIVATE, b"")["errno"]


def _remount(folder: str) -> dict[str, Any]:
    return _mount(b"none", folder, b"", _BIND | _REMOUNT | _READ_ONLY, b"")


def _mount(what: bytes, folder: str, kind: bytes, flags: int, options: bytes) -> dict[str, Any]:
    number = ctypes.c_ulong(flags)
    failed = _libc.mount(what, folder.encode(), kind, number, options) != 0
    return {"errno": ctypes.get_errno() if failed else 0}


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
