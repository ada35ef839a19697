"""The writer's settings in a TOML file that they may edit themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.storage.disk import make_folder, write_whole
from weeknotes_desktop.storage.lock import take_with_filelock

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


@dataclass(frozen=True, slots=True)
class _Read:
    """What the file says.

    Args:
        settings: With the default wherever the file says nothing usable.
        broken: For each key whose value is of no use, a sentence about it.
        unreadable: Why nothing could be read; empty when the file is fine.
        text: The file as it stands; empty where it cannot be read.
    """

    settings: Settings
    broken: Mapping[str, str]
    unreadable: str = ""
    text: str = ""


_NOTHING = _Read(Settings(), {})

_PATIENCE = 5.0
"""Seconds to wait for somebody else who is writing the settings."""


class SettingsFile:
    """Keeps settings in ``path``, and leaves everything else that stands there alone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and a sentence for each value that was broken and stands at its default."""
        read = self._read()
        said = (read.unreadable,) if read.unreadable else tuple(read.broken.values())
        return read.settings, said

    def save(self, settings: Settings) -> tuple[str, ...]:
        """Keep the settings, and whatever else stands beside them.

        A file that cannot be read is kept aside under another name first, and
        a broken value stays as a comment beside the one that takes its place.

        Returns:
            A sentence for whatever had to make room.

        Raises:
            SettingsError: If they could not be written.
        """
        with self._alone():
            return self._replace(self._read(), settings)

    def change(self, key: str, value: str) -> tuple[Settings, tuple[str, ...]]:
        """Change one setting, whatever others change at the same time.

        Returns:
            All settings as they are kept now, and a sentence for whatever had
            to make room.

        Raises:
            SettingsError: If there is no such setting, the value does not fit
                it, or it could not be written.
        """
        # Refused before a folder is made for it.
        Settings().with_value(key, value)
        with self._alone():
            read = self._read()
            settings = read.settings.with_value(key, value)
            return settings, self._replace(read, settings)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else reads the settings to change them meanwhile."""
        try:
            make_folder(self._path.parent)
            hold = take_with_filelock(
                self._path.with_name(f"{self._path.name}.lock"), patience=_PATIENCE
            )
        except OSError as error:
            raise self._not_written(error) from error
        if hold is None:
            raise SettingsError(
                f"Somebody else is writing the settings in {self._path}.",
                "Nothing was changed; try again.",
            )
        try:
            yield
        finally:
            hold.release()

    def _replace(self, read: _Read, settings: Settings) -> tuple[str, ...]:
        text = None if read.unreadable else _written(read, settings)
        try:
            if text is not None:
                write_whole(self._path, text.encode())
                return ()
            # The file itself, which a link may lead to: the link stays.
            aside = _kept_aside(self._path.resolve())
            write_whole(self._path, (_written(_NOTHING, settings) or "").encode())
        except OSError as error:
            raise self._not_written(error) from error
        moved = (
            f"The settings that stood in {self._path} could not be read; they are in {aside} now."
        )
        return (moved,)

    def _not_written(self, error: OSError) -> SettingsError:
        return SettingsError(
            f"The settings could not be written to {self._path}: {error.strerror}.",
            "What stood there before is kept.",
        )

    def _read(self) -> _Read:
        try:
            text = self._path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return _Read(Settings(), {})
        except OSError as error:
            return _Read(Settings(), {}, self._unreadable(error.strerror or "it cannot be opened"))
        except UnicodeDecodeError:
            return _Read(Settings(), {}, self._unreadable("it is not text"))
        # Not on top: most writers have no such file, and none waits for its reader then.
        import tomllib

        try:
            found = tomllib.loads(text)
        except RecursionError:
            return _Read(Settings(), {}, self._unreadable("it is nested too deep"))
        except ValueError as error:
            # Also a number with more digits than Python reads.
            return _Read(Settings(), {}, self._unreadable(str(error)))
        return _understood(found, text)

    def _unreadable(self, why: str) -> str:
        return (
            f"The settings in {self._path} cannot be read ({why.rstrip('.')});"
            " all of them stand at their defaults."
        )


def _kept_aside(path: Path) -> Path:
    """Give the file another name; returns it."""
    aside = path.with_name(f"{path.name}.broken")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.{number}.broken")
    path.rename(aside)
    return aside


def _understood(found: Mapping[str, Any], text: str) -> _Read:
    settings = Settings()
    broken: dict[str, str] = {}
    for key in settings.values():
        if key not in found:
            continue
        try:
            settings = settings.with_value(key, _as_text(found[key]))
        except SettingsError as error:
            broken[key] = f"The setting {key} stands at its default: {error.problem}"
    return _Read(settings, broken, text=text)


def _as_text(value: Any) -> str:
    # `label-series = 10` is what people write.
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        with suppress(ValueError):  # more digits than Python writes
            return str(value)
    raise SettingsError(f"{_shown(value)} is not a text.")


def _shown(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        return "What stands there"


def _written(read: _Read, settings: Settings) -> str | None:
    """The file with the settings in it; None where they cannot be put into what stands there."""
    # Imported here: start-up reads settings and never writes them.
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(read.text)
        before = read.settings.values()
        for key, value in settings.values().items():
            if key in read.broken:
                _put_in_place(document, key, value)
            elif value != before[key]:
                document[key] = value
        text = tomlkit.dumps(document)
        # A value in place of a whole table may end up in the table before it.
        found = _understood(tomllib.loads(text), text)
    except (TOMLKitError, RecursionError, ValueError):
        return None
    return text if found.settings == settings and not found.broken else None


def _put_in_place(document: TOMLDocument, key: str, value: str) -> None:
    import tomlkit

    kept = tomlkit.string(value)
    kept.comment(f"was {_shown(document.unwrap()[key])}")
    document[key] = kept
