"""Pelican from PyPI, in a virtual environment of its own, with the theme that comes with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from benchmarks.site_sides.process import Taken, run

_SETTINGS = """
SITENAME = "Notes from the boathouse"
SITESUBTITLE = "Weeknotes of a small canal trust"
SITEURL = "https://boathouse.example/weeknotes"
AUTHOR = "Tamsin Okoro"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_PAGINATION = 10
ARTICLE_URL = "{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = "{date:%Y}/{slug}/index.html"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TYPOGRIFY = False
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.smarty": {},
    },
    "output_format": "html5",
}
"""


class Pelican:
    """A site that Pelican makes.

    Args:
        program: The command.
        place: A folder for it alone.
        notes: Markdown with front matter, by the names of their files.
    """

    name = "Pelican"

    def __init__(self, program: Path, place: Path, notes: Mapping[str, bytes]) -> None:
        self._program = program
        self._place = place
        content = place / "content"
        content.mkdir(parents=True)
        (place / "settings.py").write_text(_SETTINGS, "utf-8")
        for name, note in notes.items():
            (content / name).write_text(_as_it_reads(note.decode()), "utf-8")

    def make(self, into: Path) -> Taken:
        """The whole site, into a new folder."""
        return run(
            [str(self._program), "content", "-s", "settings.py", "-o", str(into), "-q"],
            self._place,
        )


def program(folder: Path) -> Path | None:
    """Pelican as it is found, or as PyPI has it; None where it is not to be had.

    Args:
        folder: Takes the virtual environment.
    """
    if found := shutil.which("pelican"):
        return Path(found)
    made = folder / "pelican"
    try:
        subprocess.run([sys.executable, "-m", "venv", str(made)], check=True)
        subprocess.run(
            [made / "bin" / "pip", "install", "--quiet", "pelican[markdown]"],
            check=True,
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(folder),
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            },
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return made / "bin" / "pelican"


def _as_it_reads(note: str) -> str:
    """The same note with its facts as Pelican reads them without a plugin."""
    _, facts, body = note.split("---\n", 2)
    told = yaml.safe_load(facts)
    lines = {
        "Title": told["title"],
        "Date": told["date"],
        "Slug": told["slug"],
        "Category": told.get("category", ""),
        "Tags": ", ".join(told.get("tags", ())),
        "Summary": told.get("summary", ""),
    }
    return "\n".join([*(f"{name}: {value}" for name, value in lines.items()), "", body])
