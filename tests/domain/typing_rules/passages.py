"""Texts with what is selected in them drawn as bars, for tests of the rules of typing."""

from __future__ import annotations

from hypothesis import strategies as st

from weeknotes_desktop.domain.typing_rules.passage import Passage

LETTERS = st.text(alphabet="ab 1.-*_#>[]()^:%|`x\t\n😀é", max_size=60)
LISTS = st.lists(
    st.sampled_from(
        ["- a", "  - b", "    - c", "1. d", "2. e", "  1. f", "- [ ] g", "> - h", "> i", "", "j"]
    ),
    max_size=8,
).map("\n".join)


@st.composite
def passages(draw: st.DrawFn, text: st.SearchStrategy[str] = LETTERS) -> Passage:
    words = draw(text)
    places = st.integers(0, len(words))
    return Passage(words, *sorted((draw(places), draw(places))))


@st.composite
def carets(draw: st.DrawFn, text: st.SearchStrategy[str] = LETTERS) -> Passage:
    words = draw(text)
    place = draw(st.integers(0, len(words)))
    return Passage(words, place, place)


def marked(text: str, bar: str = "¦") -> Passage:
    """``text`` with its selection between two bars, or its caret at one."""
    first, _, rest = text.partition(bar)
    selected, second, last = rest.partition(bar)
    if not second:
        return Passage(first + selected, len(first), len(first))
    return Passage(first + selected + last, len(first), len(first + selected))


def shown(passage: Passage | None, bar: str = "¦") -> str | None:
    """What ``marked`` would make the passage of."""
    if passage is None:
        return None
    text, start, end = passage.text, passage.start, passage.end
    if start == end:
        return f"{text[:start]}{bar}{text[start:]}"
    return f"{text[:start]}{bar}{text[start:end]}{bar}{text[end:]}"
