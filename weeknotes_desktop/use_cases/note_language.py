"""The language a note is written in, where it is not the writer's usual one."""

from __future__ import annotations

from weeknotes_desktop.domain.remarks import LANGUAGE
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary


def language_of(library: NoteLibrary, note_id: str, settings: Settings) -> str:
    """The language of the note, as ``en-GB``."""
    return library.remark(LANGUAGE + note_id) or settings.language


def set_language(library: NoteLibrary, note_id: str, language: str) -> None:
    """Say in which language the note is written; an empty one means the usual.

    Raises:
        SettingsError: If that is no language.
    """
    said = Settings().with_value("language", language).language if language.strip() else ""
    with library.transaction():
        if (library.remark(LANGUAGE + note_id) or "") != said:
            library.keep_remark(LANGUAGE + note_id, said)
