"""The worker answers in time, or says why not, and lives on."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.publishing.example import example_view, renderer, view_of
from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.block_lines import block_lines
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.publishing import render_process
from weeknotes_desktop.publishing.blocks import blocks
from weeknotes_desktop.publishing.render_worker import RenderWorker

PATHOLOGICAL = {
    "tags": "<a " * 4_096,
    "brackets": "[" * 2_048,
    "bullets": "- " * 5_000 + "x",
    "quotes": "> " * 5_000 + "x",
    "deep list": "\n".join("  " * depth + "- x" for depth in range(300)),
    "pictures": "![" * 5_000,
    "links": "[a](b " * 5_000,
    "footnotes": "[^a]" * 3_000 + "\n\n[^a]: [^a]" * 300,
    "divisions": "<div>" * 20_000,
    "table": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|a" * 5_000,
    "data": "<![CDATA[" * 4_000,
    "attributes": "<a b='" * 4_000,
    "backslashes": "\\" * 20_000,
    "nothing": "\n" * 100_000,
}
# Says that it is ready and then nothing more.
SILENT = """
import os, time
os.write(1, b"\\0\\0\\0\\5ready")
time.sleep(600)
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[RenderWorker]:
    shared = RenderWorker()
    yield shared
    shared.close()


def process_of(worker: RenderWorker) -> int:
    worker.warm_up()
    started = worker._process._process
    assert started is not None
    return started._process.pid


def wait_for_end(pid: int) -> None:
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], 60)[0]
    finally:
        os.close(handle)


def test_it_renders_what_the_renderer_renders(worker: RenderWorker) -> None:
    for audience in Audience:
        assert worker.render(example_view(audience)) == renderer().render(example_view(audience))


def test_it_finds_lines_and_what_stays_here_as_the_window_would(worker: RenderWorker) -> None:
    text = "# One\n\nTwo.\n\n::: private\nThree.\n:::\n\nFour."
    body = worker.render(view_of(text))
    assert worker.lines(text, body) == block_lines(text, blocks(body))
    for audience in Audience:
        assert worker.hidden(text, audience) == hidden_spans(text, audience)


def test_without_an_answer_nothing_is_followed_and_the_tint_says_so() -> None:
    worker = RenderWorker(seconds=0.05, command=(sys.executable, "-c", SILENT))
    assert worker.lines("One.", "<p>One.</p>") == ()
    with pytest.raises(PublishError, match="in time"):
        worker.hidden("One.", Audience.PUBLIC)
    worker.close()
    assert worker.lines("One.", "<p>One.</p>") == ()


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_what_would_take_for_ever_ends_and_the_worker_lives_on(
    worker: RenderWorker, name: str
) -> None:
    refused = None
    try:
        assert isinstance(worker.render(view_of(PATHOLOGICAL[name])), str)
    except PublishError as error:
        refused = error
    assert refused is None or ("Working in the open" in refused.problem and refused.remedy)
    assert worker.render(view_of("still *here*")) == "<p>still <em>here</em></p>"


def test_a_note_nested_too_deep_does_not_end_the_process(worker: RenderWorker) -> None:
    before = process_of(worker)
    with pytest.raises(PublishError, match="could not be rendered"):
        worker.render(view_of(PATHOLOGICAL["bullets"]))
    assert process_of(worker) == before


def test_a_process_that_never_answers_is_given_up_and_put_away() -> None:
    worker = RenderWorker(seconds=0.05, command=(sys.executable, "-c", SILENT))
    first = process_of(worker)
    with pytest.raises(PublishError, match="takes too long"):
        worker.render(view_of("a"))
    assert not Path(f"/proc/{first}").exists()
    assert process_of(worker) != first
    worker.close()


def test_a_process_that_was_killed_is_replaced(worker: RenderWorker) -> None:
    first = process_of(worker)
    os.kill(first, signal.SIGKILL)
    wait_for_end(first)
    assert worker.render(view_of("a")) == "<p>a</p>"
    assert not Path(f"/proc/{first}").exists()


def test_a_process_that_dies_over_a_note_is_a_sentence() -> None:
    command = (sys.executable, "-c", "import os; os.write(1, b'\\0\\0\\0\\5ready'); os.read(0, 4)")
    worker = RenderWorker(command=command)
    with pytest.raises(PublishError, match="could not be rendered"):
        worker.render(view_of("a"))
    worker.close()


def test_a_process_that_cannot_be_started_is_a_sentence(tmp_path: Path) -> None:
    worker = RenderWorker(command=(str(tmp_path / "nowhere"),))
    with pytest.raises(PublishError, match="could not be started"):
        worker.render(view_of("a"))
    worker.close()


def test_threads_may_share_it(worker: RenderWorker) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = threads.map(lambda number: worker.render(view_of(f"note {number}")), range(40))
        assert list(made) == [f"<p>note {number}</p>" for number in range(40)]


def test_nothing_is_rendered_after_closing_and_nothing_is_left() -> None:
    worker = RenderWorker()
    process = process_of(worker)
    assert worker.render(view_of("a")) == "<p>a</p>"
    worker.close()
    worker.close()
    assert not Path(f"/proc/{process}").exists()
    with pytest.raises(PublishError, match="closing"):
        worker.render(view_of("a"))


def test_it_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    worker = RenderWorker()
    worker.render(view_of("```python\nprint(1)\n```"))
    worker.close()
    assert capfd.readouterr() == ("", "")


def test_a_program_that_is_killed_leaves_no_process_behind() -> None:
    script = (
        "from tests.publishing.test_render_worker import RenderWorker, process_of, view_of\n"
        "worker = RenderWorker()\n"
        "worker.render(view_of('a'))\n"
        "print(process_of(worker), flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        (sys.executable, "-c", script),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as program:
        assert program.stdout is not None
        rendering = int(program.stdout.readline())
        program.kill()
        wait_for_end(rendering)


def test_it_starts_from_anywhere_and_brings_neither_window_nor_library(tmp_path: Path) -> None:
    # A file that happens to lie about must not be taken for the library of that name.
    (tmp_path / "markdown.py").write_text("raise SystemExit(3)")
    script = (
        "import sys\n"
        "from tests.publishing.test_render_worker import RenderWorker, view_of\n"
        f"import os; os.chdir({str(tmp_path)!r})\n"
        "worker = RenderWorker()\n"
        "print(worker.render(view_of('a')))\n"
        "worker.close()\n"
    )
    done = subprocess.run(
        (sys.executable, "-c", script),
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "<p>a</p>\n"


def test_the_process_imports_nothing_heavy() -> None:
    script = (
        "import sys, weeknotes_desktop.publishing.render_process\n"
        "import weeknotes_desktop.publishing.markdown\n"
        "heavy = {'PySide6', 'sqlmodel', 'sqlalchemy', 'alembic', 'jinja2', 'pydantic'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n"
    )
    subprocess.run((sys.executable, "-c", script), check=True)


def test_the_process_may_not_take_all_the_memory() -> None:
    script = (
        f"from {render_process.__name__} import limit, _MEMORY\n"
        "limit(_MEMORY)\n"
        "try:\n    bytearray(600_000_000)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run((sys.executable, "-c", script), capture_output=True, check=True)
    assert done.stdout == b"refused\n"
