"""Back, forward and the notes of late go where the writer has been."""

from __future__ import annotations

import pytest

from weeknotes_desktop.domain.note import Note, NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.visited import MOST_RECENT, RecentNote, Visited, Ways


class Desk:
    """Opens a note at once; knows which are there."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.open_id = ""
        self.listed: list[NoteSummary] = []
        self.offered: tuple[RecentNote, ...] = ()
        self.chosen = -1
        self.shown = False
        self.visited = Visited(
            self,
            open_note=self.open,
            there=lambda note_id: note_id not in self.gone,
            listed=lambda: self.listed,
            label_of=lambda week: f"{week.number}.{week.year}",
        )
        self.ways = Ways(back=False, forward=False)
        self.visited.ways.connect(self.look)

    def look(self, ways: Ways) -> None:
        self.ways = ways

    def open(self, note_id: str) -> None:
        self.open_id = note_id
        self.visited.opened(Note(id=note_id, week=Week(2021, 9), title=note_id.upper()))

    def go(self, *notes: str) -> None:
        for note_id in notes:
            self.open(note_id)

    def offer(self, notes: tuple[RecentNote, ...], chosen: int) -> None:
        self.offered, self.chosen, self.shown = notes, chosen, True

    def step(self) -> None:
        self.chosen += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


def recent(desk: Desk) -> list[str]:
    return [note.id for note in desk.visited.recent()]


def test_back_and_forward_go_the_way_one_came(desk: Desk) -> None:
    desk.go("a", "b", "c")
    desk.visited.go(-1)
    desk.visited.go(-1)
    assert desk.open_id == "a"
    desk.visited.go(-1)
    assert desk.open_id == "a"
    desk.visited.go(1)
    assert desk.open_id == "b"
    assert desk.ways == Ways(back=True, forward=True)


def test_whoever_goes_another_way_has_no_way_forward(desk: Desk) -> None:
    desk.go("a", "b")
    desk.visited.go(-1)
    desk.go("c")
    assert desk.ways == Ways(back=True, forward=False)
    desk.visited.go(1)
    assert desk.open_id == "c"
    desk.visited.go(-1)
    assert desk.open_id == "a"


def test_at_first_there_is_nowhere_to_go(desk: Desk) -> None:
    desk.visited.go(-1)
    desk.visited.go(1)
    assert desk.open_id == ""
    desk.go("a")
    assert desk.ways == Ways(back=False, forward=False)


def test_the_same_note_again_is_no_step(desk: Desk) -> None:
    desk.go("a", "b", "b")
    desk.visited.go(-1)
    assert desk.open_id == "a"


def test_notes_that_are_gone_are_passed_over_and_come_back(desk: Desk) -> None:
    desk.go("a", "b", "c")
    desk.gone = {"b"}
    desk.visited.go(-1)
    assert desk.open_id == "a"
    desk.gone = {"b", "c"}
    desk.visited.look()
    assert desk.ways == Ways(back=False, forward=False)
    desk.gone = set()
    desk.visited.go(1)
    assert desk.open_id == "b"


def test_no_step_leads_to_the_note_that_is_open(desk: Desk) -> None:
    desk.go("a", "b", "a")
    desk.gone = {"b"}
    desk.visited.look()
    assert not desk.ways.back


def test_a_note_that_could_not_be_opened_is_no_step(desk: Desk) -> None:
    desk.go("a", "b")
    desk.visited._open = lambda _: None
    desk.visited.go(-1)
    assert desk.visited.recent()[0].id == "b"
    desk.go("c")
    assert recent(desk) == ["c", "b", "a"]


def test_recent_notes_are_those_of_late_the_open_one_first(desk: Desk) -> None:
    desk.go("a", "b", "c", "a")
    assert recent(desk) == ["a", "c", "b"]
    desk.gone = {"c"}
    assert recent(desk) == ["a", "b"]


def test_they_are_called_what_they_are_called_now(desk: Desk) -> None:
    desk.go("a")
    desk.visited.learn(Note(id="a", week=Week(2021, 10), title="Another"))
    assert desk.visited.recent() == (RecentNote("a", "Another", "10.2021", Week(2021, 10)),)


def test_ctrl_tab_offers_the_one_before_and_again_the_next(desk: Desk) -> None:
    desk.go("a", "b", "c")
    desk.visited.turn()
    assert ([note.id for note in desk.offered], desk.chosen) == (["c", "b", "a"], 1)
    desk.visited.turn()
    assert desk.chosen == 2


def test_where_no_note_was_open_nothing_is_offered(desk: Desk) -> None:
    desk.visited.turn()
    assert not desk.shown


def test_there_are_never_too_many(desk: Desk) -> None:
    desk.go(*(str(number) for number in range(500)))
    assert len(recent(desk)) == MOST_RECENT
    for _ in range(600):
        desk.visited.go(-1)
    assert desk.open_id == "400"
