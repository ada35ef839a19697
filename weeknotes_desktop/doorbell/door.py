"""The door of an open window: a socket that other runs of the program ring at."""

from __future__ import annotations

import select
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread, current_thread

from weeknotes_desktop.doorbell.caller import Caller, NotBegunError
from weeknotes_desktop.doorbell.messages import (
    DoorError,
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

Answer = Callable[[Message, Caller], Message]
"""Does what was asked, on a thread of its own, and says what came of it.

It asks the caller right before the first thing that cannot be taken back.
"""

_PATIENCE = 5.0
"""Seconds for which a visitor may take to say what they want, or to hear the answer."""

_WAITING = 16
"""How many may stand before the door at once."""


class Door:
    """Listens for as long as it is open, which must be only while the library's lock is held.

    Whatever stands at its place therefore is what a killed window left, and
    makes room. Close it, or its thread keeps the program alive.

    Args:
        answer: Is asked for each message; closing waits until it has answered,
            but for errands that have not begun.

    Raises:
        OSError: If there is no place for a door.
    """

    def __init__(self, library: Path, answer: Answer) -> None:
        self._answer = answer
        self._lock = Lock()
        # Shared; touched only while holding the lock.
        self._leaving = False
        self._speaking: set[socket.socket] = set()
        self._visits: set[Thread] = set()
        self._errands: dict[Thread, Caller] = {}
        self.place, self._listener = _opened(library)
        self._wake, self._woken = socket.socketpair()
        self._thread = Thread(target=self._listen, name="door")
        self._thread.start()

    def close(self) -> None:
        """Let nobody in any more, and finish what was begun; once is enough.

        An errand that has not begun, because it waits for a file or its turn,
        is given back to its caller.
        """
        with self._lock:
            if self._leaving:
                return
            self._leaving = True
            # Who has not said yet what they want may go elsewhere.
            for wire in self._speaking:
                with suppress(OSError):
                    wire.shutdown(socket.SHUT_RD)
            errands = dict(self._errands)
        let_go = {visit for visit, caller in errands.items() if caller.let_go()}
        self._wake.send(b".")
        self._thread.join()
        for visit in self._visits - let_go:
            visit.join()
        self._wake.close()
        self._woken.close()

    def _listen(self) -> None:
        while True:
            ready, _, _ = select.select([self._listener, self._woken], [], [])
            if self._woken in ready:
                break
            with suppress(OSError):
                wire, _ = self._listener.accept()
                self._let_in(wire)
        # The name goes first: who comes now finds nobody, and takes the lock in their turn.
        self.place.unlink(missing_ok=True)
        self._listener.close()

    def _let_in(self, wire: socket.socket) -> None:
        # One that was let go may still wait for a file, and must not keep the program alive.
        visit = Thread(target=self._hear, args=(wire,), name="visit", daemon=True)
        with self._lock:
            self._visits = {one for one in self._visits if one.is_alive()} | {visit}
            self._speaking.add(wire)
            # Within the lock: a thread that has not begun cannot be waited for.
            visit.start()

    def _hear(self, wire: socket.socket) -> None:
        # A visitor who goes away has lost interest, and that is all.
        with wire, suppress(DoorError):
            try:
                message = receive(wire, _PATIENCE)
            except DoorError:
                with self._lock:
                    leaving = self._leaving
                if leaving:
                    send(wire, Leaving())
                raise
            finally:
                with self._lock:
                    self._speaking.discard(wire)
            wire.settimeout(_PATIENCE)
            self._serve(wire, message)

    def _serve(self, wire: socket.socket, message: Message) -> None:
        caller = Caller(wire)
        with self._lock:
            leaving = self._leaving
            if not leaving and isinstance(message, Errand):
                self._errands[current_thread()] = caller
        if leaving:
            send(wire, Leaving())
        elif isinstance(message, Errand):
            self._do(caller, message)
        elif isinstance(message, Ring | NewSettings):
            send(wire, self._answer(message, caller))
        else:
            send(wire, NotHere())

    def _do(self, caller: Caller, errand: Errand) -> None:
        try:
            caller.say(Heard())
            caller.answer(self._answer(errand, caller))
        except NotBegunError:
            caller.let_go()
        finally:
            with self._lock:
                del self._errands[current_thread()]


def _opened(library: Path) -> tuple[Path, socket.socket]:
    for place in places_of(library):
        if not own_folder(place.parent):
            continue
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            place.unlink(missing_ok=True)
            listener.bind(str(place))
            place.chmod(0o600)
            listener.listen(_WAITING)
            # Who rang may be gone again before they are let in.
            listener.setblocking(False)
        except OSError:
            # A folder on a network or a stick may not take sockets; the next one may.
            listener.close()
            continue
        return place, listener
    raise OSError("There is no place for a door.")
