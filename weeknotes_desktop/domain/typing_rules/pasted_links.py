"""An address that is pasted: over words it makes them a link."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"]+)", re.IGNORECASE)
_LONGEST = 4_000
_UNSAFE = str.maketrans({"(": "%28", ")": "%29", "\\": "%5C"})


def address_in(text: str) -> str:
    """The address that is all of ``text``, fit to stand in a link; empty where it is none."""
    bare = text.strip()
    if len(bare) > _LONGEST or not _ADDRESS.fullmatch(bare):
        return ""
    return bare.translate(_UNSAFE)


def linked(words: str, address: str) -> str:
    """``words`` as a link; empty where they cannot be the words of one."""
    if not words.strip() or "\n" in words or address_in(words) or "](" in words:
        return ""
    inner = words.strip()
    before, after = words[: words.index(inner)], words[words.index(inner) + len(inner) :]
    if inner.count("[") != inner.count("]"):
        inner = re.sub(r"(?<!\\)([\[\]])", r"\\\1", inner)
    return f"{before}[{inner}]({address}){after}"
