"""A picture as a library keeps it."""

from __future__ import annotations

from weeknotes_desktop.domain.picture import Picture

PICTURE = Picture.of(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763606060000000040001275a33d30000000049454e44ae426082"
    ),
    "image/png",
    "my house.png",
)
