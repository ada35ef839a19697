"""One whole week, letter by letter, as it was looked at and found right.

After a wanted change run ``python -m tests.publishing.test_golden`` and read
the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publishing.example import GOLDEN, example_view, page_of, renderer
from weeknotes_desktop.domain.readers import Audience


def pages() -> Iterator[tuple[Path, str]]:
    """Each golden file, and what it should hold."""
    rendering = renderer()
    for audience in Audience:
        yield GOLDEN / f"week.{audience}.html", rendering.render(example_view(audience)) + "\n"
    whole = page_of(example_view(Audience.PUBLIC), rendering)
    # Styles are looked at in a browser, not here.
    start, end = whole.index("<style>"), whole.index("</style>")
    policy = whole.index("sha256-")
    frame = whole[:policy] + "…" + whole[whole.index("'", policy) : start] + whole[end:]
    yield GOLDEN / "page.html", frame


@pytest.mark.parametrize("name", ["week.me", "week.team", "week.public", "page"])
def test_the_example_week_looks_as_it_did(name: str) -> None:
    made = {path.stem: text for path, text in pages()}
    assert made[name] == (GOLDEN / f"{name}.html").read_text(encoding="utf-8")


if __name__ == "__main__":
    for path, text in pages():
        path.write_text(text, encoding="utf-8")
