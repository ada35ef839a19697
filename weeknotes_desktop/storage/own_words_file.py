"""The writer's own dictionary, a text file beside the settings that they may edit themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.storage.disk import make_folder, write_whole
from weeknotes_desktop.storage.lock import take_with_filelock

_LARGEST = 4_000_000
_PATIENCE = 5.0
_ABOUT = "# Words that the spelling knows beside its dictionaries, one a line.\n"


class OwnWordsFile:
    """Keeps words in ``path``, one a line; what begins with # is left alone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[str, ...]:
        """The words, in alphabetical order; none where there is no file.

        Raises:
            SettingsError: If the file is there and cannot be read.
        """
        text, _ = self._read()
        lines = (line.strip() for line in text.splitlines())
        words = {line for line in lines if line and not line.startswith("#")}
        return tuple(sorted(words, key=lambda word: (word.casefold(), word)))

    def add(self, word: str) -> None:
        """Know ``word`` from now on.

        Raises:
            SettingsError: If the file could not be written.
        """

        def added(text: str) -> str:
            known = {line.strip() for line in text.splitlines()}
            gap = "" if not text or text.endswith("\n") else "\n"
            return text if word in known else f"{text or _ABOUT}{gap}{word}\n"

        self._change(added)

    def forget(self, word: str) -> None:
        """Know it no longer.

        Raises:
            SettingsError: If the file could not be written.
        """

        def without(text: str) -> str:
            kept = (line for line in text.splitlines(keepends=True) if line.strip() != word)
            return "".join(kept)

        self._change(without)

    def _change(self, change: Callable[[str], str]) -> None:
        try:
            make_folder(self._path.parent)
            hold = take_with_filelock(
                self._path.with_name(f"{self._path.name}.lock"), patience=_PATIENCE
            )
        except OSError as error:
            raise self._not_written(error.strerror) from error
        if hold is None:
            raise self._not_written("somebody else is writing it")
        try:
            before, whole = self._read()
            if not whole:
                raise self._not_written(f"it has more than {_LARGEST // 1_000_000} MB")
            after = change(before)
            if after != before:
                write_whole(self._path, after.encode())
        except OSError as error:
            raise self._not_written(error.strerror) from error
        finally:
            hold.release()

    def _read(self) -> tuple[str, bool]:
        """The text, as far as it is read, and whether that is all of it."""
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST + 1)
            if len(content) <= _LARGEST:
                return content.decode("utf-8-sig"), True
            return content.rpartition(b"\n")[0].decode("utf-8-sig"), False
        except FileNotFoundError:
            return "", True
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is not text"
            raise SettingsError(
                f"Your own words in {self._path} cannot be read: {why}.",
                "Rename the file; the next word you add begins a new one.",
            ) from error

    def _not_written(self, why: str | None) -> SettingsError:
        return SettingsError(
            f"Your own words could not be written to {self._path}: {why or 'nobody knows why'}.",
            "What stood there before is kept.",
        )
