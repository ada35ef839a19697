"""Notes leave by the command line: whole, for their readers, and through one gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

SECRET = "The landlord told us that the lease ends in June"


@pytest.fixture
def blog(weeknotes: Terminal, tmp_path: Path) -> Terminal:
    """Two published notes, one for the team, and a draft."""
    body = tmp_path / "body.md"
    text = (
        f"## Mud\n\nWe dug [[10.2021|further]] and found a bottle.\n\n::: private\n{SECRET}\n:::\n"
    )
    body.write_text(text, encoding="utf-8")
    weeknotes("new", "--title", "One book", "--body-file", str(body))
    weeknotes("new", "--week", "2021-W10", "--title", "Two books")
    weeknotes("new", "--week", "2021-W11", "--title", "For the team")
    weeknotes("edit", "11.2021", "--audience", "team")
    for note in ("9.2021", "10.2021", "11.2021"):
        assert weeknotes("edit", note, "--status", "published").code == 0
    weeknotes("new", "--week", "2021-W12", "--title", "Half a book")
    return weeknotes


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_site_is_written_once_and_then_only_what_changed(blog: Terminal, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = blog("export", "site", str(site), "--json").json
    assert first["written"] > 5
    assert (first["unchanged"], first["removed"]) == (0, 0)
    assert (site / "2021/w09-one-book/index.html").is_file()
    assert (site / "2021/w10-two-books/index.html").is_file()
    before = contents(site)
    assert blog("export", "site", str(site), "--json").json == {
        "written": 0,
        "unchanged": first["written"],
        "removed": 0,
    }
    assert contents(site) == before
    blog("edit", "10.2021", "--status", "draft")
    last = blog("export", "site", str(site), "--json").json
    assert last["removed"] >= 1
    assert not (site / "2021/w10-two-books").exists()


def test_what_is_private_is_in_no_exported_byte(blog: Terminal, tmp_path: Path) -> None:
    for form in ("site", "markdown"):
        assert blog("export", form, str(tmp_path / form)).code == 0
    for form in ("html", "fragment"):
        assert blog("export", form, "9.2021", str(tmp_path / f"one.{form}")).code == 0
    found = b"".join(
        [
            *contents(tmp_path / "site").values(),
            *contents(tmp_path / "markdown").values(),
            *((tmp_path / f"one.{form}").read_bytes() for form in ("html", "fragment")),
        ]
    )
    assert b"bottle" in found
    for secret in (b"landlord", b"For the team", b"Half a book"):
        assert secret not in found


def test_a_folder_of_one_audience_is_refused_for_another(blog: Terminal, tmp_path: Path) -> None:
    for form in ("site", "markdown"):
        folder = tmp_path / form
        assert blog("export", form, str(folder)).code == 0
        before = contents(folder)
        refused = blog("export", form, str(folder), "--audience", "team")
        assert refused.code == 1
        assert "everybody" in refused.err
        assert contents(folder) == before
        team = tmp_path / f"{form}-team"
        assert blog("export", form, str(team), "--audience", "team").code == 0
        assert any(b"For the team" in content for content in contents(team).values())


def test_a_sitemap_needs_an_address(blog: Terminal, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert "sitemap" in blog("export", "site", str(site)).err
    assert not (site / "sitemap.xml").exists()
    assert blog("export", "site", str(site), "--address", "https://e.org/w").err == ""
    assert b"https://e.org/w/2021/w09-one-book/" in (site / "sitemap.xml").read_bytes()
    assert blog("export", "site", str(site), "--address", "e dot org").code == 1


@pytest.mark.parametrize("theme", ["nobody-made-this", "/nowhere/at/all"])
def test_a_theme_that_is_not_there_is_a_sentence(
    blog: Terminal, tmp_path: Path, theme: str
) -> None:
    failed = blog("export", "site", str(tmp_path / "site"), "--theme", theme)
    assert (failed.code, failed.err.count("\n")) == (1, 1)
    assert not (tmp_path / "site").exists()


def test_a_stopped_export_names_what_may_be_said_and_lets_it_pass_for_good(
    blog: Terminal, tmp_path: Path
) -> None:
    body, site = tmp_path / "body.md", tmp_path / "site"
    body.write_text(f"{SECRET}\n", encoding="utf-8")
    blog("edit", "10.2021", "--body-file", str(body), "--status", "published")
    blog("edit", "9.2021", "--body-file", str(body), "--audience", "me")
    body.write_text(f"::: private\n{SECRET}\n:::\n", encoding="utf-8")
    blog("edit", "10.2021", "--body-file", str(body))
    stopped = blog("export", "site", str(site))
    assert (stopped.code, stopped.err.count("\n")) == (1, 1)
    assert "landlord" in stopped.err
    assert not site.exists()
    leak = stopped.err.rsplit("--allow ", 1)[1].strip()
    assert blog("export", "site", str(site), "--allow", leak).code == 0
    assert blog("export", "site", str(site)).code == 0


def test_markdown_says_what_other_programs_ask_for(blog: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    blog("edit", "9.2021", "--category", "Canal", "--tags", "mud,open day")
    blog("edit", "9.2021", "--status", "published", "--published-on", "2021-03-07")
    assert blog("export", "markdown", str(folder)).out == "2 written, 0 unchanged, 0 removed.\n"
    assert (folder / "2021-03-07-w09-one-book.md").read_text(encoding="utf-8") == (
        "---\n"
        "title: One book\n"
        "date: 2021-03-07\n"
        "slug: 2021-w09-one-book\n"
        "label: Weeknote 9.2021\n"
        "category: Canal\n"
        "categories:\n- Canal\n"
        "tags:\n- mud\n- open day\n"
        "summary: We dug further and found a bottle.\n"
        "lang: en-GB\n"
        "status: published\n"
        "---\n"
        "\n## Mud\n\nWe dug [further](2021-03-05-w10-two-books.md) and found a bottle.\n"
    )


def test_a_fragment_has_no_frame_and_headings_as_low_as_wanted(
    blog: Terminal, tmp_path: Path
) -> None:
    fragment = tmp_path / "post.html"
    assert blog("export", "fragment", "9.2021", str(fragment), "--shift", "2").code == 0
    text = fragment.read_text(encoding="utf-8")
    assert "<h4>Mud</h4>" in text
    assert "<html" not in text
    assert "<style" not in text
    assert blog("export", "fragment", "9.2021", str(fragment)).code == 0
    assert "<h2>Mud</h2>" in fragment.read_text(encoding="utf-8")
    mine = tmp_path / "mine.html"
    mine.write_text("<p>mine</p>", encoding="utf-8")
    assert blog("export", "fragment", "9.2021", str(mine)).code == 1
    assert mine.read_text(encoding="utf-8") == "<p>mine</p>"


def test_publishing_by_command_sets_the_day_and_keeps_what_was_published(
    blog: Terminal, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    body = tmp_path / "later.md"
    body.write_text("Half an idea", encoding="utf-8")
    blog("edit", "10.2021", "--body-file", str(body))
    blog("export", "site", str(site))
    page = site / "2021/w10-two-books/index.html"
    assert "Half an idea" not in page.read_text(encoding="utf-8")
    blog("edit", "10.2021", "--status", "published", "--published-on", "2021-03-12")
    blog("export", "site", str(site))
    assert "Half an idea" in page.read_text(encoding="utf-8")
    assert "12 March 2021" in page.read_text(encoding="utf-8")
    assert blog("edit", "10.2021", "--published-on", "tomorrow").code == 1


@pytest.mark.parametrize("form", ["site", "markdown"])
def test_a_place_that_is_somebodys_is_refused_in_one_sentence(
    blog: Terminal, tmp_path: Path, form: str
) -> None:
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "letter.txt").write_text("dear")
    file = tmp_path / "file"
    file.write_text("words")
    back_up = tmp_path / "back-up"
    blog("back-up", "markdown", str(back_up))
    before = contents(strange), contents(back_up), file.read_text()
    for place in (
        strange,
        file,
        back_up,
        tmp_path,
        tmp_path / "no" / "where",
        Path("/"),
        Path("~"),
    ):
        refused = blog("export", form, str(place))
        assert (refused.code, refused.err.count("\n")) == (1, 1), place
    assert (contents(strange), contents(back_up), file.read_text()) == before
    assert blog("list").code == 0


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "{{7*7}}",
        "CON",
        "🚣",
        "x" * 300,
        "a\0b",
        "\u202eevil",
        "<script>x</script>",
    ],
)
def test_any_title_leaves_as_words(weeknotes: Terminal, tmp_path: Path, title: str) -> None:
    weeknotes("new")
    if weeknotes("edit", "9.2021", "--title", title, "--status", "published").code:
        pytest.fail("No title may be refused.") if "\0" not in title else None
        return
    for form in ("site", "markdown"):
        folder = tmp_path / "out" / form
        folder.parent.mkdir(exist_ok=True)
        assert weeknotes("export", form, str(folder)).code == 0
        for path in folder.rglob("*"):
            assert len(path.name) <= 100
            assert path.name.isascii()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["markdown", "site"]
    page = weeknotes("export", "html", "9.2021", "-").out
    assert "<script" not in page
    assert "49" not in page.split("</style>")[1]


def test_a_folder_that_cannot_be_written_is_a_sentence(blog: Terminal) -> None:
    for words in (
        ("site", "/proc/1/a"),
        ("markdown", "/proc/1/a"),
        ("html", "9.2021", "/proc/1/a"),
    ):
        failed = blog("export", *words)
        assert (failed.code, failed.err.count("\n")) == (1, 1)
