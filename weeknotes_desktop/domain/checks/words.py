"""Words that are spelt right and still not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.prose import MARK, Kind, Prose
from weeknotes_desktop.domain.checks.slip import Slip

APOSTROPHE = "apostrophe"
COMMA_CAPITAL = "capital after a comma"
CAPITAL_BUT = "capital in a sentence"
DOUBLED = "doubled word"

_SEMICOLON = re.compile(
    r"(?<=[^\W\d_])(?P<sign>;[’']|[’'];|;(?=(?:s|t|re|ve|ll|d|m)\b))(?=[^\W\d_])"
)
_BEFORE = re.compile(r"\w+$")
_WORD = re.compile(r"\w{0,40}")
_COMMA_CAPITAL = re.compile(
    r",[ \t\n\u00a0]+(?P<word>The|An|But|And|Or|So|Yet|Because|Although|Though|While|Whilst|Which)"
    r"[ \t\n\u00a0]+(?=[a-z]|I\b)"
)
_CAPITAL_BUT = re.compile(
    r"(?<=[a-z])[ \t\n\u00a0]+(?P<word>But|Because|Although|Whereas)[ \t\n\u00a0]+(?=[a-z]|I\b)"
)
_TWICE = re.compile(
    rf"(?<![\w’'-])(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)?){MARK}*\s[\s{MARK}]*(?P<again>(?P=word))(?![\w’'-])",
    re.IGNORECASE,
)
# Right twice in a row, or said so on purpose; of other languages nobody here knows.
_FITTING = {
    "en": "had that very really so no yes ha bye now there many much long far knock hear tut blah",
    "de": "das dem den der die sie es ihr was so sehr nein ja ganz viel viele immer wieder und",
    "fr": "nous vous très bien non oui si en",
}
_MEANT_TWICE = {language: frozenset(words.split()) for language, words in _FITTING.items()}
_LONGEST_WORD = 40
_LONGEST_GREETING, _WORDS_OF_A_GREETING = 200, 4


def apostrophe(prose: Prose) -> Iterator[Slip]:
    """A semicolon between letters where an apostrophe belongs."""
    for block in prose.written():
        if ";" not in block.text:
            continue
        for found in _SEMICOLON.finditer(block.text):
            begin, end = found.span("sign")
            word = _BEFORE.search(block.text, max(0, begin - _LONGEST_WORD), begin)
            tail = _WORD.match(block.text, end)
            first, last = (word.start() if word else begin), (tail.end() if tail else end)
            typed = block.text[first:last]
            meant = f"{block.text[first:begin]}’{block.text[end:last]}"
            yield Slip(
                check=APOSTROPHE,
                message=f"There is a semicolon in “{typed}”; perhaps “{meant}” was meant.",
                start=block.start + first,
                end=block.start + last,
                words=typed,
                instead=meant,
            )


def comma_capital(prose: Prose) -> Iterator[Slip]:
    """A capital article or conjunction right behind a comma."""
    for block in prose.written(Kind.PARAGRAPH, Kind.ITEM) if prose.english else ():
        for found in _COMMA_CAPITAL.finditer(block.text):
            word = found["word"]
            start, end = found.span("word")
            if _is_greeting(block.text, found.start(), start):
                continue
            yield Slip(
                check=COMMA_CAPITAL,
                message=f"“{word}” has a capital behind a comma; either the comma is meant "
                "as a full stop, or the capital is one too many.",
                start=block.start + start,
                end=block.start + end,
                words=f", {word} {_next_word(block.text, found.end())}",
                instead=word.lower(),
            )


def _is_greeting(text: str, comma: int, word: int) -> bool:
    """Whether the comma ends a line of a few words, as “Dear Ann,” and “Best wishes,” are."""
    line = text[max(text.rfind("\n", 0, comma) + 1, comma - _LONGEST_GREETING) : comma]
    return "\n" in text[comma:word] and len(line.split()) <= _WORDS_OF_A_GREETING


def capital_but(prose: Prose) -> Iterator[Slip]:
    """A capital “But” behind a lower-case word: a full stop is missing."""
    for block in prose.written(Kind.PARAGRAPH, Kind.ITEM) if prose.english else ():
        for found in _CAPITAL_BUT.finditer(block.text):
            word = found["word"]
            start, end = found.span("word")
            yield Slip(
                check=CAPITAL_BUT,
                message=f"“{word}” begins a sentence, but the one before it has not ended.",
                start=block.start + start,
                end=block.start + end,
                words=f"{word} {_next_word(block.text, found.end())}",
            )


def doubled(prose: Prose) -> Iterator[Slip]:
    """The same word twice in a row, where the language has a list of those that may be."""
    fitting = _MEANT_TWICE.get(prose.language.lower().split("-")[0])
    for block in prose.written() if fitting is not None else ():
        for found in _TWICE.finditer(block.text):
            word, again = found["word"], found["again"]
            # Two capitals are a name, as in New York New York, unless a sentence begins.
            name = again[0].isupper() and again != "I"
            if name or word.lower() in (fitting or ()):
                continue
            if _is_meant(block.text, word.lower(), found.start(), found.end()):
                continue
            yield Slip(
                check=DOUBLED,
                message=f"“{again}” stands here twice.",
                start=block.start + found.start("word"),
                end=block.start + found.end("again"),
                words=f"{word} {again}",
                instead=word
                if not block.text[found.end("word") : found.start("again")].strip()
                else None,
            )


def _is_meant(text: str, word: str, start: int, end: int) -> bool:
    """Whether twice is right; three times is never a slip."""
    around = f"{text[max(0, start - len(word) - 1) : start]} {text[end : end + len(word) + 1]}"
    return word.endswith(("’s", "'s")) or word in around.lower().split()


def _next_word(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return word[0] if word else ""
