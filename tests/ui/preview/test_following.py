"""Text and preview go along with one another, and agree about what a block is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.publishing.example import renderer, view_of
from tests.publishing.test_blocks import SOURCE
from tests.ui.editor.states import only
from tests.ui.preview.conftest import Browser
from tests.ui.preview.test_preview_panel import LaterJobs, SimpleDocuments
from tests.ui.preview.test_web_preview import _click
from weeknotes_desktop.domain.block_lines import block_lines
from weeknotes_desktop.domain.checks.spots import Spot
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.preview import PreviewState
from weeknotes_desktop.publishing.blocks import blocks
from weeknotes_desktop.ui.preview.following import Following
from weeknotes_desktop.ui.preview.page import Links, Page
from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel
from weeknotes_desktop.ui.preview.text_preview import TextPreview
from weeknotes_desktop.ui.theme import Theme

PARAGRAPHS = 200
BODY = "".join(f"<p id='wn-{nth}'>Paragraph {nth}.</p>" for nth in range(PARAGRAPHS))
# One paragraph on every second line.
LONG = Page("Bench", "v4.16", BODY, tuple(range(0, 2 * PARAGRAPHS, 2)), 2 * PARAGRAPHS)
TOP = "document.getElementById('wn-{}').getBoundingClientRect().top"


class Heard:
    """Somebody who is told what is done on the page."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, bool]] = []
        self.chosen: list[int] = []

    def scrolled(self, line: float, end: bool) -> None:
        self.lines.append((line, end))

    def chose(self, line: int) -> None:
        self.chosen.append(line)


@pytest.fixture
def heard(browser: Browser, qtbot: QtBot) -> Heard:
    heard = Heard()
    browser.preview.tell(heard)
    browser.preview.show_page(LONG)
    browser.wait_for(qtbot, "document.getElementById('wn-199') !== null")
    return heard


def scroll(browser: Browser, qtbot: QtBot, y: str) -> None:
    """Scroll as a reader does: by something they touch."""
    browser.ask(qtbot, f"dispatchEvent(new WheelEvent('wheel')); scrollTo(0, {y}); 1")


def test_the_page_goes_along_with_the_text(browser: Browser, qtbot: QtBot, heard: Heard) -> None:
    browser.preview.follow(200, end=False)
    browser.wait_for(qtbot, TOP.format(100), lambda top: abs(top) < 2)
    browser.preview.follow(0, end=False)
    browser.wait_for(qtbot, "scrollY", lambda y: y == 0)
    browser.preview.follow(390, end=True)
    browser.wait_for(qtbot, "scrollY + innerHeight - document.documentElement.scrollHeight + 1")
    assert heard.lines == []


def test_the_text_is_told_where_the_reader_scrolled_to(
    browser: Browser, qtbot: QtBot, heard: Heard
) -> None:
    scroll(browser, qtbot, "document.getElementById('wn-50').offsetTop")
    qtbot.waitUntil(lambda: any(abs(line - 100) < 2 for line, _ in heard.lines), timeout=10_000)
    scroll(browser, qtbot, "1e9")
    qtbot.waitUntil(lambda: heard.lines[-1][1], timeout=10_000)


def test_the_caret_is_brought_into_sight_only_where_it_is_not(
    browser: Browser, qtbot: QtBot, heard: Heard
) -> None:
    browser.preview.follow(0, end=False)
    browser.preview.follow_caret(4)
    assert browser.ask(qtbot, "scrollY") == 0
    browser.preview.follow_caret(301)
    browser.wait_for(qtbot, TOP.format(150), lambda top: 0 < top < 400)


def test_a_click_tells_the_line_and_a_link_does_not(
    browser: Browser, qtbot: QtBot, heard: Heard
) -> None:
    body = "<p id='a'>One <a href='https://e.org' id='link'>link</a></p><p id='b'>Two</p>"
    browser.preview.show_page(Page("Bench", "v4.16", body, (3, 7), 9))
    browser.wait_for(qtbot, "document.getElementById('b') !== null")
    _click(browser, qtbot, "#b")
    qtbot.waitUntil(lambda: heard.chosen == [7], timeout=10_000)
    _click(browser, qtbot, "#link")
    qtbot.waitUntil(lambda: browser.opened == ["https://e.org/"], timeout=10_000)
    assert heard.chosen == [7]


