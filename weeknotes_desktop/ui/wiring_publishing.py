"""The connections of publishing: what the user did, and what we do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.last_gate import Leak
from weeknotes_desktop.presenters.checking import CheckingPresenter
from weeknotes_desktop.presenters.publishing import PublishingPresenter
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.ui.crew import Presenters

if TYPE_CHECKING:
    from weeknotes_desktop.ui.publishing.dialog import PublishDialog
    from weeknotes_desktop.ui.publishing.going_back import GoingBack


def wire_publishing(
    dialog: PublishDialog,
    presenters: Presenters,
    publishing: PublishingPresenter,
    going: GoingBack,
    anew: ReadingAnew,
) -> None:
    """Introduce the dialog to who publishes, and to whoever changes the note or its goals."""
    choice = dialog.choice
    choice.where_chosen.connect(publishing.choose)
    choice.audience_chosen.connect(publishing.set_audience)
    choice.day_chosen.connect(publishing.set_day)
    choice.place_wanted.connect(dialog.ask_place)
    choice.points.followed.connect(publishing.follow)
    choice.points.silenced.connect(publishing.silence)
    dialog.place_chosen.connect(lambda place: publishing.set_place(Path(place)))
    dialog.leaks.allowed.connect(publishing.publication.allow)
    dialog.published.connect(publishing.publish)
    dialog.cancelled.connect(publishing.cancel)
    dialog.closed.connect(publishing.closed)
    dialog.leaks.shown.connect(lambda leak: _to_leak(leak, dialog, presenters, going))
    publishing.slip_wanted.connect(going.to_point)
    publishing.goal_wanted.connect(going.to_goal)
    publishing.label_taken.connect(presenters.facts.set_label)
    presenters.keeping.saved.connect(lambda _: publishing.refresh())
    presenters.keeping.kept.connect(lambda _: publishing.draw())
    presenters.closing.asked.connect(lambda _: dialog.go())
    presenters.goals.changed.connect(lambda _: publishing.refresh())
    presenters.editor.opened.connect(lambda _: publishing.refresh())
    presenters.editor.emptied.connect(lambda _: publishing.refresh())

    def read_anew(_: object) -> None:
        note = presenters.keeping.current()
        if note is not None:
            anew.read(note.week)

    publishing.publication.stale.connect(read_anew)


def _to_leak(leak: Leak, dialog: PublishDialog, presenters: Presenters, going: GoingBack) -> None:
    """To the note in which it stands, and to its words there."""
    dialog.go()
    if leak.note_id is not None:
        presenters.editor.open(leak.note_id, lambda _: going.to_words(leak.words))


def wire_silence(publishing: PublishingPresenter, checking: CheckingPresenter) -> None:
    """What was silenced in the dialog is marked under the text no more."""
    publishing.silenced.connect(lambda _: checking.learn())
