"""Looking through the open note while it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from tests.fake_library import FakeLibrary
from tests.fake_proofreading import MemoryWords, SmallProofreader
from tests.fakes import ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.errors import ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.checking import CheckingPresenter, CheckingState
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.use_cases.name_notes import note_names

T = TypeVar("T")


class Text:
    """A text that remembers what was marked in it."""

    def __init__(self) -> None:
        self.state = CheckingState()
        self.offered: list[tuple[str, tuple[str, ...] | None]] = []
        self.languages: tuple[str, ...] = ()

    def draw(self, state: CheckingState) -> None:
        self.state = state

    def offer(self, slip: Slip, suggestions: tuple[str, ...] | None) -> None:
        self.offered.append((slip.words, suggestions))

    def offer_languages(self, languages: tuple[str, ...]) -> None:
        self.languages = languages


class Notices:
    def __init__(self) -> None:
        self.shown: list[str] = []

    def show(self, notice: Notice) -> None:
        self.shown.append(notice.text)

    def withdraw(self, notice: Notice) -> None:
        self.shown.remove(notice.text)


class WaitingJobs:
    """Jobs that are done when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        def do() -> None:
            try:
                result = work()
            except WeekNotesError as error:
                failed(error)
            else:
                done(result)

        self.waiting.append(do)

    def do_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Desk:
    """An open note and whoever looks through it."""

    def __init__(self, body: str, *wrong: str) -> None:
        self.library = FakeLibrary()
        self.note: Note | None = self.library.add_note(
            Note(id="one", week=Week(2021, 9), body=body)
        )
        self.library.add_note(Note(id="two", week=Week(2021, 10)))
        self.text, self.notices = Text(), Notices()
        self.jobs, self.timers = WaitingJobs(), ManualTimers()
        self.reader = SmallProofreader({word: (f"{word}!",) for word in wrong})
        self.own = MemoryWords()
        self.counted: list[tuple[int, int]] = []
        self.settings = Settings()
        self.checking = CheckingPresenter(
            view=self.text,
            writer=ImmediateWriter(self.library),
            jobs=self.jobs,
            timers=self.timers,
            notices=self.notices,
            proofreader=lambda: self.reader,
            own_words=self.own,
            current=lambda: self.note,
            settings=lambda: self.settings,
            names=lambda: note_names(self.library, self.settings.label),
            counted=lambda state: self.counted.append((state.misspelt, state.others)),
        )

    def begin(self) -> None:
        self.checking.begin(may_write=True)
        self.rest()

    def rest(self) -> None:
        """Nobody types for a while."""
        self.timers.pass_time(2)
        self.jobs.do_all()

    def type(self, body: str) -> None:
        assert self.note is not None
        self.note = replace(self.note, body=body)
        self.checking.something_typed()

    def marked(self) -> list[str]:
        return [slip.words for slip in self.text.state.slips]

    def slip(self) -> Slip:
        return self.text.state.slips[0]


def test_nothing_is_looked_at_before_the_library_is_there() -> None:
    desk = Desk("Paint the the pier.")
    desk.type("Paint the the the pier.")
    desk.checking.another_note()
    desk.rest()
    assert desk.reader.read_texts == []


def test_the_open_note_is_looked_through_when_the_window_is_at_rest() -> None:
    desk = Desk("Paint the the harbuor.", "harbuor")
    desk.checking.begin(may_write=True)
    desk.jobs.do_all()
    assert desk.reader.read_texts == []
    desk.rest()
    assert desk.marked() == ["the the", "harbuor"]
    assert desk.counted[-1] == (1, 1)
    assert desk.text.languages == ("en-GB", "en-US")
    assert desk.text.state.language == "en-GB"


def test_typing_is_looked_through_after_a_pause_and_once() -> None:
    desk = Desk("Fine.")
    desk.begin()
    for body in ("Paint", "Paint the", "Paint the the"):
        desk.type(body)
        desk.timers.pass_time(0.3)
        desk.jobs.do_all()
    assert len(desk.reader.read_texts) == 1
    desk.rest()
    assert [body for body, _ in desk.reader.read_texts] == ["Fine.", "Paint the the"]
    assert desk.marked() == ["the the"]


def test_a_sentence_that_is_being_written_is_not_marked_for_having_no_end() -> None:
    desk = Desk("We ==sail== to the pier and the")
    desk.begin()
    assert desk.marked() == ["sail"]
    assert desk.counted[-1] == (0, 1)


def test_typing_in_the_very_first_second_is_looked_through_too() -> None:
    desk = Desk("Fine.")
    desk.checking.begin(may_write=True)
    desk.type("Paint the the")
    desk.rest()
    assert desk.marked() == ["the the"]


def test_what_was_found_in_an_older_text_is_not_marked() -> None:
    desk = Desk("Paint the the pier.")
    desk.checking.begin(may_write=True)
    desk.timers.pass_time(2)
    desk.type("Paint a pier.")
    desk.jobs.do_all()
    assert desk.marked() == []
    desk.rest()
    assert desk.marked() == []


