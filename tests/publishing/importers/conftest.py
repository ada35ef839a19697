"""Pages to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.publishing.importers.saved_page import SavedPage

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], FoundPage]:
    """Reads a page of that text."""

    def read_text(text: str) -> FoundPage:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        return SavedPage().read(path)

    return read_text


@pytest.fixture
def month() -> FoundPage:
    """A month of one writer, without titles."""
    return SavedPage().read(PAGES / "month.txt")


@pytest.fixture
def category() -> FoundPage:
    """A category of another, with titles, labels of many forms and two alike."""
    return SavedPage().read(PAGES / "category.txt")
