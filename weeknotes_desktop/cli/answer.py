"""Print what a command found or did, and complain where it must."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any


def answer(given: argparse.Namespace, document: Any, words: str) -> None:
    """Print ``document`` as JSON where it was asked for, else ``words``."""
    text = json.dumps(document, ensure_ascii=not _speaks_unicode(), indent=2)
    if given.json or words:
        say(text if given.json else words)


def say(text: str) -> None:
    """Print ``text`` as it is."""
    print(text)  # noqa: T201


def complain(sentence: str) -> None:
    """Say on the error channel what went wrong, or what the writer should know."""
    print(f"weeknotes: {sentence}", file=sys.stderr)  # noqa: T201


class WrongUsageError(Exception):
    """Arguments that do not go together; exit status 2."""


def _speaks_unicode() -> bool:
    return sys.stdout is None or (sys.stdout.encoding or "").lower().startswith("utf")
