"""A door: who rings is answered, who comes too late is told, and nobody else gets in."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import pytest

from weeknotes_desktop.doorbell.bell import (
    HangingWindowError,
    LostWindowError,
    OtherVersionError,
    hand_over,
    ring,
    tell_everybody,
)
from weeknotes_desktop.doorbell.caller import Caller, NotBegunError
from weeknotes_desktop.doorbell.door import Answer, Door
from weeknotes_desktop.doorbell.messages import (
    Done,
    Errand,
    Heard,
    Leaving,
    Message,
    NewSettings,
    NotHere,
    Ring,
    receive,
    send,
)
from weeknotes_desktop.doorbell.places import own_folder, places_of

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="There are no doors here.")

ERRAND = Errand(words=("new",), folder=Path("/"), settings=Path("/s"), zone=0)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library whose doors lie in a folder of the test's own.

    Not in that of other tests: its path may be longer than a socket takes.
    """
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        monkeypatch.setenv("XDG_DATA_HOME", f"{name}/data")
        yield folder / "notes.db"


@contextmanager
def door(library: Path, answer: Answer) -> Iterator[Door]:
    opened = Door(library, answer)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def played(library: Path, play: Callable[[socket.socket], None]) -> Iterator[None]:
    """A door at which somebody does as ``play`` says."""
    place = next(places_of(library))
    own_folder(place.parent)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(place))
        listener.listen(1)

        def serve() -> None:
            wire, _ = listener.accept()
            with wire:
                play(wire)

        thread = threading.Thread(target=serve)
        thread.start()
        yield
        thread.join()


def test_who_rings_is_heard(library: Path) -> None:
    heard: SimpleQueue[Message] = SimpleQueue()

    def answer(message: Message, _: Caller) -> Message:
        heard.put(message)
        return Heard()

    with door(library, answer):
        assert ring(library, Ring("2021-W09"))
    assert heard.get() == Ring("2021-W09")


def test_where_nobody_is_nobody_answers(library: Path) -> None:
    assert not ring(library, Ring())
    assert hand_over(library, ERRAND) is None


def test_an_errand_is_done_and_answered(library: Path) -> None:
    with door(library, lambda *_: Done(3, b"out", b"err")):
        assert hand_over(library, ERRAND) == Done(3, b"out", b"err")


def test_each_library_has_its_own_door(library: Path) -> None:
    with door(library, lambda *_: Heard()):
        assert not ring(library.with_name("other.db"), Ring())


def test_a_library_reached_by_a_link_has_the_same_door(library: Path) -> None:
    library.touch()
    link = library.with_name("link.db")
    link.symlink_to(library)
    with door(library, lambda *_: Heard()):
        assert ring(link, Ring())


def test_whoever_does_not_know_the_session_finds_the_door_all_the_same(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    opened = Door(library, lambda *_: Heard())
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(library.parent))
    try:
        assert ring(library, Ring())
    finally:
        opened.close()


def test_only_their_owner_may_come_near_a_door(library: Path) -> None:
    with door(library, lambda *_: Heard()) as opened:
        assert stat.S_IMODE(opened.place.stat().st_mode) == 0o600
        assert stat.S_IMODE(opened.place.parent.stat().st_mode) == 0o700
        opened.place.parent.chmod(0o755)
        # Anybody could have put a door of theirs there.
        assert not ring(library, Ring())


def test_a_folder_that_leads_elsewhere_is_no_place_for_a_door(library: Path) -> None:
    place = next(places_of(library))
    (library.parent / "elsewhere").mkdir(mode=0o700)
    place.parent.symlink_to(library.parent / "elsewhere")
    with door(library, lambda *_: Heard()) as opened:
        assert opened.place != place


def test_a_path_too_long_for_a_socket_is_no_place_for_a_door(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = library.parent / ("x" * 120)
    long.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    with door(library, lambda *_: Heard()) as opened:
        assert len(os.fsencode(opened.place)) < 104
        assert ring(library, Ring())


def test_what_a_killed_window_left_makes_room(library: Path) -> None:
    place = next(places_of(library))
    own_folder(place.parent)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(place))
    assert not ring(library, Ring())
    with door(library, lambda *_: Heard()) as opened:
        assert opened.place == place
        assert ring(library, Ring())
    assert not place.exists()