def test_a_page_whose_lines_do_not_fit_stays_where_it_is(
    browser: Browser, qtbot: QtBot, heard: Heard
) -> None:
    browser.preview.show_page(Page("Bench", "v4.16", BODY + "<p>More</p>", (1, 2), 3))
    browser.wait_for(qtbot, "document.getElementById('body').children.length === 201")
    before = browser.ask(qtbot, "scrollY")
    browser.preview.follow(2, end=False)
    assert browser.ask(qtbot, "scrollY") == before


def test_the_page_has_the_blocks_that_were_counted(browser: Browser, qtbot: QtBot) -> None:
    bodies = [
        SOURCE,
        "> quote\n>\n> - in it\n>   1. deep\n\nTerm\n:   What it is\n",
        "<details><summary>More</summary>\n\n<p title='<p>'>a</p></details>\n\n![x](http://e.org/a.png)",
        "| a |\n|---|\n| - b |\n\n~~~\n<p>code</p>\n~~~\n\n- a\n\n    b\n\n- c",
    ]
    for source in bodies:
        body = renderer().render(view_of(source, Audience.ME))
        found = blocks(body)
        page = Page("Bench", "v4.16", body, block_lines(source, found), source.count("\n") + 1)
        browser.preview.show_page(Page("Bench", "v4.16", "<p>between</p>"))
        browser.preview.show_page(page)
        browser.wait_for(qtbot, "!document.getElementById('body').textContent.includes('between')")
        count = (
            "document.getElementById('body').querySelectorAll('p, li, h2, h3, h4, h5, h6, pre,"
            " tr, dt, dd, figure, .wn-goals').length"
        )
        assert browser.ask(qtbot, count) == len(found), source


def test_on_paper_the_page_is_white_in_the_dark_too(browser: Browser, qtbot: QtBot) -> None:
    browser.preview.show_paper(paper=True)
    look = "getComputedStyle(document.documentElement).backgroundColor"
    browser.wait_for(qtbot, look, lambda colour: colour == "rgb(255, 255, 255)")
    browser.preview.show_paper(paper=False)
    browser.wait_for(qtbot, look, lambda colour: colour != "rgb(255, 255, 255)")


