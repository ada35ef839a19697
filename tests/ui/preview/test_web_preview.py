"""The preview in Chromium: closed to the world, and calm while one types."""

from __future__ import annotations

import os
import select
import signal
import socket
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.editor.states import only
from tests.ui.preview.conftest import Browser
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.ui.preview.closed_web import Guard
from weeknotes_desktop.ui.preview.page import Page
from weeknotes_desktop.ui.theme import Theme

_LONG = "".join(f"<p id='wn-{number}'>Paragraph {number}.</p>" for number in range(200))
_HOSTILE = """
<script>document.title = 'ran'</script>
<img src="https://evil.example/a.png" onerror="document.title = 'ran'" alt="A bench">
<img src="file:///etc/hostname"><img src="weeknotes://preview/shell.html">
<iframe src="https://evil.example/frame"></iframe>
<object data="https://evil.example/object"></object><embed src="https://evil.example/embed">
<video src="https://evil.example/video" autoplay></video><audio src="https://evil.example/a"></audio>
<link rel="stylesheet" href="https://evil.example/style.css">
<link rel="preload" as="image" href="https://evil.example/preload">
<style>@import url(https://evil.example/import.css);</style>
<style>body { background: url(https://evil.example/b) }</style>
<p style="background: url(https://evil.example/attribute)">styled</p>
<svg><image href="https://evil.example/svg"/><use href="https://evil.example/use#a"/></svg>
<meta http-equiv="refresh" content="0; url=https://evil.example/refresh">
<base href="https://evil.example/"><a href="javascript:document.title='ran'" id="js">run</a>
<form action="https://evil.example/form" id="form"><button id="send">Send</button></form>
<details open ontoggle="document.title = 'ran'"><summary>x</summary></details>
"""


def _click(browser: Browser, qtbot: QtBot, selector: str) -> None:
    """Click the middle of an element with a real mouse button."""
    where = (
        f"(() => {{ const e = document.querySelector('{selector}');"
        " e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
        " return `${r.left + r.width / 2} ${r.top + r.height / 2}` })()"
    )
    browser.ask(qtbot, where)
    x, y = map(float, browser.ask(qtbot, where).split())
    heard = "addEventListener('click', () => { globalThis.wnHeard = 1 }, { once: true })"
    browser.ask(qtbot, f"globalThis.wnHeard = 0; {heard}")
    target = only(browser.preview, QWebEngineView).focusProxy()
    assert isinstance(target, QWidget)
    QTest.mouseClick(
        target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(x), int(y))
    )
    browser.wait_for(qtbot, "globalThis.wnHeard === 1")


def test_hostile_html_runs_nothing_and_asks_nobody(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, _HOSTILE)
    browser.wait_for(qtbot, "document.getElementById('form') !== null")
    # Two frames later everything that would be fetched has been asked for.
    browser.ask(qtbot, "requestAnimationFrame(() => requestAnimationFrame(() => { wnLater = 1 }))")
    browser.wait_for(qtbot, "globalThis.wnLater === 1")
    assert browser.preview.guard.refused == []
    assert browser.ask(qtbot, "document.title") == "Preview"
    assert browser.page.url().toString() == "weeknotes://preview/"


def test_a_form_goes_nowhere(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, _HOSTILE)
    _click(browser, qtbot, "#send")
    browser.show(qtbot, "<p>after</p>")
    assert browser.page.url().toString() == "weeknotes://preview/"
    assert browser.opened == []


def test_the_guard_alone_lets_no_request_out(qtbot: QtBot, browser: Browser) -> None:
    """Without the policy, on a page of its own, with somebody listening."""
    holder = QObject()
    page = QWebEnginePage(QWebEngineProfile(holder), holder)
    guard = Guard(holder)
    page.profile().setUrlRequestInterceptor(guard)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with qtbot.waitSignal(page.loadFinished, timeout=20_000):
            page.setHtml(f"<img src='{address}'><link rel='stylesheet' href='{address}a.css'>")
        somebody_called, _, _ = select.select([listener], [], [], 0)
    assert guard.refused == ["http://127.0.0.1", "http://127.0.0.1"]
    assert not somebody_called
    delete(page)
    delete(holder)


def test_the_page_itself_has_no_javascript(browser: Browser, qtbot: QtBot) -> None:
    assert browser.ask(qtbot, "1 + 1", world=0) != 2
    assert browser.ask(qtbot, "1 + 1") == 2


