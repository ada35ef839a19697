"""The preview's frame: who looks, what is wrong, and when the page is made."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import WEEK, only
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.presenters.preview import PreviewState
from weeknotes_desktop.ui.preview.documents import PreviewDocuments
from weeknotes_desktop.ui.preview.page import Links, Page, PreviewDocument
from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel
from weeknotes_desktop.ui.preview.text_preview import TextPreview
from weeknotes_desktop.ui.theme import Theme

T = TypeVar("T")


class LaterJobs:
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


class SimpleDocuments(PreviewDocuments):
    """No Chromium, as where it is not installed."""

    def prepare(self) -> None:
        """There is nothing to import."""

    def make(self) -> PreviewDocument:
        return self.make_simple()


@pytest.fixture
def jobs() -> LaterJobs:
    return LaterJobs()


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, jobs: LaterJobs, opened: list[str]) -> Iterator[PreviewPanel]:
    panel = PreviewPanel(theme, jobs, SimpleDocuments(theme, Links(opened.append)))
    panel.resize(500, 400)
    yield panel
    panel.close_document()
    panel.deleteLater()


def test_the_page_is_made_when_it_is_first_seen_and_not_before(
    panel: PreviewPanel, jobs: LaterJobs
) -> None:
    panel.draw(PreviewState(title="Bench", body="<p>One.</p>"))
    assert not jobs.waiting
    panel.show()
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Preparing preview…" in words
    assert panel.findChild(TextPreview) is None
    jobs.do()
    assert "One." in only(panel, TextPreview).toPlainText()


def test_a_page_says_whom_it_was_cut_for(
    qtbot: QtBot, theme: Theme, jobs: LaterJobs, opened: list[str]
) -> None:
    shown: list[Page] = []

    class Told(TextPreview):
        def show_page(self, page: Page) -> None:
            shown.append(page)
            super().show_page(page)

    class ToldDocuments(SimpleDocuments):
        def make(self) -> PreviewDocument:
            return Told(theme, Links(opened.append))

    panel = PreviewPanel(theme, jobs, ToldDocuments(theme, Links(opened.append)))
    qtbot.addWidget(panel)
    panel.show()
    jobs.do()
    for audience in Audience:
        panel.draw(PreviewState(audience=audience))
        assert shown[-1].audience is audience


def test_a_panel_that_was_closed_makes_no_page_any_more(
    panel: PreviewPanel, jobs: LaterJobs
) -> None:
    panel.show()
    panel.close_document()
    jobs.do()
    assert panel.findChild(TextPreview) is None


def test_it_tells_whether_somebody_looks(panel: PreviewPanel) -> None:
    spy = QSignalSpy(panel.watched)
    panel.show()
    panel.hide()
    assert [spy.at(nth)[0] for nth in range(spy.count())] == [True, False]


def test_title_and_facts_stand_above_the_body(panel: PreviewPanel, jobs: LaterJobs) -> None:
    panel.show()
    jobs.do()
    panel.draw(
        PreviewState(title="A <b> & c", label="Weeknote v4.16", week=WEEK, body="<p>One.</p>")
    )
    lines = only(panel, TextPreview).toPlainText().split("\n")
    assert lines == ["A <b> & c", "Weeknote v4.16 · Week beginning 15 April 2024", "One."]


def test_without_a_title_the_label_is_the_heading_as_on_the_exported_page(
    panel: PreviewPanel, jobs: LaterJobs
) -> None:
    panel.show()
    jobs.do()
    panel.draw(PreviewState(label="Weeknote v4.16", week=WEEK, body="<p>One.</p>"))
    document = only(panel, TextPreview)
    assert document.toPlainText().split("\n") == [
        "Weeknote v4.16",
        "Week beginning 15 April 2024",
        "One.",
    ]
    assert document.document().firstBlock().blockFormat().headingLevel() == 1


def test_a_problem_is_said_above_the_page(panel: PreviewPanel) -> None:
    panel.show()
    panel.draw(PreviewState(problem="Only <you> may read this note."))
    problem = only(panel, QLabel, "previewProblem")
    assert problem.isVisible()
    assert problem.textFormat() == Qt.TextFormat.PlainText
    panel.draw(PreviewState())
    assert not problem.isVisible()


def test_only_the_user_chooses_an_audience(panel: PreviewPanel) -> None:
    panel.show()
    spy = QSignalSpy(panel.audience_chosen)
    panel.draw(PreviewState(audience=Audience.ME))
    assert spy.count() == 0
    team = next(button for button in panel.findChildren(QPushButton) if button.text() == "Team")
    QTest.mouseClick(team, Qt.MouseButton.LeftButton)
    assert spy.at(0)[0] is Audience.TEAM


def test_the_writer_is_told_that_the_preview_is_simplified(
    panel: PreviewPanel, jobs: LaterJobs
) -> None:
    spy = QSignalSpy(panel.remarked)
    panel.show()
    jobs.do()
    assert "WebEngine" in spy.at(0)[0]


def test_the_simple_preview_loads_nothing_and_keeps_the_scroll(
    qtbot: QtBot, panel: PreviewPanel, jobs: LaterJobs
) -> None:
    panel.show()
    jobs.do()
    browser = only(panel, TextPreview)
    body = "".join(f"<p>Paragraph {number}.</p>" for number in range(100))
    panel.draw(PreviewState(body=body))
    qtbot.waitUntil(lambda: browser.verticalScrollBar().maximum() > 300)
    browser.verticalScrollBar().setValue(300)
    panel.draw(PreviewState(body=body + "<img src='/etc/hostname'><p>More.</p>"))
    assert browser.verticalScrollBar().value() == 300
    kinds = QTextDocument.ResourceType
    for kind in (kinds.ImageResource, kinds.HtmlResource, kinds.StyleSheetResource):
        found = browser.document().resource(kind, QUrl("file:///etc/hostname"))
        assert bytes(found).strip() == b""


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.org/", True),
        ("mailto:mina@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("other.html", False),
        ("#wn-1", False),
    ],
)
def test_a_link_in_the_simple_preview_opens_outside_or_not_at_all(
    theme: Theme, qtbot: QtBot, address: str, opens: bool
) -> None:
    opened: list[str] = []
    browser = TextPreview(theme, Links(opened.append))
    qtbot.addWidget(browser)
    browser.show_page(Page("Bench", "v4.16", "<p>One.</p>"))
    browser.anchorClicked.emit(QUrl(address))
    assert opened == ([address] if opens else [])
    assert "One." in browser.toPlainText()


def test_a_link_to_another_note_in_the_simple_preview_is_told(theme: Theme, qtbot: QtBot) -> None:
    opened: list[str] = []
    beside: list[str] = []
    browser = TextPreview(theme, Links(opened.append, beside.append))
    qtbot.addWidget(browser)
    browser.show_page(Page("Bench", "v4.16", "<p>One.</p>"))
    browser.anchorClicked.emit(QUrl("2024-w16-v4-16.html"))
    assert (opened, beside) == ([], ["2024-w16-v4-16.html"])
    assert "One." in browser.toPlainText()


def test_a_start_imports_no_chromium() -> None:
    script = (
        "import sys; import weeknotes_desktop.ui.preview.preview_panel,"
        " weeknotes_desktop.ui.editor.editor_pane;"
        "print([name for name in sys.modules if 'WebEngine' in name or name.split('.')[0] in"
        " ('qtawesome', 'markdown', 'sqlmodel', 'jinja2')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
