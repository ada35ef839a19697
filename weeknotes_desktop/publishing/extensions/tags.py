"""Raw HTML, put aside as Python-Markdown does it, also where tags begin and never end."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import Preprocessor


class TagsExtension(Extension):
    """Puts raw HTML aside."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take the place of Python-Markdown's own."""
        md.preprocessors.register(_Tags(md), "html_block", 20)


class _Tags(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        if "<" not in source and "&" not in source:
            return lines
        extractor = _Extractor(self.md)
        extractor.feed(source)
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")


class _Extractor(HTMLExtractor):
    """Looks for the end of a tag only where there is one."""

    _text: str | None = None
    _last = -1

    def parse_starttag(self, i: int) -> int:
        """Where the tag ends that begins at ``i``; a sign that begins none is text."""
        if self.rawdata is not self._text:
            self._text, self._last = self.rawdata, self.rawdata.rfind(">")
        if i > self._last:
            self.handle_data(self.rawdata[i : i + 1])
            return i + 1
        return int(super().parse_starttag(i))
