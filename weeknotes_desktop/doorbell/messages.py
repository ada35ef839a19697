"""What is said through the door: JSON, its length before it, and no more than one can keep."""

from __future__ import annotations

import base64
import json
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

PROTOCOL = 1
"""Counted up when the messages change; the window and a command may be of different versions."""

LARGEST = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")
_PIECE = 1 << 16


class DoorError(Exception):
    """Whoever is at the other side said nothing in time, or nothing that makes sense."""


class SilenceError(DoorError):
    """Whoever is at the other side is there, and said nothing in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What a run of the program asks of the window.

    Args:
        words: The arguments, as they were typed.
        folder: The folder they were typed in.
        settings: The settings file of whoever typed them.
        zone: Of their clock, in seconds east of Greenwich.
        given: What stands in the file for the body, where one was named.
        encodings: Of their output and error channels; None for a channel that is not there.
    """

    words: tuple[str, ...]
    folder: Path
    settings: Path
    zone: int
    given: bytes | None = None
    encodings: tuple[str | None, str | None] = ("utf-8", "utf-8")


@dataclass(frozen=True, slots=True)
class Done:
    """What an errand came to: the exit status, and what stands on both channels."""

    code: int
    out: bytes = b""
    err: bytes = b""


@dataclass(frozen=True, slots=True)
class Ring:
    """Asks the window to come to the front.

    Args:
        note: The note to open, as the writer named it; None for whichever is open.
        token: What a Wayland desktop gave to the new start, so that it may come to the front.
    """

    note: str | None = None
    token: str = ""


@dataclass(frozen=True, slots=True)
class NewSettings:
    """Tells that settings have changed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The window has understood, and does it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """The window is about to close, and begins nothing any more."""


@dataclass(frozen=True, slots=True)
class NotHere:
    """The window cannot do this; ``why`` says so in one sentence."""

    why: str = ""


Message = Errand | Done | Ring | NewSettings | Heard | Leaving | NotHere
_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Errand, Done, Ring, NewSettings, Heard, Leaving, NotHere)
}
_BYTES = ("given", "out", "err")
_PATHS = ("folder", "settings")
_CHANNELS = ("out", "err")
_DAY = 86_400


def _is_text(value: Any) -> bool:
    """Whether it is a text that may be an argument or a path."""
    # What cannot be encoded is a ValueError, and so no message.
    return isinstance(value, str) and b"\0" not in value.encode("utf-8", "surrogateescape")


def _is_encoding(value: Any) -> bool:
    # An unknown one is a LookupError.
    return value is None or (isinstance(value, str) and isinstance("".encode(value), bytes))


def _is_path(value: Any) -> bool:
    return isinstance(value, Path) and _is_text(str(value))


def _is_bytes(value: Any) -> bool:
    return isinstance(value, bytes)


_KIND_OF: dict[str, Callable[[Any], bool]] = {
    "words": lambda value: all(map(_is_text, value)),
    "folder": _is_path,
    "settings": _is_path,
    "zone": lambda value: type(value) is int and abs(value) < _DAY,
    "given": lambda value: value is None or _is_bytes(value),
    "encodings": lambda value: len(value) == len(_CHANNELS) and all(map(_is_encoding, value)),
    "code": lambda value: type(value) is int,
    "out": _is_bytes,
    "err": _is_bytes,
    "note": lambda value: value is None or _is_text(value),
    "token": _is_text,
    "why": lambda value: isinstance(value, str),
}


def encoded(message: Message) -> bytes:
    """The message as bytes, its length before it.

    Raises:
        DoorError: If it is too long.
    """
    document: dict[str, Any] = {"protocol": PROTOCOL, "kind": type(message).__name__}
    for name, value in asdict(message).items():
        if isinstance(value, bytes):
            value = base64.b64encode(value).decode("ascii")
        document[name] = str(value) if isinstance(value, Path) else value
    # Lone surrogates stand for the bytes of a file name that is no UTF-8; escaped, they pass.
    content = json.dumps(document).encode("ascii")
    if len(content) > LARGEST:
        raise DoorError("The message is too long.")
    return _LENGTH.pack(len(content)) + content


def _unpack(document: dict[str, Any]) -> None:
    """Turn back what JSON has no words for."""
    for name in _BYTES:
        if document.get(name) is not None:
            document[name] = base64.b64decode(document[name], validate=True)
    for name in _PATHS:
        if name in document:
            document[name] = Path(document[name])
    for name in ("words", "encodings"):
        if name in document:
            if not isinstance(document[name], list):
                raise DoorError("A field is of the wrong kind.")
            document[name] = tuple(document[name])


def decoded(content: bytes) -> Message:
    """The message in ``content``, which has no length before it.

    Raises:
        DoorError: If there is none, or it is of another version.
    """
    try:
        document = json.loads(content)
        if document.pop("protocol") != PROTOCOL:
            raise DoorError("The message is of another version.")
        kind = _KINDS[document.pop("kind")]
        _unpack(document)
        message: Message = kind(**document)
        if not all(_KIND_OF[name](value) for name, value in asdict(message).items()):
            raise DoorError("A field is of the wrong kind.")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DoorError("The message makes no sense.") from error
    return message


def send(wire: socket.socket, message: Message) -> None:
    """Send a message, within the time that the wire has for it.

    Raises:
        DoorError: If the other side is gone or takes nothing.
    """
    content = encoded(message)
    try:
        wire.sendall(content)
    except TimeoutError as error:
        raise SilenceError("Nobody took it in time.") from error
    except OSError as error:
        raise DoorError("Nobody listens any more.") from error


def receive(wire: socket.socket, patience: float | None) -> Message:
    """The next message.

    Args:
        patience: For how many seconds to wait for all of it; None for ever.

    Raises:
        DoorError: If none came in time, or the other side is gone.
    """
    end = None if patience is None else time.monotonic() + patience
    (length,) = _LENGTH.unpack(_exactly(wire, _LENGTH.size, end))
    if length > LARGEST:
        raise DoorError("The message is too long.")
    return decoded(_exactly(wire, length, end))


def _exactly(wire: socket.socket, size: int, end: float | None) -> bytes:
    pieces: list[bytes] = []
    while size:
        left = None if end is None else end - time.monotonic()
        if left is not None and left <= 0:
            raise SilenceError("Nothing came in time.")
        try:
            wire.settimeout(left)
            piece = wire.recv(min(size, _PIECE))
        except TimeoutError as error:
            raise SilenceError("Nothing came in time.") from error
        except OSError as error:
            raise DoorError("Nobody speaks any more.") from error
        if not piece:
            raise DoorError("Nobody speaks any more.")
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
