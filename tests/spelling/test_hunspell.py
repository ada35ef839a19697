"""The dictionaries that come with the program, and those of the system."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.paths import resource
from weeknotes_desktop.spelling.dictionaries import dictionaries_in, nearest
from weeknotes_desktop.spelling.hunspell_proofreader import HunspellProofreader

OURS = resource("dictionaries")


@pytest.fixture(scope="module")
def proofreader() -> HunspellProofreader:
    return HunspellProofreader([OURS])


def spelling(found: tuple[Slip, ...]) -> list[str]:
    """The words that are in no dictionary."""
    return [slip.words for slip in found if slip.check == "spelling"]


def test_british_and_american_english_come_along(proofreader: HunspellProofreader) -> None:
    assert proofreader.languages() == ("en-GB", "en-US")
    body = "The colour of the harbor, organised or organized."
    assert spelling(proofreader.read(body, "en-GB", ())) == ["harbor"]
    assert spelling(proofreader.read(body, "en-US", ())) == ["colour", "organised"]


def test_each_dictionary_comes_with_its_licence() -> None:
    names = {path.name for path in OURS.iterdir()}
    for dictionary in OURS.glob("*.dic"):
        assert any(name.startswith(f"LICENSE_{dictionary.stem}") for name in names)


def test_every_kind_of_apostrophe_and_space_is_the_same(proofreader: HunspellProofreader) -> None:
    body = "We’ve seen it, we've seen\u00a0it: don’t\u202fworry, the crew’s café is well-run."
    assert spelling(proofreader.read(body, "en-GB", ())) == []


def test_words_that_weeknotes_are_made_of_are_known(proofreader: HunspellProofreader) -> None:
    body = "Weeknotes on onboarding, timeframes and the roadmap of a workstream."
    assert spelling(proofreader.read(body, "en-GB", ())) == []


def test_the_writers_own_words_are_known(proofreader: HunspellProofreader) -> None:
    assert spelling(proofreader.read("Ask Wibbel.", "en", ["Wibbel"])) == []
    assert spelling(proofreader.read("Ask Wibbel.", "en", [])) == ["Wibbel"]


def test_what_was_meant_is_suggested_with_the_apostrophe_of_the_writer(
    proofreader: HunspellProofreader,
) -> None:
    assert proofreader.suggestions("harbuor", "en-GB")[0] == "harbour"
    assert "doesn’t" in proofreader.suggestions("dosen’t", "en-GB")
    assert "doesn't" in proofreader.suggestions("dosen't", "en-GB")
    assert proofreader.suggestions("", "en-GB") == ()
    assert proofreader.suggestions("x" * 10_000, "en-GB") == ()


def test_a_language_without_a_dictionary_is_not_spelt_but_checked(
    proofreader: HunspellProofreader,
) -> None:
    found = proofreader.read("Alle alle  Netze", "de-AT", ())
    assert {slip.check for slip in found} == {"doubled word", "double space"}
    assert proofreader.suggestions("Netz", "de") == ()


@pytest.mark.parametrize(
    ("language", "there", "taken"),
    [
        ("en-AU", ["en-US", "en-GB"], "en-GB"),
        ("en", ["en-US", "en-GB"], "en-GB"),
        ("en_us", ["en-US", "en-GB"], "en-US"),
        ("de-AT", ["de-DE", "en-GB"], "de-DE"),
        ("cy", ["en-GB"], None),
        ("eo", ["eo"], "eo"),
        ("sv-FI", ["sv-SE"], "sv-SE"),
        ("", ["en-GB"], None),
    ],
)
def test_the_nearest_dictionary_is_taken(
    language: str, there: list[str], taken: str | None
) -> None:
    assert nearest(language, there) == taken


def test_dictionaries_of_the_system_are_found_and_ours_win(tmp_path: Path) -> None:
    for name in ("de_DE", "en_GB", "x-broken name"):
        shutil.copy(OURS / "en_US.aff", tmp_path / f"{name}.aff")
        shutil.copy(OURS / "en_US.dic", tmp_path / f"{name}.dic")
    (tmp_path / "fr_FR.aff").write_text("SET UTF-8\n")
    found = dictionaries_in([OURS, tmp_path, tmp_path / "nowhere"])
    assert set(found) == {"en-GB", "en-US", "de-DE"}
    assert found["en-GB"].folder == OURS


def test_a_dictionary_in_an_old_encoding_says_nothing_of_what_it_cannot_write(
    tmp_path: Path,
) -> None:
    (tmp_path / "cs.aff").write_text("SET ISO8859-1\n")
    (tmp_path / "cs.dic").write_text("1\nlod\n")
    proofreader = HunspellProofreader([tmp_path])
    assert spelling(proofreader.read("lod člun loď lodj", "cs", ())) == ["lodj"]
    assert proofreader.suggestions("člun", "cs") == ()


@given(body=st.text(max_size=200))
def test_no_text_upsets_it(proofreader: HunspellProofreader, body: str) -> None:
    for slip in proofreader.read(body, "en-GB", ()):
        assert 0 <= slip.start < slip.end <= len(body)
