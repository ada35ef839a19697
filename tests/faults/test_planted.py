"""Each kind of fault finds the bug that it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.kinds import KINDS, Kind
from tests.faults.playing import play
from tests.faults.stage import Nursery

_MOST = 48


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.name}-{kind.plant}")
def test_a_planted_bug_is_found(kind: Kind, nursery: Nursery, tmp_path: Path) -> None:
    if why_not := kind.why_not(nursery):
        pytest.skip(why_not)
    # A bug shows in some cases only, so they are played until it does.
    for first in range(0, _MOST, kind.at_once):
        seeds = range(first, first + kind.at_once)
        failures = play(kind, seeds, nursery, tmp_path, desk=kind.plant)
        if failures:
            assert all("LostError" in failure.why for failure in failures), failures[0].trace
            return
    pytest.fail(f"{kind.plant} was not found by {kind.name}")
