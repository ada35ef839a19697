"""Reads the rows of a damaged library page by page, without SQLite, which gives up much earlier.

Only what is needed for that is known here of SQLite's file format: the pages
that hold rows of tables, how a row is written, and where a long one goes on.
Which table a row belongs to, and whether it says what was saved, is for others
to tell: nothing that comes out of here is to be believed without a fingerprint.
"""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass

from weeknotes_desktop.storage.connection import LARGEST_VALUE

Value = int | float | str | bytes | None

_PAGE_SIZE = 4096
"""Of every library that we made, also where its header cannot say so any more."""
_HEADER = 100
_LEAF = 0x0D
# A page of rows, also with one bit of its kind turned over.
_LIKE_A_LEAF = frozenset({_LEAF} | {_LEAF ^ (1 << bit) for bit in range(8)})
# Pages of an index, the inner ones too: there, too, an entry stands only once.
_OF_AN_INDEX = {0x0A: (8, 0), 0x02: (12, 4)}
_MOST_COLUMNS = 40
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Record:
    """One row of some table.

    Args:
        rowid: Its number; a column that is that number is None in ``values``.
    """

    rowid: int
    values: tuple[Value, ...]


class _NoRecordError(Exception):
    """No row stands there, or none that can be read."""


def page_size(file: bytes) -> int:
    """The size of the pages, as the header says where it says something possible."""
    if len(file) >= _HEADER:
        (size,) = struct.unpack_from(">H", file, 16)
        if size == 1:
            return 65_536
        if size >= 512 and size & (size - 1) == 0:
            return int(size)
    return _PAGE_SIZE


