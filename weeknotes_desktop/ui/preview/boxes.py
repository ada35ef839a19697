"""What stands in the simple preview in place of a picture that cannot be shown."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from weeknotes_desktop.domain.picture import Picture

_PICTURE = re.compile(r"<img\b(?P<rest>(?:[^<>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"\b(?P<name>src|alt)=\"(?P<value>[^\"]*)\"")


def with_boxes(body: str, can_show: Callable[[str], bool], why: str) -> str:
    """``body`` with a box in place of each picture that cannot be shown: its words, and why.

    Args:
        can_show: Whether the picture at that address can be shown.
    """

    def box(picture: re.Match[str]) -> str:
        told = {one["name"]: one["value"] for one in _ATTRIBUTE.finditer(picture["rest"])}
        if can_show(told.get("src", "")):
            return picture[0]
        # Within quotes only these two may stand as they are.
        words = told.get("alt", "").strip().replace("<", "&lt;").replace(">", "&gt;")
        said = f"{words} – {why}" if words else why
        return f'<span class="wn-missing-picture">\u00a0{said}\u00a0</span>'

    return _PICTURE.sub(box, body)


def is_readable(picture: Picture) -> bool:
    """Whether those bytes can be drawn."""
    return not QImage.fromData(QByteArray(picture.content)).isNull()
