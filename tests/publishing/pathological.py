"""Text that brings other Markdown programs to their knees, at any size."""

from __future__ import annotations

from collections.abc import Callable

Source = Callable[[int], str]


def over(piece: str) -> Source:
    """``piece`` over and over."""
    return lambda size: piece * (size // len(piece))


def _nested_lists(size: int) -> str:
    """A list in a list in a list, at most 1,000 deep, again and again."""
    deep: list[str] = []
    length = 0
    while len(deep) < 1_000 and length < size:
        deep.append(f"{'  ' * len(deep)}- x")
        length += len(deep[-1]) + 1
    once = "\n".join(deep)
    return "\n\nx\n\n".join([once] * max(1, size // len(once)))


def _footnotes(size: int) -> str:
    number = size // 20
    text = "".join(f"a[^{one}] " for one in range(number))
    return f"{text}\n\n" + "".join(f"[^{one}]: note\n" for one in range(number))


def _abbreviations(size: int) -> str:
    number = size // 24
    text = " ".join(f"AB{one}" for one in range(number))
    return f"{text}\n\n" + "".join(f"*[AB{one}]: long {one}\n" for one in range(number))


def _wide_table(size: int) -> str:
    columns = size // 6
    return "\n".join(cell * columns for cell in ("|a", "|-", "|a"))


RENDERED: dict[str, Source] = {
    "[": over("["),
    "![[": over("![["),
    "[[a|": over("[[a|"),
    "[[a]]": over("[[a]] "),
    "[a](": over("[a]("),
    "[a][": over("[a]["),
    "[^a": over("[^a "),
    "<a": over("<a "),
    "<a b='": over("<a b='"),
    "<Name>": over("<Name> "),
    "<svg>": over("<svg>"),
    "http://a": over("http://a "),
    "http://(": over("http://a("),
    "http://.": lambda size: f"http://a{'.' * size}",
    "<a>http": over("<a>http://a</a> "),
    "<http": over("<http://"),
    "<![": over("<!["),
    "<![CDATA[": over("<![CDATA["),
    "<title": over("<title> "),
    "<script in lines": over("\n\n<script>\n\nx"),
    "`a": over("`a "),
    "<!--x --": over("<!--x -- "),
    "- - -": over("- - - "),
    "rules": over("- - -\n"),
    "*": over("*"),
    "**a _b": over("**a _b "),
    "*a **b*c": over("*a **b*c "),
    "~~a": over("~~a "),
    "\\": over("\\"),
    "&": over("&"),
    "quotation marks": over("'\""),
    "the same heading": over("# Same\n\n"),
    "headings without gaps": over("# Same\n"),
    "underlined headings": over("a\n===\n"),
    "references to one footnote": lambda size: "a[^1] " * (size // 6) + "\n\n[^1]: note\n",
    "footnotes": _footnotes,
    "abbreviations": _abbreviations,
    "the same abbreviation": over("*[a]: b\n"),
    "a long table": lambda size: "|a|b|\n|-|-|\n" + "|1|2|\n" * (size // 6),
    "a wide table": _wide_table,
    "items": over("- item\n"),
    "numbers": over("1. item\n\n"),
    "quoted lines": over("> a\n"),
}
"""Rendered in a time that grows as the text does."""

GIVEN_UP: dict[str, Source] = {
    "1. 1. 1.": over("1. "),
    "> > >": over("> "),
    "> alone": over(">"),
    "nested lists": _nested_lists,
    "[a](b (": lambda size: "[a](b (" * (size // 7) + ")",
    "<a b=' without end": lambda size: "<a b='" * (size // 6) + ">",
    "definitions": over("a\n: b\n"),
    "fences": over("```\n"),
}
"""Rendered while it is small; some of it nobody can read, and a sentence says so."""
