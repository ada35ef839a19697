"""Whoever waits at the door for an errand: asked before it is begun whether they still do."""

from __future__ import annotations

import select
import socket
from contextlib import suppress
from threading import Lock

from weeknotes_desktop.doorbell.messages import DoorError, Leaving, Message, send


class NotBegunError(Exception):
    """The errand is not done here: its caller has gone, or the window closes."""


class Caller:
    """One who has said what they want; used by the thread that does it, and by who closes."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self._lock = Lock()
        # Shared; touched only while holding the lock, and so is the wire.
        self._begun = False
        self._gone = False

    def begin(self) -> None:
        """Begin what cannot be taken back; from here on, closing the door waits.

        Raises:
            NotBegunError: If nobody waits for it any more; then nothing may be done.
        """
        with self._lock:
            if self._begun:
                return
            if self._gone or self._has_hung_up():
                raise NotBegunError
            self._begun = True

    def say(self, message: Message) -> None:
        """Tell them how it goes.

        Raises:
            DoorError: If they take nothing.
        """
        with self._lock:
            if not self._gone:
                send(self._wire, message)

    def answer(self, message: Message) -> None:
        """Tell them what came of it, unless they were sent elsewhere.

        Raises:
            DoorError: If they take nothing.
        """
        with self._lock:
            # Closing waits until it is said.
            self._begun = True
        self.say(message)

    def let_go(self) -> bool:
        """Send them elsewhere, if nothing was begun for them; whether they were."""
        with self._lock:
            if self._begun:
                return False
            if not self._gone:
                self._gone = True
                with suppress(DoorError):
                    send(self._wire, Leaving())
            return True

    def _has_hung_up(self) -> bool:
        """Whether the other end is closed; nothing more is ever said there."""
        try:
            ready, _, _ = select.select([self._wire], [], [], 0)
            return bool(ready) and not self._wire.recv(1, socket.MSG_PEEK)
        except OSError:
            return True
