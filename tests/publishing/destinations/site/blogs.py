"""Blogs as they leave, and the sites that are made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import unescape

from tests.publishing.example import RESOURCES, renderer
from weeknotes_desktop.domain.destination import Parcel, Progress, Sent, silent
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.public_view import Blog, PublicNote, PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.slug import place_of
from weeknotes_desktop.domain.view import GoalView, NoteLink, NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.destinations.site.site import Site

BLOG = Blog(
    name="Notes from the boathouse",
    tagline="Weeknotes of a small canal trust",
    author="Tamsin Okoro",
)
ADDRESS = "https://boathouse.example/weeknotes"
THEMES = ("paper", "plain", "clear")
FIRST = Week(2021, 1)
GOALS = (
    GoalView(text="A survey of the lower lock", outcome=Outcome.DONE, line="It holds."),
    GoalView(text="Ask the growers", outcome=Outcome.PARTLY, line="Two of five answered."),
)


class Bodies:
    """A ``ManyRenderer`` that does one after the other."""

    def __init__(self) -> None:
        self._renderer = renderer()

    def render(self, view: NoteView) -> str:
        return self._renderer.render(view)

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        bodies = []
        for view in views:
            bodies.append(self.render(view))
            progress(len(bodies), len(views))
        return bodies


class Shelf:
    """Where parcels arrive."""

    def __init__(self) -> None:
        self.arrived: list[Parcel] = []

    def put(self, parcel: Parcel, progress: Progress) -> Sent:
        self.arrived.append(parcel)
        progress(1, 1)
        return Sent(written=len(parcel.files))


BODIES = Bodies()


def a_note(
    weeks: int = 0,
    body: str = "The water was high all week, and so were we.",
    *,
    title: str = "High water",
    label: str | None = None,
    category: str = "",
    tags: tuple[str, ...] = (),
    day: date | None = None,
    audience: Audience = Audience.PUBLIC,
    goals: tuple[GoalView, ...] = (),
    links: tuple[NoteLink, ...] = (),
    pictures: tuple[Picture, ...] = (),
    language: str = "en-GB",
) -> PublicNote:
    """A note so many weeks after the first."""
    week = FIRST.plus(weeks)
    printed = f"Weeknote {week.number}.{week.year}" if label is None else label
    view = NoteView(
        audience=audience,
        week=week,
        label=printed,
        title=title,
        body=body,
        category=category,
        tags=tags,
        goals=goals,
        links=links,
        pictures=pictures,
        language=language,
    )
    return PublicNote(view=view, place=place_of(week, (title, printed)), day=day or week.friday)


def some_notes(count: int) -> list[PublicNote]:
    """Notes of one week after the other, newest first."""
    notes = [
        a_note(
            weeks,
            f"[GOALS]\n\nIn week {weeks} the water was high, and so were we, all of the day.",
            title=f"Week on the water {weeks}",
            category="Canal" if weeks % 2 else "Bank",
            tags=("rain",) if weeks % 3 else ("rain", "open day"),
            goals=GOALS,
        )
        for weeks in range(count)
    ]
    return notes[::-1]


def view_of(notes: Iterable[PublicNote], blog: Blog = BLOG) -> PublicView:
    """These notes as they leave."""
    notes = tuple(notes)
    audience = notes[0].view.audience if notes else Audience.PUBLIC
    return PublicView(audience=audience, blog=blog, notes=notes)


def site_of(
    notes: Iterable[PublicNote],
    blog: Blog = BLOG,
    theme: str = "",
    progress: Progress = silent,
) -> Parcel:
    """The site of these notes."""
    return Site(BODIES, theme, RESOURCES, Shelf()).make(view_of(notes, blog), progress)


def with_address(address: str = ADDRESS) -> Blog:
    """The blog when its writer has said where it will stand."""
    return Blog(name=BLOG.name, tagline=BLOG.tagline, author=BLOG.author, address=address)


def pages_in(parcel: Parcel) -> dict[str, str]:
    """The pages of a site, by their files."""
    return {
        file: content.decode() for file, content in parcel.files.items() if file.endswith(".html")
    }


def links_in(page: str) -> list[str]:
    """Everything a page leads to or needs."""
    return [unescape(found) for found in re.findall(r'(?:href|src)="([^"]*)"', page)]
