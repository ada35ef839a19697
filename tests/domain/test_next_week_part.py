"""The part of a note about the next week is found by its heading, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.next_week_part import next_week_part


def test_it_goes_as_far_as_the_next_heading_of_its_level() -> None:
    source = "## Focus\n\nA.\n\n## Next week\n\n- Dig\n\n### Later\n\nB.\n\n## Thanks\n\nC.\n"
    assert next_week_part(source) == (
        "- Dig\n\n### Later\n\nB.",
        "## Focus\n\nA.\n\n## Thanks\n\nC.",
    )


def test_without_such_a_heading_all_of_it_is_the_rest() -> None:
    assert next_week_part("## Focus\n\nNext week I dig.") == ("", "## Focus\n\nNext week I dig.")


def test_a_heading_in_code_is_none() -> None:
    source = "```\n## Next week\n```\n"
    assert next_week_part(source) == ("", source)


@given(st.lists(st.sampled_from(["## Next week", "# This", "### That", "dig", "", "- a"])))
def test_no_line_is_lost_but_the_heading(written: list[str]) -> None:
    part, rest = next_week_part("\n".join(written))
    kept = [line for line in (*part.split("\n"), *rest.split("\n")) if line]
    gone = 1 if "## Next week" in written else 0
    assert len(kept) == len([line for line in written if line]) - gone
