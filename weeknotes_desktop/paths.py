"""Where things lie: the program's own resources and the writer's folders."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
_NAME = "weeknotes"


def resource(name: str) -> Path:
    """A file or folder the program brings along, as ``styles/page.css``.

    A wheel carries the resources inside the package; a checkout has them
    beside it.
    """
    inside = _PACKAGE / "_resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name


def library_file() -> Path:
    """The writer's library: ``WEEKNOTES_LIBRARY``, else ``notes.db`` in the user's data folder."""
    chosen = os.environ.get("WEEKNOTES_LIBRARY")
    if chosen:
        return whole(chosen)
    return home_of_the_library()


def home_of_the_library() -> Path:
    """Where a library lies that nobody has put elsewhere: in the user's data folder."""
    # Here, not on top: a window that is told its library does not pay for it.
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "notes.db"


def named(name: str | Path) -> Path:
    """The path that somebody named, with ``~`` for a home."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        # Nobody of that name lives here; then it is a folder called so, or none.
        return Path(name)


def whole(name: str | Path) -> Path:
    """The path that somebody named, true wherever it is read: in the settings, in another run."""
    path = named(name)
    try:
        return path.absolute()
    except FileNotFoundError:
        # The folder one stands in is gone.
        return path


def settings_file() -> Path:
    """The writer's settings, in the user's config folder."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "settings.toml"


def window_file() -> Path:
    """Where the window remembers its place, and nothing else."""
    return settings_file().with_name("window.ini")


def doors_folder() -> Path:
    """Where the sockets of open windows may lie, in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "doors"


def log_file() -> Path:
    """What happened to the program, and nothing of what was written with it."""
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False) / "weeknotes.log"
