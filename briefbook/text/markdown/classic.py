"""Markdown by Python-Markdown with a site's own extensions, made safe by nh3; its time is bounded."""

from __future__ import annotations

import re
import signal
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from briefbook.text.markdown.events import target_of
from briefbook.text.markdown.parts import Prose, Resolve, Rewrite
from briefbook.text.markdown.policy import reference, slug
from briefbook.text.markdown.sanitised import REFERENCE_SCHEME, publish
from briefbook.text.markdown.source import readable

_SETTINGS: dict[str, dict[str, Any]] = {
    "footnotes": {"BACKLINK_TITLE": ""},
    "tables": {"use_align_attribute": True},
    "toc": {"slugify": lambda words, _separator: slug(words)},
}
_SETTINGS["extra"] = dict(_SETTINGS)

_OPENED = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_MARKS = re.compile(r"\\([!-/:-@[-`{-~])|[*`]+")

DEEPEST = 1000
"""Open elements at one place; nh3 takes quadratic time in them, and no signal stops it."""


class TooSlow(BaseException):
    """Python-Markdown took longer than it may; not an Exception, lest an extension swallow it."""


def convert(
    text: str,
    *,
    extensions: Sequence[str],
    seconds: float,
    resolve: Resolve,
    rewrite: Rewrite,
    prefix: str,
    top_level: int,
) -> Prose:
    """The text as safe HTML.

    Raises:
        TooSlow: it would take longer than `seconds`.
    """
    html, references = _unsafe_html(readable(text), extensions, seconds)
    links = [reference(target, words, resolve) for target, words in references]
    return publish(html, links, rewrite=rewrite, prefix=prefix, top_level=top_level)


def is_slow(text: str, *, extensions: Sequence[str], seconds: float) -> bool:
    """Whether the text takes longer than `seconds` of CPU time."""
    try:
        _unsafe_html(readable(text), extensions, seconds)
    except TooSlow:
        return True
    return False


def _unsafe_html(
    text: str, extensions: Sequence[str], seconds: float
) -> tuple[str, list[tuple[str, str | None]]]:
    references = _References()
    engine = Markdown(
        extensions=[*extensions, references],
        extension_configs={name: _SETTINGS.get(name.rpartition(".")[2], {}) for name in extensions},
        output_format="html",
    )
    with _cpu_limit(seconds):
        try:
            html = engine.convert(text)
        # Extensions of others, on a text made to break them: whatever they raise, the text is refused.
        except Exception as error:
            raise TooSlow from error
    if _depth(html) > DEEPEST:
        raise TooSlow
    return html, references.found


def _depth(html: str) -> int:
    """How many elements stand open at most, where each closing tag closes one of its own name."""
    is_open: Counter[str] = Counter()
    depth = deepest = 0
    for match in _OPENED.finditer(html):
        name = match[2].lower()
        if name in _VOID:
            continue
        if not match[1]:
            is_open[name] += 1
            depth += 1
            deepest = max(depth, deepest)
        elif is_open[name]:
            is_open[name] -= 1
            depth -= 1
    return deepest


@contextmanager
def _cpu_limit(seconds: float) -> Iterator[None]:
    """Raises TooSlow within, after so much CPU time; a signal reaches the main thread alone.

    A build checks each body in its main thread before it renders one elsewhere.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.1)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


class _References(Extension):
    """Makes links of `[[references]]` and notes what they refer to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        r"""Reads references after code (190) and before escapes (180), for a table has `[[id\|words]]`."""
        md.inlinePatterns.register(_ReferenceProcessor(self.found, md), "briefbook-reference", 185)


class _ReferenceProcessor(InlineProcessor):
    def __init__(self, found: list[tuple[str, str | None]], md: Markdown) -> None:
        super().__init__(r"(?<!\\)\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]", md)
        self.found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        words = " ".join(_MARKS.sub(r"\1", self.unescape(m[2] or "")).split())
        self.found.append((target_of(m[1]), words or None))
        link = Element("a", {"href": f"{REFERENCE_SCHEME}:{len(self.found) - 1}"})
        link.text = AtomicString(words or m[1])
        return link, m.start(), m.end()
