"""Publishing: what to look at before a note leaves, what stays here, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from weeknotes_desktop.domain.audience import line_for
from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.domain.before_publishing import Way as WayOn
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter, Timers
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings, Where
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.letting_pass import LettingPass
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.presenters.publication import Publication
from weeknotes_desktop.presenters.published_notice import published_notice
from weeknotes_desktop.presenters.publishing_choice import WITH_OTHERS, PublishingChoice
from weeknotes_desktop.presenters.publishing_foresight import Foresight
from weeknotes_desktop.presenters.publishing_look import PublishingLook
from weeknotes_desktop.presenters.publishing_state import (
    Card,
    Page,
    PublishingState,
    PublishingView,
)
from weeknotes_desktop.presenters.publishing_ways import Looking, Way, WaysToPublish
from weeknotes_desktop.use_cases.publish_to import Out

FOR_YOU_ALONE = Notice(
    "This note is for you alone, so it is not published.", "Its facts line says who may read it."
)
NOT_SAVED = Notice(
    "Nothing was published, as your text could not be saved first.",
    "It is saved by itself as soon as that is possible.",
    urgent=True,
)
_UNSAVED = f"{NOT_SAVED.text} {NOT_SAVED.remedy}"


class PublishingPresenter:
    """Publishes the open note, once the writer has seen what leaves and what stays.

    Args:
        choice: What is chosen, and was the last time.
        show_file: Opens a file or folder in the system's own program for it.
        copy: Puts words on the clipboard.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: PublishingView,
        keeping: Keeping,
        writer: LibraryWriter,
        jobs: Jobs,
        timers: Timers,
        notices: Notices,
        settings: Callable[[], Settings],
        choice: PublishingChoice,
        ways: WaysToPublish,
        looking: Looking,
        show_file: Callable[[Path], None],
        copy: Callable[[str], None],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._keeping, self._notices = view, keeping, notices
        self._settings, self._choice = settings, choice
        self._show_file, self._copy, self._read_only = show_file, copy, read_only
        self._look = PublishingLook(looking, writer, jobs, settings, self.draw)
        self._foresight = Foresight(ways, writer.lend, jobs, timers, self.draw)
        self._note_id, self._page, self._shown = "", Page.CHOICE, False
        self.publication = Publication(
            ways, writer, jobs, timers, LettingPass(writer, notices), self.draw
        )
        """The way of the note to its readers."""
        self.publication.out.connect(lambda out: self._published(*out))
        self.silenced = self._look.silenced
        """Something needs no look any more in the note."""
        self.slip_wanted: Hook[Point] = Hook()
        """The writer wants to go to the place in the note that this is about."""
        self.goal_wanted: Hook[str] = Hook()
        """The writer wants to go to this goal."""
        self.label_taken: Hook[str] = Hook()
        """The note shall have this label."""

    def open(self) -> None:
        """Ask where the open note shall go, once it is saved; what was said before still holds."""
        note = self._keeping.current()
        if note is None:
            return
        if note.audience is Audience.ME:
            self._notices.show(FOR_YOU_ALONE)
        elif self._keeping.failing:
            self._notices.show(NOT_SAVED)
        else:
            self._keeping.finish(self._come)

    def closed(self) -> None:
        """The dialog is gone."""
        self._shown = False
        self._foresight.forget()

    def refresh(self) -> None:
        """The note or its goals may be different now."""
        note = self._keeping.current()
        if not self._shown or self.publication.running:
            return
        if note is None or note.id != self._note_id or note.audience is Audience.ME:
            self._view.go()
        else:
            self._look_again(note)

    def choose(self, where: Where) -> None:
        """Let it go there."""
        self._choice.where = where
        self._chosen()

    def set_place(self, place: Path) -> None:
        """Let it go into this file or folder."""
        self._choice.set_place(place)
        self._chosen()

    def set_audience(self, audience: Audience) -> None:
        """Let it be for these readers."""
        note = self._keeping.current()
        if note is not None and audience in self._choice.audiences:
            self._choice.audience = audience
            self._look.look(note, audience)
            self._chosen()

    def set_day(self, day: date) -> None:
        """Let its page name this day."""
        self._choice.say_day(day)
        self._chosen()

    def turn_to(self, page: Page) -> None:
        """Show another page of the dialog."""
        self._page = page
        self.draw()

    def follow(self, point: Point) -> None:
        """Do what can be done about a point: go to its place, or take what is proposed."""
        if point.way is WayOn.USE:
            self.label_taken.emit(point.proposed)
        elif point.goal_ids:
            self._view.go()
            self.goal_wanted.emit(point.goal_ids[0])
        elif point.slips:
            self._view.go()
            self.slip_wanted.emit(point)
        else:
            self.turn_to(Page.STAYS)

    def silence(self, point: Point) -> None:
        """Say nothing more of this in the note."""
        note = self._keeping.current()
        if note is not None and self._read_only is None:
            self._look.silence(note, self._choice.audience, point)

    def publish(self) -> None:
        """Publish the note, and let it leave."""
        where = self._choice.where
        if self.publication.running or self._read_only is not None:
            return
        if where is not Where.CLIPBOARD and self._choice.place(where) is None:
            self._view.ask_place()
        else:
            self._keeping.finish(self._publish)

    def cancel(self) -> None:
        """Stop what is being done, turn back, or close: the first of these that there is."""
        if self.publication.running:
            self.publication.ask_to_stop()
        elif self._page is Page.STAYS:
            self.turn_to(Page.CHOICE)
        elif self.publication.leak is not None:
            self.publication.forget()
            self.draw()
        else:
            self._view.go()

    def _come(self) -> None:
        note = self._keeping.current()
        if note is None:
            return
        if note.id != self._note_id:
            self._note_id = note.id
            self._look.begin()
        self._page, self._shown = Page.CHOICE, True
        # What went wrong may have been another note, or another folder.
        self.publication.forget()
        self._look_again(note)
        self._view.come()

    def _look_again(self, note: Note) -> None:
        self._choice.begin(note)
        self._look.look(note, self._choice.audience)
        self._foresee()

    def _chosen(self) -> None:
        """What went wrong before was another try."""
        self.publication.forget()
        self._foresee()

    def _foresee(self) -> None:
        """Find out what would change there, where something can."""
        note, way = self._keeping.current(), self._choice.way()
        if note is None or way.where not in WITH_OTHERS or not way.place or self._read_only:
            self._foresight.stop()
        else:
            self._foresight.look(self._choice.order(note), way)
        self.draw()

    def _publish(self) -> None:
        note, way = self._keeping.current(), self._choice.way()
        if note is not None and self._shown:
            made = self._foresight.made_for(way)
            self._foresight.stop()
            self.publication.begin(self._choice.order(note), way, made)
            self.draw()

    def _published(self, out: Out, way: Way) -> None:
        self._choice.taken()
        self._view.go()
        # The library has a newer note now, with the same words.
        if self._keeping.safe:
            self._keeping.begin(out.note)
        self._keeping.saved.emit(out.note)
        address = self._settings().site_address
        self._notices.show(published_notice(out, way, address, self._show_file, self._copy))

    def draw(self) -> None:
        """Show how all stands now."""
        note = self._keeping.current()
        if note is None or not self._shown:
            return
        choice, out, look = self._choice, self.publication, self._look
        printed = note.label or self._settings().label.label_of(note.week)
        leaks = out.leak.leaks if out.leak is not None else ()
        state = PublishingState(
            title=line_for(note.title, choice.audience),
            label=line_for(printed, choice.audience),
            name=choice.name,
            page=Page.LEAKS if leaks else self._page,
            points=look.found.points if look.found is not None else None,
            stays=look.found.stays if look.found is not None else None,
            cards=tuple(_card(where, choice, self._foresight) for where in Where),
            where=choice.where,
            audiences=choice.audiences,
            audience=choice.audience,
            day=choice.day,
            before=note.day if note.status is Status.PUBLISHED else None,
            work=out.work,
            stopping=out.stopping,
            leaks=leaks,
            remedy=out.leak.remedy if out.leak is not None else "",
            trouble=out.trouble or (_UNSAVED if self._keeping.failing else look.problem),
            read_only=self._read_only.problem if self._read_only is not None else "",
            may_silence=self._read_only is None,
        )
        self._view.draw(state)


def _card(where: Where, choice: PublishingChoice, seen: Foresight) -> Card:
    if where is not choice.where:
        return Card(where=where, place=choice.place(where))
    return Card(
        where=where,
        place=choice.place(where),
        changes=seen.changes,
        counting=seen.counting,
        problem=seen.problem,
    )
