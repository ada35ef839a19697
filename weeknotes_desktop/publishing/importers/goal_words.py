"""Sentences and lists that set goals, told from those that do not."""

from __future__ import annotations

import re
from enum import Enum, auto

from weeknotes_desktop.publishing.importers.headings import is_focus, is_goals, is_next_week
from weeknotes_desktop.publishing.importers.lines import plain, sentences

_GOAL = r"(?:goals?|objectives?|priorit(?:y|ies)|aims|intentions)"
_NUMBER = r"(?P<count>two|three|four|five|six|seven|\d)"
_GOAL_WORD = re.compile(rf"\b{_GOAL}\b")
_OURS = re.compile(r"\b(?:i|i've|i'd|i'm|my|we|we've|our|myself|week|weeks|week's)\b")
_OTHER_THINGS = re.compile(
    r"\b(?:read|reading|books?|articles?|links?|podcasts?|blogs?|blogposts?|posts|films?|videos?|watched"
    r"|listened|recommend\w*|thanks|thank|people|scored)\b"
)
_SETS = re.compile(rf"\b(?:set|wrote|chose|my|our)\b(?: [\w-]+){{0,3}} {_GOAL}\b")
_FOR_A_WEEK = re.compile(rf"\b{_GOAL} (?:for|this|next|were|are)\b")
_NEXT = re.compile(r"\bnext week\b|\bthe week ahead\b|\bthe coming week\b|\bnext week's\b")
_HOPED = re.compile(
    r"\b(?:want(?:ed)?|hoped?|plan(?:ned)?|aim(?:ed)?|intend(?:ed)?|like|set out|going|need) to:?$"
)
_THEM = re.compile(r"\b(?:they|them|these|each|how)\b")

