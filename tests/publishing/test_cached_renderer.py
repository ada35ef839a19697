"""Rendering only what nobody has seen, and much of it at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from threading import Barrier, get_ident

import pytest

from weeknotes_desktop.domain.errors import CancelledError, PublishError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import GoalView, NoteLink, NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.paths import resource
from weeknotes_desktop.publishing.cached_renderer import CachedRenderer, key_of
from weeknotes_desktop.publishing.render_pool import RenderPool
from weeknotes_desktop.publishing.renderer_version import renderer_version

VIEW = NoteView(
    audience=Audience.PUBLIC, week=Week(2021, 9), label="9.2021", title="Rope", body="It held."
)


class Bodies(dict[str, str]):
    """Bodies kept in memory."""

    def get_many(self, keys: Collection[str]) -> Mapping[str, str]:
        return {key: self[key] for key in keys if key in self}

    def which(self, keys: Collection[str]) -> Collection[str]:
        return self.keys() & set(keys)

    def put_many(self, bodies: Mapping[str, str]) -> None:
        self.update(bodies)


class Counting:
    """Says how many notes it was asked to render; one without a body fails."""

    def __init__(self) -> None:
        self.rendered: list[str] = []

    def render(self, view: NoteView) -> str:
        if not view.body:
            raise PublishError("It cannot be rendered.")
        self.rendered.append(view.body)
        return f"<p>{view.body}</p>"

    def render_many(
        self, views: Sequence[NoteView], progress: Callable[[int, int], None]
    ) -> Sequence[str]:
        bodies = [self.render(view) for view in views]
        progress(len(views), len(views))
        return bodies


def views(*bodies: str) -> list[NoteView]:
    return [replace(VIEW, body=body) for body in bodies]


def test_a_body_is_rendered_once_whoever_asks() -> None:
    inner, bodies = Counting(), Bodies()
    cached = CachedRenderer(inner, bodies)
    assert cached.render(VIEW) == "<p>It held.</p>"
    told: list[tuple[int, int]] = []
    found = CachedRenderer(inner, bodies).render_many(
        views("new", "It held.", "newer"), lambda *said: told.append(said)
    )
    assert found == ["<p>new</p>", "<p>It held.</p>", "<p>newer</p>"]
    assert inner.rendered == ["It held.", "new", "newer"]
    assert told == [(1, 3), (3, 3)]
    assert cached.render_many(views("newer", "new"), lambda *_: None) == [
        "<p>newer</p>",
        "<p>new</p>",
    ]
    assert len(inner.rendered) == 3


def test_what_is_for_the_writer_alone_is_never_kept() -> None:
    inner, bodies = Counting(), Bodies()
    cached = CachedRenderer(inner, bodies)
    mine = replace(VIEW, audience=Audience.ME)
    cached.render(mine)
    assert cached.render_many([mine, VIEW], lambda *_: None) == ["<p>It held.</p>"] * 2
    assert list(bodies) == [key_of(VIEW)]


def test_what_nobody_has_rendered_is_told_each_once_and_nothing_of_the_writers_own() -> None:
    inner, bodies = Counting(), Bodies()
    cached = CachedRenderer(inner, bodies)
    cached.render(VIEW)
    mine = replace(VIEW, audience=Audience.ME)
    assert cached.not_kept([mine, *views("new", "It held.", "new")]) == views("new")
    assert inner.rendered == ["It held."]


@pytest.mark.parametrize(
    "other",
    [
        replace(VIEW, audience=Audience.TEAM),
        replace(VIEW, week=Week(2021, 10)),
        replace(VIEW, label="10.2021"),
        replace(VIEW, title="Ropes"),
        replace(VIEW, body="It held"),
        replace(VIEW, category="Ropes"),
        replace(VIEW, tags=("rope",)),
        replace(VIEW, goals=(GoalView(text="Hold"),)),
        replace(VIEW, goals=(GoalView(text="Hold", outcome=Outcome.DONE),)),
        replace(VIEW, goals=(GoalView(text="Hold", line="It did"),)),
        replace(VIEW, goals=(GoalView(text="Hold", stretch=True),)),
        replace(VIEW, next_goals=(GoalView(text="Hold"),)),
        replace(VIEW, form=GoalForm.SENTENCE),
        replace(VIEW, links=(NoteLink(name="x", address="../x", note_id=""),)),
        replace(VIEW, links=(NoteLink(name="x", address="../y", note_id=""),)),
        replace(VIEW, pictures=(Picture.of(b"x", "image/png"),)),
        replace(VIEW, language="de"),
        replace(VIEW, quotes=Quotes.GERMAN),
    ],
)
def test_whatever_differs_in_a_view_is_another_body(other: NoteView) -> None:
    assert key_of(other) != key_of(VIEW)
    assert key_of(replace(other)) == key_of(other)


def test_the_version_of_the_renderer_is_the_same_each_time() -> None:
    words = resource("words")
    assert renderer_version(words) == renderer_version(words)
    assert renderer_version(words) != renderer_version(words.parent)


def test_a_pool_keeps_the_order_and_uses_all_it_has() -> None:
    meeting = Barrier(2)

    class Meeting:
        def render(self, view: NoteView) -> str:
            # Neither goes on before the other has begun.
            meeting.wait(30)
            return view.body

    told: list[tuple[int, int, int]] = []
    pool = RenderPool([Meeting(), Meeting()])
    named = [str(number) for number in range(8)]
    assert pool.render_many(views(*named), lambda *said: told.append((*said, get_ident()))) == named
    assert told[-1] == (8, 8, get_ident())
    assert {thread for *_, thread in told} == {get_ident()}


def test_a_pool_says_why_a_note_could_not_be_rendered() -> None:
    with pytest.raises(PublishError):
        RenderPool([Counting(), Counting()]).render_many(views("a", "", "b"), lambda *_: None)


def test_whoever_cancels_waits_for_no_other_note() -> None:
    inner = Counting()

    def cancelled(done: int, of: int) -> None:
        raise CancelledError(f"{done} of {of}")

    with pytest.raises(CancelledError):
        RenderPool([inner]).render_many(views(*map(str, range(500))), cancelled)
    assert len(inner.rendered) < 500
    assert RenderPool([inner]).render_many([], cancelled) == []
