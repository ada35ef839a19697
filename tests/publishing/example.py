"""One week of a small canal trust, with everything a weeknote may hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from weeknotes_desktop import paths
from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Renderer
from weeknotes_desktop.domain.public_view import Blog, PublicNote, PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.destinations.html_file import HtmlFile
from weeknotes_desktop.publishing.markdown import MarkdownRenderer
from weeknotes_desktop.publishing.words import Words

GOLDEN = Path(__file__).parents[1] / "golden"
RESOURCES = paths.resource("")
WEEK = Week(2021, 16)
SETTINGS = Settings(
    blog_name="Notes from the boathouse",
    blog_tagline="Weeknotes of a small canal trust",
    author="Tamsin Okoro",
)
DONE = Goal(
    id="1",
    thread="1",
    week=WEEK,
    text="A tool for working with the growers' co-operative",
    outcome=Outcome.DONE,
    line="It needs a worked example before anybody believes it.",
)
PARTLY = Goal(
    id="2",
    thread="2",
    week=WEEK,
    text="A plan for the licensing data",
    outcome=Outcome.PARTLY,
    line="In my head rather than on paper.",
)
PRIVATE = Goal(
    id="3",
    thread="3",
    week=WEEK,
    text="Talk to Jo about the rota",
    audience=Audience.ME,
    public_text="One goal that I keep to myself",
    outcome=Outcome.DONE,
    line="Over lunch.",
)
HIDDEN = Goal(id="4", thread="4", week=WEEK, text="Ask the bank", audience=Audience.ME)
DROPPED = Goal(id="5", thread="5", week=WEEK, text="Answer every letter", outcome=Outcome.DROPPED)
NOT_STARTED = Goal(
    id="6", thread="6", week=WEEK, text="Walk the survey", outcome=Outcome.NOT_STARTED
)
STRETCH = Goal(id="7", thread="7", week=WEEK, text="Three teams say why", stretch=True)
GOALS = (DONE, PARTLY, PRIVATE, HIDDEN, DROPPED, NOT_STARTED, STRETCH)
NEXT_GOALS = (
    Goal(id="8", thread="8", week=WEEK.plus(1), text="The roadmap agreed with the three teams"),
)


def view_of(
    body: str,
    audience: Audience = Audience.PUBLIC,
    *,
    title: str = "Working in the open",
    goals: Sequence[Goal] = (),
    next_goals: Sequence[Goal] = (),
    label: str = "Weeknote v10.16",
) -> NoteView:
    """The view of a note with that body."""
    note = Note(id="n", week=WEEK, title=title, body=body, category="Canal", tags=("open day",))
    return cut(note, label, goals, next_goals, audience, "en-GB")


def example_view(audience: Audience) -> NoteView:
    """The whole example week."""
    body = (GOLDEN / "week.md").read_text(encoding="utf-8")
    return view_of(body, audience, goals=GOALS, next_goals=NEXT_GOALS)


def renderer() -> MarkdownRenderer:
    """A renderer in this process."""
    return MarkdownRenderer(Words.read(RESOURCES / "words"))


def blog_of(settings: Settings) -> Blog:
    """What pages say about the blog of those settings."""
    return Blog(
        name=settings.blog_name,
        tagline=settings.blog_tagline,
        author=settings.author,
        language=settings.language,
    )


def leaving(view: NoteView, settings: Settings = SETTINGS) -> PublicView:
    """That note alone, as it leaves."""
    note = PublicNote(view=view, place="2021/w16-a-note", day=date(2021, 4, 23))
    return PublicView(audience=view.audience, blog=blog_of(settings), notes=(note,))


def page_of(
    view: NoteView, rendering: Renderer | None = None, settings: Settings = SETTINGS
) -> str:
    """The HTML file of that note."""
    destination = HtmlFile(rendering or renderer(), RESOURCES, Path("note.html"))
    return destination.make(leaving(view, settings), silent).files["note.html"].decode()
