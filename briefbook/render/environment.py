"""Where templates are found, and the rules under which they are filled."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from briefbook.derive.views.base import Date
from briefbook.render.words import filled, settle
from briefbook.text.policy import Use, page_policy
from briefbook.words import ENGLISH, Words, load_words, theme_folder

PREFIX = "briefbook"
"""An override reaches the packaged theme by it: `{% extends "briefbook/brief.html" %}`."""


def escape_text(value: object) -> str:
    """As `markupsafe.escape`, without wrapping each piece of a page as Markup: a quarter of the time."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


class SiteTemplate(Template):
    """A template that prints through `escape_text`."""

    @classmethod
    def from_code(cls, *parts: Any, **options: Any) -> Template:
        """The template of compiled code."""
        template = super().from_code(*parts, **options)
        template.root_render_func.__globals__["escape"] = escape_text
        return template


class SiteContext(Context):
    """A context that calls macros directly."""

    @internalcode
    def call(self, called: Any, *parts: Any, **options: Any) -> Any:
        """What `called` gives; a macro that gets all its arguments, as most do, by the short way."""
        if type(called) is Macro and len(parts) == called._argument_count and _takes_no_more(called):
            options.pop("_block_vars", None)
            options.pop("_loop_vars", None)
            if not options:
                return Markup(called._func(*parts))  # noqa: S704  a macro escapes what it prints
        return super().call(called, *parts, **options)


def _takes_no_more(macro: Macro) -> bool:
    return not (macro.caller or macro.catch_kwargs or macro.catch_varargs)


class Compiled(BytecodeCache):
    """The code of templates that this process has compiled before with the same words.

    A preview makes an environment for each edition, and compiling takes longer than to fill a small site.
    """

    _kept: ClassVar[dict[tuple[str, frozenset[tuple[object, str]]], tuple[str, CodeType]]] = {}

    def __init__(self, words: Words) -> None:
        """`words` are what the templates say, which their code holds."""
        self._messages = words.messages()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a bucket its code, where its template has not changed since."""
        checksum, code = self._kept.get((bucket.key, self._messages), ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a bucket."""
        assert bucket.code is not None  # Jinja has just compiled it
        self._kept[bucket.key, self._messages] = bucket.checksum, bucket.code


class SiteEnvironment(Environment):
    """A Jinja environment whose interface words are settled when a template is compiled."""

    template_class = SiteTemplate
    context_class = SiteContext
    words: Words

    def __init__(self, *parts: Any, **options: Any) -> None:
        """As Jinja's."""
        super().__init__(*parts, **options)
        self._kept: dict[str | Template, Template] = {}

    def get_template(self, name: str | Template, *parts: Any, **options: Any) -> Template:
        """The template, found once: Jinja copies all globals each time that a page asks for its layout."""
        template = self._kept.get(name)
        if template is None:
            template = self._kept[name] = super().get_template(name, *parts, **options)
            template.globals = dict(template.globals)
        return template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return settle(super()._parse(source, name, filename), self.words)


def make_environment(overrides: Path | None, words: Words | None = None) -> Environment:
    """An environment of one site's own, in which everything is escaped and nothing may be undefined.

    Templates come from files alone, so no content ever becomes one.
    """
    theme = FileSystemLoader(theme_folder())
    loaders: list[BaseLoader] = [theme, PrefixLoader({PREFIX: theme})]
    if overrides is not None:
        loaders.insert(0, FileSystemLoader(overrides))
    environment = SiteEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    environment.words = words or load_words(ENGLISH)
    environment.bytecode_cache = Compiled(environment.words)
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        environment.words.catalogue, newstyle=True
    )
    environment.globals["ngettext"] = _plural(environment.words)
    environment.globals["policy"] = _policy
    environment.filters["date"] = _dates(environment.words)
    environment.filters["when"] = environment.words.date
    environment.filters["bdi"] = render_bdi
    return environment


def render_bdi(words: str) -> Markup:
    """A record's own words inside a sentence of ours: those of another script turn nothing around them."""
    return Markup(f"<bdi>{escape_text(words)}</bdi>") if words else Markup()  # noqa: S704  escaped here


def _policy(*uses: Use) -> Markup:
    """What a page's `meta` says; its single quotes may stand in an attribute as they are."""
    return Markup(page_policy(*uses))  # noqa: S704  words of ours


def _plural(words: Words) -> Callable[..., Markup]:
    """`ngettext` as templates call it; a site says `2 sources` thousands of times."""

    @lru_cache(maxsize=4096)
    def ngettext(singular: str, plural: str, number: int, **values: object) -> Markup:
        said = Markup(words.ngettext(singular, plural, number))  # noqa: S704  words of ours
        return filled(said, {"num": number, **values})

    return ngettext


def _dates(words: Words) -> Callable[[Date], Markup]:
    """The filter `date`: a date's words, with its value for programs where it has one."""

    @lru_cache(maxsize=65536)
    def render_date(date: Date) -> Markup:
        if date.iso:
            return Markup('<time datetime="{}">{}</time>').format(date.iso, words.date(date.text))
        return Markup('<span class="num">{}</span>').format(words.date(date.text))

    return render_date
