"""What a reader may see of a note; the only thing a renderer ever gets."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week

# Marks that only the view for *me* carries: the renderer turns what stands
# between them into tinted text. They are private-use characters, and the cut
# takes them out of whatever the writer typed.
PASSAGE_BEGINS = "\ue000"
PASSAGE_ENDS = "\ue001"
WORDS_BEGIN = "\ue002"
WORDS_END = "\ue003"
_MARKS = dict.fromkeys(map(ord, PASSAGE_BEGINS + PASSAGE_ENDS + WORDS_BEGIN + WORDS_END))


def without_marks(text: str) -> str:
    """Text of a view as the writer reads it where nothing is tinted."""
    return text.translate(_MARKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal as one reader sees it.

    Args:
        text: The wording, or the public wording of a private goal.
        line: What happened; None for a goal seen through its public wording.
        private: Only ever true in the view for *me*, which tints it.
    """

    text: str
    outcome: Outcome | None = None
    line: str | None = None
    stretch: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """Where a link to another note leads.

    Args:
        name: What the link calls the note, as it is typed.
        address: Of its page, as seen from the page of this note.
    """

    name: str
    address: str
    note_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note as one audience may read it.

    Args:
        label: As printed.
        body: Markdown with every hidden passage gone; ``[GOALS]`` and
            ``[NEXT WEEK]`` still stand in it, alone on their lines.
        goals: What ``[GOALS]`` shows.
        next_goals: What ``[NEXT WEEK]`` shows.
        form: How those two show them.
        links: The links of the body that the reader may follow; all others
            show their words.
        pictures: Those that it shows, where the way out wants them inside.
        language: BCP 47 tag of the text, for ``lang``.
        quotes: The house style that straight quotes are printed in.
    """

    audience: Audience
    week: Week
    label: str
    title: str
    body: str
    category: str = ""
    tags: tuple[str, ...] = ()
    goals: tuple[GoalView, ...] = ()
    next_goals: tuple[GoalView, ...] = ()
    form: GoalForm = GoalForm.LIST
    links: tuple[NoteLink, ...] = ()
    pictures: tuple[Picture, ...] = ()
    language: str = "en"
    quotes: Quotes = Quotes.ENGLISH
