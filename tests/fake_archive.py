"""What the archive reads, of a library in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from tests.fake_shelves import FakeShelf
from weeknotes_desktop.domain.archive import (
    EVERYTHING,
    ArchiveFilter,
    FilterChoices,
    Showing,
    TitledNote,
    in_order,
)
from weeknotes_desktop.domain.names import NameKind, names_of_note
from weeknotes_desktop.domain.note import Note, Status, count_words
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of


class FakeArchive(FakeShelf):
    """The archive."""

    def written_weeks(
        self, which: ArchiveFilter | None = None, *, week: Week | None = None, most: int = -1
    ) -> tuple[WrittenWeek, ...]:
        notes = [note for note in self._asked_for(which) if week in (None, note.week)]
        by_week = groupby(notes[: None if most < 0 else most], key=lambda note: note.week)
        return tuple(
            WrittenWeek(
                monday_of(week),
                tuple(note.id for note in of_week),
                sum(count_words(note.body) for note in of_week),
            )
            for week, group in by_week
            for of_week in (list(group),)
        )

    def titled_notes(
        self, which: ArchiveFilter | None = None, *, week: Week | None = None
    ) -> tuple[TitledNote, ...]:
        return tuple(
            TitledNote(
                monday=monday_of(note.week),
                id=note.id,
                title=note.title,
                label=note.label,
                category=note.category,
                words=count_words(note.body),
            )
            for note in self._asked_for(which)
            if week in (None, note.week)
        )

    def filter_choices(self) -> FilterChoices:
        notes = self._newest_first()
        streams = {(goal.week, goal.workstream) for goal in self._in_use(self._kept.goals)}
        years = Counter(note.week.year for note in notes)
        return FilterChoices(
            drafts=self.number_of_drafts(),
            categories=in_order(Counter(note.category for note in notes).items()),
            tags=in_order(Counter(tag for note in notes for tag in note.tags).items()),
            workstreams=in_order(
                Counter(
                    name for note in notes for week, name in streams if name and week == note.week
                ).items()
            ),
            years=tuple(sorted(years.items(), reverse=True)),
        )

    def tags(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.filter_choices().tags)

    def number_of_drafts(self) -> int:
        return sum(note.status is Status.DRAFT for note in self._newest_first())

    def notes_with(self, words: str) -> Iterator[tuple[str, str]]:
        for note in self._in_use(self._kept.notes):
            if words in note.body:
                yield note.id, note.body

    def perhaps_changed(self, week: Week | None = None) -> tuple[str, ...]:
        kept = {snapshot.note_id for snapshot in self._kept.snapshots.values()}
        return tuple(
            note.id
            for note in self._newest_first()
            if note.id in kept
            and week in (None, note.week)
            and note.status is Status.PUBLISHED
            and note.audience is not Audience.ME
        )

    def words_published(self) -> tuple[int, ...]:
        notes = self._newest_first()
        return tuple(count_words(note.body) for note in notes if note.status is Status.PUBLISHED)

    def trashed_with(self, kind: NameKind, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        trashed = (note for note in self._kept.notes.values() if note.id in self._kept.trash)
        named = sorted((note.id, names_of_note(note, kind)) for note in trashed)
        return tuple((note_id, names) for note_id, names in named if name in names)

    def forget_name(self, kind: NameKind, name: str) -> None:
        self._may_write()
        held = {one for note in self._kept.notes.values() for one in names_of_note(note, kind)}
        if kind is NameKind.CATEGORY:
            self._kept.categories -= {name} - held

    def _newest_first(self) -> list[Note]:
        newest_first = reversed(self._in_use(self._kept.notes))
        return sorted(newest_first, key=lambda note: note.week, reverse=True)

    def _asked_for(self, which: ArchiveFilter | None) -> list[Note]:
        asked = which or EVERYTHING
        return [note for note in self._newest_first() if self._answers(note, asked)]

    def _answers(self, note: Note, asked: ArchiveFilter) -> bool:
        draft = note.status is Status.DRAFT
        goals = self._in_use(self._kept.goals)
        streams = {goal.workstream for goal in goals if goal.week == note.week}
        return all(
            (
                asked.showing is Showing.ALL or draft == (asked.showing is Showing.DRAFTS),
                asked.category in (None, note.category),
                asked.tag is None or asked.tag in note.tags,
                asked.workstream is None or asked.workstream in streams,
                asked.year in (None, note.week.year),
            )
        )
