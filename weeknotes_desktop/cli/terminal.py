"""Where a command says what it found or did, and reads what was piped to it."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from typing import Any, BinaryIO, TextIO

_WORTH_TELLING = 20
"""Steps; fewer are done before anybody could read of them."""


class Terminal:
    """The three channels of one command: this process's own, or those of whoever sent it.

    Args:
        out: Where answers go; None where there is no such channel.
        err: Where complaints go.
        given: What can be read, as text for ``--body-file -``.
    """

    def __init__(self, out: TextIO | None, err: TextIO | None, given: BinaryIO | None) -> None:
        self._out, self._err = out, err
        self.given = given
        self._told = False
        self.body: bytes | None = None
        """What ``--body-file`` names, where it was read ahead."""

    @classmethod
    def own(cls) -> Terminal:
        """The channels of this process; one of another encoding shows what it can."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        return cls(sys.stdout, sys.stderr, None if sys.stdin is None else sys.stdin.buffer)

    def answer(self, given: argparse.Namespace, document: Any, words: str) -> None:
        """Print ``document`` as JSON where it was asked for, else ``words``."""
        text = json.dumps(document, ensure_ascii=not self._speaks_unicode(), indent=2)
        if given.json or words:
            self.say(text if given.json else words)

    def say(self, text: str) -> None:
        """Print ``text`` as it is."""
        if self._out is not None:
            print(text, file=self._out)

    def complain(self, sentence: str) -> None:
        """Say on the error channel what went wrong, or what the writer should know."""
        if self._err is not None:
            print(f"weeknotes: {sentence}", file=self._err)

    def progress(self, done: int, of: int) -> None:
        """Say how far long work has come, where somebody watches."""
        if self._err is None or of < _WORTH_TELLING or not self._err.isatty():
            return
        if done == of or done % max(1, of // 100) == 0:
            self._told = True
            print(f"\r{done} of {of}", end="", file=self._err, flush=True)

    def end_progress(self) -> None:
        """Whatever is said next begins on a line of its own."""
        if self._told:
            self._told = False
            print(file=self._err)

    def is_watched(self) -> bool:
        """Whether answers go to somebody's terminal, not into a file or another program."""
        return self._out is not None and self._out.isatty()

    def flush(self) -> None:
        """Let everything out that was said."""
        if self._out is not None:
            self._out.flush()

    def pass_on(self, out: bytes, err: bytes) -> None:
        """Print what a command said that ran elsewhere, byte for byte."""
        for channel, said in ((self._out, out), (self._err, err)):
            if isinstance(channel, io.TextIOWrapper):
                channel.flush()
                channel.buffer.write(said)
                channel.flush()
            elif channel is not None:
                channel.write(said.decode("utf-8", "replace"))

    def encodings(self) -> tuple[str | None, str | None]:
        """How answers and complaints are written; None for a channel that is not there."""
        out, err = (
            None if channel is None else channel.encoding or "utf-8"
            for channel in (self._out, self._err)
        )
        return out, err

    def say_nothing_more(self) -> None:
        """Let what is still on its way to this process's own output go nowhere."""
        if self._out is not None and self._out is sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())

    def _speaks_unicode(self) -> bool:
        encoding = getattr(self._out, "encoding", None)
        return self._out is None or (encoding or "utf-8").lower().startswith("utf")


class WrongUsageError(Exception):
    """Arguments that do not go together; exit status 2."""
