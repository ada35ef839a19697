"""Short lines: which are headings, which describe a picture that is not there."""

from __future__ import annotations

import re

from weeknotes_desktop.publishing.importers.lines import ends_like_a_sentence, plain

_KNOWN = re.compile(
    r"""
    (?:my\ )?focus(?:\ (?:for|of))?(?:\ (?:the|this)\ week)? | ones?\ to\ watch
    | (?:what|things)\ (?:i|we)(?:'m|'ve|\ am|'re|\ are|\ have)?
        \ (?:learning|learnt|learned|been\ learning)(?:\ this\ week)?
    | (?:my\ |our\ )?(?:goals?|plans?|priorities|focus|aims?|objectives)?\ ?(?:for\ )?
        next\ week(?:'s\ (?:goals|plans?|focus))?
    | (?:my\ |our\ |this\ week's\ |last\ week's\ )?(?:goals|aims|objectives|priorities)
        (?:\ (?:for|of|from)\ (?:the|this|last)\ week)?
    | (?:the\ )?week\ ahead | coming\ up | looking\ ahead | highlights? | lowlights? | reflections?
    | (?:what\ i'm\ )?reading | (?:this|last)\ week | (?:in\ )?other\ news
    """,
    re.VERBOSE,
)
_NEXT_WEEK = re.compile(r"\bnext week\b|\bweek ahead\b|\bcoming up\b|\blooking ahead\b")
_GOALS = re.compile(r"\b(?:goals?|aims|objectives|priorities)\b")
_FOCUS = re.compile(r"\b(?:focus|this week|the week)\b")
_LEADS = re.compile(r"\bones? to watch\b|\b(?:learning|learnt|learned)\b")
_PICTURE = re.compile(
    r"(?:an?|photo\w*|pictures?|images?|figure|screenshot|chart|graph|diagram|sketch|map|slide|caption)\b",
    re.IGNORECASE,
)
_BEGINS_A_SENTENCE = re.compile(r"(?:I|We|It|They|You|He|She|There|This|That)\b|.*[a-z\d][.!?] ")
_SOMEBODY_ACTS = re.compile(
    r"\b(?:I|we|he|she|they|you|it|there|this|that)\b(?!\s*$)|\b(?:I|we|they|you|it)['’]",
    re.IGNORECASE,
)
_HEADING_WORDS = 7
_HEADING_LETTERS = 60
_CAPTION_WORDS = 20


def is_known_heading(text: str) -> bool:
    """Whether it is a heading that weeknotes have."""
    return _KNOWN.fullmatch(plain(text).rstrip(":").strip()) is not None


def is_next_week(heading: str) -> bool:
    """Whether what stands under ``heading`` is about the week after."""
    return _NEXT_WEEK.search(plain(heading)) is not None


def is_goals(heading: str) -> bool:
    """Whether goals stand under ``heading``."""
    return _GOALS.search(plain(heading)) is not None


def is_focus(heading: str) -> bool:
    """Whether the week itself is told under ``heading``."""
    return not heading or _FOCUS.search(plain(heading)) is not None


def has_leads(heading: str) -> bool:
    """Whether paragraphs under ``heading`` begin with a name and a dash."""
    return _LEADS.search(plain(heading)) is not None


def is_short(text: str) -> bool:
    """Whether it is a line that does not end, and is not as long, as a sentence."""
    return len(text.split()) <= 25 and not ends_like_a_sentence(text) and text[-1:] not in ":;,"


def looks_like_a_heading(text: str) -> bool:
    """Whether it has the shape of a heading: a few words, no article, no full stop."""
    if len(text) > _HEADING_LETTERS or len(text.split()) > _HEADING_WORDS:
        return False
    if not any(letter.isalpha() for letter in text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“‘"):
        return False
    if text.endswith("?"):
        return len(text.split()) <= 5
    told = _PICTURE.match(text) or _BEGINS_A_SENTENCE.match(text)
    return is_short(text) and told is None


def looks_like_a_caption(text: str) -> bool:
    """Whether it describes a picture rather than telling something."""
    return (
        2 <= len(text.split()) <= _CAPTION_WORDS
        and text[0].isupper()
        and is_short(text)
        and (_PICTURE.match(text) is not None or len(text.split()) > 3)
        and _SOMEBODY_ACTS.search(text) is None
    )
