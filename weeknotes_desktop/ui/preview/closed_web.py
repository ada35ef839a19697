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
from weeknotes_desktop.ui.preview.page import Links, Pictures
from weeknotes_desktop.ui.tokens import DARK, LIGHT

SCHEME = "weeknotes"
SHELL = QUrl(f"{SCHEME}://preview/")
PICTURES = "picture"
"""The folder in which pictures of the library seem to lie."""

_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# What our own script says begins with this.
_OURS = "weeknotes:"
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
    """Hands out the files of the preview by their names, and the pictures of the library."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer with one of our files, or say that there is none."""
        path = job.requestUrl().path()
        found = self._found(path) if job.requestUrl().host() == SHELL.host() else None
        if found is None or job.requestMethod() != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        kind, content = found
        buffer = QBuffer(job)
        buffer.setData(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.setAdditionalResponseHeaders(_headers())
        job.reply(QByteArray(kind.encode()), buffer)

    def _found(self, path: str) -> tuple[str, bytes] | None:
        if path.startswith(f"/{PICTURES}/"):
            picture = self._pictures(path.removeprefix(f"/{PICTURES}/"))
            return None if picture is None else (picture.media_type, picture.content)
        content = _content(path)
        if content is None:
            return None
        return _KINDS[_FILES.get(path, path).rsplit(".", 1)[-1]], content


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
    """Shows the shell and never leaves it; its links are followed elsewhere."""

    def __init__(self, profile: QWebEngineProfile, links: Links, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._links = links
        self.told: Callable[[str], None] = lambda _: None
        """Hears what our own script has to say, as JSON."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main_frame: bool
    ) -> bool:
        """Allow the shell, and places within it."""
        address = QUrl(url)
        link = kind is QWebEnginePage.NavigationType.NavigationTypeLinkClicked
        if address.toString().partition("#")[0] == SHELL.toString():
            return main_frame
        if link and main_frame:
            self._links.follow(address, SHELL)
        return False

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        """No page of ours opens a window."""

    def javaScriptConsoleMessage(  # noqa: N802
        self,
        _level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        _line: int,
        _source: str,
    ) -> None:
        """Pass on what our own script says.

        What Chromium says about a refused resource is no news to the writer.
        Nothing else can speak here: scripts of the page itself never run.
        """
        if message.startswith(_OURS):
            self.told(message.removeprefix(_OURS))
