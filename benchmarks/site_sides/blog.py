"""A blog of any size: notes of some 6 KB, no two alike, and what a writer keeps beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.storage.settings_file import SettingsFile
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.edit_goal import set_outcome
from weeknotes_desktop.use_cases.publish_note import publish_note

NOW = datetime(2026, 4, 24, 16, 0, tzinfo=UTC)
SETTINGS = Settings(
    blog_name="Notes from the boathouse",
    blog_tagline="Weeknotes of a small canal trust",
    author="Tamsin Okoro",
    site_address="https://boathouse.example/weeknotes",
)
LETTERS = 6_000

_CATEGORIES = ("Weeknotes", "Locks", "Boats", "People", "Money")
_TAGS = 40
_RARE = 2_000
_SMALL = """
the of and to in a that was it we for on with as at by had this from they but what not were all when
there can more if will would about which do how one so up out them then some into
"""
_SYLLABLES = """
ba ben cor da del en fa gan hol il jo ka lan mar mo na ol pen ra ren sa ster ta ten ul va wen
"""


class Prose:
    """Words that are as often and as seldom as words are; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # no secret
        small, syllables = _SMALL.split(), _SYLLABLES.split()
        made = {"".join(self._chance.choices(syllables, k=2 + one % 3)) for one in range(6_000)}
        rare = sorted(made)[: 2 * _RARE]
        self._words = [*small, *rare[::2]]
        # What is private is about other things; else some of it would stand on a page by chance.
        self._private = [*small, *rare[1::2]]
        self._weights = [*accumulate(1 / place for place in range(1, len(small) + _RARE + 1))]

    def sentence(self) -> str:
        """Six to twenty words."""
        count = self._chance.randint(6, 20)
        words = self._some(count)
        marked = self._chance.random()
        if marked < 0.1:
            words[3] = f"**{words[3]}**"
        elif marked < 0.15:
            words[2] = f"*{words[2]} {words[1]}*"
        elif marked < 0.2:
            words[4] += ", it’s said –"
        elif marked < 0.25:
            words[-2] = f"[{words[-2]}](https://{words[1]}.example/{words[0]}/{words[2]})"
        return f"{' '.join(words).capitalize()}."

    def plain(self) -> str:
        """A sentence without any mark."""
        return f"{' '.join(self._some(12)).capitalize()}."

    def private(self) -> str:
        """A sentence that nobody else reads."""
        words = self._chance.choices(self._private, cum_weights=self._weights, k=12)
        return f"{' '.join(words).capitalize()}."

    def paragraph(self) -> str:
        """A few of them."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(3, 6)))

    def title(self) -> str:
        """What a week was about."""
        return " ".join(self._some(5)).title()

    def tags(self) -> tuple[str, ...]:
        """Two of those that there are."""
        numbers = self._chance.sample(range(_TAGS), 2)
        return tuple(self._words[-40 * (number + 1)] for number in numbers)

    def _some(self, count: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._weights, k=count)


def make_blog(path: Path, notes: int) -> None:
    """Make a library of so many published notes, a week each.

    Each week has two goals that all may read and a private one, and a jot;
    every third note has a private passage, every fifth leads to the one before.
    """
    SettingsFile(path.parent / "weeknotes" / "settings.toml").save(SETTINGS)
    prose = Prose(notes)
    last = Week.of(NOW.date())
    with open_for_writing(path) as library, library.transaction():
        before = ""
        for number in range(notes):
            week = last.plus(number + 1 - notes)
            _goals_and_jot(library, week, prose)
            title = prose.title()
            note = Note(
                id=new_id(),
                week=week,
                title=title,
                body=_body(prose, number, before),
                category=_CATEGORIES[number % len(_CATEGORIES)],
                tags=prose.tags(),
                published_on=week.friday,
            )
            publish_note(library, library.add_note(note), SETTINGS, NOW)
            before = title


def change_a_note(library: NoteLibrary, round_: int) -> None:
    """Say something else in a note in the middle, and publish it again."""
    with library.transaction():
        published = library.published()
        note = library.note(published[len(published) // 2].note.id)
        changed = note.body.split("\n\nOnce more ")[0] + f"\n\nOnce more {round_}: it holds."
        publish_note(
            library, replace(note, body=changed), SETTINGS, NOW + timedelta(minutes=round_)
        )


def _goals_and_jot(library: NoteLibrary, week: Week, prose: Prose) -> None:
    for number in range(3):
        kept = number == 2
        words = prose.private() if kept else prose.plain()
        audience = Audience.ME if kept else Audience.PUBLIC
        goal = add_goal(library, week, words, NOW, audience=audience)
        set_outcome(library, goal.id, Outcome.DONE, NOW)
    add_jot(library, prose.private(), NOW, week=week)


def _body(prose: Prose, number: int, before: str) -> str:
    blocks = ["[GOALS]", *_blocks(prose, number)]
    if number % 3 == 0:
        blocks.insert(4, f"::: private\n{prose.private()} {prose.private()}\n:::")
    if number % 5 == 4:
        blocks.insert(2, f"It goes on from [[{before}|the week before]]. {prose.plain()}")
    return "\n\n".join(blocks)


def _blocks(prose: Prose, number: int) -> Iterator[str]:
    letters = 0
    block = 0
    while letters < LETTERS:
        if block % 6 == 0:
            made = f"## {prose.title()}"
        elif block % 6 == 3:
            made = "\n".join(f"- {prose.sentence()}" for _ in range(4))
        elif block % 9 == 5:
            made = f"> {prose.sentence()}"
        else:
            made = prose.paragraph()
        if block == 2 and number % 4 == 0:
            made = f"{made}[^1]\n\n[^1]: {prose.sentence()}"
        yield made
        letters += len(made)
        block += 1
