"""What is said through the door comes out as it went in, and nothing else comes in."""

from __future__ import annotations

import json
import socket
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.doorbell.messages import (
    LARGEST,
    Done,
    DoorError,
    Errand,
    Heard,
    Leaving,
    Message,
    NewSettings,
    NotHere,
    Ring,
    SilenceError,
    decoded,
    encoded,
    receive,
    send,
)

# A file name on Linux may be no text; Python writes its bytes as lone surrogates.
words = (
    st.text() | st.binary(max_size=20).map(lambda name: name.decode("utf-8", "surrogateescape"))
).filter(lambda word: "\0" not in word)
encodings = st.sampled_from([None, "utf-8", "latin-1", "ascii", "cp1252"])
paths = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
messages: st.SearchStrategy[Message] = st.one_of(
    st.builds(
        Errand,
        words=st.lists(words).map(tuple),
        folder=paths.map(Path),
        settings=paths.map(Path),
        zone=st.integers(-86_399, 86_399),
        given=st.none() | st.binary(),
        encodings=st.tuples(encodings, encodings),
    ),
    st.builds(Done, st.integers(0, 255), st.binary(), st.binary()),
    st.builds(Ring, st.none() | words, words),
    st.builds(NotHere, st.text()),
    st.sampled_from([Heard(), Leaving(), NewSettings()]),
)


@given(messages)
def test_a_message_comes_out_as_it_went_in(message: Message) -> None:
    here, there = socket.socketpair()
    with here, there:
        send(here, message)
        assert receive(there, 5) == message


@given(st.binary() | st.text().map(str.encode))
def test_noise_is_no_message(noise: bytes) -> None:
    with pytest.raises(DoorError):
        decoded(noise)


@pytest.mark.parametrize(
    "content",
    [
        b"null",
        b"[]",
        b'{"protocol": 1}',
        b'{"protocol": 1, "kind": "Message"}',
        b'{"protocol": 2, "kind": "Heard"}',
        b'{"protocol": 1, "kind": "Heard", "more": 1}',
        b'{"protocol": 1, "kind": "Done", "code": 0, "out": "no base64!"}',
        b"[" * 100_000,
    ],
)
def test_what_is_nearly_a_message_is_none(content: bytes) -> None:
    with pytest.raises(DoorError):
        decoded(content)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("words", "new"),
        ("words", [1]),
        ("words", {"new": 1}),
        ("words", ["a\0b"]),
        ("words", ["\ud800"]),
        ("folder", 3),
        ("folder", "/a\0b"),
        ("settings", None),
        ("zone", "0"),
        ("zone", True),
        ("zone", 0.5),
        ("zone", 86_400),
        ("given", 7),
        ("encodings", []),
        ("encodings", ["utf-8"]),
        ("encodings", ["utf-8", 8]),
        ("encodings", ["no such", "utf-8"]),
        ("encodings", ["hex", "utf-8"]),
    ],
)
def test_a_field_of_the_wrong_kind_is_no_message(field: str, value: Any) -> None:
    document = {
        "protocol": 1,
        "kind": "Errand",
        "words": ["new"],
        "folder": "/",
        "settings": "/s",
        "zone": 0,
    }
    assert isinstance(decoded(json.dumps(document).encode()), Errand)
    with pytest.raises(DoorError):
        decoded(json.dumps({**document, field: value}).encode())


@pytest.mark.parametrize("ring", [{"note": 1}, {"note": ["x"]}, {"token": None}])
def test_a_ring_of_the_wrong_kind_is_no_message(ring: dict[str, Any]) -> None:
    with pytest.raises(DoorError):
        decoded(json.dumps({"protocol": 1, "kind": "Ring", **ring}).encode())


def test_a_message_that_says_it_is_huge_is_not_waited_for() -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(struct.pack(">I", LARGEST + 1))
        with pytest.raises(DoorError):
            receive(there, 5)


def test_a_message_that_is_too_long_is_not_sent() -> None:
    with pytest.raises(DoorError):
        encoded(Done(0, b"x" * LARGEST))


@pytest.mark.parametrize("said", [b"", b"\0\0", b"\0\0\0\x09{"])
def test_half_a_message_is_not_waited_for_for_ever(said: bytes) -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(said)
        with pytest.raises(SilenceError):
            receive(there, 0.01)
        here.close()
        with pytest.raises(DoorError):
            receive(there, 5)
