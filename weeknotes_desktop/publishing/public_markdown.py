"""What a reader may see of a note, as Markdown that any other program understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from weeknotes_desktop.domain.goal_places import with_goals
from weeknotes_desktop.domain.links import link_pattern
from weeknotes_desktop.domain.source_lines import lines
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.publishing.words_of_notes import speakable

_CODE = r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))"
_LINK = re.compile(rf"{_CODE}|{link_pattern(re.escape('|'))}")
_SHOWN = (
    r"!\[(?P<about>(?:[^\[\]\\]|\\.)*)\]\(<?picture:(?P<id>[0-9a-f]{20})>?(?P<title>[^()\n]*)\)"
)
_PICTURE = re.compile(rf"{_CODE}|{_SHOWN}|\bpicture:(?P<named>[0-9a-f]{{20}})(?![0-9a-z])")


def markdown_of(view: NoteView, address: Callable[[str], str], pictures: Mapping[str, str]) -> str:
    """The body with its goals in their places, and nothing in it that only this program knows.

    Args:
        address: Tells where a link to another note leads, from the address it has in the view.
        pictures: The address of each by its id; others become their descriptions.
    """
    addresses = {link.name: address(link.address) for link in view.links}
    written: list[str] = []
    text = speakable(with_goals(view))
    at = 0
    for line in lines(text):
        if line.code:
            continue
        written.append(text[at : line.start])
        written.append(_written(text[line.start : line.stop], addresses, pictures))
        at = line.stop
    body = "".join([*written, text[at:]]).strip("\n")
    return f"{body}\n" if body else ""


def _written(line: str, addresses: Mapping[str, str], pictures: Mapping[str, str]) -> str:
    def link(found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        name = found["name"].removesuffix("\\").strip()
        words = found["words"] or name
        # Whether there is no such note or one that the reader may not see: it looks the same.
        return f"[{words}]({addresses[name]})" if name in addresses else words

    def picture(found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        if found["named"]:
            return pictures.get(found["named"], f"picture:{found['named']}")
        if found["id"] in pictures:
            return f"![{found['about']}]({pictures[found['id']]}{found['title']})"
        return found["about"]

    line = _LINK.sub(link, line) if "[[" in line else line
    return _PICTURE.sub(picture, line) if "picture:" in line else line
