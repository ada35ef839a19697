"""Looks first whether a body was rendered already."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Protocol

from weeknotes_desktop.domain.ports import ManyRenderer
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import GoalView, NoteView

_REMEMBERED = 600
"""Views of which it is remembered what their bodies are kept by."""


class KeptBodies(Protocol):
    """Bodies that were rendered once, by their key."""

    def get_many(self, keys: Collection[str]) -> Mapping[str, str]:
        """Those of them that are kept."""

    def which(self, keys: Collection[str]) -> Collection[str]:
        """The keys of those that are kept."""

    def put_many(self, bodies: Mapping[str, str]) -> None:
        """Keep these too."""


class CachedRenderer:
    """A ``ManyRenderer`` that renders only what nobody has seen.

    What is for the writer alone is rendered each time and never kept.
    """

    def __init__(self, renderer: ManyRenderer, bodies: KeptBodies) -> None:
        self._renderer = renderer
        self._bodies = bodies

    def render(self, view: NoteView) -> str:
        """The body of the post.

        Raises:
            PublishError: If it took too long or could not be rendered.
        """
        if view.audience is Audience.ME:
            return self._renderer.render(view)
        key = key_of(view)
        kept = self._bodies.get_many([key]).get(key)
        if kept is None:
            kept = self._renderer.render(view)
            self._bodies.put_many({key: kept})
        return kept

    def not_kept(self, views: Iterable[NoteView]) -> Sequence[NoteView]:
        """Those that nobody has rendered yet and that may be kept, each once."""
        for_others = (view for view in views if view.audience is not Audience.ME)
        by_key = {key_of(view): view for view in for_others}
        kept = self._bodies.which(by_key.keys())
        return [view for key, view in by_key.items() if key not in kept]

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        """The body of each, in their order.

        Raises:
            PublishError: If one took too long or could not be rendered.
        """
        keys = ["" if view.audience is Audience.ME else key_of(view) for view in views]
        bodies = dict(self._bodies.get_many([key for key in keys if key]))
        missing = [number for number, key in enumerate(keys) if key not in bodies]
        there = len(views) - len(missing)
        progress(there, len(views))
        rendered: dict[int, str] = {}
        if missing:
            new = self._renderer.render_many(
                [views[number] for number in missing],
                lambda done, _: progress(there + done, len(views)),
            )
            rendered = dict(zip(missing, new, strict=True))
            self._bodies.put_many({keys[one]: body for one, body in rendered.items() if keys[one]})
        return [
            rendered[number] if number in rendered else bodies[key]
            for number, key in enumerate(keys)
        ]


@lru_cache(_REMEMBERED)
def key_of(view: NoteView) -> str:
    """What a rendered body is kept by: all of the view, of its pictures the names."""
    told = [
        view.audience,
        str(view.week),
        view.label,
        view.title,
        view.body,
        view.category,
        view.tags,
        [_goal(goal) for goal in view.goals],
        [_goal(goal) for goal in view.next_goals],
        view.form,
        [(link.name, link.address, link.note_id) for link in view.links],
        [picture.id for picture in view.pictures],
        view.language,
        view.quotes,
    ]
    return sha256(json.dumps(told).encode()).hexdigest()


def _goal(goal: GoalView) -> list[object]:
    return [goal.text, goal.outcome, goal.line, goal.stretch, goal.private]