def test_closing_waits_for_an_errand_and_its_answer_arrives(library: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def answer(_: Message, caller: Caller) -> Message:
        caller.begin()
        begun.set()
        go_on.wait()
        return Done(0, b"done")

    answers: SimpleQueue[Message | None] = SimpleQueue()
    opened = Door(library, answer)
    command = threading.Thread(target=lambda: answers.put(hand_over(library, ERRAND)))
    command.start()
    begun.wait()
    closing = threading.Thread(target=opened.close)
    closing.start()
    # Nothing to wait for: it must not end before the errand does.
    closing.join(timeout=0.2)
    assert closing.is_alive()
    go_on.set()
    closing.join()
    command.join()
    assert answers.get() == Done(0, b"done")


class Waiting:
    """An errand that waits for something before it begins."""

    def __init__(self) -> None:
        self.there, self.go_on = threading.Event(), threading.Event()
        self.came_of_it: SimpleQueue[bool] = SimpleQueue()

    def __call__(self, _: Message, caller: Caller) -> Message:
        self.there.set()
        self.go_on.wait()
        try:
            caller.begin()
        except NotBegunError:
            self.came_of_it.put(False)
            raise
        self.came_of_it.put(True)
        return Done(0)


def test_closing_does_not_wait_for_an_errand_that_waits_itself(library: Path) -> None:
    answers: SimpleQueue[Message | None] = SimpleQueue()
    waiting = Waiting()
    opened = Door(library, waiting)
    command = threading.Thread(target=lambda: answers.put(hand_over(library, ERRAND)))
    command.start()
    waiting.there.wait()
    closing = threading.Thread(target=opened.close, daemon=True)
    closing.start()
    closing.join(timeout=20)
    ended = not closing.is_alive()
    command.join(timeout=20 if ended else 0)
    waiting.go_on.set()
    command.join()
    # The command may do it itself, as it is not begun here any more.
    assert ended
    assert answers.get() == Leaving()
    assert not waiting.came_of_it.get()


def test_an_errand_whose_caller_has_gone_is_not_begun(library: Path) -> None:
    waiting = Waiting()
    with door(library, waiting) as opened:
        with socket.socket(socket.AF_UNIX) as wire:
            wire.connect(str(opened.place))
            send(wire, ERRAND)
            assert receive(wire, 5) == Heard()
            waiting.there.wait()
        waiting.go_on.set()
        assert not waiting.came_of_it.get()


def test_closing_does_not_wait_for_somebody_who_says_nothing(library: Path) -> None:
    opened = Door(library, lambda *_: Heard())
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(str(opened.place))
        opened.close()


def test_who_comes_to_a_window_that_closes_goes_elsewhere(library: Path) -> None:
    def play(wire: socket.socket) -> None:
        receive(wire, 5)
        send(wire, Leaving())

    with played(library, play):
        assert hand_over(library, ERRAND) is None


def test_a_window_that_does_not_answer_is_told_of(library: Path) -> None:
    over = threading.Event()
    with played(library, lambda _: void(over.wait())):
        with pytest.raises(HangingWindowError):
            ring(library, Ring(), patience=0.05)
        over.set()


def test_a_window_that_ends_in_the_middle_is_told_of(library: Path) -> None:
    def play(wire: socket.socket) -> None:
        receive(wire, 5)
        send(wire, Heard())

    with played(library, play), pytest.raises(LostWindowError):
        hand_over(library, ERRAND)


def test_a_window_that_ends_before_it_began_is_none(library: Path) -> None:
    with played(library, lambda wire: void(receive(wire, 5))):
        assert hand_over(library, ERRAND) is None


def test_a_window_that_cannot_do_it_says_so(library: Path) -> None:
    with door(library, lambda *_: NotHere("It cannot.")), pytest.raises(OtherVersionError) as told:
        ring(library, Ring())
    assert told.value.problem == "It cannot."


def test_every_window_is_told_of_new_settings(library: Path) -> None:
    told: SimpleQueue[Message] = SimpleQueue()

    def answer(message: Message, _: Caller) -> Message:
        told.put(message)
        return Heard()

    with door(library, answer), door(library.with_name("other.db"), answer):
        tell_everybody(NewSettings())
    assert told.qsize() == 2


def test_noise_at_the_door_disturbs_nobody(library: Path) -> None:
    with door(library, lambda *_: Heard()) as opened:
        for noise in (b"", b"GET / HTTP/1.1\r\n\r\n", b"\0\0\0\2{}"):
            with socket.socket(socket.AF_UNIX) as wire:
                wire.connect(str(opened.place))
                wire.sendall(noise)
        assert ring(library, Ring())


def void(_: object) -> None:
    """Forget it."""