def test_what_was_found_in_another_note_is_not_marked() -> None:
    desk = Desk("Paint the the pier.")
    desk.checking.begin(may_write=True)
    desk.timers.pass_time(2)
    desk.note = desk.library.note("two")
    desk.jobs.do_all()
    assert desk.marked() == []


def test_without_a_note_nothing_is_marked() -> None:
    desk = Desk("Paint the the pier.")
    desk.begin()
    desk.note = None
    desk.checking.another_note()
    desk.rest()
    assert desk.marked() == []
    assert desk.counted[-1] == (0, 0)


def test_other_words_are_looked_up_when_somebody_asks() -> None:
    desk = Desk("The harbuor.", "harbuor")
    desk.begin()
    desk.checking.look_up(desk.slip())
    assert desk.text.offered == []
    desk.jobs.do_all()
    assert desk.text.offered == [("harbuor", ("harbuor!",))]


def test_where_none_can_be_found_the_menu_hears_that_there_are_none() -> None:
    desk = Desk("The harbuor.", "harbuor")
    desk.begin()
    desk.reader.fails = True
    desk.checking.look_up(desk.slip())
    desk.jobs.do_all()
    assert desk.text.offered == [("harbuor", None)]


def test_an_added_word_is_known_at_once() -> None:
    desk = Desk("Grontz and Grontz.", "Grontz")
    desk.begin()
    assert desk.marked() == ["Grontz", "Grontz"]
    desk.checking.add_word(desk.slip())
    desk.rest()
    assert desk.marked() == []
    assert desk.own.all() == ("Grontz",)


def test_what_is_left_so_is_left_so_until_all_is_heard_again() -> None:
    desk = Desk("Paint the the pier.")
    desk.begin()
    desk.checking.silence(desk.slip())
    desk.rest()
    assert desk.marked() == []
    assert desk.text.state.silenced
    desk.checking.hear_all()
    desk.rest()
    assert desk.marked() == ["the the"]
    assert not desk.text.state.silenced


def test_a_note_has_its_own_language() -> None:
    desk = Desk("Farbe, The Pier.")
    desk.begin()
    assert desk.marked() == []
    desk.checking.set_language("de")
    desk.rest()
    assert desk.text.state.language == "de"
    assert desk.reader.read_texts[-1] == ("Farbe, The Pier.", "de")


def test_spelling_can_be_turned_off_and_slips_stay() -> None:
    desk = Desk("Paint the the harbuor.", "harbuor")
    desk.settings = desk.settings.with_value("spelling", "off")
    desk.begin()
    assert desk.marked() == ["the the"]


def test_a_reader_that_fails_is_asked_thrice_and_again_for_the_next_note() -> None:
    desk = Desk("Fine.")
    desk.begin()
    desk.reader.fails = True
    for nth in range(5):
        desk.type(f"Paint the the pier {nth}.")
        desk.rest()
    assert desk.notices.shown == []
    desk.reader.fails = False
    desk.type("Paint the the pier.")
    desk.rest()
    assert desk.marked() == []
    desk.checking.another_note()
    desk.rest()
    assert desk.marked() == ["the the"]


def test_a_library_that_can_only_be_read_says_so() -> None:
    desk = Desk("Paint the the pier.")
    desk.checking.begin(may_write=False)
    desk.rest()
    assert desk.marked() == ["the the"]
    assert not desk.text.state.may_write


def test_a_refusal_is_shown() -> None:
    class Refusing(FakeLibrary):
        def keep_remark(self, key: str, value: str) -> None:
            raise ReadOnlyError("This folder cannot be written.")

    desk = Desk("Paint the the pier.")
    desk.begin()
    desk.checking._writer = ImmediateWriter(Refusing())
    desk.checking.silence(desk.slip())
    assert desk.notices.shown == ["This folder cannot be written."]


def test_settings_that_changed_are_followed_at_once() -> None:
    desk = Desk("Farbe, The harbuor.", "harbuor")
    desk.begin()
    assert desk.marked() == [", The harbuor", "harbuor"]
    desk.settings = desk.settings.with_value("spelling", "off").with_value("language", "de")
    desk.checking.learn()
    desk.rest()
    assert desk.marked() == []
    assert desk.text.state.language == "de"


def test_a_link_is_looked_at_again_when_there_are_other_notes() -> None:
    desk = Desk("As in [[12.2021]].")
    desk.begin()
    assert desk.marked() == ["12.2021"]
    desk.library.add_note(Note(id="three", week=Week(2021, 12)))
    desk.checking.notes_changed()
    desk.rest()
    assert desk.marked() == []


def test_who_links_nowhere_is_not_looked_through_for_each_note_that_is_saved() -> None:
    desk = Desk("Fine.")
    desk.begin()
    desk.checking.notes_changed()
    desk.rest()
    assert len(desk.reader.read_texts) == 1
