"""The one list of checks: the margin, *Publish* and the command ``check`` go by it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from weeknotes_desktop.domain.checks import (
    affect,
    ending,
    footnotes,
    links,
    lists,
    needs_work,
    pictures,
    sentences,
    spaces,
    spelling,
    unclosed,
    words,
)
from weeknotes_desktop.domain.checks.about_label import NAME as LABEL
from weeknotes_desktop.domain.checks.about_note import GOALS, TITLE
from weeknotes_desktop.domain.checks.prose import Prose, prose_of
from weeknotes_desktop.domain.checks.slip import Slip

Rule = Callable[[Prose], Iterator[Slip]]

RULES: dict[str, Rule] = {
    words.APOSTROPHE: words.apostrophe,
    words.COMMA_CAPITAL: words.comma_capital,
    words.CAPITAL_BUT: words.capital_but,
    words.DOUBLED: words.doubled,
    affect.NAME: affect.affect,
    sentences.QUESTION: sentences.question,
    sentences.COMMA_END: sentences.comma_end,
    lists.RESTARTS: lists.restarts,
    lists.ANNOUNCED: lists.announced,
    spaces.BEFORE_STOP: spaces.before_stop,
    spaces.DOUBLED: spaces.doubled,
    spaces.TRAILING: spaces.trailing,
    footnotes.TWICE: footnotes.twice,
    footnotes.WORDLESS: footnotes.wordless,
    footnotes.UNREACHED: footnotes.unreached,
    links.NAME: links.any_link,
    pictures.NAME: pictures.undescribed,
    needs_work.NAME: needs_work.needs_work,
    unclosed.NAME: unclosed.unclosed,
    ending.NAME: ending.ending,
}
"""Every rule by its name, in the order in which a writer would look."""

CHECKS = (*RULES, spelling.NAME, LABEL, TITLE, GOALS)
"""Every check by its name; the last three are about the note as a whole."""

WHEN_DONE = frozenset({ending.NAME})
"""What is always so while somebody writes, and not marked before they are about to publish."""


def slips(body: str, language: str) -> tuple[Slip, ...]:
    """All that the rules find in the body of a note, from its beginning to its end."""
    return slips_in(prose_of(body, language))


def slips_in(prose: Prose) -> tuple[Slip, ...]:
    """The same, where the prose is known already."""
    return in_order(slip for rule in RULES.values() for slip in rule(prose))


def in_order(found: Iterable[Slip], silent: Container[str] = ()) -> tuple[Slip, ...]:
    """The slips from title to end of the note, without those that are silenced."""
    heard = (slip for slip in found if slip.key not in silent)
    return tuple(
        sorted(heard, key=lambda slip: (not slip.in_title, slip.start, slip.end, slip.check))
    )
