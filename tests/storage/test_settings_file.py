from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.settings import Look, Settings
from weeknotes_desktop.storage.settings_file import SettingsFile

BY_HAND = """\
# What my blog is called
blog-name = "Bridges"   # since 2019

label-series = 10
[colours]   # of another program
ink = "blue"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(path: Path, text: str) -> SettingsFile:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return SettingsFile(path)


def test_without_a_file_everything_stands_at_its_default_and_none_is_made(path: Path) -> None:
    assert SettingsFile(path).load() == (Settings(), ())
    assert not path.exists()


def test_what_was_saved_is_loaded_by_the_next_start(path: Path) -> None:
    settings = Settings(blog_name="Bridges “and” more", look=Look.DARK, label_series="10")
    SettingsFile(path).save(settings)
    assert SettingsFile(path).load() == (settings, ())


_lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30).map(
    lambda text: " ".join(text.split())
)


@given(name=_lines, author=_lines, look=st.sampled_from(Look))
def test_every_setting_there_can_be_is_loaded_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, name: str, author: str, look: Look
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("config") / "settings.toml")
    settings = Settings(blog_name=name, author=author, look=look)
    file.save(settings)
    assert file.load() == (settings, ())


def test_only_what_was_chosen_is_written(path: Path) -> None:
    SettingsFile(path).save(Settings(author="Ada"))
    assert path.read_text() == 'author = "Ada"\n'


def test_comments_order_and_strange_keys_stay(path: Path) -> None:
    file = written(path, BY_HAND)
    settings, said = file.load()
    assert (settings.blog_name, settings.label_series, said) == ("Bridges", "10", ())
    file.save(replace(settings, blog_name="Arches", author="Ada"))
    text = path.read_text()
    assert text.startswith('# What my blog is called\nblog-name = "Arches"   # since 2019\n')
    assert "label-series = 10\n" in text
    assert '[colours]   # of another program\nink = "blue"' in text
    assert file.load()[0] == replace(settings, blog_name="Arches", author="Ada")


def test_a_setting_that_goes_back_to_its_default_is_loaded_so(path: Path) -> None:
    file = written(path, BY_HAND)
    file.save(Settings())
    assert file.load() == (Settings(), ())


@pytest.mark.parametrize("value", ['"purple"', "7", "true", "[1, 2]", "{a = 1}", "2026-11-27"])
def test_a_broken_value_stands_at_its_default_with_a_word_about_it(path: Path, value: str) -> None:
    settings, said = written(path, f'author = "Ada"\nlook = {value}\n').load()
    assert settings == Settings(author="Ada")
    assert len(said) == 1
    assert "look stands at its default" in said[0]


def test_yes_and_no_are_no_names(path: Path) -> None:
    settings, said = written(path, "author = true\n").load()
    assert (settings, len(said)) == (Settings(), 1)


def test_a_broken_value_is_kept_beside_the_one_that_takes_its_place(path: Path) -> None:
    file = written(path, 'label-pattern = "Note {wek}"\n')
    file.save(Settings(author="Ada"))
    assert 'was "Note {wek}"' in path.read_text()
    assert file.load() == (Settings(author="Ada"), ())


@pytest.mark.parametrize(
    "broken",
    [
        b"look = ",
        b"\xff\xfe\x00",
        b"a = 1\na = 2\n",
        b"\x00" * 50,
        b"x = " + b"[" * 3000,
        b"x = " + b"9" * 5000,
    ],
)
def test_a_broken_file_is_told_and_kept_aside_when_settings_are_saved(
    path: Path, broken: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(broken)
    file = SettingsFile(path)
    settings, said = file.load()
    assert settings == Settings()
    assert len(said) == 1
    assert "cannot be read" in said[0]
    assert path.read_bytes() == broken
    (moved,) = file.save(Settings(author="Ada"))
    assert "settings.toml.broken" in moved
    assert path.with_name("settings.toml.broken").read_bytes() == broken
    assert file.load() == (Settings(author="Ada"), ())


@pytest.mark.parametrize("value", ["true", "1.5", "[1, 2]", "{a = 1}", "2026-11-27"])
def test_any_broken_value_makes_room_for_another_setting(path: Path, value: str) -> None:
    file = written(path, f"author = {value}\n")
    assert file.change("look", "dark") == (Settings(look=Look.DARK), ())
    assert file.load() == (Settings(look=Look.DARK), ())


def test_a_table_in_place_of_a_value_is_kept_and_what_is_saved_is_loaded(path: Path) -> None:
    file = written(path, "[colours]\nink = 1\n[look]\na = 1\n")
    settings, _ = file.change("author", "Ada")
    assert file.load() == (settings, ()) == (Settings(author="Ada"), ())
    assert any("ink = 1" in kept.read_text() for kept in path.parent.glob("settings.toml*"))


def test_a_link_to_the_settings_stays_a_link(path: Path) -> None:
    real = path.parent.parent / "dotfiles.toml"
    real.write_text('blog-name = "Bridges"\n')
    path.parent.mkdir()
    path.symlink_to(real)
    SettingsFile(path).change("author", "Ada")
    assert path.is_symlink()
    assert real.read_text() == 'blog-name = "Bridges"\nauthor = "Ada"\n'


def test_changes_at_the_same_time_are_all_kept(path: Path) -> None:
    keys = ("blog-name", "blog-tagline", "author", "category", "label-series")
    changes = [(key, f"{key} {turn}") for turn in range(3) for key in keys]
    with ThreadPoolExecutor(len(changes)) as many:
        list(many.map(lambda change: SettingsFile(path).change(*change), changes))
    settings, said = SettingsFile(path).load()
    assert said == ()
    assert all(settings.value(key).startswith(key) for key in keys)


def test_a_second_broken_file_does_not_take_the_place_of_the_first(path: Path) -> None:
    for number in ("1", "2"):
        written(path, f"{number} =").save(Settings())
    kept = sorted(found.read_text() for found in path.parent.glob("*.broken"))
    assert kept == ["1 =", "2 ="]


def test_a_file_may_begin_with_a_byte_order_mark(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbfauthor = "Ada"\r\n')
    assert SettingsFile(path).load() == (Settings(author="Ada"), ())


def test_the_file_and_its_folder_are_their_owners_alone(path: Path) -> None:
    SettingsFile(path).save(Settings(author="Ada"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    lock = path.with_name("settings.toml.lock")
    assert sorted(path.parent.iterdir()) == [path, lock]
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600


def test_settings_that_cannot_be_written_are_told(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(SettingsError) as refused:
        SettingsFile(path).save(Settings(author="Ada"))
    assert "could not be written" in refused.value.problem


def test_a_folder_in_place_of_the_file_is_told_and_kept(path: Path) -> None:
    path.mkdir(parents=True)
    settings, said = SettingsFile(path).load()
    assert (settings, len(said)) == (Settings(), 1)
