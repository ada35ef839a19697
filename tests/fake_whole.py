"""The whole of a library in memory, read and taken at once."""

from __future__ import annotations

from typing import Any

from tests.fake_shelves import FakeShelf
from weeknotes_desktop.domain.everything import Everything, PlainRow
from weeknotes_desktop.domain.trash import Kind


class FakeWhole(FakeShelf):
    """Everything at once; a fake keeps no tags, and of other tables remarks alone."""

    def everything(self) -> Everything:
        kept = self._kept
        shelves: dict[Kind, dict[str, Any]] = {
            Kind.NOTE: kept.notes,
            Kind.GOAL: kept.goals,
            Kind.JOT: kept.jots,
            Kind.TASK: kept.tasks,
        }
        remarks: tuple[PlainRow, ...] = tuple(
            {"key": key, "value": value, "rev": 1, "sha256": ""}
            for key, value in kept.remarks.items()
        )
        return Everything(
            notes=tuple(kept.notes.values()),
            drafts=tuple(kept.drafts.values()),
            versions=(*kept.versions.values(), *kept.peaks.values()),
            peaks=frozenset(peak.id for peak in kept.peaks.values()),
            goals=tuple(kept.goals.values()),
            events=tuple(kept.events),
            plans=tuple(kept.plans.values()),
            jots=tuple(kept.jots.values()),
            tasks=tuple(kept.tasks.values()),
            trashed={
                (kind, ident): kept.trash[ident]
                for kind, shelf in shelves.items()
                for ident in shelf
                if ident in kept.trash
            },
            categories=tuple(sorted(kept.categories)),
            others={"library_settings": remarks} if remarks else {},
        )

    def take_everything(self, everything: Everything) -> None:
        self._may_write()
        kept = self._kept
        kept.notes |= {note.id: note for note in everything.notes}
        kept.drafts |= {draft.note_id: draft for draft in everything.drafts}
        for version in everything.versions:
            if version.id in everything.peaks:
                kept.peaks[version.note_id] = version
            else:
                kept.versions[version.id] = version
        kept.goals |= {goal.id: goal for goal in everything.goals}
        kept.events += everything.events
        kept.plans |= {plan.week: plan for plan in everything.plans}
        kept.jots |= {jot.id: jot for jot in everything.jots}
        kept.tasks |= {task.id: task for task in everything.tasks}
        kept.trash |= {ident: at for (_, ident), at in everything.trashed.items()}
        for row in everything.others.get("library_settings", ()):
            kept.remarks.setdefault(str(row["key"]), str(row["value"]))
        kept.categories |= set(everything.categories)
        kept.categories |= {note.category for note in everything.notes} - {""}
