"""Slips of the pen: what each rule finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from weeknotes_desktop.domain.checks import affect, links, lists, sentences, spaces, words
from weeknotes_desktop.domain.checks.prose import Block, prose_of
from weeknotes_desktop.domain.checks.rules import RULES, in_order, slips


def found(body: str, language: str = "en-GB") -> list[tuple[str, str]]:
    """Name of the rule and what it points at, of every slip."""
    return [(slip.check, body[slip.start : slip.end]) for slip in slips(body, language)]


@pytest.mark.parametrize(
    ("body", "check", "at"),
    [
        ("The boats we don;t have.", words.APOSTROPHE, "don;t"),
        ("We fixed what;’s leaking.", words.APOSTROPHE, "what;’s"),
        ("It rained, But we sailed anyway.", words.COMMA_CAPITAL, "But"),
        ("After the storm, The harbour was quiet.", words.COMMA_CAPITAL, "The"),
        ("After the storm on Monday,\nThe harbour was quiet.", words.COMMA_CAPITAL, "The"),
        ("We reached the pier But nobody waited.", words.CAPITAL_BUT, "But"),
        ("Paint the the hull.", words.DOUBLED, "the the"),
        ("Paint the\nthe hull.", words.DOUBLED, "the\nthe"),
        ("Paint **the** the hull.", words.DOUBLED, "the** the"),
        ("The new rota had a calming affect on the crew.", affect.NAME, "affect"),
        ("It had a ‘last day of term’ affect.", affect.NAME, "affect"),
        ("One side affect is noise.", affect.NAME, "affect"),
        ("The tide will effect our plans.", affect.NAME, "effect"),
        (
            "We met. How do we keep the pier open.",
            sentences.QUESTION,
            "How do we keep the pier open.",
        ),
        ("Are we ready for the winter season.", sentences.QUESTION, None),
        ("We painted the hull, the mast and then,", sentences.COMMA_END, ","),
        ("1. Sand\n2. Paint\n\nA break.\n\n1. Launch", lists.RESTARTS, "1"),
        ("Three themes came up:\n\n- tides\n- paint", lists.ANNOUNCED, "Three themes"),
        (
            "We met 3 times. Of five themes, four things matter:\n\n- a\n- b\n- c",
            lists.ANNOUNCED,
            "four things",
        ),
        ("I set 4 goals.\n- a\n- b\n- c", lists.ANNOUNCED, "4 goals"),
        ("We sailed .", spaces.BEFORE_STOP, " ."),
        ("We sailed , then slept.", spaces.BEFORE_STOP, " ,"),
        ("We  sailed.", spaces.DOUBLED, "  "),
        ("We\u00a0 sailed.", spaces.DOUBLED, "\u00a0 "),
        ("We sailed.\u00a0\n\nWe slept.", spaces.TRAILING, "\u00a0"),
        ("As in [[10.2021|that week]].", links.NAME, "[[10.2021|that week]]"),
    ],
)
def test_a_slip_is_found(body: str, check: str, at: str | None) -> None:
    expected = (check, body if at is None else at)
    assert found(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "We bought rope; then we left. Salt & pepper, R&amp;D; fine.",
        "We read Tides, The Long Way Home, and slept.",
        "But we sailed. *But* nobody waited. HMS But and Ben.",
        "## Nothing But the tide",
        "She had had enough, and I know that that is right. Very very wet, no no no.",
        "We saw Duran Duran and Walla Walla. Ducks ducks ducks everywhere.",
        "The boss’s boss’s boat.",
        "Rain will affect us. What does it affect? A storm can affect on its own.",
        "An effect of rain.",
        "A change the crew said would affect. To effect change takes time.",
        "How we keep the pier open is open. What is there is backed up.",
        "How do we keep it open?",
        "What did we learn\n=================",
        "## How do we sail.",
        "Aren’t we all.",
        "Dear team,",
        "Dear Ann,\nThe team met on Monday.",
        "See you soon.\nBest wishes,\nThe crew of the ferry",
        "We packed, in this order,\n\n- rope\n- tar",
        "1. Sand\n2. Paint\n\n## Later\n\n1. Launch",
        "1. Sand\n2. Paint\n\nAnd for the spring:\n\n1. Launch",
        "1. Sand\n1. Paint\n1. Launch",
        "1. Sand\n\n    1. fine\n    2. coarse\n\n2. Paint\n\n    1. red\n    2. white",
        "Of four goals, two things went well:\n\n- tides\n- paint",
        "Three themes:\n\n- tides\n  - neap\n  - spring\n- paint\n- rope",
        "Four books* and a film.\n\n* One is borrowed.",
        "Two of the three goals.\n\nA rest.\n\n- a\n- b",
        "We had 3 sessions and two goals.\n\n- a\n- b",
        "I have two or three things to say:\n\n- a\n- b\n- c",
        "I have two or three things to say:\n\n- a\n- b",
        "Of my five goals I met two:\n\n- a\n- b",
        "It costs .5 of a day … and so on ... then.",
        "Two sentences.  With two spaces.  All along.  Always so.",
        "A line.  \nAnd another after a hard break.",
        "| a  | b   |\n| -- | --- |\n| 1  | 2   |",
        "`the the` and `a  b` and `x ;s`",
        "```\nthe the  end .\n```",
        "    the the  end .",
        "<!-- the the  end . -->Fine.",
        "[here](https://example.org/the;s/the%20the) and <https://example.org/a;s/>.",
        '<img alt="x" src="a;s.png"> Fine.',
        "[ref]: https://example.org/that;s",
        "::: private\nFine.\n:::",
    ],
)
def test_what_is_meant_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_what_was_meant_is_offered_where_it_is_plain() -> None:
    body = "We don;t  know the the affect of rain ."
    assert {slip.check: slip.instead for slip in slips(body, "en")} == {
        words.APOSTROPHE: "don’t",
        spaces.DOUBLED: " ",
        words.DOUBLED: "the",
        affect.NAME: "effect",
        spaces.BEFORE_STOP: ".",
    }


def test_english_rules_keep_out_of_other_languages() -> None:
    body = "Wir haben alle alle Netze, And das  Boot ."
    assert [check for check, _ in found(body, "de")] == [
        words.DOUBLED,
        spaces.DOUBLED,
        spaces.BEFORE_STOP,
    ]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr-FR", "Nous nous sommes vus, et vous vous trompez."),
        ("de-DE", "Das Haus, das das Team baute, und die, die die Netze holten."),
        ("de", "Ich weiß, dass sie sie mag."),
        # Of a language that nobody here knows nothing is said.
        ("nl-NL", "De boten die die week kwamen, en dat dat mag."),
    ],
)
def test_a_word_that_may_stand_twice_in_its_language_is_no_slip(language: str, body: str) -> None:
    assert found(body, language) == []


class Counted(tuple[Block, ...]):
    """Blocks that count how many of them are looked at."""

    __slots__ = ()
    looked_at = 0

    def __getitem__(self, at: Any) -> Any:
        Counted.looked_at += len(range(*at.indices(len(self)))) if isinstance(at, slice) else 1
        return super().__getitem__(at)


@pytest.mark.parametrize("body", ["Three goals.\n\n- a\n\n", "- Three goals:\n\n  three goals\n"])
def test_a_list_is_counted_without_a_look_at_all_that_follows(body: str) -> None:
    prose = prose_of(body * 2_000, "en")
    Counted.looked_at = 0
    list(lists.announced(replace(prose, blocks=Counted(prose.blocks))))
    assert Counted.looked_at < 300 * len(prose.blocks)


def test_one_line_says_how_many_lines_end_with_a_space_nobody_sees() -> None:
    (slip,) = slips("One.\u00a0\n\nTwo.\u00a0 \n\nThree.\u202f", "en")
    assert slip.message.startswith("3 lines end with a no-break space")


def test_a_silenced_slip_stays_silent_wherever_the_same_words_stand() -> None:
    once = slips("Paint the the hull.", "en")
    silent = {slip.key for slip in once}
    later = slips("A new first line.\n\nPaint The  the hull, the the mast.", "en")
    assert {slip.check for slip in in_order(later, silent)} == {spaces.DOUBLED}


def test_a_silence_does_not_give_its_words_away() -> None:
    (slip,) = slips("secret secret plan", "en")
    assert "secret" not in slip.key.removeprefix(words.DOUBLED)


def test_every_rule_has_a_name_of_its_own_and_says_a_sentence() -> None:
    body = "We don;t, But they  do .\n\nI know the the affect on us.\u00a0"
    assert len(RULES) == len(set(RULES))
    assert all(slip.message.endswith((".", "?")) for slip in slips(body, "en"))
