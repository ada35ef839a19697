"""Find the comments of a Markdown source, which no page shows."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.source_lines import CodeWatch, lines
from weeknotes_desktop.domain.spans import Span

_EDGE = re.compile(r"<!--|-->")


def comments(source: str) -> list[Span]:
    """Every ``<!-- … -->`` outside of code; one that is not closed runs to the end.

    What is code for certain neither begins nor ends one, as the page has it.
    """
    if "<!--" not in source:
        return []
    found: list[Span] = []
    begun: int | None = None
    watch = CodeWatch()
    for line in lines(source):
        code = watch.spans_of(source[line.start : line.stop], code=line.code)
        if line.code:
            continue
        at = line.start
        for start, end in [*code, (line.stop - line.start, 0)]:
            for edge in _EDGE.finditer(source, at, line.start + start):
                if edge[0] == "<!--":
                    begun = edge.start() if begun is None else begun
                elif begun is not None:
                    found.append((begun, edge.end()))
                    begun = None
            at = line.start + end
    return found if begun is None else [*found, (begun, len(source))]