class Followed(PreviewPanel):
    """A preview that remembers where it was led to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, LaterJobs(), SimpleDocuments(theme, Links(lambda _: None)))
        self.led: list[tuple[float, bool]] = []
        self.carets: list[int] = []

    def follow(self, line: float, *, end: bool) -> None:
        self.led.append((line, end))

    def follow_caret(self, line: int) -> None:
        self.carets.append(line)


class Pair:
    """A text with its preview beside it."""

    def __init__(self, theme: Theme) -> None:
        self.whole = QWidget()
        self.text, self.preview = QPlainTextEdit(), Followed(theme)
        row = QHBoxLayout(self.whole)
        row.addWidget(self.text)
        row.addWidget(self.preview)
        self.text.setPlainText("\n".join(f"Line {nth}" for nth in range(300)))
        self.following: QObject = Following(self.text, self.preview)
        self.whole.resize(800, 400)
        self.whole.show()
        self.preview.carets.clear()


@pytest.fixture
def pair(qtbot: QtBot, theme: Theme) -> Iterator[Pair]:
    pair = Pair(theme)
    yield pair
    pair.preview.close_document()
    pair.whole.deleteLater()


def test_the_page_is_led_to_where_the_text_is_scrolled(pair: Pair, qtbot: QtBot) -> None:
    bar = pair.text.verticalScrollBar()
    bar.setValue(120)
    qtbot.waitUntil(lambda: pair.preview.led == [(120.0, False)], timeout=5_000)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: pair.preview.led[-1][1], timeout=5_000)
    assert pair.preview.carets == []


def test_the_page_is_led_to_the_caret_once_for_many_keys(pair: Pair, qtbot: QtBot) -> None:
    for _ in range(5):
        pair.text.moveCursor(QTextCursor.MoveOperation.Down)
    qtbot.waitUntil(lambda: bool(pair.preview.carets), timeout=5_000)
    assert pair.preview.carets == [5]


def test_the_page_is_led_to_a_line_once_while_one_types_in_it(pair: Pair, qtbot: QtBot) -> None:
    pause = only(pair.following, QTimer)

    def press(key: str) -> None:
        with qtbot.waitSignal(pause.timeout):
            QTest.keyClicks(pair.text, key)

    for key in "\rab":
        press(key)
    assert pair.preview.carets == [1]
    # The reader looks elsewhere in the meantime.
    pair.preview.scrolled_to.emit(0.0, False)
    press("c")
    assert pair.preview.carets == [1, 1]


def test_a_preview_that_comes_into_sight_shows_where_the_caret_is(pair: Pair) -> None:
    pair.preview.hide()
    pair.text.moveCursor(QTextCursor.MoveOperation.End)
    pair.text.hide()
    assert pair.preview.carets == []
    pair.preview.show()
    assert pair.preview.carets == [299]


def test_the_caret_waits_for_what_draws_the_page_and_for_the_page(
    theme: Theme, qtbot: QtBot
) -> None:
    jobs = LaterJobs()
    panel = PreviewPanel(theme, jobs, SimpleDocuments(theme, Links(lambda _: None)))
    panel.resize(400, 300)
    panel.show()
    panel.follow_caret(300)
    jobs.do()
    bar = only(panel, TextPreview).verticalScrollBar()
    state = PreviewState(title="Bench", body=BODY, lines=LONG.lines, last_line=LONG.last_line)
    QApplication.processEvents()
    panel.draw(state)
    assert bar.value() > 0
    panel.scrolled(0, False)
    bar.setValue(0)
    panel.draw(state)
    assert bar.value() == 0
    panel.close_document()
    panel.deleteLater()


def test_what_there_is_to_look_at_has_a_dot_in_the_margin(browser: Browser, qtbot: QtBot) -> None:
    body = "<p>One.</p><ul><li class='wn-task'>two</li></ul><table><tr><td>three</td></tr></table>"
    page = Page(
        "Bench", "", body, (0, 2, 4), 5, ((-1, "A."), (0, "B."), (0, "C & <d>."), (2, "E."))
    )
    browser.preview.show_page(page)
    names = (
        "[...document.querySelectorAll('.wn-dot')].map(dot => "
        "dot.closest('h1, p, td, li').localName + ': ' + dot.getAttribute('aria-label')).join('; ')"
    )
    told = "h1: A.; p: B. C & <d>.; td: E."
    browser.wait_for(qtbot, names, lambda found: found == told)
    browser.preview.show_page(replace(page, slips=((1, "F."),)))
    browser.wait_for(qtbot, names, lambda found: found == "li: F.")
    margin = (
        "document.querySelector('.wn-dot').getBoundingClientRect().left < document"
        ".getElementById('title').getBoundingClientRect().left"
    )
    assert browser.ask(qtbot, margin) is True
    browser.preview.show_page(replace(page, slips=()))
    browser.wait_for(qtbot, names, lambda found: found == "")


def test_the_simple_preview_has_the_same_dots(theme: Theme, qtbot: QtBot) -> None:
    simple = TextPreview(theme, Links(lambda _: None))
    qtbot.addWidget(simple)
    simple.resize(400, 700)
    simple.show()
    lines = (0, 2, 3, 5, 7, -1, 9, 11)
    simple.show_page(Page("Bench", "v1", SMALL, lines, 12, ((2, "Look."), (-1, "Here."))))
    place = simple.cursorRect(simple.document().find("b", 12)).center()
    said = [simple.slip_at(QPoint(10, y)) for y in range(simple.viewport().height())]
    assert said[place.y()] == "Look."
    assert [words for words in dict.fromkeys(said) if words] == ["Here.", "Look."]
    assert simple.slip_at(place) == ""
    assert simple.accessibleDescription() == "Here. Look."
    image = simple.grab().toImage()
    assert any(image.pixelColor(x, place.y()) == theme.colour("attention") for x in range(34))
    simple.show_page(Page("Bench", "v1", SMALL, lines, 12))
    assert simple.accessibleDescription() == ""


def test_dots_stand_only_in_the_page_of_the_text_that_was_looked_through(theme: Theme) -> None:
    jobs = LaterJobs()
    panel = PreviewPanel(theme, jobs, SimpleDocuments(theme, Links(lambda _: None)))
    panel.show()
    jobs.do()
    panel.draw(PreviewState(body="<p>One.</p>", lines=(0,), last_line=1))
    panel.show_slips((Spot(0, 0, "Look."),), 1)
    simple = only(panel, TextPreview)
    assert simple.accessibleDescription() == "Look."
    panel.draw(PreviewState(body="<p>One.</p>", lines=(1,), last_line=2))
    assert simple.accessibleDescription() == ""
    panel.close_document()
    panel.deleteLater()


def test_the_text_is_led_and_does_not_lead_back(pair: Pair, qtbot: QtBot) -> None:
    pair.preview.scrolled_to.emit(150.0, False)
    assert pair.text.firstVisibleBlock().blockNumber() == 150
    pair.preview.scrolled_to.emit(9.0, True)
    bar = pair.text.verticalScrollBar()
    assert bar.value() == bar.maximum()
    # What would lead back waits for a pause.
    assert not only(pair.following, QTimer).isActive()
    pair.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: bool(pair.preview.carets or pair.preview.led), timeout=5_000)
    assert pair.preview.carets == [299]
    assert pair.preview.led == []


def test_a_click_puts_the_caret_there_and_into_sight(pair: Pair, qtbot: QtBot) -> None:
    pair.preview.line_chosen.emit(200)
    assert pair.text.textCursor().blockNumber() == 200
    assert pair.text.viewport().rect().contains(pair.text.cursorRect())
    pair.preview.line_chosen.emit(100_000)
    assert pair.text.textCursor().blockNumber() == 299


def test_the_simple_preview_goes_along_in_proportion(theme: Theme, qtbot: QtBot) -> None:
    simple = TextPreview(theme, Links(lambda _: None))
    qtbot.addWidget(simple)
    simple.resize(300, 200)
    simple.show()
    simple.show_page(LONG)
    bar = simple.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=5_000)
    simple.follow(200, end=False)
    assert abs(bar.value() - bar.maximum() / 2) <= 1
    simple.follow(200, end=True)
    assert bar.value() == bar.maximum()


SMALL = (
    "<p>One.</p><ul><li>a<ul><li>b</li></ul></li></ul>"
    '<table><tbody><tr><td>Cell</td></tr></tbody></table><ul class="wn-goals"><li>Goal</li></ul>'
    '<figure><img alt="A bench"><figcaption>Under it.</figcaption></figure><p>End.</p>'
)


def test_the_simple_preview_follows_the_caret(theme: Theme, qtbot: QtBot) -> None:
    simple = TextPreview(theme, Links(lambda _: None))
    qtbot.addWidget(simple)
    simple.resize(300, 200)
    simple.show()
    simple.show_page(LONG)
    seen = simple.viewport().rect()
    for line in (300, 301, 0, 399, 150):
        simple.follow_caret(line)
        cursor = simple.document().find(f"Paragraph {line // 2}.")
        assert seen.contains(simple.cursorRect(cursor))
    place = simple.verticalScrollBar().value()
    simple.follow_caret(152)
    assert simple.verticalScrollBar().value() == place


def test_a_click_into_the_simple_preview_tells_the_line(theme: Theme, qtbot: QtBot) -> None:
    simple, heard = TextPreview(theme, Links(lambda _: None)), Heard()
    qtbot.addWidget(simple)
    simple.resize(400, 700)
    simple.show()
    simple.tell(heard)
    simple.show_page(Page("Bench", "v1", SMALL, (0, 2, 3, 5, 7, -1, 9, 11), 12))
    for words in ("One.", "a", "b", "Cell", "Goal", "Under it.", "End."):
        cursor = simple.document().find(words, simple.document().find("v1"))
        place = simple.cursorRect(cursor).center()
        QTest.mouseClick(simple.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.chosen == [0, 2, 3, 5, 7, 9, 11]


def test_where_lines_and_blocks_disagree_the_simple_preview_leads_nowhere(
    theme: Theme, qtbot: QtBot
) -> None:
    simple, heard = TextPreview(theme, Links(lambda _: None)), Heard()
    qtbot.addWidget(simple)
    simple.show()
    simple.tell(heard)
    simple.show_page(Page("Bench", "v1", SMALL, (0, 2, 3), 12))
    place = simple.cursorRect(simple.document().find("One.")).center()
    QTest.mouseClick(simple.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.chosen == []


def test_the_panel_passes_lines_on(theme: Theme, qtbot: QtBot) -> None:
    jobs = LaterJobs()
    panel = PreviewPanel(theme, jobs, SimpleDocuments(theme, Links(lambda _: None)))
    panel.follow(3, end=False)
    panel.follow_caret(3)
    panel.show_paper(paper=True)
    panel.show()
    jobs.do()
    panel.draw(PreviewState(body="<p>One.</p>", lines=(4,), last_line=9))
    with qtbot.waitSignal(panel.line_chosen) as chosen:
        panel.chose(4)
    with qtbot.waitSignal(panel.scrolled_to) as scrolled:
        panel.scrolled(2.5, False)
    assert (chosen.args, scrolled.args) == ([4], [2.5, False])
    panel.close_document()
    panel.deleteLater()
