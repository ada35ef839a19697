"""How long a note takes to render, and what typography costs beside SmartyPants.

    python -m benchmarks.rendering [--runs N] [--sizes 8 63]

All sides take turns in one run; what is told is the median, in milliseconds.
The last side is the way the preview goes: through the worker, in a process of
its own, from the view to the HTML.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension

from weeknotes_desktop import paths
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.extensions.typography import TypographyExtension
from weeknotes_desktop.publishing.importers.example_weeks import read_example
from weeknotes_desktop.publishing.markdown import MarkdownRenderer
from weeknotes_desktop.publishing.render_worker import RenderWorker
from weeknotes_desktop.publishing.words import Words

Side = Callable[[str], object]


def main() -> None:
    """Measure, and print a table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=30)
    asked.add_argument("--sizes", type=int, nargs="+", default=[8, 63], help="in kilobytes")
    given = asked.parse_args()
    worker = RenderWorker()
    renderer = MarkdownRenderer(Words.read(paths.resource("words")))
    sides: dict[str, Side] = {
        "Python-Markdown without typography": _markdown(),
        "… with SmartyPants": _markdown(SmartyExtension()),
        "… with ours": _markdown(TypographyExtension()),
        "the whole renderer": lambda text: renderer.render(_view(text)),
        "the worker, as the preview asks it": lambda text: worker.render(_view(text)),
    }
    for size in given.sizes:
        text = _example(size * 1_000)
        taken = _measured(sides, text, given.runs)
        print(f"{size} KB")
        for name, times in taken.items():
            print(
                f"  {name:38} {median(times) * 1_000:7.1f} ms   longest {max(times) * 1_000:7.1f}"
            )
    worker.close()


def _measured(sides: dict[str, Side], text: str, runs: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for side in sides.values():
        side(text)
    for _ in range(runs):
        for name, side in sides.items():
            began = time.perf_counter()
            side(text)
            taken[name].append(time.perf_counter() - began)
    return taken


def _markdown(*typography: Extension) -> Side:
    markdown = Markdown(extensions=[FootnoteExtension(), TableExtension(), *typography])
    return lambda text: markdown.reset().convert(text)


def _example(size: int) -> str:
    """The example weeks, one after the other, up to that size."""
    weeks = read_example(paths.resource("example/weeks.yaml")).weeks
    once = "\n\n".join(week.body for week in weeks if week.body)
    return "\n\n".join([once] * (size // len(once) + 1))[:size]


def _view(text: str) -> NoteView:
    return NoteView(
        audience=Audience.PUBLIC, week=Week(2021, 16), label="16.2021", title="A week", body=text
    )


if __name__ == "__main__":
    main()
