"""What stays here is tinted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import clock, only, opened
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.theme import Theme

T = TypeVar("T")


def tinted_rows(pane: EditorPane, theme: Theme) -> int:
    """How many rows of the picture carry the tint at the right edge of the column."""
    edit = only(pane, TextEdit)
    picture: QImage = edit.viewport().grab().toImage()
    wanted = QColor(theme.tokens.attention_ground)
    column = picture.width() - 4
    return sum(picture.pixelColor(column, row) == wanted for row in range(picture.height()))


def test_a_private_passage_is_tinted_and_the_rest_is_not(pane: EditorPane, theme: Theme) -> None:
    pane.draw(opened("One.\n\nTwo."))
    assert tinted_rows(pane, theme) == 0
    pane.draw(opened("One.\n\n::: private\nTwo.\n:::\n\nThree.", note_id="other", opening=2))
    line = only(pane, TextEdit).fontMetrics().height()
    assert abs(tinted_rows(pane, theme) - 3 * line) <= 3


def test_the_tint_comes_a_short_pause_after_the_last_key(
    qtbot: QtBot, pane: EditorPane, theme: Theme
) -> None:
    pane.draw(opened(""))
    QTest.keyClicks(only(pane, TextEdit), "::: private\rTwo.")
    qtbot.waitUntil(lambda: tinted_rows(pane, theme) > 0)


def test_a_long_text_is_not_read_at_each_key(qtbot: QtBot, theme: Theme) -> None:
    read: list[int] = []

    def counted(body: str, audience: Audience) -> Sequence[tuple[int, int]]:
        read.append(len(body))
        return hidden_spans(body, audience)

    pane = EditorPane(theme, clock)
    pane.tint_hidden(counted)
    read.clear()
    qtbot.addWidget(pane)
    pane.draw(opened("One more line.\n" * 20_000))
    QTest.keyClicks(only(pane, TextEdit), "abc")
    assert not read


def test_a_text_of_some_length_is_read_when_the_keys_pause(qtbot: QtBot, pane: EditorPane) -> None:
    pane.draw(opened("One more line.\n" * 1_000))
    edit = only(pane, TextEdit)
    pause = edit._tint._pause
    QTest.keyClicks(edit, "a")
    qtbot.waitUntil(lambda: 0 < pause.remainingTime() < pause.interval() - 20)
    waited = pause.remainingTime()
    QTest.keyClicks(edit, "b")
    assert pause.remainingTime() > waited


def test_what_is_private_is_tinted_as_soon_as_the_cut_has_arrived(
    qtbot: QtBot, theme: Theme
) -> None:
    pane = EditorPane(theme, clock)
    qtbot.addWidget(pane)
    pane.resize(1_200, 800)
    pane.show()
    pane.draw(opened("::: private\nTwo.\n:::"))
    assert tinted_rows(pane, theme) == 0
    pane.tint_hidden(hidden_spans)
    assert tinted_rows(pane, theme) > 0


class HeldJobs:
    """Jobs that are done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        self.waiting.append(lambda: done(work()))

    def do(self) -> None:
        waiting, self.waiting = self.waiting, []
        for job in waiting:
            job()


def test_a_long_text_is_read_away_from_the_window_and_typing_makes_it_be_read_again(
    pane: EditorPane, theme: Theme, qtbot: QtBot
) -> None:
    jobs = HeldJobs()
    pane.tint_hidden(hidden_spans, jobs)
    pane.draw(
        opened("::: private\nTwo.\n:::\n" + "One more line.\n" * 1_000, note_id="other", opening=2)
    )
    assert tinted_rows(pane, theme) == 0
    QTest.keyClicks(only(pane, TextEdit), "x")
    jobs.do()
    assert tinted_rows(pane, theme) == 0
    qtbot.waitUntil(lambda: bool(jobs.waiting))
    jobs.do()
    assert tinted_rows(pane, theme) > 0
