"""ReText, as Debian has it, with one who types in it.

/usr/bin/python3 -m benchmarks.typing_sides.retext TEXT
"""

from __future__ import annotations

import sys
import time

sys.path.insert(0, "/usr/share/retext")

from PyQt6.QtWidgets import QApplication  # type: ignore[import-not-found]
from ReText.window import ReTextWindow  # type: ignore[import-not-found]

from benchmarks.typing_sides.driver import Beat, Orders, Painted, Say, answer, ordinary_acts


def main() -> None:
    """Show the window and take orders."""
    application = QApplication(sys.argv[:1])
    application.setOrganizationName("ReText project")
    application.setApplicationName("ReText")
    window = ReTextWindow()
    window.resize(1440, 900)
    window.show()
    kept: list[object] = []

    def load(say: Say, path: str) -> None:
        """Open a file: how long until its text is painted."""
        begun, used = time.perf_counter_ns(), time.thread_time_ns()
        window.openFileWrapper(path)
        editor = window.currentTab.editBox

        def painted() -> None:
            taken = (time.perf_counter_ns() - begun) / 1e6
            worked = (time.thread_time_ns() - used) / 1e6
            orders.acts |= ordinary_acts(editor, Beat())
            say({"first": taken, "worked": worked})

        kept[:] = [Painted(editor)]
        kept[0].wait(painted)
        editor.viewport().update()

    orders = Orders({"load": load})
    answer("ready")
    application.exec()


if __name__ == "__main__":
    main()
