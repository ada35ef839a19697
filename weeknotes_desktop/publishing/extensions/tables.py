"""Tables right below a line of text, set apart from it the way Python-Markdown wants."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_QUOTE = re.compile(r"(?: {0,3}> ?)*")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)]) ")
_RULED = frozenset("|:- >")
_PIPE = re.compile(r"(?<!\\)\|")
_CODE = 4


class TablesExtension(Extension):
    """Lets a table interrupt a paragraph, as GitHub does."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Come when code has been put aside, and before lists are written anew."""
        md.preprocessors.register(_Tables(md), "wn-tables", 16)


class _Tables(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        written: list[str] = []
        before = ""
        inside = False
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            if not line.strip(" >"):
                inside = False
            elif not inside and "|" in below and _begins(line, below):
                inside = True
                if _belongs_together(before, line):
                    written.append(_quoted(line).rstrip())
            written.append(line)
            before = line
        return written


def _begins(head: str, ruled: str) -> bool:
    """Whether these two lines are the first of a table."""
    if not _RULED.issuperset(ruled) or _quoted(head) != _quoted(ruled):
        return False
    at = len(_quoted(head))
    if _ITEM.match(head, at) or _ITEM.match(ruled, at):
        return False
    columns = [cell.strip() for cell in _cells(ruled[at:])]
    return len(_cells(head[at:])) == len(columns) and all(
        re.fullmatch(":?-+:?", column) for column in columns
    )


def _belongs_together(before: str, line: str) -> bool:
    """Whether a line goes on with the paragraph before; code goes on as it is."""
    quoted = _quoted(line)
    if not before.strip(" >") or _quoted(before) != quoted:
        return False
    indent = _indent(line[len(quoted) :])
    return indent < _CODE or _indent(before[len(quoted) :]) < indent


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted(line: str) -> str:
    """The marks of the quotes that a line stands in."""
    marks = _QUOTE.match(line)
    return marks[0] if marks else ""


def _cells(row: str) -> list[str]:
    return _PIPE.split(row.strip().removeprefix("|").removesuffix("|"))
