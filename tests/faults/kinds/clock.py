"""The clock jumps, and the zone is another one."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from tests.faults.adapter import CLOCK
from tests.faults.kinds.common import opened, read_back
from tests.faults.stage import LostError, Service, Stage
from tests.faults.story import DURABLE_AFTER, Story

_ZONES = (
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/New_York",
    "Europe/London",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
)
# Mondays, and the days on which the year of the week is not that of the calendar.
_MONDAYS = ("2026-11-30", "2026-12-28", "2027-01-04", "2021-01-04", "2024-12-30", "2040-01-02")
_NEAR = timedelta(hours=11)


def play(stage: Stage, chance: Random) -> None:
    """The week is that of the local zone; a note stays in its week; typed text is kept."""
    zone = ZoneInfo(chance.choice(_ZONES))
    put_forward = stage.folder / "clock"
    _set(put_forward, _near_a_monday(zone, chance))
    service = stage.start(env={"TZ": zone.key, CLOCK: str(put_forward)})
    opened(service)
    _same_week(service, put_forward, zone)
    story = Story(chance)
    before = service.ask("week")["label"]
    story.type(service, "note0")
    jump = timedelta(days=chance.choice([-400, -7, -1, 1, 7, 400]), hours=chance.randint(-9, 9))
    _set(put_forward, _now(put_forward) + jump)
    _same_week(service, put_forward, zone)
    story.type(service, "note0")
    story.save(service, "note1")
    time.sleep(DURABLE_AFTER + 0.1)
    service.kill()
    service.close()
    if before not in (kept := _week_of(stage.library_folder / "notes.db", "note0")):
        raise LostError(f"the note was of {before} and is now of {kept}")
    read_back(stage, story, ended_at=service.ended_at)


def _near_a_monday(zone: ZoneInfo, chance: Random) -> datetime:
    monday = datetime.fromisoformat(chance.choice(_MONDAYS)).replace(tzinfo=zone)
    return monday + chance.uniform(-1, 1) * _NEAR


def _set(put_forward: Path, instant: datetime) -> None:
    # In one go: the service reads it whenever it looks at the clock.
    new = put_forward.with_name("new-clock")
    new.write_text(str((instant - datetime.now(UTC)).total_seconds()), encoding="ascii")
    new.replace(put_forward)


def _now(put_forward: Path) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(put_forward.read_text(encoding="ascii")))


def _same_week(service: Service, put_forward: Path, zone: ZoneInfo) -> None:
    earliest = _label(_now(put_forward), zone)
    label = service.ask("week")["label"]
    if label not in (earliest, latest := _label(_now(put_forward), zone)):
        raise LostError(f"in {zone} it is {latest}, and {label} is said")


def _label(instant: datetime, zone: ZoneInfo) -> str:
    year, week, _ = instant.astimezone(zone).isocalendar()
    return f"{year:04}-W{week:02}"


def _week_of(path: Path, note: str) -> list[str]:
    with closing(sqlite3.connect(path)) as library:
        rows = library.execute("SELECT iso_year, iso_week FROM notes WHERE id = ?", [note])
        return [f"{year:04}-W{week:02}" for year, week in rows]
