"""The writer's own templates: Markdown files in a folder beside the settings."""

from __future__ import annotations

from pathlib import Path

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.note import LARGEST_BODY
from weeknotes_desktop.domain.template import BUILT_IN, Template, pick


class TemplatesFolder:
    """The templates in a folder, and those that are built in.

    Args:
        folder: Where the writer keeps theirs; it need not be there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """The name of every template, the writer's own first; theirs hides one of ours."""
        own = tuple(file.stem for file in self._files())
        hidden = {name.casefold() for name in own}
        return (*own, *(one.name for one in BUILT_IN if one.name.casefold() not in hidden))

    def template(self, said: str) -> Template:
        """The template that the writer means by ``said``.

        Raises:
            NotFoundError: If there is none, or more than one.
            SettingsError: If its file cannot be read.
        """
        name = pick(self.names(), said)
        file = next((file for file in self._files() if file.stem == name), None)
        if file is not None:
            return Template(name, _read(file))
        return next(one for one in BUILT_IN if one.name == name)

    def _files(self) -> list[Path]:
        try:
            files = [file for file in self._folder.iterdir() if file.suffix.lower() == ".md"]
            return sorted(file for file in files if file.is_file())
        except OSError:
            return []


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_BODY + 1)
        if len(data) > LARGEST_BODY:
            raise SettingsError(f"The template {file} is too large.", "Make it shorter.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(f"The template {file} is no text.", "Save it as UTF-8 text.") from None
    except OSError as error:
        raise SettingsError(f"The template {file} cannot be read: {error.strerror}.") from None
