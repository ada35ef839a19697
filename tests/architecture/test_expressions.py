"""Python before 3.11.5 matches possessive groups wrongly, and Debian 12 has 3.11.2."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
POSSESSIVE = re.compile(r"(?<!\\)(?:[)\]}]|\\[a-zA-Z])[*+?]\+|\(\?>")


def expressions(module: Path) -> Iterator[str]:
    """Every text that is handed to the module ``re``."""
    for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re."):
            for node in ast.walk(call):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_no_expression_is_possessive() -> None:
    found = []
    for module in sorted((ROOT / "weeknotes_desktop").rglob("*.py")):
        for expression in expressions(module):
            # Within a class of characters these are letters like any other.
            outside = re.sub(r"\[\^?\]?(?:\\.|[^\]\\])*\]", "[]", expression)
            if POSSESSIVE.search(outside):
                found.append(f"{module.name}: {expression}")
    assert found == []
