"""The command that makes the draft of a review."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.note_commands import answer_note
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.cli.weeks import week_given
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.make_review_draft import make_review_draft


def review(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Make the draft of a week's note from a template."""
    settings = parts.settings()
    week = week_given(given.week, parts.today())
    template = parts.templates().template(given.template or settings.template)
    with parts.writing() as library:
        note = make_review_draft(library, week, template, settings, parts.now())
        answer_note(parts, given, terminal, library, note)
