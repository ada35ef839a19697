"""Read whatever is about to leave as text, whichever way it is wrapped."""

from __future__ import annotations

import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

from weeknotes_desktop.domain.letters import APART
from weeknotes_desktop.publishing.picture_words import words_of_picture

_DEEPEST = 6
"""Wrappings within wrappings."""
_LARGEST = 200_000_000
"""Bytes that a packed file may unpack to."""
_LONG = 65_536
_WORTH_A_LOOK = 27
"""Signs; twenty letters in base64."""

_TAG = re.compile(r"(<[a-zA-Z/!?][^<>]*>)")
_BLOCK_ENDS = frozenset(
    f"</{name}>"
    for name in (
        *("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption"),
        *("title", "div", "ul", "ol", "header", "footer", "nav", "section", "article", "entry"),
    )
)
_BASE64_SIGNS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_IS_BASE64 = bytes(97 if code in _BASE64_SIGNS else 32 for code in range(256))
_BASE64 = re.compile(
    r"(?:[A-Za-z0-9+/_-]{60,}\r?\n)*[A-Za-z0-9+/_-]{27,}|(?:[A-Za-z0-9+/_-]{60,}\r?\n)+"
)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ESCAPED = re.compile(
    r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|([nrtbfv0])|(.))", re.DOTALL
)


def texts_in(data: bytes, depth: int = 0) -> Iterator[str]:
    """Every text that somebody could read out of ``data``; blocks of it are set apart."""
    if depth > _DEEPEST:
        return
    unpacked = _unpacked(data)
    if unpacked is not None:
        for part in unpacked:
            yield from texts_in(part, depth + 1)
        return
    found = words_of_picture(data)
    if found is not None:
        for part in found:
            yield from texts_in(part, depth + 1)
        return
    for text in _decoded(data):
        yield from _readings(text, depth)


def _unpacked(data: bytes) -> list[bytes] | None:
    """What a packed file holds; None where it is none."""
    if data.startswith(b"\x1f\x8b"):
        try:
            return [zlib.decompressobj(wbits=47).decompress(data, _LARGEST)]
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
        return
    # Where every letter takes two bytes or four, these are the letters of ASCII.
    yield data.translate(None, bytes([0, *range(128, 256)])).decode("ascii")
    for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        if len(data) <= _LONG:
            for start in range(int(name[4:6]) // 8):
                yield data[start:].decode(name, "ignore")
        else:
            try:
                yield data.decode(name)
            except UnicodeDecodeError:
                continue


def _readings(text: str, depth: int) -> Iterator[str]:
    pieces = _TAG.split(text.replace(APART, ""))
    if len(pieces) > 1:
        tags = pieces[1::2]
        pieces[1::2] = [APART if tag in _BLOCK_ENDS else "" for tag in tags]
        words = "".join(pieces)
        yield _with_signs(words)
        long = dict.fromkeys(tag for tag in tags if len(tag) > _WORTH_A_LOOK)
        yield _with_signs(APART.join(long))
        if "<" in words or ">" in words:
            # What was taken for tags may have been none, as in a title with a “>” in it.
            yield _with_signs(text)
    else:
        words = text
        yield _with_signs(text)
    if depth < _DEEPEST:
        yield from _further(text, words, depth + 1)


def _further(text: str, words: str, depth: int) -> Iterator[str]:
    """What a text says once what is written in another way in it is undone."""
    if "&" in words and "<" in (plain := unescape(words)):
        yield from _readings(plain, depth)
    if "\\" in text:
        yield from _readings(_ESCAPED.sub(_meant, text), depth)
    if "%" in text and _PERCENT.search(text):
        for decoded in _decoded(unquote_to_bytes(text)):
            yield from _readings(decoded, depth)
    if b"a" * _WORTH_A_LOOK in text.encode(errors="replace").translate(_IS_BASE64):
        for run in _BASE64.finditer(text):
            for data in _from_base64(run[0]):
                yield from texts_in(data, depth)


def _with_signs(text: str) -> str:
    return unescape(text) if "&" in text else text


def _meant(match: re.Match[str]) -> str:
    long, short, space, sign = match.groups()
    if space:
        return " "
    number = int(long or short or "0", 16)
    return sign or (chr(number) if number <= 0x10FFFF else "")


def _from_base64(run: str) -> Iterator[bytes]:
    """What a run of signs says; where it begins in it is not known for a short one."""
    signs = "".join(run.split()).replace("-", "+").replace("_", "/")
    for start in range(4 if len(signs) < _LONG else 1):
        part = signs[start:]
        yield binascii.a2b_base64(part[: len(part) // 4 * 4] + _rest(part))


def _rest(signs: str) -> str:
    """The last signs of a run with what fills them up; one alone says nothing."""
    left = len(signs) % 4
    return "" if left <= 1 else signs[-left:] + "=" * (4 - left)
