"""Figures: a picture alone in its paragraph, its description and its caption."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.typing_rules.own_lines import paragraph_of_its_own
from weeknotes_desktop.domain.typing_rules.passage import Passage

_PICTURE = re.compile(
    r"!\[(?P<described>[^\[\]\n]{0,2000})\]"
    r"\((?P<address>[^\s)]{0,2000})(?P<titled> \"(?P<caption>[^\"\n]{0,2000})\")?\)"
)
_ADDRESS = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|avif)", re.IGNORECASE)


def figure(passage: Passage) -> Passage:
    """A picture with its description first; the caption of one that is there already."""
    found = picture_at(passage)
    if found is not None:
        return _captioned(passage, found)
    words = " ".join(passage.selected.split())
    is_address = _ADDRESS.fullmatch(words) is not None
    address, caption = (words, "") if is_address else ("", words.replace('"', "”"))
    bare = passage.without_selected()
    placed = paragraph_of_its_own(bare, f'![]({address} "{caption}")')
    described = placed.text.rfind("![](", 0, placed.start) + 2
    return Passage(placed.text, described, described)


def next_part(passage: Passage) -> Passage | None:
    """From the description of a picture to its address, and on to its caption; None elsewhere."""
    found = picture_at(passage)
    if found is None:
        return None
    for part in ("address", "caption"):
        if found[part] is not None and passage.end < found.start(part):
            return Passage(passage.text, *found.span(part))
    return None


def picture_at(passage: Passage) -> re.Match[str] | None:
    """The picture that the selection lies in."""
    for found in _PICTURE.finditer(passage.text, *passage.lines()):
        if found.start() < passage.start and passage.end < found.end():
            return found
    return None


def _captioned(passage: Passage, found: re.Match[str]) -> Passage:
    if found["titled"] is not None:
        return Passage(passage.text, *found.span("caption"))
    end = found.end() - 1
    return passage.replaced(end, end, ' ""', 2, 2)
