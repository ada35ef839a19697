"""The writer's settings, each with its type, its default and its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from weeknotes_desktop.domain.errors import SettingsError, WeekNotesError
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.text import one_line

_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?(/[A-Za-z0-9._~!$'()*+,;=:@%-]*)*"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Look(StrEnum):
    """Light or dark, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Where(StrEnum):
    """Where a note is published."""

    SITE = "site"
    FILE = "file"
    CLIPBOARD = "clipboard"
    MARKDOWN = "markdown"


class Switch(StrEnum):
    """Something that is done, or not."""

    ON = "on"
    OFF = "off"


def _line(text: str) -> str:
    try:
        return one_line(text)
    except WeekNotesError as error:
        raise SettingsError(error.problem, error.remedy) from None


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text.strip()):
        raise SettingsError(f"“{text}” is not a language.", "Write it as en-GB, de or fr-CA.")
    return text.strip()


def _label_pattern(text: str) -> str:
    return LabelPattern(_line(text)).text


def _folder(text: str) -> str:
    named = text.strip()
    # Another folder is the current one of every command, and of the window.
    if _line(named) and not (named.startswith("~") or PurePath(named).is_absolute()):
        raise SettingsError(f"“{named}” is no whole path.", "Name the folder from the root on.")
    return named


def _address(text: str) -> str:
    said = _line(text)
    if said and not _ADDRESS.fullmatch(said):
        raise SettingsError(
            f"“{said}” is no address of a site.", "Write it as https://example.org/weeknotes."
        )
    return said.rstrip("/")


def _look(text: str) -> Look:
    try:
        return Look(text.strip().lower())
    except ValueError:
        raise SettingsError(f"“{text}” is not a look.", "Use system, light or dark.") from None


def _switch(text: str) -> Switch:
    try:
        return Switch(text.strip().lower())
    except ValueError:
        raise SettingsError(f"“{text}” is neither on nor off.", "Use on or off.") from None


def _where(text: str) -> Where:
    try:
        return Where(text.strip().lower())
    except ValueError:
        raise SettingsError(
            f"“{text}” is no place to publish in.", f"Use {', '.join(Where)}."
        ) from None


def _reader(text: str) -> Audience:
    said = text.strip().lower()
    if said not in (Audience.PUBLIC, Audience.TEAM):
        raise SettingsError(f"“{text}” are no readers.", "Use public or team.")
    return Audience(said)


def _goal_form(text: str) -> GoalForm:
    try:
        return GoalForm(text.strip().lower())
    except ValueError:
        raise SettingsError(
            f"“{text}” is not a form for goals.", "Use list, numbers, sentence or questions."
        ) from None


def _quotes(text: str) -> Quotes:
    try:
        return Quotes(text.strip().lower())
    except ValueError:
        raise SettingsError(
            f"“{text}” is no style of quotes.",
            f"Use {', '.join(Quotes)}: straight changes nothing.",
        ) from None


def _yes_or_no(text: str) -> str:
    said = text.strip().lower()
    if said not in ("yes", "no"):
        raise SettingsError(f"“{text}” is neither yes nor no.", "Use yes or no.")
    return said


def _weekly(text: str) -> str:
    # Not on top: few writers change these, and none before the first paint.
    from weeknotes_desktop.domain.weekly import Weekly

    return str(Weekly.parse(text) or "")