_THINGS = r"(?:an?|the|some|more|better|fewer)\s+(?!bit\b|little\b|lot\b|mix\b|same\b)"
_WHAT = rf"(?P<goals>(?:to\b|:|\w{{2,}}ing\b|(?P<things>{_THINGS})).+)"
_ARE = re.compile(
    rf"\b(?P<whose>my|our|these|those|the)\b(?:\s+{_NUMBER})?(?:\s+[\w-]+){{0,3}}?\s+{_GOAL}\b"
    rf"(?:\s+[\w'’-]+){{0,6}}?\s+(?:is|are|was|were|will be)\b,?\s*{_WHAT}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:(?:my|our|the)\s+)?(?:{_NUMBER}\s+)?{_GOAL}\s+(?:for|this|next)\b(?:\s+[\w'’-]+){{0,3}}?"
    r"(?::|\s[–—])\s+(?P<goals>\S.*)",
    re.IGNORECASE,
)
_SET = re.compile(
    rf"\b(?:I|we)(?:['’]ve|\s+have|\s+had)?\s+(?:set|wrote|chose|gave|had|have|agreed|picked|made)\b"
    rf"(?:\s+(?:myself|ourselves|out))?(?:\s+{_NUMBER})?(?:\s+[\w-]+){{0,3}}?\s+{_GOAL}\b[^.:–—]{{0,80}}"
    r"(?::|\s[–—])\s*(?P<goals>\S.*)",
    re.IGNORECASE,
)
_VERB = (
    r"(?:really\s+|also\s+|mainly\s+)?(?P<verb>want(?:ed)?|hoped?|plan(?:ned)?|aim(?:ed)?|intend(?:ed)?"
    r"|(?:would\s+|['’]d\s+)like|set\s+out|need(?:ed)?|(?:['’]m|\s*am|['’]re|\s*are)\s+going)"
)
_WANT = re.compile(
    rf"(?P<when>(?:next|this)\s+week,?\s+)?(?:I|we)\s*{_VERB}\s+(?P<goals>to\b:?\s*\S.*)",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?P<when>next\s+week,?\s+)(?:I|we)(?:['’]ll|\s+will)\s+(?P<goals>\S.*)", re.IGNORECASE
)
_LONGEST_SENTENCE = 2_000
_PAST = re.compile(r"(?:\w+ed|set\s+out)$", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


class Section(Enum):
    """What a heading says stands below it."""

    FOCUS = auto()
    GOALS = auto()
    NEXT_WEEK = auto()
    OTHER = auto()


def section_under(heading: str) -> Section:
    """What stands under ``heading``; above the first heading the week is told."""
    if is_next_week(heading):
        return Section.NEXT_WEEK
    if is_goals(heading):
        return Section.GOALS
    return Section.FOCUS if is_focus(heading) else Section.OTHER


def speaks_of_goals(text: str) -> bool:
    """Whether the writer talks about goals of their own."""
    return any(
        _GOAL_WORD.search(words) and _OURS.search(words)
        for words in map(plain, sentences(text))
        if not _other_things(words)
    )


def weeks_later(section: Section, talk: str, near: str, intro: str) -> int | None:
    """Whose goals a list holds: 0 for the week of the post, 1 for the week after.

    Args:
        talk: What stands in the section above the list.
        near: What of it stands below the list before.
        intro: The last paragraph of it, right above the list.

    Returns:
        None where the list holds no goals.
    """
    last = plain(sentences(intro)[-1]) if intro else ""
    if _other_things(last):
        return None
    default = 1 if section is Section.NEXT_WEEK else 0
    if last.endswith(":") or _HOPED.search(last):
        if _GOAL_WORD.search(last) or _HOPED.search(last):
            return _later(last, default) if _OURS.search(last) else None
        if section in (Section.NEXT_WEEK, Section.GOALS):
            return default
        return 0 if _THEM.search(last) and speaks_of_goals(talk) else None
    if section in (Section.NEXT_WEEK, Section.GOALS):
        return default
    about = [words for words in map(plain, sentences(intro)) if _GOAL_WORD.search(words)]
    if about and speaks_of_goals(intro):
        ours = section is Section.FOCUS or _FOR_A_WEEK.search(about[-1])
        return _later(about[-1], 0) if ours else None
    goes_on = section is Section.FOCUS and _THEM.search(last) and speaks_of_goals(near)
    return 0 if goes_on else None


def _later(words: str, default: int) -> int:
    """The week that words name; “this week” is the post's own."""
    if _NEXT.search(words):
        return 1
    return 0 if re.search(r"\b(?:this|the) week\b", words) else default


def goals_in(sentence: str, section: Section) -> tuple[int, str, int | None] | None:
    """Goals that a sentence sets: weeks later, their words, and how many it says there are."""
    if len(sentence) > _LONGEST_SENTENCE or sentence.endswith(":"):
        return None
    words = plain(sentence)
    default = 1 if section is Section.NEXT_WEEK else 0
    for match in (_SET.search(sentence), _ARE.search(sentence), _NAMED.match(sentence)):
        if match and _is_the_writers(match, words, section):
            return _later(words, default), match["goals"].lstrip(": "), _count(match["count"])
    want = _WANT.match(sentence) or _WILL.match(sentence)
    if want is None:
        return None
    when = plain(want["when"] or "").rstrip(",")
    past = _PAST.match(want["verb"]) if "verb" in want.groupdict() else None
    if when == "next week" or (not when and not past and section is Section.NEXT_WEEK):
        needs = "verb" in want.groupdict() and want["verb"].lower() == "need" and not when
        return None if needs else (1, want["goals"], None)
    if past and (when == "this week" or (not when and section is Section.GOALS)):
        return 0, want["goals"], None
    return None


def _is_the_writers(match: re.Match[str], words: str, section: Section) -> bool:
    if _other_things(words):
        return False
    found = match.groupdict()
    if found.get("things") and "," not in found["goals"] and " and " not in found["goals"]:
        # “My goals were a success”: one thing alone says how they were.
        return False
    if section in (Section.NEXT_WEEK, Section.GOALS) or re.search(r"\bweek\b", words):
        return True
    whose = found.get("whose")
    return section is Section.FOCUS and (whose is None or whose.lower() == "my")


def _other_things(words: str) -> bool:
    return _OTHER_THINGS.search(words) is not None and not _SETS.search(words)


def _count(number: str | None) -> int | None:
    if number is None:
        return None
    return _COUNTS.get(number.lower()) or int(number)
