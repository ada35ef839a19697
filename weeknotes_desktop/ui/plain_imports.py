"""Gives Python its own ``import`` back after PySide6 has taken it."""

from __future__ import annotations

import builtins

import PySide6  # noqa: F401  # puts its own in place


def restore() -> None:
    """Import plainly from now on.

    PySide6 replaces ``builtins.__import__`` to look for ``from __feature__
    import``, and for that reads the source of every module imported later. We
    use no such feature, and it would cost a tenth of a bare start.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