def test_title_and_facts_are_words_and_never_html(browser: Browser, qtbot: QtBot) -> None:
    title = "<img src=x onerror=alert(1)> \u2028 “</script>” \\ 😀"
    browser.show(qtbot, "<p>One.</p>", title=title, facts="<b>v1</b>")
    assert browser.ask(qtbot, "document.getElementById('title').textContent") == title
    assert browser.ask(qtbot, "document.getElementById('facts').childElementCount") == 0


def test_a_picture_from_elsewhere_is_its_description(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, "<p><img src='https://evil.example/a.png' alt='A bench'></p>")
    assert browser.ask(qtbot, "document.querySelectorAll('img').length") == 0
    assert browser.ask(qtbot, "document.querySelector('.wn-missing-picture').textContent") == (
        "A bench"
    )


def test_only_what_changed_is_replaced_and_the_scroll_stays(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, _LONG)
    browser.wait_for(qtbot, "document.querySelectorAll('#body p').length === 200")
    browser.ask(qtbot, "scrollTo(0, 1500); globalThis.wnKept = document.getElementById('wn-7')")
    browser.ask(qtbot, "globalThis.wnLast = document.getElementById('wn-199')")
    browser.preview.show_page(Page("Bench", "v4.16", _LONG.replace("Paragraph 90.", "Changed.")))
    browser.wait_for(qtbot, "document.getElementById('wn-90').textContent === 'Changed.'")
    assert browser.ask(qtbot, "scrollY") == 1500
    assert browser.ask(qtbot, "wnKept.isConnected && wnLast.isConnected")


def test_the_newest_page_waits_behind_none_that_nobody_needs_to_see(
    browser: Browser, qtbot: QtBot
) -> None:
    counting = (
        "globalThis.wnReal = weeknotes; globalThis.wnSeen = []; globalThis.weeknotes ="
        " { ...wnReal, show: (state) => { wnSeen.push(state.body); return wnReal.show(state) } }"
    )
    browser.ask(qtbot, counting)
    for number in range(12):
        browser.preview.show_page(Page("Bench", "", f"<p>{number}</p>"))
    qtbot.waitUntil(lambda: browser.preview.up_to_date, timeout=20_000)
    assert browser.ask(qtbot, "wnSeen.join()") == "<p>0</p>,<p>11</p>"
    assert browser.ask(qtbot, "document.getElementById('body').textContent") == "11"
    browser.ask(qtbot, "globalThis.weeknotes = wnReal")


def test_a_page_for_another_reader_is_out_of_sight_until_the_next_one_stands_there(
    browser: Browser, qtbot: QtBot
) -> None:
    cover = only(browser.preview, QLabel, "previewCover")
    me = Page("Bench", "", "<p>For me.</p>", audience=Audience.ME)
    browser.preview.show_page(me)
    qtbot.waitUntil(lambda: browser.preview.up_to_date and not cover.isVisible(), timeout=20_000)
    os.kill(browser.page.renderProcessPid(), signal.SIGSTOP)
    try:
        browser.preview.show_page(replace(me, title="Words"))
        browser.preview.show_page(Page("Bench", "", "<p>For all.</p>"))
        qtbot.waitUntil(cover.isVisible)
        assert cover.geometry() == browser.preview.rect()
        browser.preview.resize(500, 300)
        assert cover.geometry() == browser.preview.rect()
        browser.preview.resize(600, 400)
    finally:
        os.kill(browser.page.renderProcessPid(), signal.SIGCONT)
    qtbot.waitUntil(lambda: not cover.isVisible(), timeout=20_000)
    assert browser.ask(qtbot, "document.getElementById('body').textContent") == "For all."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p><p>b</p>", "<p>b</p>"),
        ("<p>a</p>", "<p>a</p><p>a</p>"),
        ("<p>a</p><p>b</p><p>c</p>", "<p>c</p><p>b</p>"),
        ("<p>a</p>", "words alone<p>b</p>"),
        ("<p>a</p><p>a</p><p>a</p>", "<p>a</p><h2>b</h2><p>a</p>"),
    ],
)
def test_after_a_change_the_page_is_as_if_loaded_anew(
    browser: Browser, qtbot: QtBot, before: str, after: str
) -> None:
    browser.show(qtbot, before)
    browser.wait_for(qtbot, "document.getElementById('body').innerHTML", before.__eq__)
    browser.show(qtbot, after)
    browser.wait_for(qtbot, "document.getElementById('body').innerHTML", after.__eq__)


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.org/a%20b?c=d", True),
        ("http://example.org/", True),
        ("mailto:mina@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("ftp://example.org/", False),
        ("other-note.html", False),
        ("weeknotes://asset/1", False),
        ("data:text/html,hello", False),
    ],
)
def test_a_link_opens_outside_or_not_at_all(
    browser: Browser, qtbot: QtBot, address: str, opens: bool
) -> None:
    browser.show(qtbot, f"<p><a id='link' href='{address}'>link</a></p>")
    browser.wait_for(qtbot, f"document.getElementById('link').getAttribute('href') === '{address}'")
    _click(browser, qtbot, "#link")
    # A click that certainly opens something, behind the one in question.
    browser.show(qtbot, "<p><a id='last' href='https://example.org/last'>last</a></p>")
    browser.wait_for(qtbot, "document.getElementById('last') !== null")
    _click(browser, qtbot, "#last")
    qtbot.waitUntil(lambda: "https://example.org/last" in browser.opened)
    assert browser.opened[:-1] == ([address] if opens else [])
    assert browser.page.url().toString() == "weeknotes://preview/"


