"""Templates: what the draft of a review begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.week import Week

_PLACEHOLDER = re.compile(r"\{([a-z-]+)\}")
_TITLE = re.compile(r"# +(?P<title>[^\n]*)(?:\n+|$)")
_LETTERS = re.compile(r"[\W_]+")
_MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True)
class Template:
    """What a draft begins with.

    Args:
        text: Markdown with placeholders in braces; a heading of the first
            level at its very start is the title of the note.
    """

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A template filled in for one week."""

    title: str
    body: str


BUILT_IN = (
    Template(
        "Focus / Ones to watch / What I’m learning / Next week",
        f"## Focus for the week\n\n{REPORT}\n\n## Ones to watch\n\n{{jots}}\n\n"
        f"## What I’m learning\n\n\n\n## Next week\n\n{PLAN}\n",
    ),
    Template(
        "Good / Grappling",
        f"{REPORT}\n\n## Good\n\n{{jots}}\n\n## Grappling\n\n\n\n{PLAN}\n",
    ),
    Template(
        "One for the routine",
        "%%150 words are enough: what happened, what it meant, what you will try next.%%\n\n"
        f"{{jots}}\n\n{REPORT}\n\n{PLAN}\n",
    ),
    Template("Blank", ""),
)


def filled(template: Template, week: Week, label: str, jots: Sequence[Jot] = ()) -> Filled:
    """The template for the note of ``week``.

    A word in braces that means nothing here stays as it stands. Jots that the
    template has no place for come last.

    Args:
        jots: Those the writer picked for the note.
    """
    picked = "\n".join(f"- {jot.words}" for jot in jots)
    text = template.text.replace("\r\n", "\n").replace("\r", "\n")
    if picked and "{jots}" not in text:
        text = f"{text.rstrip()}\n\n{{jots}}\n".lstrip()
    values = {**_values(week, label), "jots": picked}
    title = _TITLE.match(text)
    body = text[title.end() :] if title else text
    return Filled(_put(title["title"], values) if title else "", _put(body, values))


def pick(names: Sequence[str], said: str) -> str:
    """The template that the writer means: by its name, how it begins, or a word of it.

    Raises:
        NotFoundError: If there is none, or more than one.
    """
    wanted = _LETTERS.sub("", said).casefold()
    plain = {name: _LETTERS.sub("", name).casefold() for name in names}
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [name for name in names if wanted and fits(plain[name], wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFoundError(
                f"Several templates answer to “{said}”: {_listed(found)}.",
                "Say more of its name.",
            )
    raise NotFoundError(f"There is no template “{said}”.", f"There are {_listed(names)}.")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _values(week: Week, label: str) -> Mapping[str, str]:
    return {
        "week": str(week.number),
        "year": str(week.year),
        "yy": f"{week.year % 100:02}",
        "label": label,
        "monday": _day(week.monday),
        "friday": _day(week.friday),
        "sunday": _day(week.sunday),
        "goals": REPORT,
        "next-week": PLAN,
    }


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS.split()[day.month - 1]} {day.year}"


def _put(text: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)
