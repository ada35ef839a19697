"""Tables: their columns, their cells, their rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.typing_rules.passages import marked, passages, shown
from weeknotes_desktop.domain.typing_rules import table_edits
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.tables import cell_spans, table_at

SMALL = "| a | b |\n|---|:-:|\n| c¦ | 😀 |"


def cells(text: str) -> list[list[str]]:
    lines = text.split("\n")
    return [
        [line[begin:end].strip() for begin, end in cell_spans(line)]
        for nth, line in enumerate(lines)
        if nth != 1
    ]


def test_a_new_table_has_three_columns_a_head_and_two_rows() -> None:
    after = table_edits.table(marked("One.¦\nTwo."))
    row = "|     |     |     |"
    assert shown(after) == (
        "One.\n\n| ¦    |     |     |\n| --- | --- | --- |\n" + f"{row}\n{row}\n\nTwo."
    )


def test_words_set_apart_by_tabs_become_a_table() -> None:
    after = table_edits.table(marked("¦week\tgoals\n16\ta|b¦"))
    assert shown(after) == "| ¦week¦ | goals |\n| ---- | ----- |\n| 16   | a\\|b  |\n"


@pytest.mark.parametrize(
    ("cell", "drawn"),
    [
        ("a\\|b", "a\\|b"),
        ("a\\\\|b", "a\\\\\\|b"),
        ("`a|b`", "`a|b`"),
        ("a`|b", "a\\`\\|b"),
        ("C:\\dir\\", "C:\\dir\\"),
    ],
)
def test_a_stroke_in_such_words_is_escaped_once(cell: str, drawn: str) -> None:
    after = table_edits.table(marked(f"¦{cell}\tc¦"))
    assert after.selected == drawn
    assert cells(after.text.rstrip("\n")) == [[drawn, "c"]]


@given(
    st.lists(
        st.lists(st.text(alphabet="ab|\\` *:-é", max_size=6), min_size=2, max_size=3).filter(
            lambda row: any(cell.strip() for cell in row)
        ),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_stands_between_tabs_is_in_its_cell(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    after = table_edits.table(Passage(text, 0, len(text)))
    width = max(len(row) for row in rows)
    made = cells(after.text.rstrip("\n"))
    assert len(made) == len(rows)
    for was, now in zip(rows, made, strict=True):
        assert len(now) == width
        for cell, other in zip(was, now, strict=False):
            assert other.replace("\\", "") == cell.strip().replace("\\", "")


@pytest.mark.parametrize(
    ("rule", "after"),
    [
        (table_edits.tidy, "| a   |  b  |\n| --- | :-: |\n| ¦c¦   | 😀  |"),
        (table_edits.next_cell, "| a   |  b  |\n| --- | :-: |\n| c   | ¦😀¦  |"),
        (table_edits.previous_cell, "| a   |  ¦b¦  |\n| --- | :-: |\n| c   | 😀  |"),
        (table_edits.add_row, "| a   |  b  |\n| --- | :-: |\n| c   | 😀  |\n| ¦    |     |"),
        (table_edits.remove_row, "| ¦a¦   |  b  |\n| --- | :-: |"),
        (table_edits.remove_column, "|  b  |\n| :-: |\n| ¦😀¦  |"),
        (
            table_edits.add_column,
            "| a   |     |  b  |\n| --- | --- | :-: |\n| c   | ¦    | 😀  |",
        ),
        (table_edits.align_column, "| a   |  b  |\n| :-- | :-: |\n| ¦c¦   | 😀  |"),
    ],
)
def test_a_table_is_edited_and_its_columns_stay_one_below_the_other(
    rule: Callable[[Passage], Passage | None], after: str
) -> None:
    assert shown(rule(marked(SMALL))) == after


def test_tab_in_the_last_cell_begins_a_row() -> None:
    after = table_edits.next_cell(marked("|a|b|\n|-|-|\n|c|d¦|\nOne."))
    assert shown(after) == ("| a   | b   |\n| --- | --- |\n| c   | d   |\n| ¦    |     |\nOne.")


@pytest.mark.parametrize(
    "text", ["a ¦| b", "| a |¦\n| b |", "One.¦", "", "|---|¦", "| a |\n|---|\n\n¦b | c"]
)
def test_what_is_no_table_stays_as_it_is(text: str) -> None:
    passage = marked(text)
    assert table_at(passage) is None
    assert table_edits.next_cell(passage) is None
    assert table_edits.previous_cell(passage) is None
    assert table_edits.add_row(passage) == passage


def test_strokes_in_code_and_behind_backslashes_part_nothing() -> None:
    assert cells("| `a|b` | c\\|d |") == [["`a|b`", "c\\|d"]]


def test_a_table_may_lack_its_outer_strokes_and_some_cells() -> None:
    after = table_edits.tidy(marked("a | b\n--|:--\nc¦\\| | d | e"))
    assert after.text == ("| a   | b   |     |\n| --- | :-- | --- |\n| c\\| | d   | e   |")


def test_a_long_cell_does_not_widen_its_column_for_all() -> None:
    long = "word " * 30 + "end"
    after = table_edits.tidy(marked(f"| a¦ | b |\n|---|---|\n| {long} | c |"))
    assert max(len(line) for line in after.text.split("\n")[:2]) < 60


TABLES = st.lists(
    st.lists(
        st.sampled_from(["a", "", "bb b", "😀", "`x|y`", "c\\|d", ":-:"]), min_size=1, max_size=4
    ),
    min_size=1,
    max_size=4,
).map(
    lambda rows: "\n".join(
        ["|".join(["", *rows[0], ""]), "|" + "---|" * len(rows[0])]
        + ["|".join(["", *row, ""]) for row in rows[1:]]
    )
)


@given(passages(TABLES))
def test_a_tidy_table_holds_the_same_words_and_stays_tidy(passage: Passage) -> None:
    after = table_edits.tidy(passage)
    if after != passage:
        was, now = cells(passage.text), cells(after.text)
        for row, tidied in zip(was, now, strict=True):
            assert [cell for cell in row if cell] == [cell for cell in tidied if cell]
        assert table_edits.tidy(after).text == after.text


@given(passages(TABLES), st.sampled_from(["add", "remove"]), st.sampled_from(["row", "column"]))
def test_no_table_breaks(passage: Passage, what: str, which: str) -> None:
    after = getattr(table_edits, f"{what}_{which}")(passage)
    assert 0 <= after.start <= after.end <= len(after.text)


@given(passages(TABLES))
def test_going_on_and_back_ends_in_the_same_cell(passage: Passage) -> None:
    found = table_at(passage)
    on = table_edits.next_cell(passage)
    if found is not None and on is not None:
        back = table_edits.previous_cell(on)
        assert back is not None
        there = table_at(back)
        assert there is not None
        assert (there.row, there.column) == (found.row, found.column)
