"""Read whatever is about to leave as text, whichever way it is wrapped."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

from weeknotes_desktop.domain.letters import APART
from weeknotes_desktop.domain.spans import merged
from weeknotes_desktop.publishing.base64_runs import from_base64, runs_of_signs
from weeknotes_desktop.publishing.picture_words import words_of_picture

_DEEPEST = 6
"""Wrappings within wrappings."""
_LARGEST = 200_000_000
"""Bytes that a packed file may unpack to."""
_LONG = 65_536
_REACH = 2_000
_WORTH_A_LOOK = 27
"""Signs; twenty letters in base64."""

# What stands in quotes may hold the sign that ends a tag.
_TAG = re.compile(
    r"""(<!--(?:[^<]|<(?!!--))*?-->
    |<[a-zA-Z/!?][^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*>)""",
    re.VERBOSE,
)
_BLOCK_ENDS = frozenset(
    f"</{name}>"
    for name in (
        *("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption"),
        *("title", "div", "ul", "ol", "header", "footer", "nav", "section", "article", "entry"),
    )
)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ESCAPED = re.compile(
    r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|([nrtbfv0])|(.))", re.DOTALL
)


def texts_in(data: bytes) -> Iterator[str]:
    """Every text that somebody could read out of ``data``; blocks of it are set apart."""
    return _Reader().texts(data, 0)


class _Reader:
    """Reads one file, and no part of it twice."""

    def __init__(self) -> None:
        self._read: set[str] = set()
        self._runs: set[str] = set()

    def texts(self, data: bytes, depth: int) -> Iterator[str]:
        """Every text in ``data``, which was wrapped that often."""
        if depth > _DEEPEST:
            return
        parts = _unpacked(data)
        parts = words_of_picture(data) if parts is None else parts
        if parts is None:
            for text in _decoded(data):
                yield from self._readings(text.replace(APART, ""), depth)
        else:
            for part in parts:
                yield from self.texts(part, depth + 1)

    def _readings(self, text: str, depth: int) -> Iterator[str]:
        if text in self._read:
            return
        self._read.add(text)
        pieces = _TAG.split(text)
        words = text
        if len(pieces) > 1:
            tags = pieces[1::2]
            pieces[1::2] = [APART if tag in _BLOCK_ENDS else "" for tag in tags]
            words = "".join(pieces)
            pieces.clear()
            yield _with_signs(words)
            yield _with_signs(APART.join({tag: 0 for tag in tags if len(tag) > _WORTH_A_LOOK}))
        else:
            yield _with_signs(text)
        if depth < _DEEPEST:
            yield from self._further(text, words, depth + 1)

    def _further(self, text: str, words: str, depth: int) -> Iterator[str]:
        """What a text says once what is written in another way in it is undone."""
        if "&" in words and "<" in (plain := unescape(words)):
            yield from self._readings(plain, depth)
        if "\\" in text:
            yield from self._readings(_ESCAPED.sub(_meant, _near(_ESCAPED, text)), depth)
        if "%" in text and (percents := _near(_PERCENT, text)):
            for decoded in _decoded(unquote_to_bytes(percents)):
                yield from self._readings(decoded, depth)
        for run in runs_of_signs(text):
            if run not in self._runs:
                self._runs.add(run)
                for data in from_base64(run):
                    yield from self.texts(data, depth)


def _unpacked(data: bytes) -> list[bytes] | None:
    """What a packed file holds; None where it is none."""
    if data.startswith(b"\x1f\x8b"):
        try:
            stream = zlib.decompressobj(wbits=47)
            return [stream.decompress(data, _LARGEST), stream.unused_data]
        except zlib.error:
            return None
    if b"PK\x05\x06" not in data:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [data[: packed.infolist()[0].header_offset] if packed.infolist() else b""]
            left = _LARGEST
            for member in packed.infolist():
                parts += [member.filename.encode(errors="replace"), member.comment, member.extra]
                left -= member.file_size
                if left >= 0:
                    parts.append(packed.read(member))
            return [*parts, packed.comment]
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
        return None


def _decoded(data: bytes) -> Iterator[str]:
    """``data`` in every encoding that it may be written in."""
    if b"\0" not in data:
        try:
            yield data.decode()
        except UnicodeDecodeError:
            yield data.decode("cp1252", "replace")
            # A part of it may be UTF-8 all the same.
            yield data.decode(errors="ignore")
            if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                yield data.decode("utf-16", "ignore")
        return
    # Where every letter takes two bytes or four, these are the letters of ASCII.
    yield data.translate(None, bytes([0, *range(128, 256)])).decode("ascii")
    if len(data) <= _LONG:
        # What a picture says about itself has signs of the file between its words.
        yield data.replace(b"\0", b" ").decode(errors="ignore")
        yield data.replace(b"\0", b" ").decode("cp1252", "replace")
    for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        if len(data) <= _LONG:
            for start in range(int(name[4:6]) // 8):
                yield data[start:].decode(name, "ignore")
        else:
            try:
                yield data.decode(name)
            except UnicodeDecodeError:
                continue


def _near(pattern: re.Pattern[str], text: str) -> str:
    """Those parts of ``text`` in which ``pattern`` stands, and as much around as a sentence has."""
    found = ((one.start() - _REACH, one.end() + _REACH) for one in pattern.finditer(text))
    parts = merged((max(0, start), min(end, len(text))) for start, end in found)
    return APART.join(text[start:end] for start, end in parts)


def _with_signs(text: str) -> str:
    return unescape(text) if "&" in text else text


def _meant(match: re.Match[str]) -> str:
    long, short, space, sign = match.groups()
    if space:
        return " "
    number = int(long or short or "0", 16)
    return sign or (chr(number) if number <= 0x10FFFF else "")
