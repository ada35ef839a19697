"""How one line of Markdown looks in the editor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.ui.editor.marks import LONGEST, ORDINARY, Look, stretches


def looks(line: str, state: int = ORDINARY) -> dict[str, int]:
    """What each stretch of ``line`` looks like at last, by its words."""
    found, _ = stretches(line, state)
    at = [Look.PLAIN] * len(line)
    for begin, end, look in found:
        at[begin:end] = [look] * (end - begin)
    runs: dict[str, int] = {}
    begin = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or at[place] != at[begin]:
            runs[line[begin:place]] = at[begin]
            begin = place
    return runs


@pytest.mark.parametrize(
    ("line", "words", "look"),
    [
        ("# Focus", "# Focus", Look.HEADING | Look.BOLD | Look.LARGEST),
        ("## Ones to watch", "## Ones to watch", Look.HEADING | Look.BOLD | Look.LARGE),
        ("### Ones", "### Ones", Look.HEADING | Look.BOLD),
        ("We **walked** home", "walked", Look.BOLD),
        ("We **walked** home", "**", Look.QUIET),
        ("We *walked* home", "walked", Look.ITALIC),
        ("We ***walked*** home", "walked", Look.BOLD | Look.ITALIC),
        ("**a *b* c**", "b", Look.BOLD | Look.ITALIC),
        ("We `walked *home*`", "`walked *home*`", Look.CODE),
        ("See [the notes](https://example.org)", "the notes", Look.LINK),
        ("See [the notes](https://example.org)", "](https://example.org)", Look.QUIET),
        ("took longer.[^1]", "[^1]", Look.QUIET),
        ("[^1]: Two walks", "[^1]:", Look.QUIET),
        ("[GOALS]", "[GOALS]", Look.CHIP),
        ("[NEXT WEEK]", "[NEXT WEEK]", Look.CHIP),
        ("my [GOALS] are", "my [GOALS] are", Look.PLAIN),
        ("::: private", "::: private", Look.QUIET),
        ("- walk", "-", Look.LIST),
        ("12. walk", "12.", Look.LIST),
        ("> said", " said", Look.PLAIN),
        ("not \\*so\\*", "not \\*so\\*", Look.PLAIN),
        ("2 * 3 * 4", "2 * 3 * 4", Look.PLAIN),
        ("snake_case_name", "snake_case_name", Look.PLAIN),
        ("#hashtag", "#hashtag", Look.PLAIN),
        ("~~gone~~", "gone", Look.STRUCK),
    ],
)
def test_a_stretch_looks_like_what_it_is(line: str, words: str, look: int) -> None:
    assert looks(line).get(words, Look.PLAIN) == look


def test_a_fence_goes_on_until_its_own_mark_closes_it() -> None:
    _, inside = stretches("````python", ORDINARY)
    assert inside != ORDINARY
    for line in ("**not bold**", "```", "~~~~", ""):
        found, state = stretches(line, inside)
        assert (found, state) == ([], inside)
    _, after = stretches("````", inside)
    assert after == ORDINARY


@given(st.text(alphabet="ab *_`[]()!~%#>-1.:/\\^x", max_size=80), st.integers(0, 9))
def test_every_stretch_lies_within_its_line(line: str, state: int) -> None:
    found, after = stretches(line, state)
    assert all(0 <= begin <= end <= len(line) for begin, end, _ in found)
    assert after >= ORDINARY


@pytest.mark.parametrize("hostile", ["*a", "`", "[", "**", "![](", "_a ", "`a``b", "%%", "~~a"])
def test_a_megabyte_on_one_line_is_looked_at_only_so_far(hostile: str) -> None:
    line = hostile * (1_000_000 // len(hostile))
    found, _ = stretches(line, ORDINARY)
    assert all(end <= LONGEST for _, end, _ in found)
