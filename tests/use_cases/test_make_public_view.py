"""What leaves, as the team and the public may read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotForThisReaderError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.public_view import PublicNote, PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteLink
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.edit_goal import set_outcome
from weeknotes_desktop.use_cases.make_public_view import public_view, public_view_of
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.set_focus import set_focus
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.view_note import view_note

T = TypeVar("T")

WEEK = Week(2026, 48)
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
SETTINGS = Settings(blog_name="Ropes")
SECRET = "::: private\nNobody slept.\n:::"


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield opened


def out(library: NoteLibrary, title: str = "Rope", body: str = "It held.", **facts: object) -> Note:
    week = facts.pop("week", WEEK)
    assert isinstance(week, Week)
    note = start_note(library, week, title=title, body=body)
    return publish_note(library, replace(note, **facts), SETTINGS, NOW)  # type: ignore[arg-type]


def site(library: NoteLibrary, audience: Audience = Audience.PUBLIC) -> PublicView:
    return public_view(library, SETTINGS, audience, NOW)


def only(view: PublicView) -> PublicNote:
    (note,) = view.notes
    return note


def test_nothing_is_for_the_writer_alone(library: NoteLibrary) -> None:
    note = out(library)
    with pytest.raises(ValueError, match="alone"):
        site(library, Audience.ME)
    with pytest.raises(ValueError, match="alone"):
        public_view_of(library, SETTINGS, note, Audience.ME, NOW)


def test_a_site_holds_what_is_published_as_it_was_published(library: NoteLibrary) -> None:
    start_note(library, WEEK, title="Draft", body="Not yet.")
    note = out(library, body=f"It held.\n\n{SECRET}")
    save_note(library, replace(note, title="Half", body="Half a th"), SETTINGS.label, NOW)
    found = only(site(library))
    assert (found.view.title, found.view.body) == ("Rope", "It held.")
    assert (found.place, found.day) == ("2026/w48-rope", NOW.date())
    assert site(library).blog.name == "Ropes"


def test_newest_week_first_then_newest_day(library: NoteLibrary) -> None:
    out(library, "Older", week=WEEK.plus(-1))
    out(library, "Later", published_on=date(2026, 11, 29))
    out(library, "Sooner", published_on=date(2026, 11, 27))
    titles = [note.view.title for note in site(library).notes]
    assert titles == ["Later", "Sooner", "Older"]


@pytest.mark.parametrize(
    "away",
    [
        lambda library, note: save_note(
            library, replace(note, audience=Audience.ME), SETTINGS.label, NOW
        ),
        lambda library, note: save_note(
            library, replace(note, status=Status.DRAFT), SETTINGS.label, NOW
        ),
        lambda library, note: library.remove_note(note.id, NOW),
    ],
)
def test_what_is_no_longer_for_others_is_nowhere(
    library: NoteLibrary, away: Callable[[NoteLibrary, Note], object]
) -> None:
    gone = out(library)
    out(library, "See", "See [[Rope]].")
    assert only_link(library).name == "Rope"
    away(library, gone)
    see = only(site(library))
    # The same as a link to what never was: words.
    assert (see.view.links, see.view.body) == ((), "See Rope.")


def only_link(library: NoteLibrary) -> NoteLink:
    (link,) = next(note for note in site(library).notes if note.view.title == "See").view.links
    return link


def test_for_the_team_first_and_then_for_all_is_for_all_only_when_published_again(
    library: NoteLibrary,
) -> None:
    note = out(library, audience=Audience.TEAM)
    assert only(site(library, Audience.TEAM)).view.body == "It held."
    wider = save_note(library, replace(note, audience=Audience.PUBLIC), SETTINGS.label, NOW)
    assert site(library).notes == ()
    publish_note(library, wider, SETTINGS, NOW)
    assert only(site(library)).view.body == "It held."


def test_links_lead_from_page_to_page_by_the_names_that_were_published(
    library: NoteLibrary,
) -> None:
    rope = out(library, week=WEEK.plus(-1))
    out(library, "See", "See [[Rope]], [[2026-W47]], [[Knot]] and [[nothing]].")
    save_note(library, replace(rope, title="Knot"), SETTINGS.label, NOW)
    see = site(library).notes[0].view
    place = "../../2026/w47-rope/index.html"
    assert [(link.name, link.address) for link in see.links] == [
        ("Rope", place),
        ("2026-W47", place),
    ]


def test_a_note_without_a_snapshot_goes_as_it_stands(library: NoteLibrary) -> None:
    goal = add_goal(library, WEEK, "Hold", NOW)
    library.add_note(
        Note(id="old", week=WEEK, title="Old", body="[GOALS]", status=Status.PUBLISHED)
    )
    found = only(site(library))
    assert [one.text for one in found.view.goals] == [goal.text]
    assert (found.view.label, found.day) == ("Weeknote 48.2026", WEEK.friday)


def goals_on_the_site(library: NoteLibrary) -> list[tuple[str, Outcome | None]]:
    return [(goal.text, goal.outcome) for goal in only(site(library)).view.goals]


def test_goals_are_those_of_then_for_the_readers_of_today(library: NoteLibrary) -> None:
    hold, paint, rest = (add_goal(library, WEEK, text, NOW) for text in ("Hold", "Paint", "Rest"))
    out(library, body="[GOALS]")
    set_outcome(library, hold.id, Outcome.DONE, NOW)
    add_goal(library, WEEK, "Later", NOW)
    assert goals_on_the_site(library) == [("Hold", None), ("Paint", None), ("Rest", None)]
    change(library, paint.id, audience=Audience.ME, public_text="Something")
    change(library, rest.id, audience=Audience.ME)
    assert goals_on_the_site(library) == [("Hold", None), ("Something", None)]
    library.remove_goal(hold.id, NOW)
    assert goals_on_the_site(library)[0] == ("Hold", None)
    library.forget(hold.id, NOW)
    assert goals_on_the_site(library) == [("Something", None)]


def test_a_goal_that_was_hidden_stays_so_until_the_note_is_published_again(
    library: NoteLibrary,
) -> None:
    own = add_goal(library, WEEK, "Sleep", NOW, audience=Audience.ME)
    note = out(library, body="[GOALS]")
    change(library, own.id, audience=Audience.PUBLIC)
    assert goals_on_the_site(library) == []
    publish_note(library, note, SETTINGS, NOW)
    assert goals_on_the_site(library) == [("Sleep", None)]


def test_goals_that_the_note_does_not_show_do_not_leave(library: NoteLibrary) -> None:
    add_goal(library, WEEK, "Hold", NOW)
    add_goal(library, WEEK.plus(1), "Paint", NOW)
    out(library, body="[NEXT WEEK]")
    view = only(site(library)).view
    assert (view.goals, [goal.text for goal in view.next_goals]) == ((), ["Paint"])


def change(library: NoteLibrary, goal_id: str, **facts: object) -> None:
    library.save_goal(replace(library.goal(goal_id), **facts), NOW)  # type: ignore[arg-type]


def test_only_pictures_that_readers_see_come_along_without_their_names(
    library: NoteLibrary,
) -> None:
    seen = Picture.of(b"seen", "image/png", name="Ada at home.png")
    hidden = Picture.of(b"hidden", "image/png")
    for one in (seen, hidden):
        library.keep_picture(one)
    gone = "picture:" + "0" * 20
    out(
        library,
        body=f"![]({seen.address}) ![]({gone})\n\n::: private\n![]({hidden.address})\n:::",
    )
    assert only(site(library)).view.pictures == (replace(seen, name=""),)


def test_one_note_goes_as_it_stands(library: NoteLibrary) -> None:
    note = out(library)
    out(library, "See", week=WEEK.plus(-1))
    typed = replace(note, body="It holds. See [[See]].")
    found = only(public_view_of(library, SETTINGS, typed, Audience.PUBLIC, NOW))
    assert found.view.body == typed.body
    with pytest.raises(NotForThisReaderError):
        public_view_of(library, SETTINGS, replace(note, audience=Audience.ME), Audience.TEAM, NOW)


@pytest.mark.parametrize(
    ("site_address", "leads_to"),
    [
        ("", "2026-W47-weeknote-47-2026.html"),
        ("https://example.org/notes", "https://example.org/notes/2026/w47-see/"),
    ],
)
@pytest.mark.parametrize("reader", [Audience.TEAM, Audience.PUBLIC])
def test_links_lead_to_the_same_place_wherever_a_note_is_read_by_itself(
    library: NoteLibrary, reader: Audience, site_address: str, leads_to: str
) -> None:
    settings = replace(SETTINGS, site_address=site_address)
    see = out(library, "See", week=WEEK.plus(-1))
    save_note(library, replace(see, title="Sea"), SETTINGS.label, NOW)
    start_note(library, WEEK, title="Draft")
    # What a note is called today, but was not published as, is nobody's business.
    body = "It holds. [[See]], [[Sea]], [[Draft]], [[nothing]]."
    note = replace(out(library), body=body)
    leaves = only(public_view_of(library, settings, note, reader, NOW)).view
    shown = view_note(library, note, reader, settings)
    assert leaves.body == shown.body == "It holds. [[See]], Sea, Draft, nothing."
    assert [(link.name, link.address) for link in leaves.links] == [("See", leads_to)]
    assert [(link.name, link.address) for link in shown.links] == [("See", leads_to)]
    # Ids are made by chance, and nothing that leaves is; a click in the preview needs them.
    assert ([link.note_id for link in leaves.links], shown.links[0].note_id) == ([""], see.id)


def test_the_day_of_a_note_that_was_never_published_is_today(library: NoteLibrary) -> None:
    draft = start_note(library, WEEK, title="Draft", body="Not yet.")
    later = NOW + timedelta(days=3)
    found = public_view_of(library, SETTINGS, draft, Audience.PUBLIC, later)
    assert only(found).day == later.date()


# The law: what leaves depends on nothing private.


@dataclass(frozen=True)
class OpenNote:
    """All that is public about a note."""

    week: Week
    day: date
    title: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    goals: tuple[str, ...]
    audience: Audience


words = st.sampled_from(["rope", "bridge", "knot", "[[rope]]", "[[2026-W47]]", "river", "🎉"])
sentences = st.lists(words, min_size=1, max_size=4).map(" ".join)
paragraphs = sentences | st.sampled_from(["[GOALS]", "[NEXT WEEK]", "- one\n- two", "```\na\n```"])
open_notes = st.builds(
    OpenNote,
    week=st.integers(-2, 0).map(WEEK.plus),
    day=st.dates(date(2026, 11, 1), date(2026, 11, 3)),
    title=sentences,
    paragraphs=st.lists(paragraphs, min_size=1, max_size=4).map(tuple),
    tags=st.lists(st.sampled_from(["mud", "steel"]), max_size=2, unique=True).map(tuple),
    goals=st.lists(sentences, max_size=2).map(tuple),
    audience=st.sampled_from([Audience.TEAM, Audience.PUBLIC]),
)
secrets = st.text("abcxyz äß🎉\n[]().:%!-*#`<>", max_size=40)


@st.composite
def hidden_blocks(draw: st.DrawFn) -> list[str]:
    """Passages that nobody but the writer reads."""
    inside = st.builds(
        "x{} y".format, secrets.map(lambda text: text.replace(":", "").replace("%", ""))
    )
    block = inside.map(lambda text: f"::: private\n{text.replace('`', '').replace('<', '')}\n:::")
    return draw(st.lists(block, max_size=2))


class Shadow:
    """Fills a library with what is public, and with private things of its own."""

    def __init__(self, library: NoteLibrary, data: st.DataObject) -> None:
        self.library, self.data = library, data

    def some(self, strategy: st.SearchStrategy[T]) -> T:
        return self.data.draw(strategy)

    def fill(self, notes: list[OpenNote]) -> None:
        for note in notes:
            for goal in note.goals:
                self._own_goal(note.week)
                add_goal(self.library, note.week, goal, NOW)
            self._own_goal(note.week)
        for note in notes:
            self._own_note(note.week)
            self._publish(note)
        self._after(notes)

    def _own_goal(self, week: Week) -> None:
        for text in self.some(st.lists(st.just("Secret goal") | st.just("Own"), max_size=2)):
            goal = add_goal(self.library, week, f"{text} {new_id()}", NOW, audience=Audience.ME)
            set_outcome(self.library, goal.id, self.some(st.sampled_from([None, *Outcome])), NOW)

    def _own_note(self, week: Week) -> None:
        for number in range(self.some(st.integers(0, 2))):
            body = self.some(st.just("[[rope]]") | secrets)
            note = start_note(self.library, week, title="rope", body=body)
            if number:
                mine = replace(note, audience=Audience.ME)
                publish_note(self.library, mine, SETTINGS, NOW)
        add_jot(self.library, "secret jot", NOW, week=week)
        set_focus(self.library, week, self.some(st.sampled_from(["", "Secret focus"])))

    def _publish(self, one: OpenNote) -> None:
        parts = []
        for paragraph in one.paragraphs:
            parts += [*self.some(hidden_blocks()), paragraph]
        parts += self.some(hidden_blocks())
        hidden_word = self.some(st.sampled_from(["", " %%secret%%", " %%very secret%%"]))
        tags = (*one.tags, *self.some(st.sampled_from([(), ("%%own%%",)])))
        note = start_note(self.library, one.week, title=one.title, body="\n\n".join(parts))
        at = NOW + timedelta(minutes=self.some(st.integers(0, 999)))
        publish_note(
            self.library,
            replace(
                note,
                title=f"{one.title}{hidden_word}",
                tags=tags,
                published_on=one.day,
                audience=one.audience,
            ),
            SETTINGS,
            at,
        )

    def _after(self, notes: list[OpenNote]) -> None:
        """Words typed since, and goals ticked since."""
        for line in self.library.summaries():
            if self.some(st.booleans()) and line.status is Status.PUBLISHED:
                note = self.library.note(line.id)
                half = replace(note, body=self.some(secrets), category="Secret")
                save_note(self.library, half, SETTINGS.label, NOW)
        for one in notes:
            for goal in self.library.goals(one.week):
                if self.some(st.booleans()):
                    set_outcome(self.library, goal.id, Outcome.PARTLY, NOW)


@given(st.lists(open_notes, max_size=4), st.data())
def test_nothing_private_changes_anything_that_leaves(
    notes: list[OpenNote], data: st.DataObject
) -> None:
    one, other = FakeLibrary(), FakeLibrary()
    for library in (one, other):
        Shadow(library, data).fill(notes)
    for audience in (Audience.TEAM, Audience.PUBLIC):
        view = site(one, audience)
        assert view == site(other, audience)
        assert len(view.notes) == sum(audience.may_read(note.audience) for note in notes)
    assert "secret" not in repr(site(one)).casefold()
