"""A site that is made again and again is the same as one that is made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.publishing.destinations.site.blogs import (
    BLOG,
    BODIES,
    Shelf,
    a_note,
    some_notes,
    view_of,
    with_address,
)
from tests.publishing.example import RESOURCES
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.public_view import Blog, PublicNote
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.publishing.destinations.site.bodies import bodies_of
from weeknotes_desktop.publishing.destinations.site.site import Site
from weeknotes_desktop.publishing.words_of_notes import speakable


class Titles:
    """A ``ManyRenderer`` that renders nothing but titles, and counts."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def render(self, view: NoteView) -> str:
        return f"<p>{view.title}</p>"

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        self.asked.append(len(views))
        for number in range(len(views)):
            progress(number + 1, len(views))
        return [self.render(view) for view in views]


def made_anew(notes: Sequence[PublicNote], blog: Blog, folder: Path) -> dict[str, bytes]:
    """The site as somebody makes it who never made one before."""
    shutil.copytree(RESOURCES, folder)
    return dict(Site(BODIES, "", folder, Shelf()).make(view_of(notes, blog), silent).files)


def test_whatever_is_changed_in_between_is_changed_on_every_page(tmp_path: Path) -> None:
    notes = some_notes(12)
    other = replace(
        notes[5], view=replace(notes[5].view, title="Low water", body="Dry, all of it.")
    )
    tagged = replace(notes[5], view=replace(notes[5].view, tags=("drought",)))
    rounds: list[tuple[list[PublicNote], Blog]] = [
        (notes, BLOG),
        ([*notes[:5], other, *notes[6:]], BLOG),
        ([*notes[:5], tagged, *notes[6:]], BLOG),
        (notes[1:], BLOG),
        ([a_note(40), *notes], BLOG),
        (notes, with_address()),
        (notes, replace(BLOG, tagline="Something else")),
        (notes, replace(BLOG, language="de")),
        (notes, BLOG),
    ]
    site = Site(BODIES, "", RESOURCES, Shelf())
    for number, (told, blog) in enumerate(rounds):
        files = site.make(view_of(told, blog), silent).files
        assert dict(files) == made_anew(told, blog, tmp_path / str(number))


def test_many_notes_are_rendered_so_many_at_a_time_and_in_their_order() -> None:
    notes = [a_note(weeks, title=f"Week {weeks}’s – water") for weeks in range(1_203)]
    renderer, heard = Titles(), []
    bodies = bodies_of(notes, renderer, (), "", lambda done, of: heard.append((done, of)))
    assert list(bodies) == [speakable(renderer.render(note.view)) for note in notes]
    assert renderer.asked == [500, 500, 203]
    assert heard == [(done + 1, 1_203) for done in range(1_203)]
    assert bodies.take(700) == "<p>Week 700’s – water</p>"
    assert list(bodies)[700] == ""
