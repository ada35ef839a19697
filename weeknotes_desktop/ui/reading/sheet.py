"""A sheet of paper in Chromium, out of sight: one page is laid out on it at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from weeknotes_desktop.presenters.paper import Then
from weeknotes_desktop.ui.preview.closed_web import SCHEME, Guard, register_scheme
from weeknotes_desktop.ui.preview.web_preview import allow_root, draw_in_software

_PAGE = QUrl(f"{SCHEME}://paper/")
# As page.css has them; Chromium takes these in their place.
_MARGINS = QMarginsF(24, 22, 24, 22)
_HTML = b"text/html;charset=utf-8"


class Sheet(QWidget):
    """Lays a page out, and has it printed; a second page waits for the first."""

    def __init__(self) -> None:
        super().__init__()
        allow_root()
        draw_in_software()
        register_scheme()
        self._waiting: list[tuple[str, Callable[[bool], None]]] = []
        self._busy = False
        self._then: Then | None = None
        self._printer: QPrinter | None = None
        # The order of making is the order of going, as in the preview.
        self._view = QWebEngineView(self)
        self._profile = QWebEngineProfile(self)
        self._source = _Source(self)
        self._guard = Guard(self)
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self._source)
        self._profile.setUrlRequestInterceptor(self._guard)
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._web = QWebEnginePage(self._profile, self._view)
        settings = self._web.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)
        settings.setAttribute(QWebEngineSettings.WebAttribute.ErrorPageEnabled, False)
        settings.setAttribute(QWebEngineSettings.WebAttribute.PrintElementBackgrounds, True)
        self._view.setPage(self._web)
        self._web.loadFinished.connect(self._loaded)
        self._web.pdfPrintingFinished.connect(lambda _path, ok: self._done(ok))
        self._view.printFinished.connect(self._printed)
        self._web.renderProcessTerminated.connect(lambda *_: self._done(ok=False))

    def save(self, page: str, path: Path, then: Then) -> None:
        """Write ``page`` as PDF."""
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS,
            QPageLayout.Unit.Millimeter,
        )

        def go(loaded: bool) -> None:
            self._then = then
            if loaded:
                self._web.printToPdf(str(path), layout)
            else:
                self._done(ok=False)

        self._lay_out(page, go)

    def print(self, page: str, printer: QPrinter, then: Then) -> None:
        """Print ``page``."""

        def go(loaded: bool) -> None:
            self._then = then
            if loaded:
                # Chromium prints when it comes to it, and keeps nobody alive until then.
                self._printer = printer
                self._view.print(printer)
            else:
                self._done(ok=False)

        self._lay_out(page, go)

    def close_now(self) -> None:
        """Go at once: Chromium's page must be gone before its profile."""
        self._then = None
        delete(self)

    def _lay_out(self, page: str, go: Callable[[bool], None]) -> None:
        self._waiting.append((page, go))
        self._next()

    def _next(self) -> None:
        if self._waiting and not self._busy:
            self._busy = True
            self._source.page = self._waiting[0][0].encode()
            self._web.load(_PAGE)

    def _loaded(self, whole: bool) -> None:
        if self._busy and self._waiting and self._then is None:
            _, go = self._waiting.pop(0)
            go(whole)

    def _printed(self, ok: bool) -> None:
        self._printer = None
        self._done(ok)

    def _done(self, ok: bool) -> None:
        then, self._then = self._then, None
        self._busy = False
        if then is not None:
            then(ok)
        self._next()


class _Source(QWebEngineUrlSchemeHandler):
    """Hands out the one page."""

    page = b""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer with the page, or say that there is nothing else."""
        if job.requestUrl() != _PAGE or job.requestMethod() != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(self.page))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(_HTML), buffer)
