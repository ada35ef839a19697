"""The writer's settings in a TOML file that they may edit themselves."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.storage.disk import make_folder, write_whole

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


class SettingsFile:
    """Keeps settings in ``path``, and leaves everything else that stands there alone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and a sentence for each value that was broken and stands at its default."""
        read = self._read()
        said = (read.unreadable,) if read.unreadable else tuple(read.broken.values())
        return read.settings, said

    def save(self, settings: Settings) -> None:
        """Keep the settings, and whatever else stands beside them.

        A file that cannot be read is kept aside under another name first, and
        a broken value stays as a comment beside the one that takes its place.

        Raises:
            SettingsError: If they could not be written.
        """
        read = self._read()
        try:
            make_folder(self._path.parent)
            if read.unreadable:
                self._path.rename(self._free_name())
            text = _written(read, settings)
            write_whole(self._path, text.encode())
        except OSError as error:
            raise SettingsError(
                f"The settings could not be written to {self._path}: {error.strerror}.",
                "Nothing was changed.",
            ) from error

    def _read(self) -> _Read:
        try:
            text = self._path.read_bytes().decode("utf-8-sig")
            found = tomllib.loads(text)
        except FileNotFoundError:
            return _Read(Settings(), {})
        except OSError as error:
            return _Read(Settings(), {}, self._unreadable(error.strerror or "it cannot be opened"))
        except UnicodeDecodeError:
            return _Read(Settings(), {}, self._unreadable("it is not text"))
        except tomllib.TOMLDecodeError as error:
            return _Read(Settings(), {}, self._unreadable(str(error)))
        return _understood(found, text)

    def _unreadable(self, why: str) -> str:
        return (
            f"The settings in {self._path} cannot be read ({why.rstrip('.')});"
            " all of them stand at their defaults."
        )

    def _free_name(self) -> Path:
        aside = self._path.with_name(f"{self._path.name}.broken")
        number = 1
        while aside.exists():
            number += 1
            aside = self._path.with_name(f"{self._path.name}.{number}.broken")
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
        return str(value)
    raise SettingsError(f"{json.dumps(value, default=str)} is not a text.")


def _written(read: _Read, settings: Settings) -> str:
    # Imported here: start-up reads settings and never writes them.
    import tomlkit

    document = tomlkit.parse(read.text)
    before = read.settings.values()
    for key, value in settings.values().items():
        if key in read.broken:
            _put_in_place(document, key, value)
        elif value != before[key]:
            document[key] = value
    return tomlkit.dumps(document)


def _put_in_place(document: TOMLDocument, key: str, value: str) -> None:
    import tomlkit

    was = json.dumps(document[key].unwrap(), ensure_ascii=False, default=str)
    kept = tomlkit.string(value)
    kept.comment(f"was {was}")
    document[key] = kept
