"""Find what may be written in base64 in a text, and read it."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

_SIGNS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
# Every sign becomes the same one, so that looking for many of them takes no time.
_FLAT = bytes(97 if code in _SIGNS else 10 if code in b"\r\n" else 32 for code in range(256))
_NO_SIGN = re.compile(rb"[ \n]")
_MANY = b"a" * 27
"""Twenty letters have as many signs."""
_LINE = 60
"""Signs; who breaks base64 into lines makes them no shorter."""
_LONG = 65_536
_HEADS = (b"\x1f\x8b", b"PK", b"\x89PNG", b"\xff\xd8\xff", b"\xff\xfe", b"\xfe\xff")
_PRINTED = bytes([9, 10, 13, *range(32, 127)])
_LEAST = 18
"""Bytes that are hardly ever a text by chance."""


def runs_of_signs(text: str) -> Iterator[str]:
    """Every part of ``text`` that may be base64, without the ends of its lines."""
    data = text.encode(errors="replace")
    flat = data.translate(_FLAT)
    start = flat.find(_MANY)
    while start >= 0:
        end = _end_of_run(flat, start)
        run = data[start:end]
        while end - start >= _LINE and (more := _next_line(flat, end)) is not None:
            start, end = more, _end_of_run(flat, more)
            run += data[start:end]
        # The address of a page has small letters only, base64 never.
        if run != run.lower():
            yield run.decode()
        start = flat.find(_MANY, end)


def from_base64(run: str) -> Iterator[bytes]:
    """What a run of signs may say; where it begins in it is not known for a short one."""
    signs = run.replace("-", "+").replace("_", "/")
    for start in range(4 if len(signs) < _LONG else 1):
        part = signs[start:]
        data = binascii.a2b_base64(part[: len(part) // 4 * 4] + _rest(part))
        if _says_something(data):
            yield data


def _end_of_run(flat: bytes, start: int) -> int:
    end = _NO_SIGN.search(flat, start)
    return len(flat) if end is None else end.start()


def _next_line(flat: bytes, end: int) -> int | None:
    """Where a run goes on that is broken into lines."""
    start = end
    while start < len(flat) and start - end < 2 and flat[start : start + 1] == b"\n":
        start += 1
    return start if start > end and flat[start : start + 1] == b"a" else None


def _says_something(data: bytes) -> bool:
    """Whether ``data`` is anything but chance, as an address read as base64 gives."""
    if data.startswith(_HEADS) or data.count(0) * 4 > len(data):
        return True
    if len(data.translate(None, _PRINTED)) * 4 < len(data):
        return True
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start >= _LEAST
    return True


def _rest(signs: str) -> str:
    """The last signs of a run with what fills them up; one alone says nothing."""
    left = len(signs) % 4
    return "" if left <= 1 else signs[-left:] + "=" * (4 - left)
