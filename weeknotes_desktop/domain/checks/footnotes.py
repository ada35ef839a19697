"""Footnotes of which a reader gets only one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.prose import Prose
from weeknotes_desktop.domain.checks.slip import Slip

TWICE = "footnote twice"

_BEGINS = re.compile(r" {0,3}(?P<mark>\[\^(?P<name>[^\[\]\n]+)\]):[ \t]*\S")


def twice(prose: Prose) -> Iterator[Slip]:
    """A footnote with the name of one above it; readers get the first."""
    if "[^" not in prose.source:
        return
    seen: set[str] = set()
    for start, end in prose.lines:
        found = _BEGINS.match(prose.source, start, end)
        if found and found["name"] in seen:
            yield Slip(
                check=TWICE,
                message=f"There is a {found['mark']} above: readers get that one, and not this.",
                start=found.start("mark"),
                end=found.end("mark"),
                words=found["mark"],
            )
        elif found:
            seen.add(found["name"])