def _setting(about: str, read: Callable[[str], Any], default: Any = "") -> Any:
    return field(default=default, metadata={"about": about, "read": read})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the writer chose; the key of a setting is its name here, with hyphens."""

    blog_name: str = _setting("Name of the blog, above each exported page", _line)
    blog_tagline: str = _setting("One line on what the blog is", _line)
    author: str = _setting("Who writes, for exported pages", _line)
    language: str = _setting("Language of the notes, as en-GB", _language, "en-GB")
    label_pattern: str = _setting(
        "How labels are made: {week}, {year}, {yy}, {series}",
        _label_pattern,
        "Weeknote {week}.{year}",
    )
    label_series: str = _setting("What {series} stands for in a label", _line, "1")
    category: str = _setting("Category of a new note", _line)
    goal_form: GoalForm = _setting(
        "How goals stand in a note: list, numbers, sentence or questions",
        _goal_form,
        GoalForm.LIST,
    )
    template: str = _setting("Template for the draft of a review", _line, "Focus")
    task_list: str = _setting("Title of the to-do list", _line, "Tomorrow")
    quotes: Quotes = _setting(
        "Quotes, dashes and apostrophes as you type: english, german, french, swiss, swedish;"
        " straight leaves them alone",
        _quotes,
        Quotes.ENGLISH,
    )
    spelling: Switch = _setting("Look words up in a dictionary: on or off", _switch, Switch.ON)
    typewriter: str = _setting(
        "Whether the line you write stays in the middle: yes or no", _yes_or_no, "no"
    )
    years: str = _setting(
        "Whether the archive shows the weeks of the years: yes or no", _yes_or_no, "yes"
    )
    remind_goals: str = _setting(
        "When to remind of a week without goals, as Mon 12:00; empty: never", _weekly, "Mon 12:00"
    )
    remind_halfway: str = _setting(
        "When to remind of goals nothing has happened to; empty: never", _weekly, "Tue 17:30"
    )
    remind_review: str = _setting(
        "When to remind of the review; empty: never", _weekly, "Fri 15:00"
    )
    look: Look = _setting("system, light or dark", _look, Look.SYSTEM)
    site_address: str = _setting(
        "Where the site will stand, as https://example.org/weeknotes; empty: nobody says", _address
    )
    site_folder: str = _setting("Folder that the site is written to", _folder)
    site_theme: str = _setting("Theme of the site: a name, or a folder of your own", _line)
    publish_to: Where = _setting(
        "Where a note is published: site, file, clipboard or markdown; the last choice is kept",
        _where,
        Where.SITE,
    )
    publish_for: Audience = _setting(
        "Whom it is published for: public or team; the last choice is kept",
        _reader,
        Audience.PUBLIC,
    )
    page_folder: str = _setting("Folder that a note goes to as an HTML file", _folder)
    markdown_folder: str = _setting(
        "Folder that Markdown for another site generator is written to", _folder
    )
    team_site_folder: str = _setting("Folder that the site for your team is written to", _folder)
    team_page_folder: str = _setting(
        "Folder that a note goes to as an HTML file for your team", _folder
    )
    team_markdown_folder: str = _setting(
        "Folder that Markdown for your team is written to", _folder
    )
    back_up_folder: str = _setting("Folder for back-ups; empty: beside the notes", _folder)

    @property
    def label(self) -> LabelPattern:
        """How labels are made."""
        return LabelPattern(self.label_pattern, self.label_series)

    def values(self) -> dict[str, str]:
        """Every setting by its key."""
        return {_key(one.name): str(getattr(self, one.name)) for one in fields(self)}

    @staticmethod
    def key_of(said: str) -> str:
        """The key of the setting that somebody named in their own way.

        Raises:
            SettingsError: If there is none.
        """
        return _key(_name(said))

    def value(self, key: str) -> str:
        """The setting with that key.

        Raises:
            SettingsError: If there is none.
        """
        return str(getattr(self, _name(key)))

    def with_value(self, key: str, text: str) -> Settings:
        """These settings with one of them changed.

        Raises:
            SettingsError: If there is no such setting, or ``text`` does not fit it.
        """
        name = _name(key)
        read = next(one.metadata["read"] for one in fields(self) if one.name == name)
        return replace(self, **{name: read(text)})


def abouts() -> Mapping[str, str]:
    """What each setting means, by its key."""
    return {_key(one.name): one.metadata["about"] for one in fields(Settings)}


def _key(name: str) -> str:
    return name.replace("_", "-")


def _name(key: str) -> str:
    name = re.sub(r"[\s-]+", "_", key.strip().lower())
    if name not in {one.name for one in fields(Settings)}:
        raise SettingsError(f"There is no setting “{key}”.", "`set --list` shows them all.")
    return name
