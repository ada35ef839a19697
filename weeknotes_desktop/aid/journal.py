"""The log: what happened to the program, and nothing of what was written with it.

Nothing but words of ours, names of our own functions and kinds of failures
ever gets here, so a log can be shown to anybody.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 512 * 1024
_FILES = 3
# Qt begins a message with whose it is: “QPainter::begin: …”.
_WHOSE = re.compile(r"Q[A-Z][A-Za-z]{2,40}(?:::[a-zA-Z]{2,40})?(?=[:( ])")
_CATEGORY = re.compile(r"(?:qt|default|js)(?:\.[a-z0-9]{1,20}){0,5}")


class Journal:
    """A rotating file for its owner's eyes; where it cannot be written, nothing is said of it.

    Args:
        file: Made, with its folder, if need be.
    """

    def __init__(self, file: Path) -> None:
        # No logger of that name is known to `logging`: nobody else's messages get in.
        self._log = logging.Logger("weeknotes", logging.INFO)
        with suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._log.addHandler(_OwnFile(file))

    def started(self, version: str) -> None:
        """The window is there."""
        self._log.info("start, version %s", version)

    def opened(self, *, read_only: bool) -> None:
        """The library is open."""
        self._log.info("library opened%s", " for reading only" if read_only else "")

    def ended(self) -> None:
        """The window was closed and everything is on the disk."""
        self._log.info("end")

    def failed(self, report: Iterable[str]) -> None:
        """A failure nobody foresaw, as ``domain/report.py`` tells it."""
        self._log.error("failure\n%s", "\n".join(f"  {line}" for line in report))

    def heard_from_qt(self, level: str, category: str, message: str) -> None:
        """Qt said something; kept is of what kind it was, and which class said it."""
        # Whatever comes after that may be a path, a style sheet, or a piece of a note.
        whose = _WHOSE.match(message)
        kind = category if _CATEGORY.fullmatch(category) else "other"
        self._log.warning("Qt %s, %s%s", level, kind, f": {whose.group()}" if whose else "")

    def close(self) -> None:
        """Give the file back; once is enough, more does no harm."""
        for handler in tuple(self._log.handlers):
            self._log.removeHandler(handler)
            handler.close()


class _OwnFile(RotatingFileHandler):
    """Files that only their owner may read, the new ones too."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=_LARGEST, backupCount=_FILES - 1, encoding="utf-8")
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        return TextIOWrapper(
            os.fdopen(os.open(self.baseFilename, flags, 0o600), "ab"), encoding=self.encoding
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk is told about by what cannot be saved, not by the log."""
