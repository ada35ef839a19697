"""Words of a plain page, written so that Markdown and the cut take them as words."""

from __future__ import annotations

import re

# A backslash works for these; for the rest only a letter by its number does.
_MARKUP = re.compile(
    r"""
    (?P<letter>[\\`*\[] | (?<![^\W_])_ | _(?![^\W_]) | \{)
    | (?P<tag><(?=[A-Za-z/!?]))
    | (?P<entity>&(?=\#?\w{1,32};))
    | (?P<percent>%(?=%))
    | (?P<passage>:{3,})
    """,
    re.VERBOSE,
)
_LINE_MARKUP = re.compile(
    r"(?P<number>\d+)(?P<stop>[.)])(?=\s|$)|(?P<letter>#|>|[+-](?=\s|$))|(?P<colons>:(?=::|\s))"
    r"|(?P<rule>[-=](?=[\s|:=-]*$))|(?P<pipe>\|)",
    re.ASCII,
)
# Two percent signs, or three colons, would open a passage that is hidden.
_HIDING = re.compile(r"%(?=%)|:(?=::)|(?<=:):(?=:)")
# Two of a kind would strike, mark, raise or lower what stands between them.
_PAIRED = (
    (re.compile(r"~"), "&#126;"),
    (re.compile(r"=(?==)|(?<==)="), "&#61;"),
    # The sign of a footnote of ours stays.
    (re.compile(r"(?<!(?<!\\)\[)\^"), "&#94;"),
)


def escape(text: str) -> str:
    """``text`` with every mark inside it taken as a letter."""
    return _MARKUP.sub(_letter, text)


def apart(text: str) -> str:
    """A title or a goal, where no mark can be escaped, with nothing to hide what follows."""
    return _HIDING.sub(lambda sign: f"{sign[0]} ", text)


def escape_pairs(block: str) -> str:
    """``block`` with signs that work in pairs taken as letters where there are two."""
    for sign, by_number in _PAIRED:
        if len(sign.findall(block)) > 1:
            block = sign.sub(by_number, block)
    return block


def escape_heading(text: str) -> str:
    """``text`` with a # at its end taken as a letter; its inside is escaped already."""
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def escape_line(line: str) -> str:
    """``line`` with a mark at its start taken as a letter; its inside is escaped already."""
    match = _LINE_MARKUP.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    if match["number"]:
        return f"{match['number']}\\{match['stop']}{rest}"
    if match["colons"]:
        return f"&#58;{rest}"
    if match["rule"]:
        return f"&#{ord(match['rule'])};{rest}"
    if match["pipe"]:
        return f"&#124;{rest}"
    return f"\\{match['letter']}{rest}"


def _letter(match: re.Match[str]) -> str:
    if match["tag"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    if match["percent"]:
        return "&#37;"
    if match["passage"]:
        return "&#58;" * len(match["passage"])
    return "\\" + match["letter"]
