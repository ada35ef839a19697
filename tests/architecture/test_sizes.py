"""The house stays readable in one sitting."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "weeknotes_desktop").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_no_module_is_longer_than_one_sitting() -> None:
    lengths = {str(module): len(module.read_text().splitlines()) for module in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_class_has_more_than_twenty_methods_and_no_function_more_than_forty_lines() -> None:
    too_big = []
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(part, ast.FunctionDef) for part in node.body)
                if methods > 20:
                    too_big.append(f"{module}: {node.name} has {methods} methods")
            elif isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno
                if lines > 45:
                    too_big.append(f"{module}: {node.name} has {lines} lines")
    assert too_big == []


def test_tests_do_not_patch() -> None:
    patch = re.compile(r"monkeypatch\.set" + r"attr|mock\." + r"patch")
    assert [str(test) for test in TESTS if patch.search(test.read_text())] == []
