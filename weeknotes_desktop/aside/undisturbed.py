"""Work that makes a great many things, all of which last until it is done."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_alone = Lock()
_at_work = 0
_collects = True


def undisturbed(work: Callable[P, T]) -> Callable[P, T]:
    """``work``, during which nobody looks for garbage again and again and finds none.

    Several threads may do such work at once, and one piece of it may be part of another.
    """

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> T:
        _begin()
        try:
            return work(*args, **kwargs)
        finally:
            _end()

    return done


def _begin() -> None:
    global _at_work, _collects  # so is the collector
    with _alone:
        if not _at_work:
            _collects = gc.isenabled()
            gc.disable()
        _at_work += 1


def _end() -> None:
    global _at_work  # so is the collector
    with _alone:
        _at_work -= 1
        if not _at_work and _collects:
            gc.enable()
