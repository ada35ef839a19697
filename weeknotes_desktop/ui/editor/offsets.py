"""Places in a text: Python counts characters, Qt counts UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Turns places in ``text`` from one way of counting into the other."""

    def __init__(self, text: str) -> None:
        # Only characters above U+FFFF take two units; most texts have none.
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._wide_units = [index + nth for nth, index in enumerate(self._wide)]

    def unit(self, index: int) -> int:
        """The UTF-16 unit at which the character ``index`` begins."""
        return index + bisect_left(self._wide, index)

    def index(self, unit: int) -> int:
        """The character that begins at ``unit``, or that ``unit`` lies within the end of."""
        return unit - bisect_left(self._wide_units, unit)
