"""An export right after the background has caught up renders nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.paths import resource
from weeknotes_desktop.presenters.rendering_ahead import RenderingAhead
from weeknotes_desktop.publishing.cached_renderer import CachedRenderer
from weeknotes_desktop.publishing.destinations.site.site import Site
from weeknotes_desktop.publishing.whole_tree.tree import WholeTree
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.rendered_bodies import RenderedBodies
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_goal_audience, set_outcome
from weeknotes_desktop.use_cases.make_public_view import public_view
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEEK = Week(2026, 40)
TITLES = ("Rope", "Knot", "Weir", "Mud", "Rota")
PICTURE = Picture.of(b"A weir", "image/png")
SETTINGS = Settings()


class Counting:
    """Says how often it had to render something."""

    def __init__(self) -> None:
        self.times = 0

    def render(self, view: NoteView) -> str:
        self.times += 1
        return f"<p>{len(view.body)}</p>"

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        return [self.render(view) for view in views]


class Desk:
    """A window on a real library, in which chance does what a writer does."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.path, self._chance = folder / "notes.db", chance
        self._timers = ManualTimers()
        self._opened = open_for_writing(self.path)
        self.library = self._opened.__enter__()
        self.library.keep_picture(PICTURE)
        self.counting = Counting()
        self.renderer = CachedRenderer(self.counting, RenderedBodies(self.path, "1"))
        self._ahead = RenderingAhead(
            self._reading,
            lambda: self.renderer,
            lambda: SETTINGS,
            lambda: NOW,
            ImmediateJobs(),
            self._timers,
        )
        self._notes: list[str] = []
        self._goals: list[str] = []

    @contextmanager
    def _reading(self) -> Iterator[NoteLibrary]:
        with open_for_reading(self.path) as library:
            yield library

    def close(self) -> None:
        self._opened.__exit__(None, None, None)

    def act(self) -> None:
        seldom = [self._take_back, self._remove, self._goal, self._hide]
        self._chance.choice([*[self._write] * 4, *[self._publish] * 4, *seldom])()

    def catch_up(self) -> None:
        self._timers.pass_time(600)

    def export(self, folder: Path, audience: Audience) -> int:
        """How many bodies a site for them has to be rendered for."""
        before = self.counting.times
        with self._reading() as library:
            view = public_view(library, SETTINGS, audience, NOW)
        tree = WholeTree(folder, "site", audience, self.path)
        site = Site(self.renderer, "", resource(""), tree)
        site.send(site.make(view, lambda *_: None), lambda *_: None)
        return self.counting.times - before

    def _some(self) -> Note | None:
        return self.library.note(self._chance.choice(self._notes)) if self._notes else None

    def _words(self) -> str:
        linked = " ".join(f"[[{title}]]" for title in self._chance.sample(TITLES, 2))
        own = self._chance.choice(["", "%%mine%%", "::: team\nOurs.\n:::", "[GOALS]"])
        return f"So much {self._chance.random()}. See {linked}.\n\n{own}\n\n![]({PICTURE.address})"

    def _write(self) -> None:
        week = WEEK.plus(self._chance.randrange(4))
        note = self._some() if self._notes and self._chance.random() < 0.5 else None
        if note is None:
            note = start_note(self.library, week, title=self._chance.choice(TITLES))
            self._notes.append(note.id)
        changed = replace(
            note,
            title=self._chance.choice(TITLES),
            body=self._words(),
            audience=self._chance.choice([*Audience, *[Audience.PUBLIC] * 3]),
        )
        self._ahead.saved(save_note(self.library, changed, SETTINGS.label, NOW))

    def _publish(self) -> None:
        note = self._some()
        if note is not None:
            at = NOW + timedelta(days=self._chance.randrange(9))
            self._ahead.saved(publish_note(self.library, note, SETTINGS, at))

    def _take_back(self) -> None:
        note = self._some()
        if note is not None:
            draft = replace(note, status=Status.DRAFT)
            self._ahead.saved(save_note(self.library, draft, SETTINGS.label, NOW))

    def _remove(self) -> None:
        note = self._some()
        if note is not None:
            self._notes.remove(note.id)
            self.library.remove_note(note.id, NOW)
            self._ahead.something_changed()

    def _goal(self) -> None:
        week = WEEK.plus(self._chance.randrange(4))
        goal = add_goal(self.library, week, f"Goal {len(self._goals)}", NOW)
        set_outcome(self.library, goal.id, self._chance.choice(list(Outcome)), NOW)
        self._goals.append(goal.id)
        self._ahead.something_changed()

    def _hide(self) -> None:
        if self._goals:
            goal = self._chance.choice(self._goals)
            set_goal_audience(self.library, goal, self._chance.choice(list(Audience)), NOW)
            self._ahead.something_changed()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_writer_does_an_export_renders_nothing_that_could_be_rendered_before(
    tmp_path: Path, seed: int
) -> None:
    desk = Desk(tmp_path, random.Random(seed))
    try:
        for _ in range(4):
            for _ in range(20):
                desk.act()
            desk.catch_up()
            assert desk.counting.times
            for audience in (Audience.PUBLIC, Audience.TEAM):
                assert desk.export(tmp_path / audience, audience) == 0
    finally:
        desk.close()
