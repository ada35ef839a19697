"""What was published of the notes in a fake library."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from tests.fake_shelves import FakeShelf
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.snapshot import GoalToday, LastPublished, Published, Snapshot


class FakeSnapshots(FakeShelf):
    """The snapshots."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        self._may_write()
        self._kept.snapshots.setdefault(snapshot.id, snapshot)

    def snapshot(self, note_id: str) -> Snapshot | None:
        return next(iter(self.snapshots(note_id)), None)

    def snapshots(self, note_id: str) -> tuple[Snapshot, ...]:
        ours = [one for one in reversed(self._kept.snapshots.values()) if one.note_id == note_id]
        return tuple(sorted(ours, key=lambda one: one.published_at, reverse=True))

    def published(self) -> tuple[Published, ...]:
        newest_first = reversed(self._in_use(self._kept.notes))
        out = [note for note in newest_first if note.status is Status.PUBLISHED]
        out.sort(key=lambda note: note.week, reverse=True)
        return tuple(map(self._published, out))

    def _published(self, note: Note) -> Published:
        snapshots = self.snapshots(note.id)
        if not snapshots:
            return Published(note=note)
        earlier = tuple(one.first_words for one in reversed(snapshots))
        return Published(note=replace(note, body=""), snapshot=snapshots[0], earlier=earlier)

    def last_published(self) -> LastPublished | None:
        out = [one.note for one in self.published()]
        found = [LastPublished(note.id, note.week, note.label, note.day) for note in out]
        return max(found, key=lambda one: (one.day, one.week), default=None)

    def goals_today(self, goal_ids: Collection[str]) -> Mapping[str, GoalToday]:
        ours = (goal for goal in self._kept.goals.values() if goal.id in goal_ids)
        return {goal.id: GoalToday(goal.audience, goal.public_text) for goal in ours}

    def pictures(self, picture_ids: Collection[str]) -> Mapping[str, Picture]:
        kept = self._kept.pictures
        return {ident: kept[ident] for ident in picture_ids if ident in kept}
