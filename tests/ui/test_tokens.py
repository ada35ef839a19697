"""Colours can be read and told apart, on every ground, light and dark."""

from __future__ import annotations

import pytest

from weeknotes_desktop.ui.tokens import DARK, LIGHT, Tokens

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("ground", "panel", "page", "hover", "accent_ground", "attention_ground")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, one: str, other: str) -> float:
    colours = tokens.colours()
    darker, lighter = sorted((luminance(colours[one]), luminance(colours[other])))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(tokens: Tokens, marks: tuple[str, ...], least: float) -> dict[str, float]:
    pairs = {f"{mark} on {ground}": (mark, ground) for mark in marks for ground in GROUNDS}
    found = {name: round(contrast(tokens, *pair), 2) for name, pair in pairs.items()}
    return {name: ratio for name, ratio in found.items() if ratio < least}


@BOTH
def test_text_can_be_read_on_every_ground(tokens: Tokens) -> None:
    assert too_faint(tokens, ("text", "grey", "accent", "attention"), 4.5) == {}


@BOTH
def test_borders_of_controls_and_marks_can_be_seen_on_every_ground(tokens: Tokens) -> None:
    assert too_faint(tokens, ("border", "done", "attention", "accent"), 3.0) == {}


@BOTH
def test_new_words_in_a_comparison_can_be_read_and_their_line_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens, "text", "done_ground") >= 4.5
    assert contrast(tokens, "done", "done_ground") >= 3.0


@BOTH
def test_selected_text_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens, "text", "selection") >= 4.5


@BOTH
def test_words_on_a_filled_button_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens, "on_accent", "accent") >= 4.5
    assert contrast(tokens, "on_accent", "accent_hover") >= 4.5


@BOTH
def test_a_tick_can_be_seen_in_its_box(tokens: Tokens) -> None:
    assert contrast(tokens, "on_accent", "done") >= 3.0
    assert contrast(tokens, "on_accent", "attention") >= 3.0


def test_every_colour_is_written_the_same_way() -> None:
    for tokens in (LIGHT, DARK):
        for name, value in tokens.colours().items():
            assert len(value) == 7, name
            assert int(value[1:], 16) >= 0, name
