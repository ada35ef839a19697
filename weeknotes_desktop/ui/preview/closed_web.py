"""What the web preview may load: our own few files, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from weeknotes_desktop.paths import resource
from weeknotes_desktop.ui.preview.page import leads_outside
from weeknotes_desktop.ui.tokens import DARK, LIGHT

SCHEME = "weeknotes"
SHELL = QUrl(f"{SCHEME}://preview/")

_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_KINDS = {"html": "text/html;charset=utf-8", "css": "text/css;charset=utf-8", "ttf": "font/ttf"}
_FILES = {
    "/": "preview/shell.html",
    "/preview.css": "preview/preview.css",
    "/post.css": "styles/post.css",
}


def register_scheme() -> None:
    """Make ``weeknotes:`` known; it must come before the first profile."""
    name = SCHEME.encode()
    if QWebEngineUrlScheme.schemeByName(name).name() == name:
        return
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class Shelf(QWebEngineUrlSchemeHandler):
    """Hands out the files of the preview by their names."""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer with one of our files, or say that there is none."""
        path = job.requestUrl().path()
        content = _content(path) if job.requestUrl().host() == SHELL.host() else None
        if content is None or job.requestMethod() != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.setAdditionalResponseHeaders(_headers())
        kind = _KINDS[_FILES.get(path, path).rsplit(".", 1)[-1]]
        job.reply(QByteArray(kind.encode()), buffer)


def _headers() -> dict[QByteArray, QByteArray]:
    headers = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff"}
    # A bare value would be read as a header for each of its letters, against
    # what the stubs say.
    many = {QByteArray(name.encode()): [QByteArray(it.encode())] for name, it in headers.items()}
    return cast("dict[QByteArray, QByteArray]", many)


def _content(path: str) -> bytes | None:
    """The file of that name on our shelf; None when there is none, or it is gone."""
    if path == "/tokens.css":
        return _tokens_css().encode()
    fonts = {f"/fonts/{file.name}": file for file in resource("fonts").glob("*.ttf")}
    file = resource(_FILES[path]) if path in _FILES else fonts.get(path)
    try:
        return file.read_bytes() if file is not None else None
    except OSError:
        return None


def _tokens_css() -> str:
    """Our colours as variables, for either look."""
    rules = []
    for tokens in (LIGHT, DARK):
        look = "dark" if tokens.dark else "light"
        values = "".join(
            f"--wn-{name.replace('_', '-')}:{value};" for name, value in tokens.colours().items()
        )
        rules.append(f':root[data-theme="{look}"]{{color-scheme:{look};{values}}}')
    return "\n".join(rules)


class Guard(QWebEngineUrlRequestInterceptor):
    """Refuses every request that is not for one of our files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: list[str] = []
        """Schemes and hosts of what was refused, for tests; no paths, they may be private."""

    def interceptRequest(self, request: QWebEngineUrlRequestInfo) -> None:
        """Let our own files pass, and data that stands in the page itself."""
        url = request.requestUrl()
        if url.scheme() not in (SCHEME, "data"):
            self.refused.append(f"{url.scheme()}://{url.host()}")
            request.block(True)


class ClosedPage(QWebEnginePage):
    """Shows the shell and never leaves it; links go to the system's browser."""

    def __init__(
        self, profile: QWebEngineProfile, open_link: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(profile, parent)
        self._open_link = open_link

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main_frame: bool
    ) -> bool:
        """Allow the shell, and places within it."""
        address = QUrl(url)
        link = kind is QWebEnginePage.NavigationType.NavigationTypeLinkClicked
        if address.toString().partition("#")[0] == SHELL.toString():
            return main_frame
        if link and main_frame and leads_outside(address):
            self._open_link(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return False

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        """No page of ours opens a window."""

    def javaScriptConsoleMessage(  # noqa: N802
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """What Chromium says about a refused resource is no news to the writer."""
