"""Themes: ours can be read by everybody; those of others are data and do no harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.publishing.destinations.site.blogs import THEMES, a_note, pages_in, site_of, some_notes
from tests.publishing.example import RESOURCES
from tests.ui.test_tokens import luminance
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.destinations.site.theme import shipped

FRAME = (RESOURCES / "themes" / "paper" / "frame.html").read_text("utf-8")


def a_theme(folder: Path, **files: str) -> str:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return str(folder)


def test_there_are_three_and_paper_is_the_first() -> None:
    assert shipped(RESOURCES) == ("paper", "clear", "plain")
    assert site_of([a_note()]).files == site_of([a_note()], theme="paper").files


def palettes(theme: str) -> dict[str, dict[str, str]]:
    """The colours of a theme, light and dark."""
    style = (RESOURCES / "themes" / theme / "style.css").read_text("utf-8")
    light, _, dark = style.partition("@media (prefers-color-scheme: dark)")
    found = {}
    for name, text in (("light", light), ("dark", dark.partition("\n}\n")[0])):
        found[name] = dict(re.findall(r"--wn-([a-z-]+): (#[0-9a-f]{6});", text))
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_text_can_be_read_and_marks_be_seen_on_every_ground(theme: str, look: str) -> None:
    colours = palettes(theme)[look]
    grounds = ("page", "hover", "accent-ground", "attention-ground")
    wanted = dict.fromkeys(("text", "grey", "accent", "attention"), 4.5) | {"done": 3.0}
    if theme == "clear":
        wanted = dict.fromkeys(wanted, 7.0)
    pairs = [(mark, ground, least) for mark, least in wanted.items() for ground in grounds]
    pairs += [("border", "page", 3.0)]
    too_faint = {}
    for mark, ground, least in pairs:
        darker, lighter = sorted(luminance(colours[name]) for name in (mark, ground))
        ratio = (lighter + 0.05) / (darker + 0.05)
        if ratio < least:
            too_faint[f"{mark} on {ground}"] = round(ratio, 2)
    assert too_faint == {}


@pytest.mark.parametrize("theme", THEMES)
def test_a_style_needs_nothing_from_elsewhere(theme: str) -> None:
    style = site_of([], theme=theme).files["style.css"].decode()
    assert not re.search(r"url\(|@import|@font-face|expression", style)
    for wanted in ("prefers-color-scheme: dark", "forced-colors", "@media print", "max-width"):
        assert wanted in style
    assert set(re.findall(r"var\((--[a-z-]+)\)", style)) <= set(re.findall(r"(--[a-z-]+):", style))


def test_an_own_theme_needs_no_more_than_what_it_does_differently(tmp_path: Path) -> None:
    theme = a_theme(tmp_path, style_css="p { color: red }")
    parcel = site_of([a_note()], theme=theme)
    assert b"p { color: red }" in parcel.files["style.css"]
    assert b".wn-post" in parcel.files["style.css"]
    own = a_theme(
        tmp_path, note_html='{% extends "frame.html" %}{% block text %}Mine{% endblock %}'
    )
    page = pages_in(site_of([a_note()], theme=own))[f"{a_note().place}/index.html"]
    assert "Mine" in page
    assert "Notes from the boathouse" in page


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if %}", "note.html, line 1"),
        ("{{ policy }}\n{{ nothing }}", "note.html, line 2: 'nothing' is undefined"),
        (
            "{% extends 'frame.html' %}{% block text %}\n\n{{ note.nothing }}{% endblock %}",
            "line 3",
        ),
        ("{{ ''.__class__.__mro__ }}", "note.html"),
        ("{{ note.heading|safe }}", "safe"),
        ("{% autoescape false %}{{ note.heading }}{% endautoescape %}", "escaping"),
        ("{% include '../../secrets' %}", "there is no"),
        ("{% include '/etc/passwd' %}", "there is no"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% for a in range(10 ** 9) %}{% endfor %}", "range"),
        ("{{ 'a' + 1 }}", "note.html, line 1"),
        ("{{ note.tags.append(1) }}", "note.html"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "recursion"),
    ],
)
def test_a_broken_theme_is_one_sentence(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(PublishError) as told:
        site_of([a_note()], theme=a_theme(tmp_path, note_html=template))
    assert said in told.value.problem
    assert "\n" not in told.value.problem
    assert told.value.problem.startswith("The theme “")


def test_a_theme_cannot_leave_out_the_policy(tmp_path: Path) -> None:
    theme = a_theme(tmp_path, note_html="<!doctype html><title>{{ note.heading }}</title>")
    with pytest.raises(PublishError, match="policy"):
        site_of([a_note()], theme=theme)


def test_titles_are_escaped_in_an_own_theme(tmp_path: Path) -> None:
    theme = a_theme(
        tmp_path,
        note_html="{{ policy }}{{ note.heading }}{{ '%s'|format(note.heading) }}{{ body }}",
    )
    parcel = site_of([a_note(title="<b>{{7*7}}</b>")], theme=theme)
    page = next(page for file, page in pages_in(parcel).items() if file.startswith("2021/w"))
    assert page.count("&lt;b&gt;{{7*7}}&lt;/b&gt;") == 2
    assert "<p>The water was high" in page


@pytest.mark.parametrize("said", ["papr", "/nowhere/at/all", "../paper", "\x00"])
def test_a_theme_that_is_not_there_is_a_sentence(said: str) -> None:
    with pytest.raises(PublishError, match="There is no theme"):
        site_of([], theme=said)


def test_a_folder_without_a_theme_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="holds no theme"):
        site_of([], theme=str(tmp_path))


def test_a_style_that_is_no_text_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_bytes(b"\xff\xfe")
    with pytest.raises(PublishError, match=r"style\.css"):
        site_of(some_notes(1), theme=str(tmp_path))
