"""What the words around a goal say became of it; nothing where they do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.publishing.importers.lines import plain

_NEGATED = r"(?:not|n't|never|no)"
_NOT_ONLY = re.compile(rf"\b(?:\w*{_NEGATED})\s+(?:just|only|merely)\b.*\bbut\b")
_JUDGEMENTS: Sequence[tuple[re.Pattern[str], Outcome]] = (
    (_NOT_ONLY, Outcome.DONE),
    (
        re.compile(
            r"\b(?:dropped|abandoned|cancelled|scrapped|gave up|let go|decided (?:not|against))\b"
        ),
        Outcome.DROPPED,
    ),
    (
        re.compile(
            rf"""
            \b\w*{_NEGATED}(?:\ (?:yet|even|really|been|quite))*\ (?:start(?:ed)?|begun|begin
                |g[eo]t\ (?:to|round|around|near)|touch(?:ed)?|happen(?:ed)?|manage
                |make\ (?:any\ )?(?:time|progress))\b
            | \bno\ progress\b | \bnever\ (?:got|happened)\b | \bnot\ (?:done|achieved|met)\b
            | \b(?:did|was|were|has|have|is|are)n't\ (?:do(?:ne)?|achieved?|met|meet)\b
            """,
            re.VERBOSE,
        ),
        Outcome.NOT_STARTED,
    ),
    (
        re.compile(
            r"""
            \b(?:but|however|although|though|part(?:ly|ially|-done|way)?|half(?:way|\ done)?|still
                |(?:some|good|real|slow|made)\ (?:good\ )?progress|in\ progress|under\ ?way
                |nearly|almost|not\ quite|more\ (?:work|to\ do)|started|begun|began)\b
            | n(?:ot|'t)\ (?:finish(?:ed)?|completed?)\b
            """,
            re.VERBOSE,
        ),
        Outcome.PARTLY,
    ),
    (
        re.compile(
            r"""
            \b(?:done|completed?|finished|achieved|delivered|published|shipped|launched|agreed|sent
                |met|signed\ off|nailed|ticked|hit|accomplished|managed|landed|did)\b
            """,
            re.VERBOSE,
        ),
        Outcome.DONE,
    ),
)
_REPORTS = re.compile(
    r"(?:we|i)\b|.*?\b(?:(?:did|was|were|has|have|is|are)n't|(?:did|was|were|has|have) not)\b"
)
_WE_HAVE = re.compile(r"(?:we|i)(?:'ve| have| had| did| made| got| now| also| \w+ed)\b")
_MARKS = {
    **dict.fromkeys(("✓", "✔", "✅", "☑", "[x]"), Outcome.DONE),
    **dict.fromkeys(("◐",), Outcome.PARTLY),
    **dict.fromkeys(("✗", "✘", "❌"), Outcome.NOT_STARTED),
    **dict.fromkeys(("☐", "[ ]", "○"), None),
}
_SAID = (
    r"(?:(?:not |partly |part |half |nearly |almost |mostly )?"
    r"(?:done|started|finished|completed?|dropped|achieved|met)|partly|in progress|carried over)"
)
_MARKED = re.compile(
    rf"(?P<text>.+?)\s*(?:\(\s*(?P<inside>{_SAID})[.!]?\s*\)|\s[–—-]\s*(?P<after>{_SAID}))[.!]?",
    re.IGNORECASE,
)
_MARKED_BEFORE = re.compile(rf"(?P<said>{_SAID})\s*[:–—-]\s+(?P<text>.+)", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:all|both)\b(?!\s+(?:the )?(?:week|day|year|time|too|but)\b)"
    r"|\b(?:each|every one) of (?:them|these)\b"
    r"|\beverything\b|\bnone\b|\bany of (?:them|these)\b"
)
_NOT_ALL = re.compile(r"\b(?:not|n't|nearly|almost) (?:all|both|everything)\b")
_PLACES = {
    name: place
    for place, name in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"))
} | {"last": -1, "final": -1}
_PLACE = re.compile(rf"\b(?:{'|'.join(_PLACES)})(?!\s+(?:week|year|month|day|time|thing|few)\b)")
_CLAUSES = re.compile(r"[.;!?]\s+|,\s+|\s+(?:and|but|while|whilst)\s+(?=(?:the|i|we|my)\b)|[.;!?]$")
_BUT = re.compile(r"\s*[,;–—-]*\s+(?:but|although|though)\s+", re.IGNORECASE)


def judge(text: str) -> Outcome | None:
    """What a sentence that reports on a goal says became of it."""
    words = plain(text)
    for pattern, outcome in _JUDGEMENTS:
        if pattern.search(words):
            return outcome
    return None


def is_report(text: str) -> bool:
    """Whether an item of a list tells what happened rather than what is meant to."""
    return _REPORTS.match(plain(text)) is not None


def judge_report(text: str) -> tuple[str, Outcome | None, str | None]:
    """An item that reports on a goal, as wording, outcome and what happened."""
    outcome = judge(text)
    words = plain(text)
    if outcome is None and _WE_HAVE.match(words):
        outcome = Outcome.DONE
    but = _BUT.search(text)
    if outcome is Outcome.PARTLY and but is not None and but.start() > 0:
        line = text[but.end() :].rstrip(". ")
        return text[: but.start()].rstrip(",;–— "), outcome, line[:1].upper() + line[1:]
    return text, outcome, None


def read_mark_of_outcome(text: str) -> tuple[str, Outcome | None]:
    """A goal with a mark of its own, as “✓ Agree the plan” or “Agree the plan (done)”."""
    for sign, marked in _MARKS.items():
        if text.lower().startswith(sign) and text[len(sign) :].strip():
            return text[len(sign) :].strip(), marked
    before = _MARKED_BEFORE.fullmatch(text)
    if before:
        return before["text"], _said(before["said"])
    match = _MARKED.fullmatch(text)
    return (match["text"], _said(match["inside"] or match["after"])) if match else (text, None)


def _said(words: str) -> Outcome | None:
    if "carried" in words.lower():
        return Outcome.PARTLY
    return judge(words)


def judge_all(around: Sequence[str]) -> Outcome | None:
    """What sentences around a list say of all its goals at once."""
    for sentence in around:
        words = plain(sentence)
        if _NOT_ALL.search(words) or not _ALL.search(words):
            continue
        outcome = judge(words)
        if "none" in words or "any of" in words:
            outcome = Outcome.NOT_STARTED if outcome is Outcome.NOT_STARTED else None
            outcome = Outcome.NOT_STARTED if re.search(r"\bnone\b.*\bstarted\b", words) else outcome
        if outcome is not None:
            return outcome
        if "progress" in words:
            return Outcome.PARTLY
    return None


def judge_each(around: Sequence[str], count: int) -> Mapping[int, Outcome]:
    """What sentences say of single goals, by their place: “The second is nearly there”."""
    found: dict[int, Outcome] = {}
    for sentence in around:
        pending: list[int] = []
        for clause in _CLAUSES.split(plain(sentence)):
            pending += [_PLACES[place] % max(count, 1) for place in _PLACE.findall(clause)]
            outcome = judge(clause) if pending else None
            if outcome is not None:
                found.update((place, outcome) for place in pending if place < count)
                pending = []
    return found