class Pages:
    """The pages of a file, some of them in a newer state.

    Args:
        file: The whole file.
        newer: Pages of its log, by their number.
        size: Of one page.
    """

    def __init__(self, file: bytes, newer: dict[int, bytes], size: int) -> None:
        self._file = file
        self._newer = newer
        self._size = size
        self._count = max([-(-len(file) // size), *newer])

    def records(self) -> Iterator[Record]:
        """Every row of every table that can be read."""
        for number in range(1, self._count + 1):
            page = self._page(number)
            start = _HEADER if number == 1 else 0
            if len(page) == self._size and page[start] in _LIKE_A_LEAF:
                yield from self._records_of(page, start)

    def entries(self, lengths: Container[int]) -> Iterator[tuple[Value, ...]]:
        """Every entry of every index that can be read; its last value is the number of its row.

        Args:
            lengths: How many values an entry must have to be wanted.
        """
        for number in range(2, self._count + 1):
            page = self._page(number)
            if len(page) == self._size and page[0] in _OF_AN_INDEX:
                listed, child = _OF_AN_INDEX[page[0]]
                (count,) = struct.unpack_from(">H", page, 3)
                count = min(count, (self._size - listed) // 2)
                for place in struct.unpack_from(f">{count}H", page, listed):
                    with suppress(_NoRecordError):
                        yield self._entry(page, place + child, lengths)

    def _entry(self, page: bytes, place: int, lengths: Container[int]) -> tuple[Value, ...]:
        try:
            length, at = _varint(page, place)
            if len(_form(page, at, length)[0]) not in lengths:
                raise _NoRecordError
            return self._row(page, at, length, (self._size - 12) * 64 // 255 - 23)[0]
        except (IndexError, struct.error):
            raise _NoRecordError from None

    def _page(self, number: int) -> bytes:
        newer = self._newer.get(number)
        if newer is not None:
            return newer
        return self._file[(number - 1) * self._size : number * self._size]

    def _records_of(self, page: bytes, start: int) -> Iterator[Record]:
        """Those the page lists, then those that stand where it lists none."""
        count, content = struct.unpack_from(">2H", page, start + 3)
        listed = start + 8
        count = min(count, (self._size - listed) // 2)
        places = struct.unpack_from(f">{count}H", page, listed)
        taken: list[tuple[int, int]] = []
        for place in places:
            try:
                record, end = self._record(page, place)
            except _NoRecordError:
                continue
            taken.append((place, end))
            yield record
        begin = min([content or self._size, *places]) if places else content
        yield from self._unlisted(page, max(begin, listed), sorted(taken))

    def _unlisted(self, page: bytes, begin: int, taken: list[tuple[int, int]]) -> Iterator[Record]:
        """Rows of a page whose list is damaged: whatever can be read as one."""
        at = begin
        for place, end in [*taken, (self._size, self._size)]:
            while at < place:
                if page[at]:
                    try:
                        record, at = self._record(page, at)
                    except _NoRecordError:
                        pass
                    else:
                        yield record
                        continue
                at += 1
            at = max(at, end)

    def _record(self, page: bytes, place: int) -> tuple[Record, int]:
        """The row that begins at ``place``, and where on the page it ends."""
        try:
            length, at = _varint(page, place)
            rowid, at = _varint(page, at)
            values, end = self._row(page, at, length, self._size - 35)
        except (IndexError, struct.error):
            raise _NoRecordError from None
        return Record(rowid, values), end

    def _row(self, page: bytes, at: int, length: int, most: int) -> tuple[tuple[Value, ...], int]:
        """The values of a row of that length, and where on the page it ends.

        Args:
            most: How long a row may be that stands whole on its own page.
        """
        if not 2 <= length <= LARGEST_VALUE:
            raise _NoRecordError
        here = length if length <= most else self._kept_here(length, most)
        end = at + here + (4 if here < length else 0)
        if end > self._size:
            raise _NoRecordError
        kinds, widths = _form(page, at, min(here, length))
        if sum(widths) + _varint(page, at)[0] != length:
            raise _NoRecordError
        payload = page[at : at + here]
        if here < length:
            (onward,) = struct.unpack_from(">I", page, at + here)
            payload += self._overflow(onward, length - here)
        return _values(payload, kinds, widths), end

    def _kept_here(self, length: int, most: int) -> int:
        """How much of a row that goes on elsewhere stands on its own page."""
        least = (self._size - 12) * 32 // 255 - 23
        fitting = least + (length - least) % (self._size - 4)
        return fitting if fitting <= most else least

    def _overflow(self, number: int, wanted: int) -> bytes:
        """The rest of a long row; what cannot be found is left out, and the fingerprint tells."""
        parts: list[bytes] = []
        seen: set[int] = set()
        while wanted > 0 and 0 < number <= self._count and number not in seen:
            seen.add(number)
            page = self._page(number)
            if len(page) < self._size:
                break
            parts.append(page[4 : 4 + min(wanted, self._size - 4)])
            wanted -= len(parts[-1])
            (number,) = struct.unpack_from(">I", page)
        return b"".join(parts)


def _form(page: bytes, at: int, length: int) -> tuple[list[int], list[int]]:
    """Kind and width of every value of the row whose header stands there."""
    header, place = _varint(page, at)
    if not 2 <= header <= length:
        raise _NoRecordError
    kinds: list[int] = []
    while place < at + header:
        kind, place = _varint(page, place)
        kinds.append(kind)
    if place != at + header or len(kinds) > _MOST_COLUMNS:
        raise _NoRecordError
    return kinds, [_width(kind) for kind in kinds]


def _width(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise _NoRecordError
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _values(payload: bytes, kinds: list[int], widths: list[int]) -> tuple[Value, ...]:
    at, _ = _varint(payload, 0)
    values: list[Value] = []
    for kind, width in zip(kinds, widths, strict=True):
        values.append(_value(kind, payload[at : at + width]))
        at += width
    return tuple(values)


def _value(kind: int, raw: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind in _INTEGERS:
        return int.from_bytes(raw, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", raw)[0]) if len(raw) == 8 else None
    return raw.decode("utf-8", "replace") if kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at ``at``, and where it ends."""
    number = data[at]
    if number < 0x80:
        return number, at + 1
    number = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at
    return number << 8 | data[at], at + 1
