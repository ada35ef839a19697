from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.stage import Nursery


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """The warm process that all services of the suite are forked from."""
    with Nursery(tmp_path_factory.mktemp("nursery")) as warm:
        yield warm
