"""What the writer has chosen in the dialog *Publish*: where to, for whom, of which day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings, Where
from weeknotes_desktop.presenters.leaving import file_name
from weeknotes_desktop.presenters.publishing_ways import Way
from weeknotes_desktop.use_cases.publish_to import Order

WITH_OTHERS = (Where.SITE, Where.MARKDOWN)
"""Where all that is published goes, and not the one note alone."""

_FOLDERS = {
    Where.SITE: "site-folder",
    Where.FILE: "page-folder",
    Where.MARKDOWN: "markdown-folder",
}


class PublishingChoice:
    """Begins with what was chosen last; what was taken stays so for the next time.

    Args:
        choose: Follows another setting, by its key, and keeps it.
        path_of: The path that somebody named, with ``~`` for a home.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        choose: Callable[[str, str], None],
        clock: Clock,
        path_of: Callable[[str], Path],
    ) -> None:
        self._settings, self._choose = settings, choose
        self._clock, self._path_of = clock, path_of
        self._note: Note | None = None
        self._files: dict[Audience, Path] = {}
        self.where = Where.SITE
        """Where to."""
        self.audience = Audience.PUBLIC
        """For whom."""
        self.audiences: tuple[Audience, ...] = ()
        """For whom the note can be published."""
        self.day = clock().date()
        """The day that its page shall name."""

    def begin(self, note: Note) -> None:
        """The writer is asked about ``note``; if it is the one of before, what they said holds."""
        settings = self._settings()
        wide = (Audience.TEAM, Audience.PUBLIC)
        self.audiences = tuple(one for one in wide if one.may_read(note.audience))
        same = self._note is not None and self._note.id == note.id
        self._note = note
        if not same:
            self._files = {}
            self.where, self.audience = settings.publish_to, settings.publish_for
            self.day = note.published_on or self._clock().date()
        if self.audience not in self.audiences:
            self.audience = self.audiences[0]

    @property
    def name(self) -> str:
        """What an HTML file of the note is called unless the writer says otherwise."""
        note = self._note
        if note is None:
            return ""
        label = note.label or self._settings().label.label_of(note.week)
        return file_name(note, label, self.audience)

    def place(self, where: Where) -> Path | None:
        """The file or folder of a way out; None where nobody has said one, or none is needed."""
        if where is Where.CLIPBOARD:
            return None
        if where is Where.FILE and self.audience in self._files:
            return self._files[self.audience]
        said = self._settings().value(self._folder_key(where))
        if not said:
            return None
        folder = self._path_of(said)
        return folder / self.name if where is Where.FILE else folder

    def way(self) -> Way:
        """The way out that is chosen."""
        theme = self._settings().site_theme if self.where is Where.SITE else ""
        place = self.place(self.where)
        return Way(where=self.where, place=place, audience=self.audience, theme=theme)

    def order(self, note: Note) -> Order:
        """What is to be published, as of now."""
        return Order(
            note=replace(note, published_on=self.day),
            audience=self.audience,
            with_others=self.where in WITH_OTHERS,
            settings=self._settings(),
            now=self._clock(),
        )

    def set_place(self, place: Path) -> None:
        """Say which file or folder it shall be; kept for the next time."""
        folder = place
        if self.where is Where.FILE:
            self._files[self.audience], folder = place, place.parent
        self._keep(self._folder_key(self.where), str(folder))

    def say_day(self, day: date) -> None:
        """Say which day the page shall name."""
        self.day = day

    def taken(self) -> None:
        """The note was published so: offer the same the next time."""
        self._keep("publish-to", self.where.value)
        if len(self.audiences) > 1:
            # Where there was nothing to choose, nothing was chosen.
            self._keep("publish-for", self.audience.value)

    def _folder_key(self, where: Where) -> str:
        """The setting for that folder: what the team reads must not lie among what all read."""
        key = _FOLDERS[where]
        return f"team-{key}" if self.audience is Audience.TEAM else key

    def _keep(self, key: str, value: str) -> None:
        if self._settings().value(key) != value:
            # A path that no setting can hold is good for this time.
            with suppress(SettingsError):
                self._choose(key, value)
