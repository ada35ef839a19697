"""The program itself, with one who types in it.

    python -m benchmarks.typing_sides.ours LIBRARY

Preview, spelling and saving are on, as a writer has them.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QPoint

from benchmarks.typing_sides.driver import (
    Beat,
    Orders,
    Painted,
    Say,
    answer,
    ordinary_acts,
    press,
    when,
)
from benchmarks.typing_sides.witness import Witness
from weeknotes_desktop.app import App
from weeknotes_desktop.start import run_window
from weeknotes_desktop.storage.library import open_for_reading
from weeknotes_desktop.ui.editor.mode import Mode

_ACTS = ("open", "where", "settle", "preview", "text")


class Side:
    """What can be asked of the program."""

    def __init__(self, app: App, beat: Beat) -> None:
        self._app = app
        self._beat = beat
        self._painted = Painted(app.views.editor.writing)

    def open(self, say: Say, note: str) -> None:
        """Open a note: how long until its text is painted, and until the window is at rest."""
        begun, used = time.perf_counter_ns(), time.thread_time_ns()
        presenters = self._app.presenters
        first: list[float] = []
        self._beat.start()

        def painted() -> None:
            current = presenters.keeping.current()
            if current is None or current.id != note:
                self._painted.wait(painted)
                return
            first.extend((_since(begun), (time.thread_time_ns() - used) / 1e6))

        def at_rest() -> None:
            first.extend([-1.0, -1.0])  # where nothing was painted in all this time
            gaps = self._beat.stop()
            say({"first": first[0], "worked": first[1], "rest": _since(begun), "gaps": gaps})

        self._painted.wait(painted)
        presenters.editor.open(note)
        when(lambda: bool(first) and self._shown(), at_rest)

    def where(self, say: Say) -> None:
        """The columns of the screen in which the text stands."""
        view = self._app.views.editor.writing.viewport()
        left = view.mapToGlobal(QPoint(0, 0)).x()
        say([left, left + view.width()])

    def settle(self, say: Say) -> None:
        """Wait until all is saved and shown."""
        when(lambda: self._app.presenters.keeping.safe and self._shown(), lambda: say({}))

    def preview(self, say: Say, keys: str) -> None:
        """Type a word: how long after the pause it is on the page of the preview, whole."""
        presenter, panel = self._app.presenters.preview, self._app.views.preview
        before = presenter.state
        for key in keys:
            press(self._app.views.editor.writing, key)
        begun = time.perf_counter_ns()
        when(
            lambda: presenter.state is not before and panel.up_to_date,
            lambda: say({"ms": _since(begun) - 150}),
        )

    def text(self, say: Say) -> None:
        """What stands in the window and, once it is saved, in the library."""
        app = self._app

        def tell() -> None:
            shown = app.presenters.keeping.current()
            assert shown is not None
            with open_for_reading(app.library) as library:
                same = library.note(shown.id).body == shown.body
            say({"sum": sha256(shown.body.encode()).hexdigest(), "kept": same})

        when(lambda: app.presenters.keeping.safe, tell)

    def _shown(self) -> bool:
        state = self._app.presenters.preview.state
        return bool(state.body or state.problem) and self._app.views.preview.up_to_date


def _since(begun: int) -> float:
    return (time.perf_counter_ns() - begun) / 1e6


def main() -> None:
    """Show the window, as a start does, and take orders."""
    gc.disable()
    kept: list[object] = []

    def begin(app: App) -> None:
        app.views.window.resize(1440, 900)
        app.show_mode(Mode.SPLIT)
        app.views.window.activateWindow()
        beat = Beat()
        if os.environ.get("TYPING_WITNESS"):
            kept.append(Witness(beat))
        side = Side(app, beat)
        acts = ordinary_acts(app.views.editor.writing, beat)
        acts |= {name: getattr(side, name) for name in _ACTS}
        kept.append(Orders(acts))
        answer("ready")

    def painted(app: App) -> None:
        when(lambda: app.everything_is_there, lambda: begin(app))

    sys.exit(run_window(Path(sys.argv[1]), painted))


if __name__ == "__main__":
    main()
