"""Libraries that are equal in all that is public, and in nothing else."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import strategies as st
from PIL import Image

from weeknotes_desktop.domain.goal import Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.publish_note import publish_note

SETTINGS = Settings(
    blog_name="Notes from the boathouse",
    author="Tamsin Okoro",
    site_address="https://boathouse.example/weeknotes",
)
FIRST = Week(2021, 50)
NOW = datetime(2022, 2, 1, 9, tzinfo=UTC)
HIDDEN_TITLE = "What nobody may read of"


def a_picture(shade: int) -> Picture:
    """A picture of nothing but a shade."""
    kept = io.BytesIO()
    Image.new("L", (3, 3), shade).save(kept, "PNG")
    return Picture.of(kept.getvalue(), "image/png", name=f"shade-{shade}.png")


PUBLIC_PICTURE = a_picture(200)


@dataclass(frozen=True)
class PublicGoal:
    """A goal, or all that is public of it."""

    text: str
    outcome: Outcome | None
    line: str | None
    private: bool


@dataclass(frozen=True)
class PublicNote:
    """A note as everybody may read it."""

    weeks: int
    title: str
    paragraphs: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    days: int


@dataclass(frozen=True)
class PublicSide:
    """All that is public of a library."""

    notes: tuple[PublicNote, ...]
    goals: tuple[tuple[int, PublicGoal], ...]


titles = st.sampled_from(["High water", "High water", "", "Locks & gates", "../../etc", "{{7*7}}"])
paragraphs = st.sampled_from(
    [
        "The water was high all week.",
        "- We met the council\n- We wrote to the growers",
        "1. First\n\ntext\n\n2. Second",
        "A remark[^1] of mine.\n\n[^1]: Which is explained here.",
        "[GOALS]",
        "[NEXT WEEK]",
        "[TOC]",
        "# A heading\n\n## And one below",
        "See [[High water]], [[50.2021]] and [[What nobody may read of]].",
        f"![The lower lock]({PUBLIC_PICTURE.address} “At dawn”)",
        "| a | b |\n|---|---|\n| c | d |",
        "> A quote",
        "```python\nx = 1\n```",
        "[lock] and <b>bold</b> & “quoted”",
    ]
)
goals = st.builds(
    PublicGoal,
    text=st.sampled_from(["Survey the lock", "Ask the growers", "**Paint** it"]),
    outcome=st.none() | st.sampled_from(Outcome),
    line=st.none() | st.just("It holds."),
    private=st.booleans(),
)
public_sides = st.builds(
    PublicSide,
    notes=st.lists(
        st.builds(
            PublicNote,
            weeks=st.integers(0, 3),
            title=titles,
            paragraphs=st.lists(paragraphs, max_size=5).map(tuple),
            category=st.sampled_from(["", "Canal"]),
            tags=st.sampled_from([(), ("rain",), ("rain", "open day")]),
            days=st.integers(0, 3),
        ),
        max_size=4,
    ).map(tuple),
    goals=st.lists(st.tuples(st.integers(0, 4), goals), max_size=5).map(tuple),
)

_WORDS = ("σκιά", "μυστικό", "zebra", "quartz", "xylophone", "mystery", "vexing", "jukebox")
_FORMS = (
    "{}",
    "# {}",
    "- {}\n- {}",
    "[^1]: {}",
    "[^secret]: {}\n\n{}[^secret]",
    "[lock]: https://example.org/{}",
    "*[lock]: {}",
    "[GOALS]\n\n{}",
    "[[High water]] {}",
    "```\n{}\n```",
    "<div>{}",
    "| {} | a |\n|---|---|\n| b | {} |",
    "%%{}%%",
)


class PrivateSide:
    """Makes a library of what is public, and of private things made by chance."""

    def __init__(self, seed: int, reader: Audience) -> None:
        self._chance = Random(seed)
        self._reader = reader

    def library(self, library: NoteLibrary, public: PublicSide) -> list[Note]:
        """Fill ``library``; returns its public notes as they were published, in their order."""
        with library.transaction():
            library.keep_picture(PUBLIC_PICTURE)
            self._goals(library, public)
            published = self._notes(library, public)
            self._never_public(library)
            self._since(library, published)
        return published

    def _often(self) -> bool:
        return self._chance.random() < 0.5

    def _times(self) -> range:
        return range(self._chance.choice([0, 0, 1, 2]))

    def _id(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"

    def _now(self) -> datetime:
        return NOW + timedelta(minutes=self._chance.randrange(100_000))

    def _week(self) -> Week:
        return FIRST.plus(self._chance.randrange(5))

    def _secret(self) -> str:
        return " ".join(self._chance.choices(_WORDS, k=self._chance.randrange(5, 12)))

    def _passage(self) -> str:
        text = self._chance.choice(_FORMS).replace("{}", self._secret())
        if self._often():
            text += f"\n\n![{self._secret()}]({self._picture.address})"
        kinds = ["private", "privat", ""]
        kind = self._chance.choice(kinds if self._reader is Audience.TEAM else [*kinds, "team"])
        return f"::: {kind}\n{text}\n:::"

    def _aside(self) -> str:
        return f" %%{self._secret()}%%" if self._often() else ""

    def _body(self, note: PublicNote) -> str:
        parts: list[str] = []
        for paragraph in note.paragraphs:
            parts += [self._passage() for _ in self._times()]
            plain = paragraph[-1] in ".s" and "\n" not in paragraph
            parts.append(paragraph + (self._aside() if plain else ""))
        parts += [self._passage() for _ in self._times()]
        return "\n\n".join(parts)

    def _notes(self, library: NoteLibrary, public: PublicSide) -> list[Note]:
        self._picture = a_picture(self._chance.randrange(100))
        library.keep_picture(self._picture)
        order = list(range(len(public.notes)))
        self._chance.shuffle(order)
        made: dict[int, Note] = {}
        for number in order:
            note = public.notes[number]
            week = FIRST.plus(note.weeks)
            tags = (*note.tags, *(f"%%{self._secret()}%%" for _ in self._times()))
            kept = library.add_note(
                Note(
                    id=self._id(),
                    week=week,
                    title=note.title + self._aside(),
                    body=self._body(note),
                    category=note.category,
                    tags=tags,
                    published_on=week.friday + timedelta(days=note.days),
                )
            )
            made[number] = publish_note(library, kept, SETTINGS, self._now())
        return [made[number] for number in range(len(public.notes))]

    def _goals(self, library: NoteLibrary, public: PublicSide) -> None:
        position = 0
        for weeks, goal in public.goals:
            for _ in self._times():
                self._private_goal(library, position)
                position += 1
            ident = self._id()
            kept = Goal(
                id=ident,
                thread=ident,
                week=FIRST.plus(weeks),
                position=position,
                text=goal.text,
                outcome=goal.outcome,
                line=goal.line,
                how=self._secret() if self._often() else None,
                workstream=self._secret() if self._often() else None,
            )
            if goal.private:
                kept = replace(
                    kept,
                    audience=Audience.ME,
                    text=self._secret(),
                    line=self._secret(),
                    public_text=goal.text,
                    stretch=self._often(),
                )
            library.add_goal(kept, self._now())
            position += 1

    def _private_goal(self, library: NoteLibrary, position: int) -> None:
        ident = self._id()
        goal = Goal(
            id=ident,
            thread=ident,
            week=self._week(),
            position=position,
            text=self._secret(),
            audience=Audience.ME,
            outcome=self._chance.choice([None, *Outcome]),
            line=self._secret(),
            stretch=self._often(),
        )
        library.add_goal(goal, self._now())

    def _never_public(self, library: NoteLibrary) -> None:
        for _ in self._times():
            self._hidden_note(library, audience=Audience.ME, status=Status.PUBLISHED)
        for _ in self._times():
            self._hidden_note(library, audience=Audience.PUBLIC, status=Status.DRAFT)
        for _ in self._times():
            note = self._hidden_note(library, audience=Audience.PUBLIC, status=Status.PUBLISHED)
            library.remove_note(note.id, self._now())
        for number in self._times():
            now = self._now()
            library.add_jot(Jot(id=self._id(), week=self._week(), at=now, text=self._secret()))
            library.add_task(Task(id=self._id(), text=self._secret(), position=number))
        if self._often():
            library.save_plan(WeekPlan(week=self._week(), focus=self._secret()))
        if self._often():
            library.save_plan(WeekPlan(week=Week(1999, 3), away=self._secret()))

    def _hidden_note(self, library: NoteLibrary, *, audience: Audience, status: Status) -> Note:
        return library.add_note(
            Note(
                id=self._id(),
                week=self._week(),
                title=self._chance.choice([HIDDEN_TITLE, "High water", self._secret()]),
                body=self._secret(),
                category=self._secret(),
                tags=(self._secret(),),
                audience=audience,
                status=status,
                published_on=self._chance.choice([None, date(2021, 12, 24)]),
            )
        )

    def _since(self, library: NoteLibrary, published: list[Note]) -> None:
        """What became of published notes since, and what they said before."""
        for note in published:
            if self._often():
                body = f"{note.body}\n\n{self._secret()}"
                library.save_note(replace(note, body=body, title=self._secret()))
            if self._often():
                library.keep_draft(
                    Draft(
                        note_id=note.id,
                        base_rev=note.rev,
                        title=note.title,
                        body=f"{self._secret()}\n\n{note.body}",
                        written_at=self._now(),
                    )
                )
            for _ in self._times():
                library.keep_version(
                    Version(
                        id=self._id(),
                        note_id=note.id,
                        written_at=self._now(),
                        occasion=Occasion.PAUSE,
                        title=note.title,
                        body=self._secret(),
                    )
                )