def test_a_link_to_another_note_is_told_and_leaves_the_page_where_it_is(
    browser: Browser, qtbot: QtBot
) -> None:
    browser.show(qtbot, "<p><a id='link' href='2024-w16-cafés.html'>link</a></p>")
    browser.wait_for(qtbot, "document.getElementById('link') !== null")
    _click(browser, qtbot, "#link")
    qtbot.waitUntil(lambda: browser.beside == ["2024-w16-cafés.html"])
    assert browser.opened == []
    assert browser.page.url().toString() == "weeknotes://preview/"


def test_a_footnote_leads_to_its_place_on_the_page(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, "<p><a id='wn-up' href='#wn-150'>1</a></p>" + _LONG)
    browser.wait_for(qtbot, "document.getElementById('wn-150') !== null")
    _click(browser, qtbot, "#wn-up")
    browser.wait_for(qtbot, "scrollY > 1000")
    assert browser.opened == []


def test_the_page_takes_the_colours_of_the_window(
    browser: Browser, qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = browser.ask(qtbot, colour)
    theme.apply(qapp, Look.DARK)
    browser.wait_for(qtbot, "document.documentElement.dataset.theme === 'dark'")
    assert browser.ask(qtbot, colour) != light


def test_our_fonts_are_the_ones_on_the_page(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, "<p>One.</p>", title="Bench")
    ready = "[...document.fonts].filter((font) => font.status === 'loaded').map((f) => f.family)"
    browser.wait_for(qtbot, f"{ready}.join()", lambda found: "Inter" in str(found))
    assert "Literata" in browser.ask(qtbot, f"{ready}.join()")


def test_a_killed_renderer_comes_back_with_the_page(browser: Browser, qtbot: QtBot) -> None:
    browser.show(qtbot, "<p>Still here.</p>")
    with qtbot.waitSignal(browser.page.renderProcessTerminated, timeout=20_000):
        os.kill(browser.page.renderProcessPid(), signal.SIGKILL)
        # It never says that it has shown this one.
        browser.preview.show_page(Page("Bench", "", "<p>Still here.</p>"))
    with qtbot.waitSignal(browser.page.loadFinished, timeout=20_000):
        pass
    browser.wait_for(qtbot, "document.getElementById('body')?.textContent", "Still here.".__eq__)


def test_each_block_is_written_in_the_direction_of_its_words(
    browser: Browser, qtbot: QtBot
) -> None:
    body = (
        "<p id='to-left'>\u05e9\u05dc\u05d5\u05dd, world</p><p id='to-right'>Tide</p>"
        "<table><tr><td id='told' align='right'>1</td><th>Wide words in a cell</th></tr></table>"
    )
    browser.show(qtbot, body)
    gap = (
        "(() => {{ const block = document.getElementById('{}'), words = document.createRange();"
        " words.selectNodeContents(block);"
        " return words.getBoundingClientRect().left - block.getBoundingClientRect().left }})()"
    )
    assert browser.ask(qtbot, gap.format("to-left")) > 100
    assert browser.ask(qtbot, gap.format("to-right")) < 1
    align = "getComputedStyle(document.getElementById('told')).textAlign"
    assert browser.ask(qtbot, align) in ("right", "-webkit-right")
