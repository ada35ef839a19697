"""The program itself, running: it makes sites when it is told to, and tells what that took.

    python -m benchmarks.site_sides.ours LIBRARY

Everything is imported and both renderers are at work before anything is measured.
What is measured goes from the library on the disk to the folder that stands
there: the cut, the pages, the last gate, and the exchange of the folders.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.site_sides.blog import NOW, SETTINGS, change_a_note, make_blog
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.storage.rendered_bodies import forget_rendered
from weeknotes_desktop.use_cases.leave import make_ready, pack

_TICKS = os.sysconf("SC_CLK_TCK")


class Ours:
    """A run of the program.

    Args:
        library: The notes file.
    """

    def __init__(self, library: Path) -> None:
        self._library = library
        self._parts = Parts(library, library.with_name("settings.toml"), lambda: NOW)

    def full(self, folder: str) -> dict[str, object]:
        """Make a whole site."""
        return self._measured(Path(folder))

    def cold(self, folder: str) -> dict[str, object]:
        """The same where no note was ever rendered."""
        forget_rendered(self._library)
        return self.full(folder)

    def changed(self, folder: str, round_: int) -> dict[str, object]:
        """Make the site again once a note was changed and published."""
        with self._parts.writing() as library:
            change_a_note(library, round_)
        return self._measured(Path(folder))

    def memory(self) -> dict[str, object]:
        """The most that was ever in memory, of this process and those that it started, in MB."""
        processes = [os.getpid(), *_children(os.getpid())]
        return {"megabytes": [_most(process) for process in processes]}

    def warm_up(self) -> dict[str, object]:
        """See that everything is imported and both renderers are at work."""
        with TemporaryDirectory() as folder:
            library = Path(folder, "notes.db")
            make_blog(library, 3)
            with Parts(library, library.with_name("settings.toml"), lambda: NOW) as parts:
                view = _make(parts, Path(folder, "site"))
            self._parts.renderers().render_many([note.view for note in view.notes] * 2, silent)
        return {}

    def _measured(self, folder: Path) -> dict[str, object]:
        begun, worked = time.perf_counter(), _work()
        _make(self._parts, folder)
        return {"seconds": time.perf_counter() - begun, "work": _work() - worked}


def main() -> None:
    """Take orders, one JSON line each."""
    ours = Ours(Path(sys.argv[1]))
    ours.warm_up()
    print("{}", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(getattr(ours, order.pop("do"))(**order)), flush=True)


def _make(parts: Parts, folder: Path) -> PublicView:
    """A site, from the library on the disk to the folder that stands there."""
    with parts.reading() as library:
        leaving = make_ready(library, SETTINGS, Audience.PUBLIC, NOW)
    out = parts.ways_out
    site = out.site(folder, Audience.PUBLIC)
    site.send(pack(leaving, site, out.search, silent), silent)
    return leaving.view


def _work() -> float:
    """Processor time of this process and those that it started, in seconds."""
    return time.process_time() + sum(map(_work_of, _children(os.getpid())))


def _work_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _children(process: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            found += [child, *_children(child)]
    return found


def _most(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
