"""The Friday review: five steps beside the note, saved as one goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Templates
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.template import filled
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.kept_lines import KeptLines
from weeknotes_desktop.presenters.loose_answers import LooseAnswers
from weeknotes_desktop.presenters.loose_ends_state import Loose
from weeknotes_desktop.presenters.notices import Notices
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.review_state import ReviewState, ReviewView, Seen, Step
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords
from weeknotes_desktop.use_cases.carry_over import carry_over, carry_unfinished
from weeknotes_desktop.use_cases.loose_ends import loose_ends
from weeknotes_desktop.use_cases.make_review_draft import make_review_draft
from weeknotes_desktop.use_cases.next_week import next_week
from weeknotes_desktop.use_cases.review import Progress, read_review, remember_progress


class ReviewPresenter:
    """Goes through a week with the writer; what concerns its goals, the goals panel does.

    Args:
        settings: As they are now.
        templates: Those there are for a draft.
        unsaved: What was typed beside the note and the disk refused.
        reasons: Those for letting go that are being typed.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: ReviewView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        settings: Callable[[], Settings],
        templates: Callable[[], Templates],
        unsaved: UnsavedWords,
        reasons: Reasons,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._clock, self._unsaved = view, clock, unsaved
        self._settings, self._templates = settings, templates
        self._read_only = read_only
        self.week = Week.of(clock().date())
        """The week that is reviewed."""
        self._progress: Progress | None = None
        self._shown, self._letting_go = False, ""
        self._seen: KeptLines[Seen] = KeptLines(
            look=self._look,
            draw=lambda _: self._draw(),
            writer=writer,
            notices=notices,
            unsaved=unsaved,
            read_only=read_only,
        )
        self._loose: KeptLines[Loose] = KeptLines(
            look=self._look_for_ends,
            draw=lambda _: self._draw(),
            writer=writer,
            notices=notices,
            unsaved=unsaved,
            read_only=read_only,
        )
        self.answers = LooseAnswers(self._loose, notices, clock, unsaved, reasons)
        """The ways out of a loose end."""
        self.answers.answered.connect(self.keep)
        self.changed: Hook[Week] = Hook()
        """The goals of a week have changed."""
        self.drafted: Hook[Note] = Hook()
        """The draft was made."""
        self.note_wanted: Hook[str] = Hook()
        """The writer wants to go on in this note."""

    def open(self, week: Week) -> None:
        """Go on with the review of ``week``, where it was left."""
        if week != self.week:
            # It is of the week that is still shown.
            self._view.finish_editing()
            self._progress, self._letting_go = None, ""
        self.week, self._shown = week, True
        self.refresh()
        self._view.come()

    def closed(self) -> None:
        """The window is gone."""
        self._shown, self._letting_go = False, ""

    def refresh(self) -> None:
        """Something has changed somewhere else."""
        if self._shown:
            self._loose.look_again()
            self._seen.look_again()

    def go_to(self, step: Step) -> None:
        """Go to any of the steps."""
        self._go_on(step=int(step))

    def turn(self, by: int) -> None:
        """Turn that many pages on, or back."""
        to = self._so_far().step + by
        if Step.LOOK_BACK <= to <= Step.DRAFT:
            self._go_on(step=to)

    def pick(self, jot_id: str, picked: bool) -> None:
        """Take a jot into the draft, or leave it out."""
        others = tuple(ident for ident in self._so_far().jots if ident != jot_id)
        self._go_on(jots=(*others, jot_id) if picked else others)

    def choose_template(self, name: str) -> None:
        """Begin the draft with another template."""
        self._go_on(template=name)

    def carry(self, goal_id: str) -> None:
        """Carry one unfinished goal over to the next week."""
        seen, now = self._of_the_week(), self._clock()
        if seen is not None:
            to = seen.review.goals.next_week
            act = partial(carry_over, goal_id=goal_id, now=now, to=to)
            self._seen.do(act, lambda _: self.changed.emit(to))

    def carry_all(self) -> None:
        """Carry over all that is unfinished."""
        seen, week, now = self._of_the_week(), self.week, self._clock()
        if seen is not None:
            to = seen.review.goals.next_week
            act = partial(carry_unfinished, week=week, to=to, now=now)
            self._seen.do(act, lambda _: self.changed.emit(to))

    def ask(self, goal_id: str) -> None:
        """Ask why a loose end shall be let go."""
        self._letting_go = goal_id
        self._draw()

    def keep(self, goal_id: str = "") -> None:
        """It is not let go.

        Args:
            goal_id: The only one of which the question is closed; any by default.
        """
        if goal_id in ("", self._letting_go):
            self._letting_go = ""
            self._draw()

    def make_draft(self) -> None:
        """Make the draft of the week, and let the writer go on in it."""
        if self._of_the_week() is None:
            return
        week, now, settings = self.week, self._clock(), self._settings()
        progress, templates = self._so_far(), self._templates()

        def act(library: NoteLibrary) -> Note:
            template = templates.template(progress.template or settings.template)
            picked = [jot for jot in library.jots(week) if jot.id in progress.jots]
            return make_review_draft(library, week, template, settings, now, jots=picked)

        def made(note: Note) -> None:
            self.drafted.emit(note)
            self._view.go()

        self._seen.do(act, made)

    def open_note(self) -> None:
        """Go on in the note that the week has."""
        seen = self._of_the_week()
        if seen is not None and seen.review.note_id is not None:
            self.note_wanted.emit(seen.review.note_id)

    def _of_the_week(self) -> Seen | None:
        """What was read of the week; None while it is only asked for."""
        seen = self._seen.shown
        return seen if seen is not None and seen.review.goals.week == self.week else None

    def _so_far(self) -> Progress:
        seen = self._of_the_week()
        return self._progress or (seen.review.progress if seen else Progress())

    def _go_on(self, **changed: object) -> None:
        """Come further, and remember how far."""
        # What is not read yet would be lost by it.
        if self._of_the_week() is None:
            return
        self._progress = replace(self._so_far(), **changed)  # type: ignore[arg-type]
        week, progress = self.week, self._progress
        if self._read_only is None:
            self._seen.do(lambda library: remember_progress(library, week, progress))
        else:
            self._seen.look_again()
        self._draw()

    def _look(self) -> Callable[[NoteLibrary], Seen]:
        week, settings, templates = self.week, self._settings(), self._templates()
        progress = self._progress

        def look(library: NoteLibrary) -> Seen:
            review = read_review(library, week, settings)
            so_far = progress or review.progress
            names, said = templates.names(), so_far.template or settings.template
            seen = Seen(review=review, templates=names, template=said)
            try:
                template = templates.template(said)
            except WeekNotesError as error:
                return replace(seen, trouble=f"{error.problem} {error.remedy}".strip())
            jots = [jot for jot in review.jots if jot.id in so_far.jots]
            text = filled(template, week, settings.label.label_of(week), jots)
            beginning = f"# {text.title}\n\n{text.body}" if text.title else text.body
            return replace(seen, template=template.name, beginning=beginning)

        return look

    def _look_for_ends(self) -> Callable[[NoteLibrary], Loose]:
        now, week = self._clock(), self.week

        def look(library: NoteLibrary) -> Loose:
            ends = tuple(end for end in loose_ends(library, now) if end.goal.week < week)
            return Loose(ends, next_week(library, week))

        return look

    def _draw(self) -> None:
        seen, loose = self._of_the_week(), self._loose.shown
        # A week that is asked for and not read yet is not drawn as another one.
        if seen is None:
            return
        goals, progress = self._unsaved.over(seen.review.goals), self._so_far()
        self._view.draw(
            ReviewState(
                week=self.week,
                step=Step(progress.step),
                next_week=goals.next_week,
                goals=goals.goals,
                set_on=seen.review.set_on,
                before=seen.review.before,
                jots=seen.review.jots,
                picked=frozenset(progress.jots),
                next_goals=goals.next_goals,
                uncarried=seen.review.uncarried,
                ends=loose.ends if loose is not None else (),
                letting_go=self._letting_go,
                reason=self.answers.reason(self._letting_go),
                templates=seen.templates,
                template=seen.template,
                beginning=seen.beginning,
                trouble=seen.trouble,
                has_note=seen.review.note_id is not None,
                beside=seen.review.beside,
                read_only=self._read_only is not None,
                unsaved=frozenset(ident for _, ident in self._unsaved.places),
            )
        )
