"""Answers the door of an open window: second starts, and commands that are handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Condition

from weeknotes_desktop.calling.errands import do_errand
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.doorbell.caller import Caller, NotBegunError
from weeknotes_desktop.doorbell.door import Door
from weeknotes_desktop.doorbell.messages import (
    Done,
    Errand,
    Heard,
    Leaving,
    Message,
    NewSettings,
    NotHere,
    Ring,
)

Post = Callable[[Callable[[], None]], None]
"""Has a call made on the window's thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """Whom the door is answered for; each is called on the window's thread.

    Args:
        come: Somebody started the program again.
        look_again: A command has changed the library.
        take_up_settings: Settings have changed.
        crashed: An errand ended in a failure nobody foresaw.
    """

    come: Callable[[Ring], None]
    look_again: Callable[[], None]
    take_up_settings: Callable[[], None]
    crashed: Callable[[BaseException], None]


class Doorkeeper:
    """Keeps the door open until the window closes.

    Raises:
        OSError: If there is no place for a door.
    """

    def __init__(
        self, library: Path, clock: Clock, writer: LibraryWriter, post: Post, household: Household
    ) -> None:
        self._library = library
        self._clock = clock
        self._writer = writer
        self._post = post
        self._household = household
        self._changed = Condition()
        self._leaving = False
        self._door = Door(library, self._answer)

    def close(self) -> None:
        """Let nobody in any more; an errand that was begun is finished first."""
        with self._changed:
            self._leaving = True
            self._changed.notify_all()
        self._door.close()

    def _answer(self, message: Message, caller: Caller) -> Message:
        if isinstance(message, Errand):
            return self._do(message, caller)
        if isinstance(message, Ring):
            return self._on_the_window(partial(self._household.come, message))
        if isinstance(message, NewSettings):
            return self._on_the_window(self._household.take_up_settings)
        return NotHere()

    def _do(self, errand: Errand, caller: Caller) -> Done | NotHere:
        try:
            done = do_errand(errand, self._library, self._clock, self._writer, caller.begin)
        except NotBegunError:
            # Nothing has happened; the door sends them elsewhere, if they are still there.
            raise
        # The command must hear of a bug of ours, and the window go on.
        except Exception as error:  # noqa: BLE001
            self._post(partial(self._household.crashed, error))
            return Done(1, err=b"weeknotes: Something went wrong inside the program.\n")
        if isinstance(done, Done) and done.code == 0:
            self._post(self._household.look_again)
        return done

    def _on_the_window(self, call: Callable[[], None]) -> Heard | Leaving:
        """Have the window do it, and wait until it has: one that hangs does not answer."""
        done = False

        def do() -> None:
            nonlocal done
            try:
                call()
            finally:
                with self._changed:
                    done = True
                    self._changed.notify_all()

        self._post(do)
        with self._changed:
            self._changed.wait_for(lambda: done or self._leaving)
            return Heard() if done else Leaving()
