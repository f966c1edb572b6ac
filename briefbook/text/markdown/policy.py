"""Which URLs, ids and characters may stand in published prose, whichever engine wrote it."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape
from typing import Literal
from urllib.parse import unquote

from briefbook.text.markdown.parts import Heading, Resolve, Rewrite

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_EXTERNAL = ("http:", "https:", "//")
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_SCHEME = re.compile(r"[^/?#]*?:")
_SPACE = re.compile(r"[\s\x00-\x20\x7f-\x9f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+")
_NOT_WORD = re.compile(r"\W+")
_NOTES_AND_TAGS = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.DOTALL)
_LANGUAGE = re.compile(r"[a-z0-9-]{1,40}")


def without_control(text: str) -> str:
    """The text without the characters that HTML cannot hold; it may then hold less, never more."""
    return _CONTROL.sub("", text) if _CONTROL.search(text) else text


def fault_of(url: str, is_image: bool) -> Literal["link-scheme", "image-external"] | None:
    """The rule that a destination breaks, judged as a browser would read it."""
    url = _as_read(url)
    scheme = _SCHEME.match(url)
    if is_image:
        if url.startswith(_EXTERNAL):
            return "image-external"
        return "link-scheme" if scheme else None
    return "link-scheme" if scheme and scheme[0][:-1] not in SCHEMES else None


def link_attributes(url: str, rewrite: Rewrite, prefix: str) -> str | None:
    """The attributes of an author's link; None where it may not lead there."""
    if fault_of(url, is_image=False):
        return None
    if url.startswith("#"):
        return f' href="#{_fragment(url[1:], prefix)}"'
    if not _SCHEME.match(url) and not _as_read(url).startswith("//"):
        target = rewrite(url, False)
        return None if target is None else f' href="{_attribute(target)}"'
    return attributes_to(url)


def attributes_to(url: str) -> str:
    """The attributes of a link to a URL that is known to be fit."""
    marks = ' class="ext" rel="noopener noreferrer"' if _as_read(url).startswith(_EXTERNAL) else ""
    return f' href="{_attribute(url)}"{marks}'


def image(url: str, words: str, title: str, rewrite: Rewrite) -> str:
    """An author's image, or its words where it may not be shown."""
    source = rewrite(url, True) if url and not fault_of(url, is_image=True) else None
    if source is None:
        return escape(words)
    named = f' title="{escape(title)}"' if title else ""
    return f'<img src="{_attribute(source)}" alt="{escape(words)}"{named}>'


def reference(target: str, words: str | None, resolve: Resolve) -> str:
    """A `[[reference]]` as a link; as plain words where it leads nowhere."""
    found = resolve(target, words)
    if found is None or not found.url:
        return escape(found.words if found else words or target)
    return f"<a{attributes_to(found.url)}>{escape(found.words)}</a>"


def code_class(language: str) -> str:
    """The class of a code block in a language, where that is a plain name."""
    return f' class="language-{language}"' if _LANGUAGE.fullmatch(language) else ""


def slug(words: str) -> str:
    """Words as part of an id: `What changed?` is `what-changed`."""
    return _NOT_WORD.sub("-", words.lower()).strip("-")[:60].rstrip("-") or "section"


class Outline:
    """The headings of a body; a prefix on their ids keeps content from taking a name that the page uses."""

    def __init__(self, prefix: str, top_level: int) -> None:
        self.headings: list[Heading] = []
        self._prefix = prefix
        self._top_level = top_level
        self._taken: Counter[str] = Counter()

    def tags(self, level: int, content: str, name: str = "") -> tuple[str, str]:
        """Opening and closing tag of a heading from its level in the source and its HTML."""
        words = " ".join(unescape(_NOTES_AND_TAGS.sub("", without_control(content))).split())
        level = min(6, self._top_level + max(0, level - 2))
        id = self.take(name or words)
        self.headings.append(Heading(level, id, words))
        link = f'<a class="anchor" href="#{id}" aria-label="# {escape(words)}">#</a>'
        return f'<h{level} id="{id}">', f" {link}</h{level}>\n"

    def take(self, name: str) -> str:
        """An id after a name that nothing else in the body has."""
        id = base = f"{self._prefix}h-{slug(name)}"
        while id in self._taken:
            self._taken[base] += 1
            id = f"{base}-{self._taken[base]}"
        self._taken[id] = 1
        return id


def _as_read(url: str) -> str:
    return _UNSEEN.sub("", unescape(url)).replace("\\", "/").lower()


def _attribute(url: str) -> str:
    return escape(_SPACE.sub(lambda each: "%20" if each[0] == " " else "", url.strip()))


def _fragment(name: str, prefix: str) -> str:
    return f"{prefix}h-{slug(unquote(name))}" if name else ""
