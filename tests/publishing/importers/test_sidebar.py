"""What the site puts around the posts does not come into them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from weeknotes_desktop.domain.found import FoundPage

Read = Callable[[str], FoundPage]

PAGE = "A blog\n\nMonth: April 2021\n\nWeeknote v10.16\n\nSome words.\n\n{}\n"
RECENT = "Recent Posts\n\nA calm week\n\nWeeknote v10.16\n\nWeeknote v10.15"
ARCHIVES = "Archives\n\nApril 2021\n\nMarch 2021 (4)\n\nFebruary 2020"


@pytest.mark.parametrize(
    "foot",
    [
        f"Older posts\n\nSearch\n\n{RECENT}\n\n{ARCHIVES}",
        f"Older posts\n\nSearch\n\n{RECENT}\n\n{ARCHIVES}\n\n© 2024 Me\n\nPowered by Hugo",
        f"{RECENT}\n\n{ARCHIVES}".replace("\n\n", "\n"),
        "Recent Posts\n  • Weeknote v10.16\n  • A calm week\n\nArchives\n  • April 2021",
        f"{ARCHIVES}\n\nCategories\n\nFerry\n\nHarbour life\n\nMeta\n\nLog in",
        f"Recent Comments\n\nJo on Weeknote v10.16\n\n{ARCHIVES}",
        "Share this:",
        "Share this:\n\nTwitter\n\nFacebook\n\nPage 2\n\nFollow",
        "Page 2",
        "Follow",
        "Subscribe",
        "Subscribe to blog via email\n\nJoin 12 other subscribers",
        "Menu",
        "Skip to content",
        "Powered by Hugo and tea",
    ],
)
def test_the_foot_of_a_page_is_the_sites(read: Read, foot: str) -> None:
    page = read(PAGE.format(foot))

    assert [(str(note.week), note.body) for note in page.notes] == [("2021-W16", "Some words.")]
    assert "Left out as part of the site" in page.skipped[-1]
    assert page.lost == ()


@pytest.mark.parametrize(
    "words",
    [
        "Search\n\nWe looked for the boat.",
        "Menu\n\nFish on Friday, and soup.",
        "Archives\n\nThe old papers are dry again.",
        "Categories\n\n  • Ferry\n  • Rope",
        "Recent posts\n\nThey are all about rope.",
        "Follow the river.",
        "Powered by tea. And rope.",
    ],
)
def test_a_writers_own_lines_stay(read: Read, words: str) -> None:
    body = read(PAGE.format(f"{words}\n\n© 2024 Me")).notes[0].body

    for word in words.replace("•", "").split():
        assert word in body


def test_a_post_may_be_called_search(read: Read) -> None:
    page = read("Category: Ferry\n\nSearch\n\nWeeknote 16.2021\n\nWe looked for it.\n")

    assert page.notes[0].title == "Search"


def test_the_head_of_the_next_page_is_the_sites(read: Read) -> None:
    head = "Skip to content\n\nMenu\n\nA blog\n\nMonth: {}\n\nWeeknote {}\n\nWords.\n\n"
    foot = f"{ARCHIVES}\n\n© 2024 Me\n\n"
    page = read(head.format("April 2021", "v10.16") + foot + head.format("March 2021", "v10.12"))

    assert [(str(note.week), note.body) for note in page.notes] == [
        ("2021-W16", "Words."),
        ("2021-W12", "Words."),
    ]


def test_a_list_of_months_names_no_month_of_the_posts_below(read: Read) -> None:
    post = "Weeknote {}\n\nWords.\n\n"
    page = read(
        "Month: April 2021\n\n" + post.format("v10.16") + f"{ARCHIVES}\n\n" + post.format("v10.15")
    )

    assert [str(note.week) for note in page.notes] == ["2021-W16", "2021-W15"]
