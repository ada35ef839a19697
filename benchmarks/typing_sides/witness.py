"""Says what the window's thread was doing while it answered nobody."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.typing_sides.driver import Beat

_LATE_NS = 30_000_000


class Witness:
    """Looks at the window's thread whenever a beat is late, and writes to stderr what it sees."""

    def __init__(self, beat: Beat) -> None:
        self._beat = beat
        self._thread = threading.get_ident()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        seen = 0
        while True:
            time.sleep(0.01)
            last = self._beat.last
            late = time.perf_counter_ns() - last
            if last and last != seen and late > _LATE_NS:
                seen = last
                frames = sys._current_frames()  # noqa: SLF001  # nothing else tells
                frame = frames.get(self._thread)
                lines = traceback.format_stack(frame)[-6:] if frame else []
                sys.stderr.write(f"--- {late / 1e6:.0f} ms late\n{''.join(lines)}")
                sys.stderr.flush()
