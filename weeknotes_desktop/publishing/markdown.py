"""From what a reader may read to safe HTML; every way out shows what this makes."""

from __future__ import annotations

import re
from hashlib import sha256

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from pymdownx.betterem import BetterEmExtension  # type: ignore[import-untyped]
from pymdownx.highlight import HighlightExtension  # type: ignore[import-untyped]
from pymdownx.superfences import SuperFencesCodeExtension  # type: ignore[import-untyped]
from pymdownx.tilde import DeleteSubExtension  # type: ignore[import-untyped]

from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.publishing.extensions.addresses import AddressesExtension
from weeknotes_desktop.publishing.extensions.brackets import BracketsExtension
from weeknotes_desktop.publishing.extensions.figures import FiguresExtension
from weeknotes_desktop.publishing.extensions.goals import GoalsExtension
from weeknotes_desktop.publishing.extensions.headings import HeadingsExtension
from weeknotes_desktop.publishing.extensions.lists import ListsExtension
from weeknotes_desktop.publishing.extensions.note_links import NoteLinksExtension
from weeknotes_desktop.publishing.extensions.notes import NotesExtension
from weeknotes_desktop.publishing.extensions.tables import TablesExtension
from weeknotes_desktop.publishing.extensions.tags import TagsExtension
from weeknotes_desktop.publishing.extensions.tasks import TasksExtension
from weeknotes_desktop.publishing.extensions.tint import TintExtension, tint_words
from weeknotes_desktop.publishing.extensions.typography import TypographyExtension
from weeknotes_desktop.publishing.sanitise import clean
from weeknotes_desktop.publishing.words import Words

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_RAW_TITLE = re.compile(r"(</?)h1\b", re.IGNORECASE)


class MarkdownRenderer:
    """Renders views; a view is all it ever sees, so nothing hidden can reach it.

    One of these is for one thread.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._prepare()

    def _prepare(self) -> None:
        self._goals = GoalsExtension(self._words)
        self._notes = NotesExtension(self._words.back_to_text)
        self._links = NoteLinksExtension()
        self._typography = TypographyExtension()
        extensions: list[Extension] = [
            self._goals,
            self._notes,
            self._links,
            BracketsExtension(),
            AddressesExtension(),
            TagsExtension(),
            AbbrExtension(),
            DefListExtension(),
            SaneListExtension(),
            TableExtension(use_align_attribute=True),
            HighlightExtension(guess_lang=False),
            SuperFencesCodeExtension(relaxed_headers=True),
            BetterEmExtension(),
            DeleteSubExtension(subscript=False),
            TablesExtension(),
            ListsExtension(),
            HeadingsExtension(),
            FiguresExtension(),
            TasksExtension(self._words),
            self._typography,
            TintExtension(),
        ]
        self._markdown = Markdown(extensions=extensions, output_format="html")

    def render(self, view: NoteView) -> str:
        """The body of the post."""
        self._goals.show(view)
        self._links.show(view)
        self._notes.post = _post(view)
        self._typography.quotes = view.quotes
        source = _LONE_SURROGATE.sub("\ufffd", view.body)
        try:
            html = self._markdown.reset().convert(source)
        except BaseException:
            # Python-Markdown does not clear all it remembers of a post that it gave up.
            self._prepare()
            raise
        return clean(_RAW_TITLE.sub(r"\1h2", tint_words(html))).strip()


def _post(view: NoteView) -> str:
    """What ids of this post begin with, so that several posts fit on one page."""
    name = sha256(f"{view.label}\0{view.title}".encode(errors="replace")).hexdigest()[:6]
    return f"wn-{str(view.week).lower()}-{name}"
