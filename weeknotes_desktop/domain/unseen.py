"""Which characters no screen shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category

# These end a line or leave room on it, so they are seen after all.
_SEEN = frozenset(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85"))
# Letters and signs whose picture is empty, whatever their category says, and
# marks that only change how their neighbour is drawn.
_BLANK = frozenset([0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x16FE4])
_SELECTORS = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
# Not yet given to any letter, but never to be shown.
_NEVER = (range(0x2065, 0x2066), range(0xFFF0, 0xFFF9), range(0xE0000, 0xE1000))
# Control and format characters stand here and nowhere else, so only these are looked at.
_PLACES = (
    range(0x3200),
    range(0xF900, 0x10000),
    range(0x11000, 0x11100),
    range(0x13400, 0x13460),
    range(0x1BC00, 0x1BD00),
    range(0x1D100, 0x1D200),
)


def _unseen() -> Iterator[int]:
    for place in _PLACES:
        for code in place:
            if category(chr(code)) in ("Cc", "Cf") and code not in _SEEN:
                yield code
    yield from _BLANK
    for block in (*_SELECTORS, *_NEVER):
        yield from block


def _as_class(codes: Iterable[int]) -> str:
    """The inside of a class of characters."""
    blocks: list[list[int]] = []
    for code in sorted(set(codes)):
        if blocks and blocks[-1][1] == code - 1:
            blocks[-1][1] = code
        else:
            blocks.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in blocks)


UNSEEN = _as_class(_unseen())
"""For use within ``[…]`` of an expression."""
# Narrow and wide spaces; an ordinary space is none of them.
GAP = UNSEEN + "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What may stand between the signs of a marker without the writer noticing."""
