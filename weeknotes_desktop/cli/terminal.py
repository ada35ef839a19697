"""Where a command says what it found or did, and reads what was piped to it."""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import Any, BinaryIO, TextIO


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

    def flush(self) -> None:
        """Let everything out that was said."""
        if self._out is not None:
            self._out.flush()

    def _speaks_unicode(self) -> bool:
        encoding = getattr(self._out, "encoding", None)
        return self._out is None or (encoding or "utf-8").lower().startswith("utf")


class WrongUsageError(Exception):
    """Arguments that do not go together; exit status 2."""
