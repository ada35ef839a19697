"""Footnotes: the mark in the text, the words at its end, and the way between them."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.typing_rules.passage import Passage

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,80})\](?!:)")
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*", re.MULTILINE)
# Lines that go on with a footnote are indented.
_FURTHER = (" ", "\t")


def footnote(passage: Passage) -> Passage:
    """A new footnote behind the selection; at the mark of an old one its words, and back."""
    for found in _REFERENCE.finditer(passage.text, *passage.lines()):
        if found.start() <= passage.end <= found.end():
            return _to_words(passage, found[1])
    written = _written_around(passage)
    if written is not None:
        return _to_mark(passage, written[1])
    number = _free_number(passage.text)
    text = passage.text[: passage.end] + f"[^{number}]" + passage.text[passage.end :]
    return _with_words(text.rstrip("\n"), number)


def _free_number(text: str) -> str:
    taken = {found[1] for found in _REFERENCE.finditer(text)}
    taken |= {found[1] for found in _DEFINITION.finditer(text)}
    return next(str(nth) for nth in range(1, len(taken) + 2) if str(nth) not in taken)


def _with_words(text: str, number: str) -> Passage:
    """The text with a place for the words of a footnote at its end, and the caret there."""
    below_another = text.rsplit("\n", 1)[-1].startswith("[^")
    text += f"{chr(10) if below_another else chr(10) * 2}[^{number}]: "
    return Passage(text, len(text), len(text))


def _to_words(passage: Passage, name: str) -> Passage:
    """The words of the footnote selected; a place for them where there are none yet."""
    for found in _DEFINITION.finditer(passage.text):
        if found[1] == name:
            end = passage.text.find("\n", found.end())
            end = len(passage.text) if end < 0 else end
            return Passage(passage.text, found.end(), max(end, found.end()))
    return _with_words(passage.text.rstrip("\n"), name)


def _written_around(passage: Passage) -> re.Match[str] | None:
    """The beginning of the footnote whose words the caret is in."""
    begin, end = passage.lines()
    while True:
        found = _DEFINITION.match(passage.text, begin)
        if found is not None:
            return found
        line = passage.text[begin:end]
        if begin == 0 or not (line.startswith(_FURTHER) or not line.strip()):
            return None
        begin, end = passage.text.rfind("\n", 0, begin - 1) + 1, begin - 1


def _to_mark(passage: Passage, name: str) -> Passage:
    for found in _REFERENCE.finditer(passage.text):
        if found[1] == name:
            return Passage(passage.text, found.end(), found.end())
    return passage
