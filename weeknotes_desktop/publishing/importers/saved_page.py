"""The plain text of a saved archive page of a blog, read as weeknotes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path

from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.domain.found import FoundNote, FoundPage
from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.domain.note import LARGEST_BODY
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.blocks import Block, Kind, read_blocks
from weeknotes_desktop.publishing.importers.escaping import apart
from weeknotes_desktop.publishing.importers.footnotes import Footnotes, find_footnotes
from weeknotes_desktop.publishing.importers.goal_finding import find_goals
from weeknotes_desktop.publishing.importers.goal_matching import merge
from weeknotes_desktop.publishing.importers.lines import Line, shorten
from weeknotes_desktop.publishing.importers.page_text import read_page
from weeknotes_desktop.publishing.importers.post_markdown import write_markdown
from weeknotes_desktop.publishing.importers.posts import PageParts, Post, take_apart
from weeknotes_desktop.publishing.importers.shapes import headings_of_page, tell_shapes
from weeknotes_desktop.publishing.importers.weeks import tell_weeks

_WORD = re.compile(r"[^\W_]+")
_OPENING_WORDS = 8


class SavedPage:
    """Reads saved archive pages, by month or by category."""

    def read(self, path: Path) -> FoundPage:
        """The weeknotes on the page, from top to bottom.

        Raises:
            ImportFailedError: If it is no text, or there is no label on it.
        """
        page = read_page(path)
        parts = take_apart(page.lines)
        if not parts.posts:
            raise ImportFailedError(
                f"“{path.name}” holds no weeknotes: no line of it is a label.",
                "Each post needs its label on a line of its own, as “Weeknote v10.16”,"
                " “Weeknote 25.2022”, “12.22” or “2022.3”.",
            )
        reading = _Reading(parts)
        notes = reading.notes()
        return FoundPage(
            notes=tuple(notes),
            lost=(*page.lost, *_above(parts), *reading.lost),
            skipped=(*reading.skipped, *_site(parts)),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A post whose week is told."""

    post: Post
    week: Week
    blocks: tuple[Block, ...]
    markdown: str


class _Reading:
    """One page being read; collects what it has to say to the writer."""

    def __init__(self, parts: PageParts) -> None:
        self._parts = parts
        self.lost: list[str] = []
        self.skipped: list[str] = []

    def notes(self) -> list[FoundNote]:
        """The notes of the page, each with the goals that are told there last."""
        blocks = [read_blocks(post.lines) for post in self._parts.posts]
        headings = headings_of_page(blocks)
        clues = [post.clues for post in self._parts.posts]
        weeks = tell_weeks(clues, self._parts.copyright_year)
        found: list[_Found] = []
        for post, told, own in zip(self._parts.posts, weeks, blocks, strict=True):
            notes = find_footnotes(own, headings)
            shaped = tuple(tell_shapes(notes.blocks, headings))
            markdown = write_markdown(Footnotes(shaped, notes.numbers))
            if not self._keeps(post, told.week, markdown) or told.week is None:
                continue
            found.append(_Found(post, told.week, shaped, markdown))
            self._tell(post, told.week, shaped, guess=told.guess)
        return self._without_doubles(_once(found))

    def _keeps(self, post: Post, week: Week | None, markdown: str) -> bool:
        """Whether the post becomes a note; says why where it does not."""
        name = _name(post)
        if not markdown and post.week_line is None:
            title = f" (“{post.title}”)" if post.title else ""
            self.skipped.append(f"{name}{title} has no text below it, so it was left out.")
        elif week is None:
            self.lost.append(f"{name} was left out: its week cannot be told.")
        elif len(markdown.encode(errors="replace")) > LARGEST_BODY:
            most = LARGEST_BODY // 1_000_000
            self.lost.append(f"{name} was left out: a note holds at most {most} MB.")
        else:
            return True
        return False

    def _tell(self, post: Post, week: Week, blocks: Sequence[Block], *, guess: str) -> None:
        name = _name(post)
        if guess:
            self.lost.append(
                f"{name} names no year; {week.year} was taken from {guess}. Please check it."
            )
        if post.week_line is not None and post.week_line.day is None:
            self.lost.append(f"{name} names a day that does not exist; its label gave the week.")
        self.lost.extend(
            f"{name}: the picture “{shorten(block.text)}” was not in the text."
            for block in blocks
            if block.kind is Kind.CAPTION
        )

    def _without_doubles(self, notes: Sequence[FoundNote]) -> list[FoundNote]:
        """Tell apart posts that begin alike, and leave out a post that stands here twice."""
        kept: dict[str, FoundNote] = {}
        for note in notes:
            origin, again = note.origin, 1
            while origin in kept and kept[origin].body != note.body:
                again += 1
                origin = _digest(note.origin, str(again))
            if origin in kept:
                self.skipped.append(
                    f"{note.label} on line {note.line} stands on the page twice and was taken once."
                )
            else:
                kept[origin] = replace(note, origin=origin)
        return list(kept.values())


def _once(found: Sequence[_Found]) -> list[FoundNote]:
    """Each post as a note; a goal set in one and reported in the next is told by the next."""
    goals = [find_goals(one.blocks, one.week) for one in found]
    order = sorted(range(len(found)), key=lambda at: found[at].week)
    for before, after in pairwise(order):
        earlier, later = merge(goals[before], goals[after])
        if found[before].week < found[after].week:
            goals[before], goals[after] = tuple(earlier), tuple(later)
    return [
        FoundNote(
            week=one.week,
            label=apart(one.post.label.text),
            title=apart(one.post.title),
            body=one.markdown,
            origin=_origin(one),
            category=apart(one.post.category),
            goals=own,
            day=one.post.clues.posted,
            line=one.post.line,
        )
        for one, own in zip(found, goals, strict=True)
    ]


def _origin(found: _Found) -> str:
    """Identity of a post: week, label and opening words, so that a corrected post is known."""
    prose = (block for block in found.blocks if block.kind is not Kind.HEADING)
    words = (word for block in prose for word in _WORD.findall(_text(block).casefold()))
    opening = " ".join(islice(words, _OPENING_WORDS))
    return _digest(str(found.week), short_label(found.post.label.text).casefold(), opening)


def _text(block: Block) -> str:
    return " ".join(item.text for item in block.items) if block.items else block.text


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()


def _name(post: Post) -> str:
    return f"“{post.label.text}” on line {post.line}"


def _above(parts: PageParts) -> list[str]:
    if not parts.above:
        return []
    return [f"Text above the first label belongs to no weeknote: {_numbers(parts.above)}."]


def _site(parts: PageParts) -> list[str]:
    if not parts.site:
        return []
    return [f"Left out as part of the site, not of a post: {_numbers(parts.site)}."]


def _numbers(lines: Sequence[Line]) -> str:
    """The numbers of lines, those in a row as a span."""
    spans: list[tuple[int, int]] = []
    for number in sorted({line.number for line in lines}):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    said = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    word = "line" if len(said) == 1 and spans[0][0] == spans[0][1] else "lines"
    return f"{word} {', '.join(said)}"
