"""Which back-ups are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.backup import (
    DAILY,
    MONTHLY,
    NEWEST,
    WEEKLY,
    BackUp,
    Reason,
    thin,
)

START = datetime(2024, 1, 1, tzinfo=UTC)


def made_at(at: datetime) -> BackUp:
    return BackUp(path=Path(f"{at:%Y%m%d-%H%M%S}"), made_at=at, reason=Reason.CHANGES, size=1)


back_ups = st.lists(st.integers(0, 900 * 24 * 60), min_size=0, max_size=150, unique=True).map(
    lambda minutes: [made_at(START + timedelta(minutes=one)) for one in minutes]
)


@given(back_ups)
def test_every_back_up_is_either_kept_or_gone_and_the_newest_are_kept(
    there: list[BackUp],
) -> None:
    thinned = thin(there)
    newest_first = sorted(there, key=lambda one: one.made_at, reverse=True)
    assert sorted((*thinned.kept, *thinned.gone), key=lambda one: one.made_at) == newest_first[::-1]
    assert list(thinned.kept[:NEWEST]) == newest_first[:NEWEST]
    assert len(thinned.kept) <= NEWEST + DAILY + WEEKLY + MONTHLY


@given(back_ups)
def test_the_last_of_each_of_the_latest_days_weeks_and_months_is_kept(
    there: list[BackUp],
) -> None:
    kept = set(thin(there).kept)
    for number, form in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-W%V"), (MONTHLY, "%Y-%m")):
        by_period: dict[str, BackUp] = {}
        for one in sorted(there, key=lambda one: one.made_at):
            by_period[one.made_at.strftime(form)] = one
        latest = sorted(by_period.values(), key=lambda one: one.made_at)[-number:]
        assert set(latest) <= kept


@given(back_ups)
def test_thinning_again_removes_nothing(there: list[BackUp]) -> None:
    kept = thin(there).kept
    assert thin(kept).gone == ()


def test_two_years_of_half_hours_leave_about_fifty() -> None:
    there = [made_at(START + timedelta(minutes=30 * n)) for n in range(2 * 366 * 48)]
    kept = thin(there).kept
    # The newest ten are of today, and today is a day, a week and a month as well.
    assert len(kept) <= NEWEST + DAILY + WEEKLY + MONTHLY
    assert len(kept) >= NEWEST + DAILY - 1 + WEEKLY - 3 + MONTHLY - 4
    assert kept[0].made_at - kept[-1].made_at > timedelta(days=660)
