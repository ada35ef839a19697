"""Does a command of another process in the window that holds the library."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta, timezone
from io import BytesIO, TextIOWrapper
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from weeknotes_desktop.cli.arguments import arguments
from weeknotes_desktop.cli.run import run, writes
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.cli.texts import MisreadError, SilentParser
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Clock, LibraryFile, LibraryWriter
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.doorbell.messages import Done, Errand, NotHere
from weeknotes_desktop.doorbell.standing import stand_in
from weeknotes_desktop.parts import Parts

T = TypeVar("T")


Begin = Callable[[], None]
"""Called right before something is done that cannot be taken back; raises where it must not be."""


def do_errand(
    errand: Errand, library: Path, clock: Clock, writer: LibraryWriter, begin: Begin
) -> Done | NotHere:
    """Do a command on the calling thread, which must be of no other use; what it came to.

    Everything but the library is as whoever sent it has it: folder, settings,
    time zone, and how their terminal writes.
    """
    channels = _Channels(errand)
    try:
        given = arguments(SilentParser).parse_args(errand.words)
    except MisreadError as error:
        channels.complain(str(error))
        return channels.done(2)
    except SystemExit:
        # It asked for help, which the window has none of.
        return NotHere()
    if not writes(given) or _would_read_a_body(given, errand):
        return NotHere()
    if not stand_in(errand.folder):
        return NotHere("The open window cannot look into the folder of this command.")
    zone = timezone(timedelta(seconds=errand.zone))
    parts = LentParts(
        library,
        errand.settings,
        lambda: clock().astimezone(zone),
        channels.terminal.complain,
        writer,
        begin,
    )
    return channels.done(run(parts, given, channels.terminal))


def _would_read_a_body(given: argparse.Namespace, errand: Errand) -> bool:
    """Whether this process would have to read what only the other one can."""
    return getattr(given, "body_file", None) is not None and errand.given is None


class LentParts(Parts):
    """The parts of a command whose library is lent by the window's writer."""

    def __init__(
        self,
        library: Path,
        settings_file: Path,
        clock: Clock,
        remark: Callable[[str], None],
        writer: LibraryWriter,
        begin: Begin,
    ) -> None:
        super().__init__(library, settings_file, clock, remark)
        self._writer = writer
        self._begin = begin

    @contextmanager
    def writing(self) -> Iterator[NoteLibrary]:
        """The library to write to; the window writes before and after, never in between."""
        with self._writer.lend() as library:
            # Only now is it our turn, and whoever asked may have given up waiting.
            self._begin()
            yield library

    @contextmanager
    def file(self) -> Iterator[LibraryFile]:
        """The library as one file; each thing done to it waits for its turn."""
        yield _LentFile(self._writer, self._begin)


class _LentFile:
    """Has the window's writer do what is done to the whole library, and waits for it."""

    def __init__(self, writer: LibraryWriter, begin: Begin) -> None:
        self._writer = writer
        self._begin = begin

    def compact(self) -> None:
        """Write the file anew, so that no trace is left of what was deleted."""
        self._do(lambda file: file.compact())

    def restore(self, back_up: Path) -> None:
        """Put what ``back_up`` holds in place of everything, in one go."""
        # The writer's thread stands in another folder.
        there = back_up.absolute()
        self._do(lambda file: file.restore(there))

    def mend(self) -> Mended:
        """Move the damaged file aside and put a whole library in its place."""
        return self._do(lambda file: file.mend())

    def keep_up_search(self, *, anew: bool = False) -> Upkeep:
        """Bring the search one step further, or begin it anew."""
        return self._do(lambda file: file.keep_up_search(anew=anew))

    def _do(self, act: Callable[[LibraryFile], T]) -> T:
        # All of it is answered by the writer's thread: the window's, which would hear of a
        # refusal, may be waiting for this very errand. So a refusal is found out first.
        with self._writer.lend():
            pass
        outcome: SimpleQueue[Callable[[], T]] = SimpleQueue()

        def tell(file: LibraryFile) -> None:
            try:
                self._begin()
                result = act(file)
            except BaseException as error:  # noqa: BLE001 -- all of it is the command's to hear
                outcome.put(_raising(error))
            else:
                outcome.put(lambda: result)

        def refused(error: WeekNotesError) -> None:
            outcome.put(_raising(error))

        self._writer.do_with_file(tell, lambda _: None, refused)
        return outcome.get()()


def _raising(error: BaseException) -> Callable[[], Any]:
    def throw() -> Any:
        raise error

    return throw


class _Channels:
    """What a command says, written as the terminal of whoever sent it writes."""

    def __init__(self, errand: Errand) -> None:
        self._out, self._err = (self._channel(encoding) for encoding in errand.encodings)
        self.terminal = Terminal(self._out, self._err, None)
        self.terminal.body = errand.given

    def complain(self, text: str) -> None:
        """Write on the error channel, as it is."""
        if self._err is not None:
            self._err.write(text)

    def done(self, code: int) -> Done:
        """What was said, with the exit status."""
        return Done(code, self._said(self._out), self._said(self._err))

    @staticmethod
    def _channel(encoding: str | None) -> TextIOWrapper | None:
        if encoding is None:
            return None
        return TextIOWrapper(BytesIO(), encoding=encoding, errors="backslashreplace")

    @staticmethod
    def _said(channel: TextIOWrapper | None) -> bytes:
        if channel is None:
            return b""
        channel.flush()
        buffer = channel.buffer
        return buffer.getvalue() if isinstance(buffer, BytesIO) else b""
