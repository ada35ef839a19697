"""How a site looks: templates that hold words and no program, and one style."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from traceback import extract_tb

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from weeknotes_desktop.domain.errors import PublishError

DEFAULT = "paper"
STYLE = "style.css"
TEMPLATES = ("note.html", "list.html", "archive.html", "search.html", "missing.html")

_LARGEST = 1_000_000
_REMEMBERED = 1_500
"""Pages, with what they were made of."""
_REMEDY = "Mend the theme, or choose another one."
# What a template can do wrong; jinja2 hands on whatever an expression of it raises.
_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
_OPTIONS = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
}


class Theme:
    """The look of a site; whatever it leaves out is as in the first of our own.

    Args:
        name: What messages call it.
        environment: Knows its templates.
        styles: What its style is made of, one after the other.
    """

    def __init__(self, name: str, environment: Environment, styles: tuple[Path, ...]) -> None:
        self._name = name
        self._environment = environment
        self._styles = styles
        # Whoever makes a site again and again changes few of its pages in between.
        self._made = lru_cache(_REMEMBERED)(self._make)

    @cached_property
    def style(self) -> str:
        """Its style sheet.

        Raises:
            PublishError: If it cannot be read.
        """
        try:
            return "\n".join(style.read_text("utf-8") for style in self._styles)
        except (OSError, ValueError) as error:
            raise self._broken(STYLE, str(error)) from None

    def page(self, template: str, values: Mapping[str, Hashable], *, remember: bool = False) -> str:
        """A page.

        Args:
            remember: Whether it is likely to be wanted again as it is.

        Raises:
            PublishError: If the template cannot be used.
        """
        make = self._made if remember else self._make
        return make(template, tuple(values.items()))

    def _make(self, template: str, values: tuple[tuple[str, Hashable], ...]) -> str:
        try:
            return self._template(template).render(values)
        except _FAILURES as error:
            raise self._broken(*_where_and_why(error, template)) from None

    @cached_property
    def _templates(self) -> dict[str, Template]:
        return {}

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(name)
        return self._templates[name]

    def _broken(self, where: str, why: str) -> PublishError:
        said = " ".join(why.split()).rstrip(".") or "it cannot be read"
        return PublishError(f"The theme “{self._name}” cannot be used: {where}: {said}.", _REMEDY)


class _OwnTemplates(ImmutableSandboxedEnvironment):
    """Templates of a theme that somebody made: they see what they are given, and escape it."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise TemplateSyntaxError("escaping cannot be turned off", node.lineno, name, filename)
        return tree


def theme_called(said: str, resources: Path) -> Theme:
    """One of our own themes by its name, or the one in a folder.

    Raises:
        PublishError: If there is neither.
    """
    wanted = said.strip() or DEFAULT
    ours = shipped(resources)
    if wanted in ours:
        return _shipped(wanted, resources)
    folder = Path(wanted).expanduser()
    if not folder.is_dir():
        raise PublishError(
            f"There is no theme “{wanted}”, and no folder of that name.",
            f"Use {', '.join(ours)}, or name the folder of your own theme.",
        )
    _make_sure_of(folder)
    own = _OwnTemplates(loader=_loader(folder, resources / "themes" / DEFAULT), **_OPTIONS)
    # Titles are words and no HTML.
    del own.filters["safe"]
    style = folder / STYLE
    if not style.is_file():
        style = resources / "themes" / DEFAULT / STYLE
    return Theme(wanted, own, _styles(style, resources))


def shipped(resources: Path) -> tuple[str, ...]:
    """The names of our own themes, the first one first."""
    names = sorted(style.parent.name for style in (resources / "themes").glob(f"*/{STYLE}"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT))


@lru_cache
def _shipped(name: str, resources: Path) -> Theme:
    # Kept, as making sense of templates takes longer than most sites.
    folder = resources / "themes" / name
    environment = Environment(  # noqa: S701  # it escapes, by the options
        loader=_loader(folder, resources / "themes" / DEFAULT),
        **_OPTIONS,  # type: ignore[arg-type]
    )
    return Theme(name, environment, _styles(folder / STYLE, resources))


def _styles(own: Path, resources: Path) -> tuple[Path, ...]:
    themes, styles = resources / "themes", resources / "styles"
    prints = (styles / "print.css", themes / "print.css")
    return (styles / "post.css", themes / "frame.css", own, *prints)


def _where_and_why(error: BaseException, template: str) -> tuple[str, str]:
    """The place in a theme that went wrong, and what is wrong there."""
    why = str(error) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or template}, line {error.lineno}", error.message or why
    if isinstance(error, TemplateNotFound):
        return template, f"there is no “{error.name}”"
    # jinja2 makes tracebacks tell the lines of templates.
    steps = [step for step in extract_tb(error.__traceback__) if step.filename.endswith(".html")]
    where = f"{Path(steps[-1].filename).name}, line {steps[-1].lineno}" if steps else template
    return where, why


def _loader(*folders: Path) -> ChoiceLoader:
    return ChoiceLoader([FileSystemLoader(folder) for folder in folders])


def _make_sure_of(folder: Path) -> None:
    """A theme is small; whoever names their home by mistake hears of it.

    Raises:
        PublishError: If nothing in it is of a theme, or something is too large for one.
    """
    known = [folder / name for name in (*TEMPLATES, "entry.html", "frame.html", STYLE)]
    there = [path for path in known if path.is_file()]
    if not there:
        raise PublishError(
            f"“{folder}” holds no theme.",
            f"A theme has a {STYLE}, or templates such as {TEMPLATES[0]}.",
        )
    for path in there:
        if path.stat().st_size > _LARGEST:
            raise PublishError(f"“{path}” is too large for a theme.", _REMEDY)
