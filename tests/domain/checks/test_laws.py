"""Laws of the checks: whatever is typed, they point at what is there and come to an end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.checks.prose import Kind, prose_of
from weeknotes_desktop.domain.checks.rules import slips

PIECES = st.sampled_from(
    [
        *("the ", "the the ", "But ", ", But we ", "a; ", "don;t ", "an affect on ", "How do we "),
        *("go. ", "  ", "\u00a0", "\n", "\n\n", "1. ", "2. ", "- ", "> ", "# ", "three goals:\n\n"),
        *("`", "```\n", "[", "](", ")", "<", ">", "<!--", "-->", "::: private\n", ":::\n", "%%"),
        *("|", "*", "_", "~~", "\\", "&amp;", "https://a.b/", "x@y.z ", "[^1]", "[^1]: ", "{:.a}"),
        *("é", "𝒳", "שלום ", "\x00", "\r", "\u2028", "\ue0a0", "    "),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS, st.sampled_from(["en-GB", "de", ""]))
def test_every_slip_lies_in_the_text(body: str, language: str) -> None:
    for slip in slips(body, language):
        assert 0 <= slip.start < slip.end <= len(body)
        assert slip.message
        assert slip.instead != body[slip.start : slip.end]


@given(TEXTS)
def test_slips_come_in_order_and_twice_the_same(body: str) -> None:
    found = slips(body, "en")
    assert [slip.start for slip in found] == sorted(slip.start for slip in found)
    assert slips(body, "en") == found


@given(TEXTS)
def test_blocks_lie_apart_and_stand_letter_under_letter(body: str) -> None:
    prose = prose_of(body, "en")
    at = 0
    for block in prose.blocks:
        assert at <= block.start <= block.end <= len(body)
        if block.kind is not Kind.BREAK:
            assert len(block.text) == block.end - block.start
            at = block.end
        for masked, letter in zip(block.text, body[block.start : block.end], strict=False):
            assert masked in (letter, "\ue0a0", "\ue0a1")


@given(TEXTS)
def test_nothing_is_found_in_a_fence(body: str) -> None:
    inside = "\n".join(line for line in body.splitlines() if "```" not in line)
    assert slips(f"```\n{inside}\n```", "en") == ()
