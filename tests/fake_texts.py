"""Every text of a fake library."""

from __future__ import annotations

from tests.fake_shelves import FakeShelf
from weeknotes_desktop.domain.library_texts import (
    MAY_BE_PUBLIC,
    LibraryTexts,
    OldTitle,
    PictureWords,
)


class FakeTexts(FakeShelf):
    """The texts."""

    def texts(self) -> LibraryTexts:
        kept = self._kept
        snapshots = sorted(kept.snapshots.values(), key=lambda one: one.published_at)
        return LibraryTexts(
            notes=tuple(reversed(kept.notes.values())),
            drafts=tuple(kept.drafts.values()),
            goals=tuple(kept.goals.values()),
            plans=tuple(kept.plans.values()),
            jots=tuple(kept.jots.values()),
            tasks=tuple(kept.tasks.values()),
            pictures=tuple(
                PictureWords(one.name, one.description) for one in kept.pictures.values()
            ),
            trashed=frozenset(kept.trash),
            snapshots={one.note_id: one for one in snapshots},
            titles=tuple(
                {OldTitle(one.note_id, one.title, one.audience): None for one in snapshots}
            ),
            allowed=frozenset(
                key.removeprefix(MAY_BE_PUBLIC)
                for key, value in kept.remarks.items()
                if key.startswith(MAY_BE_PUBLIC) and value
            ),
        )
