"""Makes the example weeks without a screen: a library, an exported page, and pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from weeknotes_desktop import paths
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.publishing.importers.example_weeks import read_example
from weeknotes_desktop.storage.opening import ready_library
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.use_cases.leave import make_ready, send
from weeknotes_desktop.use_cases.make_example import make_example

_MADE_BY_US = ".weeknotes-demo"
_SIZE = (1440, 900)
# A slow machine draws the page late; a broken one never does.
_PATIENCE = 20.0
_LOOK_EVERY = 0.1
_STILL_FOR = 5


def make_demo(folder: Path) -> int:
    """Make the example in ``folder`` and print the path of each thing made.

    Returns:
        The exit status.
    """
    try:
        for path in _make(folder):
            print(path)  # noqa: T201
    except (WeekNotesError, OSError) as error:
        print(f"weeknotes: {error}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _make(folder: Path) -> list[Path]:
    _clear(folder)
    library, page = folder / "notes.db", folder / "note.html"
    with Parts(library, folder / "settings.toml", _now) as parts:
        example = read_example(paths.resource("example/weeks.yaml"))
        parts.settings_store().save(example.settings)
        with parts.writing() as notes:
            note = make_example(notes, example, parts.now())
            now = parts.now()
            leaving = make_ready(notes, example.settings, Audience.PUBLIC, now, note)
            send(leaving, parts.ways_out.html_file(page), parts.ways_out.search, silent)
    return [library, page, *_pictures(library, folder)]


def _clear(folder: Path) -> None:
    """Make room for the example, never among somebody's own files.

    Raises:
        WeekNotesError: If the folder holds anything we did not make.
    """
    mark = folder / _MADE_BY_US
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise WeekNotesError(
            f"{folder} holds other files.", "Name an empty folder, or one that is not there yet."
        )
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()
    for name in ("notes.db", "notes.db-wal", "notes.db-shm", "settings.toml", "window.ini"):
        (folder / name).unlink(missing_ok=True)


def _pictures(library: Path, folder: Path) -> list[Path]:
    """Pictures of the main window, light and dark, drawn without a screen."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    # What a platform without a screen cannot do is of no interest here.
    os.environ["QT_LOGGING_RULES"] = "*.info=false;*.warning=false"
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--log-level=3")
    application = QApplication(["weeknotes"])
    # A caret that blinks would be in some pictures and not in others.
    application.setCursorFlashTime(0)
    theme = Theme()
    theme.apply(application, Look.LIGHT)
    parts = Parts(library, folder / "settings.toml", _now)
    app = App(application, theme, parts, ready_library(library), folder / "window.ini")
    window = app.views.window
    window.resize(*_SIZE)
    app.show()
    made = []
    _wait(lambda: app.everything_is_there)
    app.show_mode(Mode.SPLIT)
    app.presenters.preview.set_audience(Audience.PUBLIC)
    for look in (Look.LIGHT, Look.DARK):
        theme.apply(application, look)
        _wait(lambda: bool(app.presenters.preview.state.body) and app.views.preview.up_to_date)
        picture = folder / f"window-{look.value}.png"
        if not _still(window).save(str(picture)):
            raise WeekNotesError(f"{picture} could not be written.")
        made.append(picture)
    window.finish_closing()
    app.close()
    return made


def _still(window: QWidget) -> QImage:
    """The window, once it looks the same twice in a row: Chromium draws a little later."""
    seen = [window.grab().toImage()]

    def looks_the_same() -> bool:
        seen.append(window.grab().toImage())
        return len(seen) > _STILL_FOR and all(one == seen[-1] for one in seen[-_STILL_FOR:])

    _wait(looks_the_same)
    return seen[-1]


def _wait(happened: Callable[[], bool]) -> None:
    """Let the window work until ``happened`` says so."""
    loop = QEventLoop()
    tick, patience = QTimer(), QTimer()
    done = False

    def look() -> None:
        nonlocal done
        done = done or happened()
        if done:
            loop.quit()

    tick.timeout.connect(look)
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    tick.start(round(_LOOK_EVERY * 1000))
    patience.start(round(_PATIENCE * 1000))
    loop.exec()
    if not done:
        raise WeekNotesError("The window was not drawn in time.", "Try again.")


def _now() -> datetime:
    return datetime.now().astimezone()
