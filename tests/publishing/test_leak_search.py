"""However a private sentence is wrapped, it is found; and told in words that can be read."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from weeknotes_desktop.domain.letter_runs import RunFinder
from weeknotes_desktop.domain.letters import letters
from weeknotes_desktop.publishing.leak_search import ParcelSearch, changed_part

SECRET = "The lease of Jo’s café ends “soon” – it won’t be renewed"
PAGE = "<!doctype html><p>Last week was fine.</p><p>{}</p><p>So it was.</p>"


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside/page.html", content)
    return packed.getvalue()


def png(chunk: Callable[[PngInfo], None]) -> bytes:
    said, kept = PngInfo(), io.BytesIO()
    chunk(said)
    Image.new("RGB", (9, 9)).save(kept, "PNG", pnginfo=said)
    return kept.getvalue()


def jpeg(**rest: object) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (9, 9)).save(kept, "JPEG", **rest)
    return kept.getvalue()


def exif(words: bytes) -> bytes:
    told = Image.Exif()
    told[0x9C9C] = words  # what Windows calls the comment
    return told.tobytes()


TEXTS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "through tags": lambda words: PAGE.format(words.replace(" ", "</b> <b class='x'>")),
    "within a word": lambda words: PAGE.format(words.replace("ea", "e<wbr>a")),
    "entities": lambda words: PAGE.format("".join(f"&#{ord(letter)};" for letter in words)),
    "named entities": lambda words: PAGE.format(
        html.escape(words).replace("’", "&rsquo;").replace("é", "&eacute;")
    ),
    "an attribute": lambda words: f'<p>a</p><img src="a.png" alt="{words}">',
    "an attribute with a sign": lambda words: f'<img alt="x > {words[:12]} > {words[12:]}">',
    "a comment": lambda words: f"<p>a</p><!-- {words} -->",
    "a script": lambda words: f"<script>const index = {json.dumps([words])};</script>",
    "JSON": lambda words: json.dumps({"title": words}),
    "CDATA": lambda words: f"<rss><item><![CDATA[<p>{words.replace(' ', '<i> </i>')}</p>]]></item>",
    "XML in XML": lambda words: f"<content>{html.escape(PAGE.format(words))}</content>",
    "a link": lambda words: f'<a href="mailto:a@example.org?subject={quote(words)}">a</a>',
    "lines": lambda words: "\r\n> ".join(words.split()),
    "a file of styles": lambda words: f"a > b::after {{ content: '{words}' }}",
}
WRAPPINGS: dict[str, Callable[[bytes], bytes]] = {
    "bare": bytes,
    "base64": base64.b64encode,
    "base64 in lines": base64.encodebytes,
    "base64 for addresses": base64.urlsafe_b64encode,
    "a data address": lambda data: b'<img src="data:image/png;base64,%s">' % base64.b64encode(data),
    "base64 behind letters": lambda data: b"ab/" + base64.b64encode(data),
    "zip": zipped,
    "gzip": gzip.compress,
    "zip in base64": lambda data: base64.b64encode(zipped(data)),
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-16, big end first": lambda data: data.decode().encode("utf-16-be"),
    "UTF-32": lambda data: data.decode().encode("utf-32"),
    "Latin-1": lambda data: data.decode().encode("cp1252", "xmlcharrefreplace"),
}
PICTURES: dict[str, bytes] = {
    "a remark": png(lambda said: said.add_text("Comment", SECRET.replace("’", "'"))),
    "a packed remark": png(lambda said: said.add_text("Comment", "x " + SECRET[:9] * 9, zip=True)),
    "a remark in UTF-8": png(lambda said: said.add_itxt("Title", SECRET, zip=True)),
    "behind a PNG": png(lambda said: None) + SECRET.encode(),
    "behind a JPEG": jpeg() + SECRET.encode(),
    "a comment": jpeg(comment=SECRET.encode()),
    "EXIF": jpeg(exif=exif(SECRET.encode("utf-16-le"))),
}


def found(content: bytes, secret: str = SECRET, name: str = "a.html") -> bool:
    wanted = letters(secret)
    runs = [run for run, _ in ParcelSearch().traces({name: content}, [wanted])]
    return any(run.end - run.start == len(wanted) for run in runs)


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_is_found_however_it_is_written_and_packed(text: str, wrapping: str) -> None:
    pack, write = WRAPPINGS[wrapping], TEXTS[text]
    assert found(pack(write(SECRET).encode()))
    assert not found(pack(write("Nothing of all that stands anywhere in here").encode()))


@pytest.mark.parametrize("where", PICTURES)
@pytest.mark.parametrize("pack", [bytes, base64.b64encode])
def test_a_sentence_in_a_picture_is_found(where: str, pack: Callable[[bytes], bytes]) -> None:
    secret = SECRET if "packed" not in where else SECRET[:9] * 3
    assert found(pack(PICTURES[where]), secret)


def test_a_sentence_in_the_name_of_a_file_is_found() -> None:
    assert found(b"", name="2021/the-lease-of-jo-s-cafe-ends-soon-it-wont-be-renewed/index.html")


def test_what_stands_in_two_blocks_is_no_sentence() -> None:
    assert not found(b"<li>The lease of Jo's cafe ends soon</li><li>it won't be renewed</li>")


def test_half_a_sentence_is_found_where_it_has_twenty_letters() -> None:
    search = ParcelSearch()
    (trace,) = search.traces(
        {"a": b"He said the lease of Jo's cafe ends next May."}, [letters(SECRET)]
    )
    assert letters(SECRET)[trace.run.start : trace.run.end] == b"theleaseofjoscafeends"


def test_the_words_around_are_told_as_they_stand() -> None:
    page = PAGE.format(f"Before. <b>{html.escape(SECRET)}</b> After.") * 3
    told = ParcelSearch().around("a.html", page.encode(), letters(SECRET))
    assert SECRET in told
    assert len(told) < len(SECRET) + 70


def test_a_file_is_looked_at_anew_once_other_sentences_are_private() -> None:
    search = ParcelSearch()
    files = {"a": b"The lease of the harbour office ends", "b": b"Nobody knows where the boats are"}
    assert [one.file for one in search.traces(files, [letters("lease of the harbour office")])] == [
        "a"
    ]
    assert [one.file for one in search.traces(files, [letters("knows where the boats are")])] == [
        "b"
    ]
    files["a"] = files["b"]
    assert [one.file for one in search.traces(files, [letters("knows where the boats are")])] == [
        "a",
        "b",
    ]


INDEX = " ".join(f"In week {week} the water was high." for week in range(6_000))


def test_what_is_new_in_a_long_file_is_found_wherever_it_stands() -> None:
    wanted = [letters(SECRET)]
    for place in (0, 1, 5_000, len(INDEX) // 2, len(INDEX)):
        search = ParcelSearch()
        # What is not enough for a run is there already.
        part = f"{INDEX[:place]} {SECRET[:20]} {INDEX[place:]}"
        assert search.traces({"a": part.encode()}, wanted) == []
        whole = f"{INDEX[:place]} {SECRET} {INDEX[place:]}"
        (trace,) = search.traces({"a": whole.encode()}, wanted)
        assert trace.run.end - trace.run.start == len(wanted[0])
        # Nor is it forgotten that it is there.
        assert len(search.traces({"a": f"{whole} x".encode()}, wanted)) == 1


def test_what_is_taken_away_may_bring_together_what_was_apart() -> None:
    search, wanted = ParcelSearch(), [letters(SECRET)]
    apart = f"{INDEX} {SECRET[:20]} So it was. {SECRET[20:]} {INDEX}"
    known = [one.run.end - one.run.start for one in search.traces({"a": apart.encode()}, wanted)]
    assert known == [len(letters(SECRET[20:]))]
    together = apart.replace(" So it was.", "")
    assert len(search.traces({"a": together.encode()}, wanted)) == 1
    first, rest = SECRET[:22], SECRET[22:41]
    wanted = [letters(first + rest)]
    apart = f"{INDEX} {first} So it was. {rest} {INDEX}"
    assert search.traces({"a": apart.encode()}, wanted) == []
    assert len(search.traces({"a": apart.replace(" So it was.", "").encode()}, wanted)) == 1


some_letters = st.text(alphabet="abcd", max_size=9).map(str.encode)


@given(st.tuples(*[some_letters] * 4), st.integers(0, 40), st.integers(20, 30))
@settings(deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_where_nothing_was_all_that_is_new_is_in_what_changed(
    parts: tuple[bytes, ...], at: int, long: int
) -> None:
    start, old, new, end = parts
    before, after = start * 600 + old + end * 600, start * 600 + new + end * 600
    place = max(0, len(start) * 600 - 30 + at)
    finder = RunFinder([after[place : place + long]])
    assume(not list(finder.runs(before)))
    changed = changed_part(before, after, 80)
    assert bool(list(finder.runs(changed))) == bool(list(finder.runs(after)))
    assert len(changed) <= len(new) + 160 or not before


def test_what_stands_on_every_page_is_found_on_every_page() -> None:
    pages = {str(page): PAGE.format(SECRET).encode() for page in range(3)}
    pages |= {f"{page} too": PAGE.format("Fine.").encode() for page in range(3)}
    found = ParcelSearch().traces(pages, [letters(SECRET)])
    assert [trace.file for trace in found] == ["0", "1", "2"]


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG\r\n\x1a\n"]),
)
@settings(deadline=None)
def test_no_bytes_break_it(data: bytes, head: bytes) -> None:
    assert not found(head + data)


@pytest.mark.parametrize(
    "piece",
    [
        b"&amp;",
        b"<a ",
        b"%41",
        b"\\u0041",
        b"<!--",
        b"QUFB",
        b"\0<",
        b"QUFB" * 9 + b" ",
        b"<a \"'>",
    ],
)
def test_hostile_text_is_read_in_time(piece: bytes) -> None:
    assert not found(piece * (400_000 // len(piece)))
