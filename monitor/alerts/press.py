"""Layouts made into text, Markdown and HTML. The user's own layouts run in a sandbox and fall back to ours.

A layout is named '<what>.<form>': alert.txt, alert.md, alert.html, digest.txt, digest.md, digest.html.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from traceback import extract_tb

import css_inline
from jinja2 import BaseLoader, ChoiceLoader, DictLoader, PackageLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from monitor.alerts.scrub import markdown

LAYOUTS = tuple(f"{what}.{form}" for what in ("alert", "digest") for form in ("txt", "md", "html"))


def _as_markdown(value: object) -> object:
    return value if isinstance(value, Markup) else markdown(str(value)) if isinstance(value, str) else value


def _wrap(text: str, indent: int, width: int = 100) -> str:
    """`text` folded at `width`, further lines indented."""
    words, lines, line = text.split(" "), [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width - indent:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return ("\n" + " " * indent).join([*lines, line])


def _environment(loader: BaseLoader, *, form: str) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=loader,
        # for every HTML layout whatever its name: an 'already clean' text does not exist
        autoescape=form == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_as_markdown if form == "md" else None,
    )
    environment.filters["wrap"] = _wrap
    environment.filters["safe_md"] = Markup if form == "md" else (lambda text: text)
    if form != "html":
        # in a layout of the user's own, |safe must not be a way round the escaping
        environment.filters["safe"] = lambda text: text
    return environment


class Press:
    """Renders layouts. `own` are the user's, by name."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self.faults: dict[str, str] = {}
        self._ours = {form: _environment(PackageLoader("monitor.alerts"), form=form) for form in ("txt", "md", "html")}
        self._own = {
            form: _environment(ChoiceLoader([DictLoader(dict(own or {})), PackageLoader("monitor.alerts")]), form=form)
            for form in ("txt", "md", "html")
        }
        self._names = frozenset(own or {})

    def render(self, name: str, view: object) -> str:
        """The layout `name` filled in. A fault in a layout of the user's is remembered in `faults`, and ours is used:
        an alert is never lost for a typing error."""
        form = name.rpartition(".")[2]
        text = ""
        if name in self._names:
            try:
                text = self._own[form].get_template(name).render(v=view)
            except (TemplateError, TypeError, ValueError, AttributeError, KeyError, ArithmeticError) as error:
                self.faults[name] = _told(error)
        if not text.strip():
            text = self._ours[form].get_template(name).render(v=view)
        if form == "html":
            return _inlined(text)
        return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip() + "\n"


_WORDS = {"SecurityError": "not allowed in a layout", "UndefinedError": "not known", "TemplateSyntaxError": "no layout"}
#: how the engine names what it compiled from a text without a file
_COMPILED = ("<template>", "<unknown>")


def _told(error: Exception) -> str:
    """'line 3: not known: AlertView has no 'subjet''."""
    line = getattr(error, "lineno", None)
    if line is None:
        line = next((each.lineno for each in extract_tb(error.__traceback__) if each.filename in _COMPILED), None)
    kind = _WORDS.get(type(error).__name__, type(error).__name__)
    said = re.sub(r"'[\w.]*?(\w+) object' has no attribute", r"\1 has no", str(error)).rstrip(".")
    return f"{f'line {line}: ' if line else ''}{kind}: {said}"


_INLINER = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def _inlined(html: str) -> str:
    return _INLINER.inline(html)
