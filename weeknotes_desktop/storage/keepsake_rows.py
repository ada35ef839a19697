"""How jots, tasks, versions and the trash become rows, and rows become them again."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC, datetime

from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import count_words
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind, Trashed
from weeknotes_desktop.domain.version import Occasion, Version, VersionLine
from weeknotes_desktop.storage.connection import LARGEST_VALUE
from weeknotes_desktop.storage.hashes import body_hash, jot_hash, task_hash, version_hash
from weeknotes_desktop.storage.rows import Row, Values, moment, time_of, week_of


def jot_values(jot: Jot, trashed_at: str | None = None) -> Values:
    """The row of a jot; its time keeps the zone it was caught in."""
    at = jot.at.isoformat(timespec="microseconds")
    return {
        "id": jot.id,
        "iso_year": jot.week.year,
        "iso_week": jot.week.number,
        "at": at,
        "text": jot.text,
        "used_in": jot.used_in,
        "trashed_at": trashed_at,
        "rev": jot.rev,
        "sha256": jot_hash(jot, at, trashed_at),
    }


def jot_of(row: Row) -> Jot:
    """The jot a row holds, also a damaged one."""
    return Jot(
        id=row["id"],
        week=week_of(row),
        at=_local_time_of(row["at"]),
        text=row["text"],
        used_in=row["used_in"],
        rev=row["rev"],
    )


def task_values(task: Task, trashed_at: str | None = None) -> Values:
    """The row of a task."""
    done_at = None if task.done_at is None else moment(task.done_at)
    return {
        "id": task.id,
        "position": task.position,
        "text": task.text,
        "done_at": done_at,
        "trashed_at": trashed_at,
        "rev": task.rev,
        "sha256": task_hash(task, done_at, trashed_at),
    }


def task_of(row: Row) -> Task:
    """The task a row holds, also a damaged one."""
    return Task(
        id=row["id"],
        text=row["text"],
        position=row["position"],
        done_at=None if row["done_at"] is None else time_of(row["done_at"]),
        rev=row["rev"],
    )


def version_values(version: Version, *, peak: bool) -> Values:
    """The row of a version, its body compressed."""
    written_at = moment(version.written_at)
    body_sha256 = body_hash(version.body)
    return {
        "id": version.id,
        "note_id": version.note_id,
        "written_at": written_at,
        "occasion": str(version.occasion),
        "title": version.title,
        "words": count_words(version.body),
        "peak": peak,
        "body_sha256": body_sha256,
        "sha256": version_hash(version, written_at, body_sha256),
        "packed": zlib.compress(version.body.encode(errors="surrogatepass")),
    }


def version_of(row: Row) -> Version:
    """The version a row holds; of a damaged one whatever can be unpacked."""
    body = unpacked(row["packed"])
    version = Version(
        id=row["id"],
        note_id=row["note_id"],
        written_at=time_of(row["written_at"]),
        occasion=_occasion(row["occasion"]),
        title=row["title"],
        body=body,
    )
    right = version_hash(version, row["written_at"], row["body_sha256"])
    whole = row["body_sha256"] == body_hash(body) and row["sha256"] == right
    return version if whole else replace(version, whole=False)


def version_line_of(row: Row) -> VersionLine:
    """The line of the history a row holds; its body is neither read nor checked."""
    return VersionLine(
        id=row["id"],
        note_id=row["note_id"],
        written_at=time_of(row["written_at"]),
        occasion=_occasion(row["occasion"]),
        title=row["title"],
        words=row["words"],
    )


def trashed_of(kind: Kind, row: Row) -> Trashed:
    """What the trash shows of a row of that kind."""
    return Trashed(
        kind=kind,
        id=row["id"],
        week=None if kind is Kind.TASK else week_of(row),
        text=row["title"] if kind is Kind.NOTE else row["text"],
        label=row["label"] if kind is Kind.NOTE else "",
        trashed_at=time_of(row["trashed_at"]),
    )


def unpacked(packed: bytes) -> str:
    """The body that was packed; of a damaged one what comes before the damage."""
    try:
        body = zlib.decompressobj().decompress(packed, LARGEST_VALUE)
    except zlib.error:
        body = _as_far_as_it_goes(packed)
    try:
        return body.decode(errors="surrogatepass")
    except UnicodeDecodeError:
        return body.decode(errors="replace")


def _as_far_as_it_goes(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    body = bytearray()
    for place in range(0, len(packed), 64):
        try:
            body += unpacking.decompress(packed[place : place + 64], LARGEST_VALUE)
        except zlib.error:
            break
    return bytes(body)


def _occasion(value: str) -> Occasion:
    try:
        return Occasion(value)
    except ValueError:
        return Occasion.REPLACED


def _local_time_of(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return datetime.fromtimestamp(0, UTC)
