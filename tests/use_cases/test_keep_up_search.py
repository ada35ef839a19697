from __future__ import annotations

from tests.fake_search_file import FakeSearchFile
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.use_cases.keep_up_search import make_whole, one_step


def test_steps_are_done_until_everything_is_found_and_each_is_told() -> None:
    file = FakeSearchFile(120, 40, 0, 9)
    told: list[tuple[int, int]] = []
    make_whole(file, lambda done, of: told.append((done, of)), anew=True)
    assert told == [(0, 120), (80, 120), (120, 120)]
    assert (file.left, file.begun_anew) == ([9], 1)


def test_a_step_that_finds_the_index_damaged_goes_on_with_an_empty_one() -> None:
    file = FakeSearchFile(7, damaged=1)
    assert one_step(file) == Upkeep(7, untidy=False)
    assert (file.steps, file.begun_anew) == (2, 0)
