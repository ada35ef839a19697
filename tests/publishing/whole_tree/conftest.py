"""A place for a site."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    place = tmp_path / "out" / "site"
    place.parent.mkdir()
    return place
