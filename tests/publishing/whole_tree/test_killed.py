"""An export that is killed at any moment leaves the old or the new, and the next one ends it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock

import pytest

from tests.publishing.whole_tree.trees import LIST, NEW, OLD, beside, contents, put, tree
from weeknotes_desktop.domain.destination import Parcel, silent
from weeknotes_desktop.publishing.whole_folder import exchange
from weeknotes_desktop.publishing.whole_tree.exchanging import System

THEIRS = {"letter.txt": b"dear", "a/c/beside.txt": b"beside", "theirs/deep/x": b"x"}
_OF_SYSTEM = ("os", "ctypes", "fcntl", "shutil")
_others_act = Lock()
LATER = {"later.txt": b"later", "theirs/later/y": b"y"}


def _killed(place: Path, system: System, last: int) -> bool:
    """Whether an export into ``place`` was killed before its so-manieth call; else it is done."""
    child = os.fork()
    if child == 0:
        _export(place, system, last)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def _export(place: Path, system: System, last: int) -> None:
    calls = 0

    def tell(event: str, arguments: object) -> None:
        nonlocal calls
        theirs = _others_act.locked()
        if not theirs and (event == "open" or event.split(".")[0] in _OF_SYSTEM):
            calls += 1
            if calls == last:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.addaudithook(tell)
        tree(place, system=system).put(Parcel(files=NEW), silent)
        os._exit(0)
    finally:
        os._exit(1)


def _each_moment(tmp_path: Path, system: Callable[[Path], System]) -> Iterator[Path]:
    """A site that an export was killed in, at each moment that there is, and at last one done."""
    for last in range(1, 2_000):
        place = tmp_path / str(last) / "site"
        place.parent.mkdir()
        put(place, OLD)
        _add(place, THEIRS)
        killed = _killed(place, system(place), last)
        yield place
        assert beside(place) == ["site"]
        if not killed:
            assert last > 40
            return
    pytest.fail("It never ended.")


def _add(place: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)


def test_it_is_the_old_one_or_the_new_one_with_all_that_is_theirs(tmp_path: Path) -> None:
    for place in _each_moment(tmp_path, lambda place: System()):
        assert contents(place) in ({**OLD, **THEIRS}, {**NEW, **THEIRS})
        put(place, NEW)
        assert contents(place) == {**NEW, **THEIRS}


def test_where_folders_are_renamed_the_next_one_brings_it_back(tmp_path: Path) -> None:
    for place in _each_moment(tmp_path, lambda place: System(swap=lambda one, other: False)):
        if place.exists():
            assert contents(place) in ({**OLD, **THEIRS}, {**NEW, **THEIRS})
        put(place, NEW)
        assert contents(place) == {**NEW, **THEIRS}


@pytest.mark.parametrize("in_one_step", [True, False])
def test_what_came_meanwhile_is_there_after_the_next_one(tmp_path: Path, in_one_step: bool) -> None:
    def system(place: Path) -> System:
        def swap(new: Path, old: Path) -> bool:
            with _others_act:
                _add(place, LATER)
                (place / "letter.txt").write_bytes(b"dearest")
            return in_one_step and exchange(new, old)

        return System(swap=swap)

    for place in _each_moment(tmp_path, system):
        put(place, NEW)
        found = contents(place)
        then = {**NEW, **THEIRS, **LATER, "letter.txt": b"dearest"}
        assert found in ({**NEW, **THEIRS}, then)


def test_one_by_one_the_next_one_ends_it(tmp_path: Path) -> None:
    def system(place: Path) -> System:
        (place / ".git").mkdir()
        return System()

    for place in _each_moment(tmp_path, system):
        found = contents(place)
        assert all(found.get(name) in (OLD[name], NEW.get(name)) for name in OLD)
        assert found.items() >= THEIRS.items()
        assert (place / LIST).exists()
        put(place, NEW)
        assert contents(place) == {**NEW, **THEIRS}
        assert (place / ".git").is_dir()
