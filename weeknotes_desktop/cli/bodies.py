"""The text for ``--body-file``, from a file, a pipe or standard input."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.note import LARGEST_BODY


def body_given(name: str | None, terminal: Terminal) -> str | None:
    """The text of the file, or of standard input for ``-``; None where none was named.

    Raises:
        NotFoundError: If there is no such file.
        WeekNotesError: If it is too large, or no text.
    """
    if name is None:
        return None
    content = read_body(name, terminal) if terminal.body is None else terminal.body
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WeekNotesError(f"{name} is not a text file.", "Save it as UTF-8 text.") from None


def read_body(name: str, terminal: Terminal) -> bytes:
    """What stands there, text or not; of more than a note may hold, enough to be refused.

    Raises:
        NotFoundError: If there is no such file.
        WeekNotesError: If it cannot be read.
    """
    try:
        if name == "-":
            if terminal.given is None:
                raise NotFoundError("There is no standard input.", "Name a text file.")
            return terminal.given.read(LARGEST_BODY + 1)
        with Path(name).open("rb") as file:
            return file.read(LARGEST_BODY + 1)
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {name}.", "Name a text file, or - .") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise WeekNotesError(f"{name} cannot be read: {reason}.") from None
