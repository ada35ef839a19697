"""Every sentence of a library that a reader may not see, and every text that they may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.letters import letters
from weeknotes_desktop.domain.library_texts import LibraryTexts
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.second_scanner import hidden, may_hide
from weeknotes_desktop.domain.sentences import sentences
from weeknotes_desktop.domain.snapshot import Snapshot
from weeknotes_desktop.domain.spans import Span, merged, without
from weeknotes_desktop.domain.week import Week

_LETTERS_OF_ID = 12
_KEPT_FOR = {Audience.ME: "you alone", Audience.TEAM: "the team"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateSentence:
    """A sentence that stays here.

    Args:
        place: Where it stands, as words that go on after “in”.
        note_id: The note that it stands in, if it does.
        passage: Whether it is hidden in a note that its reader may see. Then
            what was published of that note does not count as seen: it may have
            been made private since.
    """

    text: str
    place: str
    note_id: str | None = None
    passage: bool = False

    @property
    def id(self) -> str:
        """What the writer calls it by to let it pass."""
        return id_of(self.text)


def id_of(sentence: str) -> str:
    """The same however it is written; nobody can read the sentence out of it."""
    return sha256(letters(sentence)).hexdigest()[:_LETTERS_OF_ID]


class SeenText(NamedTuple):
    """A text that a reader may see.

    Args:
        then: Whether this is what was published once of the note, and not how it stands.
    """

    text: str
    note_id: str | None = None
    then: bool = False


class Readable:
    """Tells what a reader may see of a library, and what not.

    Args:
        leaving: The one note that is about to leave, as it stands; None where
            all of a site is.
    """

    def __init__(self, texts: LibraryTexts, reader: Audience, leaving: Note | None = None) -> None:
        self._texts, self._reader, self._leaving = texts, reader, leaving
        self._notes = {note.id: note for note in texts.notes}
        if leaving is not None:
            self._notes[leaving.id] = leaving
        self._goals = {goal.id: goal for goal in texts.goals}

    def sentences(self) -> Iterator[PrivateSentence]:
        """Every sentence of at least twenty letters that stays here."""
        for note in self._notes.values():
            yield from self._of_note(note)
        yield from self._of_drafts()
        for goal in self._texts.goals:
            yield from self._of_goal(goal)
        yield from self._of_goals_then()
        yield from self._of_the_rest()

    def seen(self) -> Iterator[SeenText]:
        """Every text that the reader may see."""
        for note in self._notes.values():
            if not self._is_out(note):
                continue
            yield self._seen(note, *_texts_of(note))
            then = self._texts.snapshots.get(note.id)
            if then is None or not self._reader.may_read(then.audience):
                continue
            if _texts_of(then) != _texts_of(note):
                yield self._seen(note, *_texts_of(then), then=True)
            goals = [goal for goal in (*then.goals, *then.next_goals) if self._changed(goal)]
            if goals:
                told = (self._told(goal, with_line=True) for goal in goals)
                yield SeenText("\n".join(told), note.id)
        for old in self._texts.titles:
            note_then = self._notes.get(old.note_id)
            if note_then and self._is_out(note_then) and self._reader.may_read(old.audience):
                yield self._seen(note_then, old.title, then=True)
        yield from self._seen_goals()

    def _changed(self, then: Goal) -> bool:
        """Whether a goal that was shown, and may be shown today, is told of in other words now."""
        today = self._goals.get(then.id)
        if today is None or not (self._may_read(today) and self._may_read(then)):
            return False
        return (today.text, today.line) != (then.text, then.line)

    def _seen(self, note: Note, *texts: str, then: bool = False) -> SeenText:
        shown = "\n\n".join(_apart(text, self._reader)[0] for text in texts)
        return SeenText(shown, note.id, then)

    def _seen_goals(self) -> Iterator[SeenText]:
        weeks: dict[Week, list[Goal]] = {}
        for goal in sorted(self._texts.goals, key=lambda goal: goal.position):
            if goal.id not in self._texts.trashed:
                weeks.setdefault(goal.week, []).append(goal)
        for goals in weeks.values():
            # Once as they are planned, once as they are told of.
            for with_line in (False, True):
                told = (self._told(goal, with_line=with_line) for goal in goals)
                yield SeenText("\n".join(told))

    def _told(self, goal: Goal, *, with_line: bool) -> str:
        if not self._may_read(goal):
            return _apart(goal.public_text or "", self._reader)[0]
        line = goal.line if with_line else None
        return " ".join(_apart(text or "", self._reader)[0] for text in (goal.text, line))

    def _may_read(self, goal: Goal) -> bool:
        return self._reader.may_read(goal.audience)

    def _is_out(self, note: Note) -> bool:
        if not self._reader.may_read(note.audience):
            return False
        if note is self._leaving:
            return True
        then = self._texts.snapshots.get(note.id)
        shown = then is None or self._reader.may_read(then.audience)
        return shown and note.status is Status.PUBLISHED and note.id not in self._texts.trashed

    def _of_note(self, note: Note) -> Iterator[PrivateSentence]:
        name = _name(note)
        then = self._texts.snapshots.get(note.id)
        if not self._is_out(note):
            place = f"{name}, {self._why_not_out(note)}"
            told = _texts_of(note) if then is None else (*_texts_of(note), *_texts_of(then))
            for text in told:
                for sentence in sentences(text):
                    yield PrivateSentence(text=sentence, place=place, note_id=note.id)
            return
        yield from self._hidden(note, f"a private passage of {name}", passage=True)
        if then is not None:
            place = f"a private passage of {name} as it was published"
            yield from self._hidden(then, place, passage=False)

    def _hidden(
        self, told: Note | Snapshot, place: str, *, passage: bool
    ) -> Iterator[PrivateSentence]:
        note_id = told.id if isinstance(told, Note) else told.note_id
        for text in _texts_of(told):
            for one in _apart(text, self._reader)[1]:
                yield PrivateSentence(text=one, place=place, note_id=note_id, passage=passage)

    def _why_not_out(self, note: Note) -> str:
        if note.id in self._texts.trashed:
            return "which lies in the trash"
        if not self._reader.may_read(note.audience):
            return f"which is for {_KEPT_FOR[note.audience]}"
        if note.status is Status.PUBLISHED:
            return "which was published for the team"
        return "which is a draft"

    def _of_drafts(self) -> Iterator[PrivateSentence]:
        for draft in self._texts.drafts:
            note = self._notes.get(draft.note_id)
            name = "a note" if note is None else _name(note)
            place = f"what was typed in {name} and is not saved"
            own = () if note is None else _texts_of(note)
            known = {letters(one) for text in own for one in sentences(text)}
            for text in (draft.title, draft.body):
                concealed = set(_apart(text, self._reader)[1])
                for one in (*sentences(text), *concealed):
                    if one in concealed or letters(one) not in known:
                        yield PrivateSentence(
                            text=one, place=place, note_id=draft.note_id, passage=one in concealed
                        )

    def _of_goal(self, goal: Goal) -> Iterator[PrivateSentence]:
        place = f"a goal of {goal.week}"
        shown = (goal.text, goal.line, goal.public_text)
        stays: list[str | None] = [goal.how, goal.workstream, goal.let_go]
        if not self._may_read(goal):
            place = f"a private goal of {goal.week}"
            stays += [goal.text, goal.line]
        for text in filter(None, stays):
            yield from (PrivateSentence(text=one, place=place) for one in sentences(text))
        for text in filter(None, shown):
            for one in _apart(text, self._reader)[1]:
                yield PrivateSentence(text=one, place=place)

    def _of_goals_then(self) -> Iterator[PrivateSentence]:
        """What was published of goals that are private today, or gone."""
        for then in self._texts.snapshots.values():
            for goal in (*then.goals, *then.next_goals):
                today = self._goals.get(goal.id)
                if today is None or not self._may_read(today):
                    place = f"a private goal of {then.week} as it was published"
                    for text in filter(None, (goal.text, goal.line)):
                        yield from (
                            PrivateSentence(text=one, place=place) for one in sentences(text)
                        )

    def _of_the_rest(self) -> Iterator[PrivateSentence]:
        for place, text in self._rest():
            yield from (PrivateSentence(text=one, place=place) for one in sentences(text or ""))

    def _rest(self) -> Iterator[tuple[str, str | None]]:
        for jot in self._texts.jots:
            yield f"a jot of {jot.week}", jot.text
        for task in self._texts.tasks:
            yield "your to-do list", task.text
        for plan in self._texts.plans:
            yield f"the focus of {plan.week}", plan.focus
            yield f"why you were away in {plan.week}", plan.away
        for picture in self._texts.pictures:
            yield "the name of a picture", picture.name
            yield "what is written about a picture", picture.description


def _texts_of(told: Note | Snapshot) -> tuple[str, ...]:
    texts = (told.label, told.category, *told.tags, told.title, told.body)
    return tuple(filter(None, texts))


def _name(note: Note) -> str:
    return f"“{note.label or note.title or note.week}”"


def _apart(text: str, reader: Audience) -> tuple[str, tuple[str, ...]]:
    """What ``reader`` may see of a source, and the sentences of the rest; in doubt it is hidden."""
    if not may_hide(text):
        return text, ()
    spans, kept_back = _cut_apart(text, reader)
    return without(text, spans), kept_back


@lru_cache(6_000)
def _cut_apart(text: str, reader: Audience) -> tuple[list[Span], tuple[str, ...]]:
    spans = merged([*hidden(text, reader), *hidden_spans(text, reader)])
    return spans, tuple(sentence for start, end in spans for sentence in sentences(text[start:end]))
