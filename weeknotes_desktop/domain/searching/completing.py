"""What can be written in the search field where the caret is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from weeknotes_desktop.domain.searching.folding import words_of
from weeknotes_desktop.domain.searching.found import Names
from weeknotes_desktop.domain.searching.parsing import Term, terms
from weeknotes_desktop.domain.searching.query import Became, Field, Place, State


@dataclass(frozen=True, slots=True)
class Completion:
    """What can stand in place of a part of what was typed.

    Args:
        start: Where that part begins; where nothing was typed yet, there is nothing in it.
        end: Where it ends, which is where the caret is.
        written: Each as it is written into the field.
    """

    start: int
    end: int
    written: tuple[str, ...] = ()


def completion(typed: str, caret: int, names: Names) -> Completion:
    """What can be written at the caret: the name of a filter, or what it can be said of.

    Args:
        names: What filters can name in this library.
    """
    term = next((one for one in terms(typed[:caret]) if one.end == caret), None)
    if term is None:
        return Completion(caret, caret, tuple(f"{field}:" for field in Field))
    dash = "-" if term.without else ""
    if not term.field:
        begun = "" if term.quoted else term.value.lower()
        fields = [f"{dash}{field}:" for field in Field if begun and field.startswith(begun)]
        # Only a dash: whatever must not be.
        if term.without and not (term.value or term.quoted):
            fields = [f"{dash}{field}:" for field in Field]
        return Completion(term.start, caret, tuple(fields))
    try:
        field = Field(term.field.lower())
    except ValueError:
        return Completion(caret, caret)
    return Completion(term.start, caret, tuple(_said(dash, field, term, names)))


def _said(dash: str, field: Field, term: Term, names: Names) -> Iterable[str]:
    wanted = " ".join(words_of(term.value))
    for value in _values(field, names):
        if value != term.value and " ".join(words_of(value)).startswith(wanted):
            yield f"{dash}{field}:{_quoted(value)}"


def _values(field: Field, names: Names) -> Iterable[str]:
    match field:
        case Field.YEAR:
            return map(str, names.years)
        case Field.GOAL:
            return [one.value for one in Became]
        case Field.IS:
            return [one.value for one in State]
        case Field.IN:
            return [one.value for one in Place]
        case Field.CATEGORY:
            return names.categories
        case Field.TAG:
            return names.tags
        case Field.WORKSTREAM:
            return names.workstreams
    # A week or a label is written by hand.
    return ()


def _quoted(value: str) -> str:
    # Where a quote ends in the name itself, none around it helps; then its words must do.
    if any(mark in value for mark in '"“”„«»'):
        value = " ".join(words_of(value))
    return f'"{value}"' if any(letter.isspace() for letter in value) else value
