"""Seeing, adding and removing the writer's own words."""

from __future__ import annotations

from tests.fake_proofreading import MemoryWords
from tests.fakes import ImmediateJobs
from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.own_words import OwnWordsPresenter, OwnWordsState


class Window:
    def __init__(self) -> None:
        self.state = OwnWordsState()
        self.came = 0

    def draw(self, state: OwnWordsState) -> None:
        self.state = state

    def come(self) -> None:
        self.came += 1


class Notices:
    def __init__(self) -> None:
        self.shown: list[Notice] = []

    def show(self, notice: Notice) -> None:
        self.shown.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.shown.remove(notice)


class Desk:
    def __init__(self, words: MemoryWords) -> None:
        self.words, self.window, self.notices = words, Window(), Notices()
        self.told = 0
        self.presenter = OwnWordsPresenter(self.window, words, ImmediateJobs(), self.notices)
        self.presenter.changed.connect(self._hear)
        self.presenter.open()

    def shown(self) -> tuple[str, ...] | None:
        return self.window.state.words

    def _hear(self, _: None) -> None:
        self.told += 1


class FullDisk(MemoryWords):
    def add(self, word: str) -> None:
        raise SettingsError("Your own words could not be written.", "Make room.")


def test_the_words_are_shown_and_those_added_elsewhere_join_them() -> None:
    desk = Desk(MemoryWords(["Grontz"]))
    assert desk.window.came == 1
    assert desk.shown() == ("Grontz",)
    desk.words.add("Wibbel")
    desk.presenter.refresh()
    assert desk.shown() == ("Grontz", "Wibbel")
    desk.presenter.closed()
    desk.words.add("Zopp")
    desk.presenter.refresh()
    assert desk.shown() == ("Grontz", "Wibbel")


def test_an_added_word_is_chosen_and_everybody_hears_of_it() -> None:
    desk = Desk(MemoryWords(["Grontz"]))
    desk.presenter.add(" o’Frumm ")
    assert desk.words.all() == ("Grontz", "o'Frumm")
    assert desk.window.state.chosen == "o'Frumm"
    assert desk.window.state.said == "“o’Frumm” is known now."
    assert desk.told == 1
    desk.presenter.add("Grontz")
    assert desk.window.state.said == "“Grontz” is one of your words already."
    assert desk.window.state.chosen == "Grontz"
    assert desk.told == 1


def test_a_removed_word_comes_back_by_the_notice() -> None:
    desk = Desk(MemoryWords(["Frumm", "Grontz", "Wibbel"]))
    desk.presenter.remove("Grontz")
    assert desk.words.all() == ("Frumm", "Wibbel")
    assert desk.window.state.chosen == "Wibbel"
    (notice,) = desk.notices.shown
    assert notice.text == "“Grontz” is no longer one of your words."
    assert notice.action == "Undo"
    assert notice.act is not None
    notice.act()
    assert desk.words.all() == ("Frumm", "Grontz", "Wibbel")
    assert desk.told == 2


def test_what_is_no_word_or_cannot_be_kept_is_said_in_the_window() -> None:
    desk = Desk(MemoryWords())
    desk.presenter.add("two words")
    assert desk.window.state.said == "“two words” is not one word. Add one word at a time."
    assert desk.window.state.problem
    refused = Desk(FullDisk(["Grontz"]))
    refused.presenter.add("Frumm")
    assert refused.window.state.said == "Your own words could not be written. Make room."
    assert refused.shown() == ("Grontz",)
    assert refused.told == 0
