"""Words that the writer marked as not done yet: ``==like these==``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.kept_back import kept_back, lies_in
from weeknotes_desktop.domain.checks.prose import MARK, Prose
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.text import shortened

NAME = "needs work"

# A comparison as in a==b is none, nor is the line below a heading.
_MARKED = re.compile(r"(?<![\w=\\])==(?P<words>(?![\s=])[^=]{1,1000}(?<!\s))==(?![\w=])")


def needs_work(prose: Prose) -> Iterator[Slip]:
    """Each place between ``==`` and ``==``, unless nobody else reads it."""
    if "==" not in prose.source:
        return
    private = kept_back(prose.source)
    for block in prose.written():
        for found in _MARKED.finditer(prose.source, block.start, block.end):
            # In code they are masked as a thing.
            seen = block.text[found.start() - block.start : found.end() - block.start]
            marks = seen.startswith(MARK) and seen.endswith(MARK)
            if marks and not lies_in(private, found.start()):
                yield _slip(found)


def _slip(found: re.Match[str]) -> Slip:
    words = " ".join(found["words"].split())
    return Slip(
        check=NAME,
        message=f"“{shortened(words)}” is marked as not done yet; readers see the == around it.",
        start=found.start(),
        end=found.end(),
        words=words,
    )
