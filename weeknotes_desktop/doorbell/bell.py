"""Rings at the window that holds a library: the side of a second start, and of a command."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryBusyError
from weeknotes_desktop.doorbell.messages import (
    DoorError,
    Errand,
    Leaving,
    Message,
    NewSettings,
    NotHere,
    Ring,
    SilenceError,
    receive,
    send,
)
from weeknotes_desktop.doorbell.places import folders, is_own, places_of

PATIENCE = 5.0
"""Seconds after which a window that has not answered is taken to hang."""

_PATIENCE_WITH_ALL = 1.0


class HangingWindowError(LibraryBusyError):
    """The window that holds the library answers nothing."""

    def __init__(self) -> None:
        super().__init__(
            "WeekNotes is open already, and its window does not answer.",
            "Wait a moment; if it stays so, end that window and try again.",
        )


class LostWindowError(LibraryBusyError):
    """The window went away in the middle of an errand."""

    def __init__(self) -> None:
        super().__init__(
            "The window that was doing this has ended in the middle of it.",
            "It was done wholly or not at all; look which, before you try again.",
        )


class OtherVersionError(LibraryBusyError):
    """The window cannot make sense of what it was asked."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            why or "The open window is of another version of WeekNotes.",
            "Close it and try again.",
        )


def ring(library: Path, message: Ring, patience: float = PATIENCE) -> bool:
    """Ask the window to come to the front.

    Returns:
        Whether a window was there and has heard it; one that is just closing counts as none.

    Raises:
        LibraryBusyError: If there is one, and it does not answer or cannot do it.
    """
    with _at_the_door(library) as wire:
        if wire is None:
            return False
        return _first_answer(wire, message, patience) is not None


def tell_everybody(message: NewSettings) -> None:
    """Tell every window there is, whichever library it holds; who does not listen misses it."""
    if not hasattr(socket, "AF_UNIX"):
        return
    for place in (place for folder in folders() for place in _doors_in(folder)):
        with suppress(OSError, DoorError), socket.socket(socket.AF_UNIX) as wire:
            wire.settimeout(_PATIENCE_WITH_ALL)
            wire.connect(str(place))
            send(wire, message)
            receive(wire, _PATIENCE_WITH_ALL)


def hand_over(library: Path, errand: Errand, patience: float = PATIENCE) -> Message | None:
    """Have the window do an errand, and wait until it is done, however long that takes.

    Args:
        patience: For how many seconds to wait until it is taken on.

    Returns:
        What came of it; ``Leaving`` where it was taken on and given back because
        the window closes; None where no window is there to do it.

    Raises:
        LibraryBusyError: If there is one, and it does not answer, cannot do it, or ended meanwhile.
    """
    with _at_the_door(library) as wire:
        if wire is None or _first_answer(wire, errand, patience) is None:
            return None
        try:
            return receive(wire, None)
        except DoorError as error:
            raise LostWindowError from error


def _first_answer(wire: socket.socket, message: Ring | Errand, patience: float) -> Message | None:
    try:
        wire.settimeout(patience)
        send(wire, message)
        answer = receive(wire, patience)
    except SilenceError as error:
        raise HangingWindowError from error
    except DoorError:
        # It went away before it began anything.
        return None
    if isinstance(answer, NotHere):
        raise OtherVersionError(answer.why)
    return None if isinstance(answer, Leaving) else answer


def _doors_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.door")) if is_own(folder) else []


@contextmanager
def _at_the_door(library: Path) -> Iterator[socket.socket | None]:
    """A wire to the window; None where nobody is at any of the places."""
    if not hasattr(socket, "AF_UNIX"):
        yield None
        return
    for place in places_of(library):
        if not is_own(place.parent):
            continue
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as wire:
            wire.settimeout(PATIENCE)
            try:
                wire.connect(str(place))
            except OSError:
                # Nobody ever was here, or a killed window left its socket.
                continue
            yield wire
            return
    yield None
