"""Makes the Friday review, and introduces it; its window is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.review import ReviewPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.review.window import ReviewWindow
from weeknotes_desktop.ui.wiring_review import wire_review


class RestReview:
    """Those who look back at a week and on to the next one.

    Args:
        show_loose_ends: Shows every goal without an answer.
        reasons: Those for letting go that are being typed.
    """

    def __init__(self, means: Means, show_loose_ends: Callable[[], None], reasons: Reasons) -> None:
        self._means, self._show_loose_ends, self._reasons = means, show_loose_ends, reasons
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {"review": self.show}
        means.views.actions.chosen.connect(self.do)
        means.views.goals.review_chosen.connect(self.show)

    @cached_property
    def review(self) -> ReviewPresenter:
        """The review, and its window."""
        means = self._means
        window = ReviewWindow(means.theme, means.views.window)
        made = ReviewPresenter(
            view=window,
            unsaved=means.presenters.goals.unsaved,
            reasons=self._reasons,
            writer=means.writer,
            notices=means.views.notices,
            clock=means.parts.now,
            settings=means.settings,
            templates=means.parts.templates,
            read_only=means.read_only,
        )
        presenters, notices = means.presenters, means.views.notices
        anew = ReadingAnew(presenters.editor, presenters.keeping, means.writer, notices)
        wire_review(window, means.views, presenters, made, anew, self._show_loose_ends)
        return made

    def refresh(self) -> None:
        """Something has changed that it may show."""
        # Only where somebody has looked at it.
        if "review" in vars(self):
            self.review.refresh()

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def show(self) -> None:
        """Go on with the review of the week that is shown."""
        shown = self._means.presenters.goals.shown
        self.review.open(shown.week if shown else Week.of(self._means.parts.now().date()))
