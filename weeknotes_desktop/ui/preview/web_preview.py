"""The preview in Chromium: the page that will be published, and nothing from outside it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from weeknotes_desktop.paths import resource
from weeknotes_desktop.ui.preview.closed_web import (
    SHELL,
    ClosedPage,
    Guard,
    Shelf,
    register_scheme,
)
from weeknotes_desktop.ui.preview.cover import Cover
from weeknotes_desktop.ui.preview.page import Links, Page, Pictures, Reader, no_picture
from weeknotes_desktop.ui.theme import Theme

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
# A page that kills its renderer more often than this is not tried again.
_MOST_DEATHS = 3
_PAPER = "#ffffff"
_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.AutoLoadIconsForPage,
)


def allow_root() -> bool:
    """Let Chromium run for root, who has no sandbox; whether that was needed.

    Without it Chromium ends the whole program.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return True


def draw_in_software() -> None:
    """Let the page be put into the window without a graphics card.

    Otherwise Qt makes the window anew when the page first comes into it: the
    window turns black, and the keys typed meanwhile are lost. A page of text
    looks the same either way.
    """
    os.environ.setdefault("QT_QUICK_BACKEND", "software")


class WebPreview(QWidget):
    """Keeps one page loaded and replaces what changed in it.

    Args:
        theme: Colours and text size.
        links: Follows the links of the page.
        pictures: Gives the pictures of the library that the page names.
    """

    _failed = Signal()

    def __init__(
        self,
        theme: Theme,
        links: Links,
        pictures: Pictures = no_picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.remark = ""
        if allow_root():
            self.remark = self.tr("Started as root: the preview runs without its sandbox.")
        draw_in_software()
        register_scheme()
        self._theme = theme
        self._page = Page()
        self._loaded = False
        self._deaths = 0
        self._asked = self._sent = self._shown = 0
        self._reader: Reader | None = None
        self._paper = False
        self._caret: int | None = None
        # The order of making is the order of going: the view with its page
        # before the profile, the profile before what serves it.
        self._view = _View(self)
        self._profile = QWebEngineProfile(self)
        self._shelf = Shelf(pictures, self)
        self.guard = Guard(self)
        self._profile.installUrlSchemeHandler(SHELL.scheme().encode(), self._shelf)
        self._profile.setUrlRequestInterceptor(self.guard)
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._web = self._made_page(links)
        self._view.setPage(self._web)
        self._view.setAccessibleName(self.tr("Preview of the note"))
        self.setFocusProxy(self._view)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._view)
        self._cover = Cover(self)
        theme.changed.connect(self._dress)
        self._dress()
        self._web.load(SHELL)

    @property
    def up_to_date(self) -> bool:
        """Whether the page shows what it was last asked to show."""
        return self._loaded and self._shown == self._asked

    def on_failure(self, call: Callable[[], None]) -> None:
        """Call ``call`` when the page could not be shown again and again."""
        self._failed.connect(call)

    def widget(self) -> QWidget:
        """This very widget."""
        return self

    def show_page(self, page: Page) -> None:
        """Show ``page``; the reader's place on it stays."""
        if page != self._page:
            self._deaths = 0
        if page.audience is not self._page.audience:
            self._cover.expect()
        self._page = page
        self._patch()

    def show_paper(self, *, paper: bool) -> None:
        """Show the page as it is printed, or in the look of the window."""
        self._paper = paper
        self._dress()

    def tell(self, reader: Reader) -> None:
        """Tell ``reader`` what is done on the page."""
        self._reader = reader

    def follow(self, line: float, *, end: bool) -> None:
        """Scroll to where the text is: that line is on top, or it cannot go further."""
        self._caret = None
        self._run(f"weeknotes.follow({line:.3f}, {json.dumps(end)})")

    def follow_caret(self, line: int) -> None:
        """Bring into sight what comes from that line, also when the page is shown anew."""
        self._caret = line
        self._run(f"weeknotes.followCaret({line:d})")

    def _run(self, script: str) -> None:
        if self._loaded:
            self._web.runJavaScript(script, _WORLD.value)

    def _hear(self, said: str) -> None:
        if self._reader is None:
            return
        what = json.loads(said)
        if "clicked" in what:
            self._reader.chose(int(what["clicked"]))
        else:
            self._reader.scrolled(float(what["line"]), bool(what["end"]))

    def _made_page(self, links: Links) -> QWebEnginePage:
        page = ClosedPage(self._profile, links, self._view)
        page.told = self._hear
        for attribute in _OFF:
            page.settings().setAttribute(attribute, False)
        page.settings().setAttribute(_Attribute.ErrorPageEnabled, False)
        patch = QWebEngineScript()
        patch.setName("patch")
        patch.setWorldId(_WORLD)
        patch.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
        patch.setSourceCode(resource("preview/patch.js").read_text(encoding="utf-8"))
        page.scripts().insert(patch)
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._on_death)
        return page

    def _dress(self) -> None:
        ground = _PAPER if self._paper else self._theme.tokens.page
        self._web.setBackgroundColor(QColor(ground))
        self._view.setZoomFactor(self._theme.text_scale)
        self._patch()

    def _look(self) -> str:
        if self._paper:
            return "paper"
        return "dark" if self._theme.tokens.dark else "light"

    def _patch(self) -> None:
        if self._loaded:
            self._asked += 1
            self._send()

    def _send(self) -> None:
        """Have Chromium show the newest page, as soon as it is done with the one before.

        A page that takes it longer than the pause between two keys would have to wait behind
        all those that nobody needs to see any more.
        """
        if self._sent > self._shown:
            return
        self._sent = self._asked
        state = {
            "title": self._page.title,
            "facts": self._page.facts,
            "body": self._page.body,
            "lines": self._page.lines,
            "last_line": self._page.last_line,
            "slips": self._page.slips,
            "theme": self._look(),
            "gone": self.tr("This picture is missing or damaged, and cannot be shown."),
        }
        # JSON in plain ASCII is a literal of JavaScript, whatever the text holds.
        self._web.runJavaScript(
            f"weeknotes.show({json.dumps(state)})",
            _WORLD.value,
            partial(self._has_shown, self._sent),
        )

    def _has_shown(self, number: int, _blocks: object) -> None:
        # A renderer that died has shown nothing; a page that is let go answers all it was asked.
        if not self._loaded or number != self._sent or not isValid(self._web):
            return
        self._shown = number
        if self._asked > number:
            self._send()
        else:
            self._cover.lift()

    def _on_loaded(self, whole: bool) -> None:
        # A link that was refused counts as a load that failed; the page stands.
        if whole:
            self._loaded = True
            # What was sent to the page that stood here before is of no use.
            self._sent = self._shown
            self._patch()
            if self._caret is not None:
                self.follow_caret(self._caret)

    def _on_death(self) -> None:
        self._loaded = False
        self._deaths += 1
        if self._deaths > _MOST_DEATHS:
            self._failed.emit()
        else:
            # Not from within the signal: the page is still being cleared away.
            QTimer.singleShot(0, self._web, lambda: self._web.load(SHELL))


class _View(QWebEngineView):
    """Offers to copy, and nothing that leads away from the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, and select all."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        every = self.page().action(QWebEnginePage.WebAction.SelectAll)
        every.setText(self.tr("Select all"))
        menu.addAction(self.page().action(QWebEnginePage.WebAction.Copy))
        menu.addAction(every)
        menu.popup(event.globalPos())
