"""A figure as the preview shows it; pages have the same style sheet for the post."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Browser

_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def test_a_caption_stands_below_the_middle_of_its_picture(browser: Browser, qtbot: QtBot) -> None:
    browser.show(
        qtbot,
        f"<figure><img src='{_PICTURE}' width='40' height='30'>"
        "<figcaption><span id='words'>The weir</span></figcaption></figure>",
    )
    middle = (
        "(({{left, right}}) => (left + right) / 2)"
        "(document.querySelector('{}').getBoundingClientRect())"
    )
    picture = browser.ask(qtbot, middle.format("figure img"))
    words = browser.ask(qtbot, middle.format("#words"))
    assert abs(picture - words) < 1
