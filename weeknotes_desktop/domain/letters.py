"""Letters and digits of a text, so that the same words are the same however they are written.

Case, accents, spaces, dashes, quotes and what nobody sees make no difference.
"""

from __future__ import annotations

import codecs
from functools import lru_cache
from unicodedata import normalize

APART = "\x01"
"""Stands between blocks, and stays where their letters are read together."""

_BY_ITS_LETTERS = "weeknotes-letters"
_LOWER = bytes(range(256)).lower()
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_NO_LETTERS_NOR_APART = _NO_LETTERS.replace(APART.encode(), b"")
_REMEMBERED = 50_000


def letters(text: str) -> bytes:
    """The letters and digits of ``text``: small, without accents, in UTF-8."""
    return _encoded(text).translate(_LOWER, _NO_LETTERS)


def letters_of_blocks(text: str) -> bytes:
    """The same of several blocks, with what stands between them left in."""
    return _encoded(text).translate(_LOWER, _NO_LETTERS_NOR_APART)


def count(written: bytes) -> int:
    """How many letters ``written`` has."""
    return len(written) if written.isascii() else len(written.decode(errors="ignore"))


def _encoded(text: str) -> bytes:
    # The encoder finds what is no ASCII faster than anything else does.
    return text.encode("ascii", _BY_ITS_LETTERS)


def _by_its_letters(error: UnicodeError) -> tuple[bytes, int]:
    """Tells an encoder what to write in place of signs that it does not know."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _plain(error.object[error.start : error.end]), error.end


@lru_cache(_REMEMBERED)
def _plain(run: str) -> bytes:
    # What casefold gives may come apart once more.
    apart = normalize("NFKD", normalize("NFKD", run).casefold())
    return "".join(letter for letter in apart if letter.isalnum()).encode(errors="ignore")


codecs.register_error(_BY_ITS_LETTERS, _by_its_letters)
