"""Bring the search up to what the library says, step by step."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import DamagedSearchError
from weeknotes_desktop.domain.ports import LibraryFile
from weeknotes_desktop.domain.searching.upkeep import Upkeep


def one_step(file: LibraryFile, *, anew: bool = False) -> Upkeep:
    """Do one step; each takes a small part of a second.

    Args:
        anew: Whether to begin from nothing.
    """
    try:
        return file.keep_up_search(anew=anew)
    except DamagedSearchError:
        # It is empty now, and has to be made like one that was never there.
        return file.keep_up_search()


def make_whole(file: LibraryFile, tell: Callable[[int, int], None], *, anew: bool = False) -> None:
    """Do as many as it takes until everything is found.

    Args:
        tell: Hears after each step how many of how many things are found.
        anew: Whether to begin from nothing.
    """
    most = 0
    missing = -1
    while missing:
        missing = one_step(file, anew=anew).missing
        anew = False
        most = max(most, missing)
        tell(most - missing, most)
