"""Pictures that say nothing to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.kept_back import kept_back, lies_in
from weeknotes_desktop.domain.checks.prose import THING, Block, Prose
from weeknotes_desktop.domain.checks.slip import Slip

NAME = "picture without description"

_FILE = r"[^\s\[\]]{1,200}\.(?:png|jpe?g|gif|webp|avif|bmp|svg)"
_PICTURE = re.compile(
    rf"!\[(?P<about>\s*|{_FILE})\]"
    r"(?:\(\s*<?(?P<address>[^\s()<>]{0,2000})>?(?:\s+\"[^\"\n]{0,2000}\")?\s*\)"
    r"|\[(?P<reference>[^\[\]\n]{1,200})\])",
    re.IGNORECASE,
)
# An empty alt says that the picture only decorates; none at all says nothing.
_TAG = re.compile(r"<img\b(?![^<>]{0,2000}\balt\b)(?P<rest>[^<>]{0,2000})>", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?(?P<address>[^\s\"'<>]{1,2000})", re.IGNORECASE)


def undescribed(prose: Prose) -> Iterator[Slip]:
    """A picture without words that say what it shows, unless nobody else sees it."""
    if "![" not in prose.source and "<img" not in prose.source.lower():
        return
    private = kept_back(prose.source)
    for block in prose.written():
        for found in _PICTURE.finditer(prose.source, block.start, block.end):
            if _stands(prose, block, found.start()) and not lies_in(private, found.start()):
                yield _slip(found, found["address"] or found["reference"] or "", found["about"])
        for found in _TAG.finditer(prose.source, block.start, block.end):
            if _stands(prose, block, found.start()) and not lies_in(private, found.start()):
                source = _SOURCE.search(found["rest"])
                yield _slip(found, source["address"] if source else "", "")


def _stands(prose: Prose, block: Block, at: int) -> bool:
    """Whether a picture begins there: it is neither in code nor escaped."""
    escaped = prose.source[max(0, at - 1) : at] == "\\"
    return block.text[at - block.start] != THING and not escaped


def _slip(found: re.Match[str], address: str, about: str) -> Slip:
    said = "is described by the name of its file only" if about.strip() else "has no description"
    return Slip(
        check=NAME,
        message=f"This picture {said}: people using a screen reader miss what it shows.",
        start=found.start(),
        end=found.end(),
        words=address,
    )
