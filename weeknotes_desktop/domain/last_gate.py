"""The last gate: no private sentence leaves, unless its reader may read it elsewhere.

It looks at the very bytes that are about to leave, and trusts nothing that made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from weeknotes_desktop.domain.letter_runs import Run
from weeknotes_desktop.domain.letters import count, letters
from weeknotes_desktop.domain.library_texts import LibraryTexts
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.private_sentences import PrivateSentence, Readable, SeenText
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.sentences import SHORTEST, as_read, readings, whole_words


class Trace(NamedTuple):
    """Letters of a private sentence in something that is about to leave.

    Args:
        run: Which letters of which one of those that were looked for.
        file: Where they were found, as the parcel calls it.
    """

    run: Run
    file: str


class LeakSearch(Protocol):
    """Looks through what is about to leave, whichever way it is written and packed."""

    def traces(self, files: Mapping[str, bytes], wanted: Sequence[bytes]) -> Iterable[Trace]:
        """Where at least twenty letters in a row of what is wanted stand in the files.

        Args:
            wanted: Letters of each.
        """

    def around(self, file: str, content: bytes, found: bytes) -> str:
        """The words in which those letters stand, and some on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """A private sentence that was about to leave.

    Args:
        id: What lets the sentence pass.
        words: The sentence as it stands in the library.
        place: Where that is, as words that go on after “in”.
        note_id: The note it stands in, if it does.
        file: Where it was about to go.
        around: What stands there.
        published: Whether it was seen when its note was published, and made private since.
    """

    id: str
    words: str
    place: str
    note_id: str | None
    file: str
    around: str
    published: bool


class LastGate:
    """Knows the private sentences of a library, and what its reader may see.

    Args:
        reader: Team or public.
        leaving: The one note that leaves as it stands; None for a whole site.
        also_seen: What else the reader sees: what the blog is called, and the like.
    """

    def __init__(
        self,
        texts: LibraryTexts,
        reader: Audience,
        leaving: Note | None = None,
        also_seen: Iterable[str] = (),
    ) -> None:
        self._readable = Readable(texts, reader, leaving)
        self._also_seen = tuple(also_seen)
        self._sentences: list[PrivateSentence] = []
        self._letters: list[bytes] = []
        self._take(texts.allowed)

    def leaks(self, files: Mapping[str, bytes], search: LeakSearch) -> tuple[Leak, ...]:
        """Every private sentence in ``files``; none where all of it may leave."""
        found: dict[Run, str] = {}
        for run, file in search.traces(files, self._letters):
            found.setdefault(run._replace(at=0), file)
        found = {run: file for run, file in found.items() if self._says_enough(run)}
        seen, seen_then = self._seen_among(found) if found else (set(), set())
        leaks: dict[str, Leak] = {}
        for run, file in found.items():
            sentence = self._sentences[run.sentence]
            if run in seen or sentence.id in leaks:
                continue
            leaks[sentence.id] = Leak(
                id=sentence.id,
                words=sentence.text,
                place=sentence.place,
                note_id=sentence.note_id,
                file=file,
                around=search.around(file, files[file], self._letters_of(run)),
                published=run in seen_then,
            )
        return tuple(leaks.values())

    def _take(self, allowed: frozenset[str]) -> None:
        known: set[tuple[bytes, str | None]] = set()
        taken: list[tuple[bytes, PrivateSentence]] = []
        for sentence in self._readable.sentences():
            if allowed and sentence.id in allowed:
                continue
            for one in readings(sentence.text):
                # What is hidden in a note is judged by that note.
                key = (one, sentence.note_id if sentence.passage else None)
                if key not in known:
                    known.add(key)
                    taken.append((one, sentence))
        # In an order of their own, so that a search knows them again however they were read.
        taken.sort(key=lambda one: (one[0], one[1].note_id or "", one[1].text))
        self._letters = [written for written, _ in taken]
        self._sentences = [sentence for _, sentence in taken]

    def _letters_of(self, run: Run) -> bytes:
        return self._letters[run.sentence][run.start : run.end]

    def _says_enough(self, run: Run) -> bool:
        """Whether the letters are twenty in whole words: half a word at either end is chance."""
        text = self._sentences[run.sentence].text
        if letters(text) != self._letters[run.sentence]:
            text = as_read(text)
        return count(whole_words(text, run.start, run.end)) >= SHORTEST

    def _seen_among(self, found: Iterable[Run]) -> tuple[set[Run], set[Run]]:
        """Those of the runs that the reader may see, and those seen only in what was published."""
        waiting = set(found)
        seen: set[Run] = set()
        seen_then: set[Run] = set()
        texts = [*self._readable.seen(), *map(SeenText, self._also_seen)]
        # Few words stand in a source otherwise than on its page, so that is looked at last.
        for reading in (str, as_read):
            for text in texts:
                if not waiting:
                    return seen, set()
                written = letters(reading(text.text))
                for run in [one for one in waiting if self._letters_of(one) in written]:
                    if self._counts(text, self._sentences[run.sentence]):
                        waiting.discard(run)
                        seen.add(run)
                    else:
                        seen_then.add(run)
        return seen, seen_then - seen

    @staticmethod
    def _counts(text: SeenText, sentence: PrivateSentence) -> bool:
        own = sentence.passage and text.note_id == sentence.note_id
        return not (own and text.then)
