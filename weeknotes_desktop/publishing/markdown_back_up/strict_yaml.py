"""YAML as a back-up uses it: written for people, and read without trusting it.

What is read may have been changed by hand, or made by somebody else. Of the
many forms of YAML only plain ones are read: no keys twice, no references from
one place to another, no types of a program's own, and no depth without end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from yaml import SafeDumper as _Dumper
    from yaml import SafeLoader as _Loader
else:
    # PyYAML without the library in C is slower, and the same.
    _Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 20
_NEVER_FOLDED = 1_000_000_000
# A text in quotes may then hold no line that looks like the end of front matter.
_BREAKS = re.compile(r"[\n\r\x85\u2028\u2029]")


class NotReadableError(Exception):
    """It is not the YAML that a back-up holds; says why, in a few words."""


def write_yaml(document: Any) -> str:
    """``document`` as YAML; a text stays on one line, however long."""
    text = yaml.dump(
        document,
        Dumper=_PlainDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=_NEVER_FOLDED,
    )
    return str(text)


def read_yaml(text: str) -> Any:
    """What ``text`` says.

    Raises:
        NotReadableError: If it is no YAML, or a form of it that is not taken.
    """
    try:
        _look_through(text)
        # A loader that makes only plain values; see the classes below.
        return yaml.load(text, Loader=_PlainLoader)  # noqa: S506
    except yaml.YAMLError as error:
        raise NotReadableError(_reason(error)) from None
    except (ValueError, OverflowError, RecursionError):
        # A date that is none, a number with too many digits.
        raise NotReadableError("a value that cannot be read") from None


def _look_through(text: str) -> None:
    """Refuse what would cost too much, before anything is made of it."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotReadableError(f"a reference on line {_line(event)}")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise NotReadableError(f"lists inside lists without end on line {_line(event)}")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _PlainLoader(_Loader):
    """Reads each key once only."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The pairs of a mapping."""
        read: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise NotReadableError(f"a key that is no text on line {_line(key_node)}")
            if key in read:
                raise NotReadableError(f"“{key}” twice, on line {_line(key_node)} again")
            read[key] = self.construct_object(value_node, deep=deep)
        return read


class _PlainDumper(_Dumper):
    """Writes texts of several lines in quotes, on one line."""


def _text(dumper: _PlainDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _BREAKS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_PlainDumper.add_representer(str, _text)


def _line(place: Any) -> int:
    return int(place.start_mark.line) + 1


def _reason(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"{error.problem} on line {error.problem_mark.line + 1}"
    return "a letter that does not belong there"
