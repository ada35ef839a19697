"""Return in a list or a quote: it goes on, or ends where an item has no words."""

from __future__ import annotations

from weeknotes_desktop.domain.typing_rules.counting import recounted
from weeknotes_desktop.domain.typing_rules.items import Item, item_of, quote_front
from weeknotes_desktop.domain.typing_rules.passage import Passage


def next_line(passage: Passage) -> Passage:
    """Begin a line that goes on with the list or quote the caret is in.

    Space right behind the caret stays behind: it would stand at the front of
    the new line.
    """
    passage = passage.without_selected() if not passage.is_caret else passage
    begin, end = passage.lines()
    line, column = passage.text[begin:end], passage.start - begin
    item = item_of(line)
    if item is None:
        return _in_quote(passage, line, column)
    if column < item.end and line[item.end :].strip():
        return plain_line(passage)
    if not line[item.end :].strip():
        return _ended(passage, item)
    return _gone_on(passage, item, end)


def plain_line(passage: Passage) -> Passage:
    """Begin a line that goes on with nothing."""
    return passage.replaced(passage.start, passage.end, "\n", 1, 1)


def _in_quote(passage: Passage, line: str, column: int) -> Passage:
    front = quote_front(line)
    if not front or column < len(front):
        return plain_line(passage)
    if not line[len(front) :].strip():
        return _left(passage, "")
    return _split(passage, front, passage.lines()[1])


def _gone_on(passage: Passage, item: Item, end: int) -> Passage:
    """An item of the same kind, with the next number."""
    number = item.number or 0
    begin = passage.lines()[0]
    beside = [item_of(_line_at(passage.text, end + 1))]
    if begin:
        beside.append(item_of(_line_at(passage.text, passage.text.rfind("\n", 0, begin - 1) + 1)))
    # Who numbers every item the same gets that number once more.
    same = any(one and (one.number, one.depth) == (item.number, item.depth) for one in beside)
    mark = item.mark_with(number if same else number + 1)
    box = "[ ] " if item.box else ""
    split = _split(passage, item.front + mark + (item.gap or " ") + box, end)
    return _counted_on(passage, split) if item.number is not None else split


def _split(passage: Passage, front: str, end: int) -> Passage:
    rest = passage.text[passage.start : end]
    space = len(rest) - len(rest.lstrip(" \t"))
    new = "\n" + front
    return passage.replaced(passage.start, passage.start + space, new, len(new), len(new))


def _ended(passage: Passage, item: Item) -> Passage:
    """The item without words goes up to the list around it, or out of all lists."""
    begin, end = passage.lines()
    above = passage.text[: max(begin - 1, 0)].split("\n") if begin else []
    for line in reversed(above):
        outer = item_of(line)
        if outer is not None and outer.depth < item.depth:
            if quote_front(outer.front) != quote_front(item.front):
                break
            mark = outer.front + outer.mark_with((outer.number or 0) + 1) + (outer.gap or " ")
            mark += "[ ] " if outer.box else ""
            shallower = passage.replaced(begin, end, mark, len(mark), len(mark))
            return _counted_on(passage, shallower)
        if line.strip() and outer is None and line[:1] not in (" ", "\t", ">"):
            break
    return _left(passage, quote_front(item.front))


def _left(passage: Passage, front: str) -> Passage:
    """A line behind the list or quote, and an empty one between: else words would go on with it."""
    begin, end = passage.lines()
    above = passage.text[passage.text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
    apart = above.removeprefix(front.rstrip()).strip()
    new = f"{front.rstrip()}\n{front}" if apart else front
    return passage.replaced(begin, end, new, len(new), len(new))


def _counted_on(before: Passage, after: Passage) -> Passage:
    """``after`` with the numbers behind the caret counted on."""
    lines = after.text.split("\n")
    counted = recounted(before.text.split("\n"), lines, before.line_numbers()[0])
    at = after.line_numbers()[0]
    caret = after.start + sum(
        len(new) - len(old) for new, old in zip(counted[: at + 1], lines, strict=False)
    )
    return Passage("\n".join(counted), caret, caret)


def _line_at(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin : len(text) if end < 0 else end] if begin <= len(text) else ""
