"""What a picture says beside what it shows."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWS = frozenset([b"IHDR", b"PLTE", b"IDAT", b"IEND"])
_JPEG = b"\xff\xd8\xff"
_SCAN, _COMMENT, _APPS = 0xDA, 0xFE, range(0xE0, 0xF0)
_END = b"\xff\xd9"
_LARGEST = 20_000_000


def words_of_picture(data: bytes) -> list[bytes] | None:
    """All of a PNG or JPEG that is no picture: remarks, camera, place; None for another file."""
    if data.startswith(_PNG):
        return list(_of_png(data))
    if data.startswith(_JPEG):
        return list(_of_jpeg(data))
    return None


def _of_png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind not in _PNG_SHOWS:
            yield content
            yield from _inflated(content)
        if kind == b"IEND":
            break
    yield data[at:]


def _inflated(content: bytes) -> Iterator[bytes]:
    """What is compressed behind the first words of a chunk."""
    for start in (place for place, byte in enumerate(content) if byte == 0x78):
        try:
            yield zlib.decompressobj().decompress(content[start:], _LARGEST)
        except zlib.error:
            continue
        return


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if kind == _SCAN:
            break
        if kind == _COMMENT or kind in _APPS:
            yield data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
    last = data.rfind(_END, at)
    yield data[at:] if last < 0 else data[last + len(_END) :]
