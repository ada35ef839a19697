"""Hugo, as Debian has it, with a theme that shows what ours shows.

What it makes is what ours makes: ten notes a page, archives of months, categories
and tags, the newest twenty notes whole in a feed, a page with all words for the
search, a sitemap. It looks for nothing private, and puts nothing in place.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks.site_sides.process import Taken, run

_CONFIG = """
baseURL = "https://boathouse.example/weeknotes/"
languageCode = "en-GB"
title = "Notes from the boathouse"
paginate = 10
summaryLength = 40
disableKinds = ["section"]
[permalinks]
  posts = "/:year/:slug/"
[taxonomies]
  category = "categories"
  tag = "tags"
  month = "months"
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML"]
  taxonomy = ["HTML"]
  term = ["HTML"]
[services.rss]
  limit = 20
[params]
  tagline = "Weeknotes of a small canal trust"
[markup.goldmark.renderer]
  unsafe = false
"""
_FRAME = """<!doctype html>
<html lang="{{ .Site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
<link rel="alternate" type="application/rss+xml" href="{{ "index.xml" | relURL }}">
</head>
<body>
<header><p><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a></p>
<p>{{ .Site.Params.tagline }}</p>
<nav><a href="{{ "/categories/" | relURL }}">Categories</a>
<a href="{{ "/tags/" | relURL }}">Tags</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>© {{ .Site.Title }} <a href="{{ "search/" | relURL }}">Search</a></footer>
</body>
</html>
"""
_NOTE = """{{ define "main" }}<article><header><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ range .GetTerms "categories" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
</header>
{{ .Content }}
<footer>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
</footer></article>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
{{ end }}"""
_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
<p>{{ .Summary | plainify | truncate 280 }}</p></article>
{{ end }}
<nav>{{ if .Paginator.HasPrev }}<a href="{{ .Paginator.Prev.URL }}">Newer</a>{{ end }}
{{ if .Paginator.HasNext }}<a href="{{ .Paginator.Next.URL }}">Older</a>{{ end }}</nav>
{{ end }}"""
# No month has more than ten notes, and Hugo makes a page more of each list that it divides.
_MONTH = _LIST.partition("<nav>")[0].replace(".Paginator.Pages", ".Pages") + "{{ end }}"
_HOME = _LIST.replace(".Paginator.", "$paginator.").replace(
    '{{ define "main" }}',
    '{{ define "main" }}{{ $paginator := .Paginate (where .Site.RegularPages "Section" "posts") }}',
)
_TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}"""
_FEED = """<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Permalink }}</link>
{{ range first 20 .Site.RegularPages }}<item><title>{{ .Title }}</title>
<link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>
<guid>{{ .Permalink }}</guid>
<description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>"""
_SEARCH = """{{ define "main" }}<h1>Search</h1>{{ $notes := slice }}
{{ range where .Site.RegularPages "Section" "posts" }}
{{ $notes = $notes | append (slice .RelPermalink .Title .Params.tags .Plain) }}{{ end }}
<script>const notes = {{ $notes | jsonify | safeJS }};</script>{{ end }}"""
_MISSING = """{{ define "main" }}<h1>Nothing here</h1>{{ end }}"""


class Hugo:
    """A site that Hugo makes.

    Args:
        place: A folder for it alone.
        notes: Markdown with front matter, by the names of their files.
        style: The style sheet.
    """

    name = "Hugo"

    def __init__(self, place: Path, notes: Mapping[str, bytes], style: str) -> None:
        self._place = place
        layouts = place / "layouts"
        for path, text in {
            place / "config.toml": _CONFIG,
            place / "static" / "style.css": style,
            layouts / "_default" / "baseof.html": _FRAME,
            layouts / "_default" / "single.html": _NOTE,
            layouts / "_default" / "list.html": _LIST,
            layouts / "_default" / "terms.html": _TERMS,
            layouts / "index.html": _HOME,
            layouts / "months" / "term.html": _MONTH,
            layouts / "404.html": _MISSING,
            layouts / "index.rss.xml": _FEED,
            layouts / "_default" / "search.html": _SEARCH,
            place / "content" / "search.md": "---\ntitle: Search\nlayout: search\n---\n",
        }.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        posts = place / "content" / "posts"
        posts.mkdir(parents=True)
        for name, content in notes.items():
            # The month of a note is the one that its file is named by.
            month = f'---\nmonths: ["{name[:7]}"]\n'.encode()
            (posts / name).write_bytes(content.replace(b"---\n", month, 1))

    @staticmethod
    def is_there() -> bool:
        """Whether it can be run."""
        return shutil.which("hugo") is not None

    def make(self, into: Path) -> Taken:
        """The whole site, into a new folder."""
        return run(["hugo", "--quiet", "--destination", str(into)], self._place)
