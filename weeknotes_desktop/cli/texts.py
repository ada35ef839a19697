"""An argument parser that takes texts which begin with a dash.

A goal may well be worded “- 5 degrees”. argparse would take that for an
option, so whatever is no option of the command is marked as text before it
looks, and the mark is taken off afterwards.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

_MARK = "\x00"


def text(marked: str) -> str:
    """An argument as the writer typed it; the ``type`` of every text argument."""
    return marked.removeprefix(_MARK)


class TextParser(argparse.ArgumentParser):
    """An ``ArgumentParser`` for a command whose texts may begin with a dash."""

    def __init__(self, **kwargs: Any) -> None:
        self._takes_value: dict[str, bool] = {}
        self._has_commands = False
        super().__init__(**{**kwargs, "allow_abbrev": False})

    def add_argument(self, *args: Any, **kwargs: Any) -> argparse.Action:
        """Add an argument, and remember the options among them."""
        action = super().add_argument(*args, **kwargs)
        for option in action.option_strings:
            self._takes_value[option] = action.nargs != 0
        return action

    def add_subparsers(self, **kwargs: Any) -> Any:
        """Add commands; their arguments are theirs to read."""
        self._has_commands = True
        return super().add_subparsers(**kwargs)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """Parse, with every text that begins with a dash marked as one."""
        given = list(sys.argv[1:] if args is None else args)
        return super().parse_known_args(
            given if self._has_commands else self._marked(given), namespace
        )

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in the words that were typed."""
        super().error(message.replace(_MARK, ""))

    def _marked(self, given: list[str]) -> list[str]:
        marked: list[str] = []
        waiting = iter(given)
        for word in waiting:
            if word == "--":
                # From here on everything is text, whatever it looks like.
                marked += [_MARK + text for text in waiting]
                break
            name = word.partition("=")[0]
            if word in self._takes_value:
                value = next(waiting, None) if self._takes_value[word] else None
                marked.append(word if value is None else f"{word}={_MARK}{value}")
            elif name in self._takes_value or not word.startswith("-"):
                marked.append(word)
            else:
                marked.append(_MARK + word)
        return marked


class MisreadError(Exception):
    """Arguments that make no sense; it says what a terminal would have shown."""


class SilentParser(TextParser):
    """A ``TextParser`` that prints nothing: the channels of this process are somebody else's."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong to whoever asked.

        Raises:
            MisreadError: Always.
        """
        said = message.replace(_MARK, "")
        raise MisreadError(f"{self.format_usage()}{self.prog}: error: {said}\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Nobody reads it here."""
