"""Nothing private leaves, what readers may see does, and nothing is sent unseen."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.destination import Parcel, Progress, Sent, silent
from weeknotes_desktop.domain.errors import LeakError
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.last_gate import LastGate, Trace
from weeknotes_desktop.domain.library_texts import LibraryTexts
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.leak_search import ParcelSearch
from weeknotes_desktop.use_cases.leave import make_ready, may_be_public, send
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note

NOW = datetime(2021, 4, 23, 17, tzinfo=UTC)
WEEK = Week(2021, 16)
SECRET = "The lease of the boathouse ends in May"
SETTINGS = Settings(blog_name="Notes from the boathouse")


class Way:
    """A destination that makes a file of what it is given, and one of what it should not know."""

    def __init__(self, of_its_own: str = "") -> None:
        self._own = of_its_own
        self.sent: list[Mapping[str, bytes]] = []

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        files = {f"{note.place}.md": _told(note.view).encode() for note in view.notes}
        return Parcel(files={**files, "own.txt": self._own.encode()})

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        self.sent.append(parcel.files)
        return Sent(written=len(parcel.files))


def _told(view: Any) -> str:
    goals = [text for goal in view.goals for text in (goal.text, goal.line or "")]
    return "\n\n".join([view.title, view.body, *goals])


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


def published(library: FakeLibrary, body: str, **rest: Any) -> Note:
    said: dict[str, Any] = {"id": "n", "week": WEEK, "title": "High water"} | rest
    note = library.add_note(Note(**said, body=body))
    return publish_note(library, note, SETTINGS, NOW)


def leaves(
    library: FakeLibrary,
    own: str = "",
    *,
    audience: Audience = Audience.PUBLIC,
    note: Note | None = None,
) -> bool:
    way = Way(own)
    try:
        send(make_ready(library, SETTINGS, audience, NOW, note), way, ParcelSearch(), silent)
    except LeakError:
        assert way.sent == []
        return False
    return bool(way.sent)


def stopped(library: FakeLibrary, own: str = "", note: Note | None = None) -> LeakError:
    ready = make_ready(library, SETTINGS, Audience.PUBLIC, NOW, note)
    with pytest.raises(LeakError) as error:
        send(ready, Way(own), ParcelSearch(), silent)
    return error.value


def test_a_private_passage_that_slipped_through_stops_everything(library: FakeLibrary) -> None:
    published(library, f"Fine.\n\n::: private\n{SECRET}.\n:::\n\nStill fine.")
    assert leaves(library)
    leak = stopped(library, f"xx <p>{SECRET.replace(' ', '<b> </b>')}</p>").leaks[0]
    assert leak.words == f"{SECRET}."
    assert leak.place == "a private passage of “Weeknote 16.2021”"
    assert (leak.file, leak.note_id) == ("own.txt", "n")
    assert SECRET in leak.around
    assert not leak.published


def test_the_error_tells_both_places_and_what_to_do(library: FakeLibrary) -> None:
    published(library, f"%%{SECRET}%%")
    error = stopped(library, SECRET)
    assert SECRET in error.problem
    assert "a private passage of “Weeknote 16.2021”" in error.problem
    assert "own.txt" in error.problem
    assert "may be public" in error.remedy


STAYS: dict[str, Callable[[FakeLibrary], object]] = {
    "a jot": lambda kept: kept.add_jot(Jot(id="j", week=WEEK, at=NOW, text=SECRET)),
    "a task": lambda kept: kept.add_task(Task(id="t", text=SECRET)),
    "the focus": lambda kept: kept.save_plan(WeekPlan(week=WEEK, focus=SECRET)),
    "being away": lambda kept: kept.save_plan(WeekPlan(week=WEEK, away=SECRET)),
    "a private goal": lambda kept: kept.add_goal(a_goal(text=SECRET, audience=Audience.ME), NOW),
    "its line": lambda kept: kept.add_goal(a_goal(line=SECRET, audience=Audience.ME), NOW),
    "how to know": lambda kept: kept.add_goal(a_goal(how=SECRET), NOW),
    "a workstream": lambda kept: kept.add_goal(a_goal(workstream=SECRET), NOW),
    "letting go": lambda kept: kept.add_goal(a_goal(let_go=SECRET), NOW),
    "words in a goal": lambda kept: kept.add_goal(a_goal(text=f"a %%{SECRET}%%"), NOW),
    "typed text": lambda kept: kept.keep_draft(
        Draft(note_id="n", base_rev=1, title="", body=f"a\n\n{SECRET}", written_at=NOW)
    ),
    "a draft": lambda kept: kept.add_note(Note(id="d", week=WEEK, body=SECRET)),
    "a title": lambda kept: kept.add_note(
        Note(id="d", week=WEEK, title=SECRET, status=Status.PUBLISHED, audience=Audience.ME)
    ),
    "a tag": lambda kept: kept.add_note(Note(id="d", week=WEEK, tags=(SECRET,))),
    "words of a title": lambda kept: published(kept, "a", id="d", title=f"b %%{SECRET}%%"),
    "a note for the team": lambda kept: published(kept, SECRET, id="d", audience=Audience.TEAM),
    "a passage for the team": lambda kept: published(kept, f"::: team\n{SECRET}\n:::", id="d"),
    "the name of a picture": lambda kept: kept.keep_picture(
        Picture.of(b"x", "image/png", name=SECRET)
    ),
    "a comment": lambda kept: published(kept, f"a\n<!-- {SECRET} -->\nb", id="d"),
}


def a_goal(**rest: Any) -> Goal:
    said: dict[str, Any] = {"id": "g", "thread": "g", "week": WEEK, "text": "Ask"} | rest
    return Goal(**said)


@pytest.mark.parametrize("what", STAYS)
def test_whatever_stays_here_stops_what_says_it(library: FakeLibrary, what: str) -> None:
    published(library, "Fine.")
    STAYS[what](library)
    assert leaves(library)
    assert not leaves(library, base64.b64encode(SECRET.encode()).decode())


@pytest.mark.parametrize("what", STAYS)
def test_what_a_reader_may_see_elsewhere_is_no_leak(library: FakeLibrary, what: str) -> None:
    published(
        library,
        f"Today I write it down: **the lease** of [the boathouse](https://e.org) {SECRET[27:]}.",
    )
    STAYS[what](library)
    assert leaves(library, f"<p>{SECRET}</p>")


def test_what_lies_in_the_trash_stays_here(library: FakeLibrary) -> None:
    published(library, "Fine.")
    published(library, SECRET, id="gone")
    assert leaves(library)
    library.remove_note("gone", NOW)
    assert not leaves(library, SECRET)


def test_the_team_reads_what_is_for_the_team(library: FakeLibrary) -> None:
    published(library, f"::: team\n{SECRET}\n:::")
    assert leaves(library, SECRET, audience=Audience.TEAM)
    assert not leaves(library, SECRET)


def test_a_goal_made_public_is_no_leak_and_one_made_private_is(library: FakeLibrary) -> None:
    goal = library.add_goal(a_goal(text=SECRET, audience=Audience.ME), NOW)
    published(library, "[GOALS]")
    assert not leaves(library, SECRET)
    goal = library.save_goal(replace(goal, audience=Audience.PUBLIC), NOW)
    assert leaves(library, SECRET)
    library.save_goal(replace(goal, audience=Audience.ME), NOW)
    assert not leaves(library, SECRET)


def test_a_goal_that_was_published_and_is_private_now_is_looked_for_as_it_was(
    library: FakeLibrary,
) -> None:
    goal = library.add_goal(a_goal(text=SECRET), NOW)
    published(library, "[GOALS]")
    assert leaves(library)
    library.save_goal(replace(goal, text="Ask", audience=Audience.ME), NOW)
    assert leaves(library)
    assert not leaves(library, SECRET)


def test_a_passage_made_private_since_it_was_published_stops_until_it_is_published_again(
    library: FakeLibrary,
) -> None:
    note = published(library, f"Fine.\n\n{SECRET}.\n")
    assert leaves(library)
    changed = library.save_note(replace(note, body=f"Fine.\n\n%%{SECRET}.%%\n"))
    error = stopped(library)
    assert error.leaks[0].published
    assert "publish the note again" in error.remedy
    publish_note(library, changed, SETTINGS, NOW)
    assert leaves(library)


def test_a_note_that_was_taken_back_leaves_nothing_behind(library: FakeLibrary) -> None:
    note = published(library, f"{SECRET}.")
    save_note(library, replace(note, status=Status.DRAFT), SETTINGS.label, NOW)
    assert not leaves(library, SECRET)


def test_one_note_leaves_as_it_stands_be_it_a_draft(library: FakeLibrary) -> None:
    note = library.add_note(
        Note(id="n", week=WEEK, body=f"{SECRET}.\n\n%%Nobody knows of the rats in it%%")
    )
    assert leaves(library, note=note)
    assert not leaves(library, "Nobody knows of the rats in it", note=note)


def test_what_may_be_public_passes_from_then_on(library: FakeLibrary) -> None:
    note = published(library, f"%%{SECRET}.%% %%Nobody knows of the rats in it%%")
    both = f"{SECRET} nobody knows of the rats in it"
    leaks = stopped(library, both).leaks
    assert len(leaks) == 2
    may_be_public(library, [leaks[0].id.upper()])
    assert [leak.id for leak in stopped(library, both).leaks] == [leaks[1].id]
    may_be_public(library, [leaks[1].id])
    # The same words are the same sentence, wherever they stand.
    library.add_jot(Jot(id="j", week=WEEK, at=NOW, text=SECRET.upper()))
    publish_note(library, replace(note, body=f"::: private\n{SECRET}"), SETTINGS, NOW)
    assert leaves(library, both)


def test_the_number_of_a_sentence_tells_nothing_of_it(library: FakeLibrary) -> None:
    published(library, f"%%{SECRET}%%")
    ident = stopped(library, SECRET).leaks[0].id
    assert len(ident) == 12
    assert set(ident) <= set("0123456789abcdef")


def test_goals_that_stand_beside_one_another_are_no_focus(library: FakeLibrary) -> None:
    library.add_goal(a_goal(id="1", text="Ship the report"), NOW)
    library.add_goal(a_goal(id="2", text="Hire a designer", position=1), NOW)
    library.save_plan(WeekPlan(week=WEEK, focus="Ship the report, hire a designer"))
    published(library, "[GOALS]")
    assert leaves(library, "Ship the report Hire a designer")


def test_short_private_words_are_nobody_s_concern(library: FakeLibrary) -> None:
    published(library, "Fine %%rats in it%%.")
    assert leaves(library, "rats in it")


def test_a_long_word_and_the_letters_beside_it_are_chance(library: FakeLibrary) -> None:
    published(library, "%%They may misunderstandings where%%")
    assert leaves(library, "They say misunderstandings water")
    assert not leaves(library, "We may misunderstandings water")


def test_words_without_spaces_are_found_all_the_same(library: FakeLibrary) -> None:
    secret = "会議室の賃貸契約は五月に終わり更新されることはないと聞いた"
    published(library, f"%%{secret}%%")
    assert not leaves(library, f"それで{secret[:24]}でした")


class Asked:
    """A search that finds nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.wanted: list[Sequence[bytes]] = []

    def traces(self, files: Mapping[str, bytes], wanted: Sequence[bytes]) -> Iterable[Trace]:
        self.wanted.append(wanted)
        return ()

    def around(self, file: str, content: bytes, found: bytes) -> str:
        return ""


def test_the_same_is_looked_for_in_whatever_order_it_was_read() -> None:
    jots = [Jot(id=str(one), week=WEEK, at=NOW, text=f"{one} {SECRET} {one}") for one in range(5)]
    search = Asked()
    for order in (jots, jots[::-1], jots[2:] + jots[:2]):
        gate = LastGate(LibraryTexts(jots=tuple(order)), Audience.PUBLIC)
        gate.leaks({"a": b"a"}, search)
    first, *others = search.wanted
    assert len(first) == 5
    assert others == [first, first]
