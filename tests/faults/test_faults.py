"""No fault takes a word that was acknowledged, and none changes one unseen."""

from __future__ import annotations

from pathlib import Path
from random import SystemRandom

import pytest

from tests.faults.kinds import KINDS, Kind
from tests.faults.playing import CASES, play
from tests.faults.stage import Nursery


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_lost(kind: Kind, nursery: Nursery, tmp_path: Path) -> None:
    if why_not := kind.why_not(nursery):
        pytest.skip(why_not)
    first = SystemRandom().randrange(1 << 32)
    failures = play(kind, range(first, first + CASES), nursery, tmp_path)
    assert not failures, "\n".join(f"{failure}\n{failure.trace}" for failure in failures)
