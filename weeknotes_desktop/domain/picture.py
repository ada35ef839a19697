"""Pictures that stand in notes, and what a text calls them by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

SCHEME = "picture"
"""What the address of a picture of the library begins with."""

_BEGINS = f"{SCHEME}:"
_NAME = re.compile(r"\bpicture:([0-9a-f]{20})(?![0-9a-z])")
_LETTERS_OF_ID = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as the library keeps it, with nothing in it but what it shows.

    Args:
        id: Made of ``content``, so that the same picture is the same everywhere.
        media_type: image/png or image/jpeg.
        name: What the writer’s file was called; private.
    """

    id: str
    media_type: str
    content: bytes
    name: str = ""
    description: str = ""

    @classmethod
    def of(cls, content: bytes, media_type: str, name: str = "") -> Picture:
        """The picture that these bytes are."""
        ident = sha256(content).hexdigest()[:_LETTERS_OF_ID]
        return cls(id=ident, media_type=media_type, content=content, name=name)

    @property
    def address(self) -> str:
        """What a text calls it by."""
        return address_of(self.id)


def address_of(ident: str) -> str:
    """What a text calls a picture by."""
    return f"{SCHEME}:{ident}"


def pictures_named(text: str) -> tuple[str, ...]:
    """The ids of the pictures that a text names, each once, in their order."""
    return tuple(dict.fromkeys(_NAME.findall(text))) if _BEGINS in text else ()
