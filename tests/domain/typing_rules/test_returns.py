"""Return in a list or a quote."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.domain.typing_rules.passages import LISTS, carets, marked, passages, shown
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.returns import next_line, plain_line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- walk¦", "- walk\n- ¦"),
        ("- walk ¦home", "- walk \n- ¦home"),
        ("- walk¦  home", "- walk\n- ¦home"),
        ("- ¦walk", "- \n- ¦walk"),
        ("-¦ walk", "-\n¦ walk"),
        ("  * walk¦", "  * walk\n  * ¦"),
        ("9. walk¦", "9. walk\n10. ¦"),
        ("3) walk¦", "3) walk\n4) ¦"),
        ("- [x] walk¦", "- [x] walk\n- [ ] ¦"),
        ("> said¦", "> said\n> ¦"),
        ("> sa¦id", "> sa\n> ¦id"),
        ("> - said¦", "> - said\n> - ¦"),
        ("- wa¦lked ho¦me", "- wa\n- ¦me"),
        ("walk¦", "walk\n¦"),
        ("¦- walk", "\n¦- walk"),
        ("-walk¦", "-walk\n¦"),
        ("- - -¦", "- - -\n¦"),
        ("* * *¦", "* * *\n¦"),
        ("-¦", "¦"),
        ("- 😀 wal¦ked", "- 😀 wal\n- ¦ked"),
    ],
)
def test_return_goes_on_with_a_list_or_quote(before: str, after: str) -> None:
    assert shown(next_line(marked(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- walk\n- ¦", "- walk\n\n¦"),
        ("1. walk\n2. ¦", "1. walk\n\n¦"),
        ("> said\n> ¦", "> said\n\n¦"),
        ("> - said\n> - ¦", "> - said\n>\n> ¦"),
        ("- walk\n\n- ¦", "- walk\n\n¦"),
        ("- [ ] ¦", "¦"),
        ("- walk\n  - far\n  - ¦", "- walk\n  - far\n- ¦"),
        ("1. walk\n  - far\n  - ¦\n2. swim", "1. walk\n  - far\n2. ¦\n3. swim"),
        ("- [x] walk\n  - far\n  - ¦", "- [x] walk\n  - far\n- [ ] ¦"),
        ("> - walk\n  - ¦", "> - walk\n\n¦"),
        ("one\n  - ¦", "one\n\n¦"),
    ],
)
def test_return_on_an_empty_item_leaves_its_list_for_good(before: str, after: str) -> None:
    assert shown(next_line(marked(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. walk¦\n2. swim\n3. rest", "1. walk\n2. ¦\n3. swim\n4. rest"),
        ("1. wa¦lk\n\n2. swim", "1. wa\n2. ¦lk\n\n3. swim"),
        ("9. walk\n10. sw¦im\n11. rest", "9. walk\n10. sw\n11. ¦im\n12. rest"),
        ("1. walk¦\n  1. far\n  2. fast\n2. swim", "1. walk\n2. ¦\n  1. far\n  2. fast\n3. swim"),
        ("1. walk¦\n1. swim", "1. walk\n1. ¦\n1. swim"),
        ("1. walk\n1. swim¦", "1. walk\n1. swim\n1. ¦"),
        ("1. walk¦\n5. swim", "1. walk\n2. ¦\n5. swim"),
        ("1. walk¦\n\nand then\n\n1. swim", "1. walk\n2. ¦\n\nand then\n\n1. swim"),
        ("1. walk¦\n1) swim", "1. walk\n2. ¦\n1) swim"),
    ],
)
def test_numbers_go_on_counting_in_lists_that_were_counted(before: str, after: str) -> None:
    assert shown(next_line(marked(before))) == after


@given(carets(LISTS))
def test_return_takes_nothing_but_marks_and_the_space_behind_the_caret(passage: Passage) -> None:
    after = next_line(passage)
    letters = "abcdefghij"
    kept = [letter for letter in after.text if letter in letters]
    assert kept == [letter for letter in passage.text if letter in letters]
    assert after.is_caret
    assert 0 <= after.start <= len(after.text)


@given(passages())
def test_no_text_breaks_return(passage: Passage) -> None:
    for rule in (next_line, plain_line):
        after = rule(passage)
        assert after.is_caret
        assert 0 <= after.start <= len(after.text)


@given(passages())
def test_a_plain_return_puts_a_line_end_in_place_of_the_selection(passage: Passage) -> None:
    text = passage.text[: passage.start] + "\n" + passage.text[passage.end :]
    assert plain_line(passage) == Passage(text, passage.start + 1, passage.start + 1)
