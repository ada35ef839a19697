"""From a file to lines of text, or a sentence why not."""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.publishing.importers.lines import Line

# A page ten times the size of any we know is still read within seconds.
LARGEST_PAGE = 5_000_000
LONGEST_LINE = 20_000

_AS_TEXT = "Save the page as plain text and import that."
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHER_FILES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"{\\rtf",
    b"SQLite ",
)
_WEB_PAGE = re.compile(r"\s*(?:<\?xml|<!doctype|<html)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff]")
_UNREADABLE = "\ufffd"


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page.

    Args:
        lost: What could not be read as it stood, a sentence each.
    """

    lines: tuple[Line, ...]
    lost: tuple[str, ...] = ()


def read_page(path: Path) -> PageText:
    """The text of the file at ``path``.

    Raises:
        ImportFailedError: If it is no text, empty, too large or unreadable.
    """
    content = _bytes(path)
    if not content.strip():
        raise ImportFailedError(f"“{path.name}” is empty.", _AS_TEXT)
    return _lines(_text(content, path.name))


def _bytes(path: Path) -> bytes:
    name = path.name
    try:
        # Without O_NONBLOCK a pipe would keep us waiting for somebody to write.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise ImportFailedError(f"There is no file “{path}”.", "Check the name.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "that is not a file name"
        raise ImportFailedError(f"“{name}” cannot be read: {why}.", "Check the file.") from None
    try:
        kind = os.fstat(handle).st_mode
        if stat.S_ISDIR(kind):
            raise ImportFailedError(f"“{name}” is a folder.", "Name the saved pages in it.")
        if not stat.S_ISREG(kind):
            raise ImportFailedError(f"“{name}” is not a file of text.", _AS_TEXT)
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(LARGEST_PAGE + 1)
    except OSError as error:
        why = error.strerror or "the disk refused"
        raise ImportFailedError(f"“{name}” cannot be read: {why}.", "Try again.") from None
    finally:
        os.close(handle)
    if len(content) > LARGEST_PAGE:
        raise ImportFailedError(
            f"“{name}” is larger than {LARGEST_PAGE // 1_000_000} MB.",
            "Save the archive in smaller pages, a month or a category each.",
        )
    return content


def _text(content: bytes, name: str) -> str:
    if content.startswith(_UTF16):
        text = content.decode("utf-16", errors="replace")
    elif b"\0" in content or content.startswith(_OTHER_FILES):
        raise ImportFailedError(f"“{name}” is not a file of text.", _AS_TEXT)
    else:
        text = _eight_bit(content)
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise ImportFailedError(f"“{name}” is not a file of text.", _AS_TEXT)
    if _WEB_PAGE.match(text):
        raise ImportFailedError(f"“{name}” is a web page, not the text of one.", _AS_TEXT)
    return _CONTROL.sub("", text)


def _eight_bit(content: bytes) -> str:
    """UTF-8, and the old Windows letters for what is not UTF-8 at all."""
    content = content.removeprefix(codecs.BOM_UTF8)
    text = content.decode("utf-8", errors="replace")
    broken = text.count(_UNREADABLE)
    beyond_ascii = sum(not letter.isascii() for letter in text) if broken else 0
    # A few broken letters in good UTF-8 are damage, not another alphabet.
    return text if beyond_ascii >= 2 * broken else content.decode("cp1252", errors="replace")


def _lines(text: str) -> PageText:
    lost: list[str] = []
    lines: list[Line] = []
    for number, line in enumerate(text.splitlines(), start=1):
        pieces = _wrapped(line)
        lines.extend(Line(number, piece) for piece in pieces)
        if len(pieces) > 1:
            lost.append(
                f"Line {number} has {len(line):,} characters; it was broken into {len(pieces)}."
            )
    unreadable = text.count(_UNREADABLE)
    if unreadable:
        letters = "1 letter" if unreadable == 1 else f"{unreadable:,} letters"
        lost.append(f"The file is damaged: {letters} could not be read and became “{_UNREADABLE}”.")
    return PageText(tuple(lines), tuple(lost))


def _wrapped(line: str) -> list[str]:
    pieces = []
    while len(line) > LONGEST_LINE:
        at = line.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE)
        at = at if at > 0 else LONGEST_LINE
        pieces.append(line[:at])
        line = line[at:].lstrip(" ")
    return [*pieces, line]
