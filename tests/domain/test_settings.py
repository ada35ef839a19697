from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Look, Settings, Where, abouts
from weeknotes_desktop.domain.week import Week


def test_a_setting_is_named_as_one_says_it() -> None:
    for key in ("blog-name", "blog name", "Blog_Name"):
        assert Settings().with_value(key, "Field notes").value("blog-name") == "Field notes"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("look", "purple"),
        ("language", "tlh klingon"),
        ("label-pattern", "Weeknote"),
        ("colour", "red"),
        ("publish-to", "the moon"),
        ("publish-for", "me"),
        ("page-folder", "pages"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(key: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings().with_value(key, value)
    assert refused.value.remedy


def test_settings_are_typed() -> None:
    settings = Settings().with_value("look", "Dark").with_value("label-pattern", "{year}.{week}")
    assert settings.look is Look.DARK
    assert settings.label.label_of(Week(2022, 3)) == "2022.3"


def test_where_and_for_whom_one_publishes_is_a_setting() -> None:
    settings = Settings().with_value("publish-to", " Clipboard").with_value("publish-for", "team")
    assert (settings.publish_to, settings.publish_for) == (Where.CLIPBOARD, Audience.TEAM)


def test_every_setting_says_what_it_means() -> None:
    assert abouts().keys() == Settings().values().keys()
    assert all(abouts().values())


@given(st.sampled_from(sorted(Settings().values())), st.text())
def test_a_value_is_taken_or_refused_and_never_breaks(key: str, text: str) -> None:
    try:
        changed = Settings().with_value(key, text)
    except SettingsError:
        return
    assert changed.with_value(key, changed.value(key)) == changed


def test_goals_have_four_forms() -> None:
    assert Settings().goal_form is GoalForm.LIST
    for name in ("list", "Numbers", " sentence", "questions"):
        assert Settings().with_value("goal-form", name).value("goal-form") == name.strip().lower()
    with pytest.raises(SettingsError):
        Settings().with_value("goal-form", "table")
