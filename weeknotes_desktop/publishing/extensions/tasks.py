"""``- [x]`` and ``- [ ]``: items of a list that are ticked, or not yet."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from weeknotes_desktop.publishing.words import Words

_BOX = re.compile(r"\s*\[(?P<tick>[ xX])\]\s+(?=\S)")


class TasksExtension(Extension):
    """Draws boxes with letters, as a form has no business in a post."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look before links are looked for: ``[x]`` may be one."""
        md.treeprocessors.register(_Tasks(md, self.words), "wn-tasks", 25)


class _Tasks(Treeprocessor):
    def __init__(self, md: Markdown, words: Words) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            if item.get("class"):
                # A goal, and its wording is no Markdown.
                continue
            place = item if (item.text or "").strip() else (item[0] if len(item) else item)
            box = _BOX.match(place.text or "") if place.tag in ("li", "p") else None
            if box is not None:
                self._tick(item, place, box)

    def _tick(self, item: Element, place: Element, box: re.Match[str]) -> None:
        done = box["tick"] != " "
        item.set("class", "wn-task wn-ticked" if done else "wn-task")
        mark = Element("span", {"class": "wn-box", "aria-hidden": "true"})
        mark.text = "☑" if done else "☐"
        mark.tail = " "
        word = Element("span", {"class": "wn-hidden"})
        word.text = self._words.task_done if done else self._words.task_open
        word.tail = f" {(place.text or '')[box.end() :]}"
        place.text = ""
        place.insert(0, mark)
        place.insert(1, word)
