"""The outline follows the text, goes to its sections, and moves them."""

from __future__ import annotations

from tests.fakes import ImmediateJobs, ManualTimers
from weeknotes_desktop.presenters.outline import READ_AFTER, OutlinePresenter, OutlineState


class Page:
    """A text in memory."""

    def __init__(self, text: str) -> None:
        self.text, self.caret = text, 0
        self.before: list[str] = []
        self.changeable = True

    def source(self) -> str:
        return self.text

    def line(self) -> int:
        return self.caret

    def go_to(self, line: int) -> None:
        self.caret = line

    def put(self, source: str, begins: int) -> None:
        self.before.append(self.text)
        self.text, self.caret = source, source[:begins].count("\n")

    def may_change(self) -> bool:
        return self.changeable


class Desk:
    """An outline that somebody looks at."""

    def __init__(self, text: str = "# A\n\na\n\n# B\n\nb\n\n## C\n") -> None:
        self.page, self.timers = Page(text), ManualTimers()
        self.state = OutlineState()
        self.came = 0
        self.outline = OutlinePresenter(self, self.page, ImmediateJobs(), self.timers)
        self.outline.open()

    def draw(self, state: OutlineState) -> None:
        self.state = state

    def come(self) -> None:
        self.came += 1

    def titles(self) -> str:
        return "".join(section.title for section in self.state.sections)


def test_it_shows_the_section_the_writer_is_in() -> None:
    desk = Desk()
    assert (desk.titles(), desk.state.chosen, desk.came) == ("ABC", 0, 1)
    desk.page.caret = 6
    desk.outline.something_changed()
    desk.timers.pass_time(READ_AFTER)
    assert desk.state.chosen == 1


def test_it_goes_to_a_section() -> None:
    desk = Desk()
    desk.outline.go_to(2)
    assert desk.page.caret == 8
    desk.outline.go_to(99)
    assert desk.page.caret == 8


def test_a_section_goes_down_with_all_in_it_and_up_again() -> None:
    desk = Desk()
    desk.outline.move(0, 1)
    assert (desk.titles(), desk.state.chosen) == ("BCA", 2)
    assert desk.state.said == "“A” moved."
    desk.outline.move(2, -1)
    assert (desk.titles(), desk.state.chosen) == ("ABC", 0)
    assert len(desk.page.before) == 2


def test_at_the_edge_nothing_moves() -> None:
    desk = Desk()
    desk.outline.move(0, -1)
    desk.outline.move(1, 1)
    desk.outline.move(7, 1)
    desk.outline.put_before(0, 0)
    desk.outline.put_before(0, 1)
    assert desk.page.before == []
    assert desk.state.said == ""


def test_a_text_for_reading_only_stays_as_it_is() -> None:
    desk = Desk()
    desk.page.changeable = False
    desk.outline.move(0, 1)
    assert desk.page.before == []
    desk.outline.read()
    assert not desk.state.may_move


def test_why_a_section_stays_is_said() -> None:
    desk = Desk("# A\n\n::: private\n\n# B\n\n:::\n\n# C\n")
    desk.outline.put_before(2, 1)
    assert desk.page.before == []
    assert "private passage" in desk.state.said


def test_nothing_is_read_when_nobody_looks() -> None:
    desk = Desk()
    desk.outline.closed()
    desk.page.text = "# Z"
    desk.outline.something_changed()
    desk.timers.pass_time(1)
    desk.outline.read()
    assert desk.titles() == "ABC"
