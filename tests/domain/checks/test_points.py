"""Slips as *Publish* tells them."""

from __future__ import annotations

from weeknotes_desktop.domain.before_publishing import Way
from weeknotes_desktop.domain.checks.points import other_points, pictures_point, spelling_point
from weeknotes_desktop.domain.checks.rules import slips
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING


def misspelt(*words: str) -> list[Slip]:
    return [
        Slip(check=SPELLING, message="", start=nth, end=nth + 1, words=word)
        for nth, word in enumerate(words)
    ]


def test_all_misspelt_words_are_one_point_with_what_may_be_meant() -> None:
    one = spelling_point(misspelt("milestoen", "milestoen"), {"milestoen": ("milestone", "mill")})
    assert one is not None
    assert one.message == "1 word may be misspelt: milestoen"
    assert (one.detail, one.way, len(one.slips)) == ("milestone · mill", Way.FIX, 2)
    many = spelling_point(misspelt("a", "don't", "c", "d"), {"a": ("x", "y"), "don't": ()})
    assert many is not None
    assert many.message == "4 words may be misspelt: a · don’t · c · and 1 more"
    assert many.detail == "a: x?"
    assert spelling_point([], {}) is None


def test_pictures_are_one_point_and_named_as_the_writer_knows_them() -> None:
    ours = "picture:0123456789abcdef0123"
    body = f"![]({ours}) ![](https://example.org/a/pier.png?x=1/2) ![]()"
    point = pictures_point(slips(body, "en"), {"0123456789abcdef0123": "boats.png"})
    assert point is not None
    assert point.message == "3 pictures have no description"
    assert point.detail == "boats.png · pier.png – people using a screen reader miss it"
    inside = pictures_point(slips("![](data:image/png;base64,AAAA)", "en"), {})
    assert inside is not None
    assert inside.detail == "People using a screen reader miss it"
    alone = pictures_point(slips(f"![]({ours})", "en"), {})
    assert alone is not None
    assert alone.message == "1 picture has no description"
    assert alone.detail == "People using a screen reader miss it"
    assert pictures_point([], {}) is None


def test_each_other_check_is_a_point_with_its_places_and_what_hides_most_comes_first() -> None:
    body = "Paint the the pier.\nAnd and go.\n\n==Now== is  here.\n\n::: private\nMe."
    told = other_points(slips(body, "en"), body)
    assert [(point.message, point.detail) for point in told] == [
        (
            "Nothing closes this passage: everything after line 6 stays here",
            "“::: private” in line 6",
        ),
        (
            "“Now” is marked as not done yet; readers see the == around it",
            "“==Now==” in line 4",
        ),
        ("“the” stands here twice", "“the the” in line 1, and once more: line 2"),
        ("There are two spaces here; a reader expects one", "Line 4"),
    ]


def test_where_there_are_many_the_first_places_are_named() -> None:
    body = "\n\n".join("Paint the the pier." for _ in range(6))
    (point,) = other_points(slips(body, "en"), body)
    assert point.detail.endswith("and 5 times more: line 3 · line 5 · line 7 · and 2 more")
    assert len(point.slips) == 6


def test_a_long_stretch_is_told_by_its_line_alone() -> None:
    body = f"=={'very ' * 20}long==."
    (point,) = other_points(slips(body, "en"), body)
    assert point.detail == "Line 1"


def test_a_slip_in_the_title_is_told_as_one() -> None:
    slip = Slip(check="doubled word", message="Twice.", start=0, end=3, words="a a", in_title=True)
    (point,) = other_points([slip], "")
    assert (point.message, point.detail) == ("Twice", "The title")
