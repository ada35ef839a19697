"""Print what a command found or did."""

from __future__ import annotations

import argparse
import json
from typing import Any


def answer(given: argparse.Namespace, document: Any, words: str) -> None:
    """Print ``document`` as JSON where it was asked for, else ``words``."""
    text = json.dumps(document, ensure_ascii=False, indent=2) if given.json else words
    if text:
        print(text)  # noqa: T201


def say(text: str) -> None:
    """Print ``text`` as it is."""
    print(text)  # noqa: T201
