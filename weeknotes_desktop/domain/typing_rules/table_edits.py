"""What can be done in a table: from cell to cell, rows and columns more or less."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.typing_rules.own_lines import paragraph_of_its_own
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.tables import Found, Row, Table, escaped, table_at

_NEW = (("",) * 3,) * 3
_ALIGNMENTS = ("", ":", ": :", " :")


def table(passage: Passage) -> Passage:
    """A table of three columns, a head and two rows; of words set apart by tabs, theirs."""
    if table_at(passage) is not None:
        return tidy(passage)
    rows = _tabbed(passage.selected) or _NEW
    made = Table("", rows, ("",) * len(rows[0]))
    drawn = "\n".join(made.lines())
    bare = passage if rows is _NEW else passage.without_selected()
    placed = paragraph_of_its_own(bare, drawn)
    begin = placed.start - len(drawn)
    start, end = made.place(0, 0)
    return Passage(placed.text, begin + start, begin + end)


def tidy(passage: Passage) -> Passage:
    """The columns of the table one below the other."""
    found = table_at(passage)
    return passage if found is None else _put(passage, found, found.table, found.row, found.column)


def next_cell(passage: Passage) -> Passage | None:
    """To the cell behind; behind the last one a new row begins. None outside tables."""
    found = table_at(passage)
    if found is None:
        return None
    row, column = found.row, found.column + 1
    if column == found.table.width:
        row, column = row + 1, 0
    grown = found.table
    if row == len(grown.rows):
        grown = grown.with_rows((*grown.rows, _empty_row(grown)))
    return _put(passage, found, grown, row, column)


def previous_cell(passage: Passage) -> Passage | None:
    """To the cell before; None outside tables."""
    found = table_at(passage)
    if found is None:
        return None
    place = max(found.row * found.table.width + found.column - 1, 0)
    return _put(passage, found, found.table, *divmod(place, found.table.width))


def add_row(passage: Passage) -> Passage:
    """A row below that of the caret."""
    found = table_at(passage)
    if found is None:
        return passage
    rows = list(found.table.rows)
    rows.insert(found.row + 1, _empty_row(found.table))
    return _put(passage, found, found.table.with_rows(rows), found.row + 1, found.column)


def remove_row(passage: Passage) -> Passage:
    """The row of the caret taken out; a table keeps its head."""
    found = table_at(passage)
    if found is None or found.row == 0:
        return passage
    rows = [row for nth, row in enumerate(found.table.rows) if nth != found.row]
    row = min(found.row, len(rows) - 1)
    return _put(passage, found, found.table.with_rows(rows), row, found.column)


def add_column(passage: Passage) -> Passage:
    """A column behind that of the caret."""
    found = table_at(passage)
    if found is None:
        return passage
    at = found.column + 1
    wider = replace(
        found.table.with_rows((*row[:at], "", *row[at:]) for row in found.table.rows),
        aligned=(*found.table.aligned[:at], "", *found.table.aligned[at:]),
    )
    return _put(passage, found, wider, found.row, at)


def remove_column(passage: Passage) -> Passage:
    """The column of the caret taken out; a table keeps its last one."""
    found = table_at(passage)
    if found is None or found.table.width == 1:
        return passage
    at = found.column
    narrower = replace(
        found.table.with_rows(row[:at] + row[at + 1 :] for row in found.table.rows),
        aligned=found.table.aligned[:at] + found.table.aligned[at + 1 :],
    )
    return _put(passage, found, narrower, found.row, min(at, narrower.width - 1))


def align_column(passage: Passage) -> Passage:
    """The column of the caret to the left, the middle, the right, or as it comes, in turn."""
    found = table_at(passage)
    if found is None:
        return passage
    aligned = list(found.table.aligned)
    now = _ALIGNMENTS.index(aligned[found.column])
    aligned[found.column] = _ALIGNMENTS[(now + 1) % len(_ALIGNMENTS)]
    other = replace(found.table, aligned=tuple(aligned))
    return _put(passage, found, other, found.row, found.column)


def _put(passage: Passage, found: Found, new: Table, row: int, column: int) -> Passage:
    """``new`` in place of what was found, with the words of one cell selected."""
    drawn = "\n".join(new.lines())
    return passage.replaced(found.begin, found.end, drawn, *new.place(row, column))


def _empty_row(like: Table) -> Row:
    return ("",) * like.width


def _tabbed(words: str) -> tuple[Row, ...]:
    """The cells of lines whose words are set apart by tabs; nothing where they are not."""
    lines = [line for line in words.split("\n") if line.strip()]
    if not lines or not all("\t" in line for line in lines):
        return ()
    rows = [escaped([cell.strip() for cell in line.split("\t")]) for line in lines]
    width = max(len(row) for row in rows)
    return tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
