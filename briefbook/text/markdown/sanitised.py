"""HTML of any making as the site prints it: nh3's allow list, then the site's links, ids and headings."""

from __future__ import annotations

import re
from html import escape, unescape

import nh3

from briefbook.text.markdown.parts import Prose, Rewrite
from briefbook.text.markdown.policy import SCHEMES, Outline, image, link_attributes, without_control

REFERENCE_SCHEME = "briefbook-reference"
"""Of links that await `resolve`; forged by an author, it only names a reference of the same text."""

TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd "
    "li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul".split()
)
_ATTRIBUTES = {
    "a": {"href", "title", "class", "id"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "td": {"align", "colspan", "rowspan"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"class"},
    "p": {"class"},
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "sup", "dt")},
}
_CLASS = re.compile(
    r"(?:footnote(?:-ref|-backref)?|language-[a-z0-9-]{1,40}|toc|"
    r"admonition(?:-title)?|note|tip|important|warning|caution|danger)"
)
_WITHOUT_CONTENT = frozenset({"script", "style", "template", "iframe", "object", "svg", "math", "noscript"})
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_NOTE_ID = re.compile(r"fn(?:ref\d*)?:")


def publish(html: str, references: list[str], *, rewrite: Rewrite, prefix: str, top_level: int) -> Prose:
    """The HTML made safe, with each reference's link in its place."""
    return _Mender(references, rewrite, prefix, top_level).mend(_sanitised(html))


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        clean_content_tags=set(_WITHOUT_CONTENT),
        url_schemes={*SCHEMES, REFERENCE_SCHEME},
        link_rel=None,
    )


class _Mender:
    """Gives sanitised HTML the site's links, ids and headings, tag by tag as nh3 writes them."""

    def __init__(self, references: list[str], rewrite: Rewrite, prefix: str, top_level: int) -> None:
        self.references = references
        self.rewrite = rewrite
        self.prefix = prefix
        self.outline = Outline(prefix, top_level)
        self.out: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.link_ends: list[str] = []
        self.skip_to = ""

    def mend(self, html: str) -> Prose:
        done = 0
        for match in _TAG.finditer(html):
            self.write(html[done : match.start()])
            done = match.end()
            is_end, name, written = match.groups()
            if is_end:
                self.end(name)
            elif not self.skip_to:
                self.start(name, {key: unescape(value) for key, value in _ATTRIBUTE.findall(written)})
        self.write(html[done:])
        page = without_control("".join(self.out)).replace("<p></p>\n", "")
        return Prose(page, tuple(self.outline.headings))

    def write(self, html: str) -> None:
        if not self.skip_to:
            self.out.append(html.replace("<", "&lt;"))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "a":
            self.start_link(attributes)
        elif name == "img":
            source, words = attributes.get("src", ""), attributes.get("alt", "")
            self.out.append(image(source, words, attributes.get("title", ""), self.rewrite))
        elif name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((len(self.out), attributes.get("id", "")))
            self.out.append("")
        else:
            before = '<div class="scroll" tabindex="0">' if name == "table" else ""
            focus = ' tabindex="0"' if name == "pre" else ""
            self.out.append(f"{before}<{name}{self.kept(attributes)}{focus}>")

    def end(self, name: str) -> None:
        if name == self.skip_to:
            self.skip_to = ""
        elif self.skip_to:
            return
        elif name == "a" and self.link_ends:
            self.out.append(self.link_ends.pop())
        elif name in ("h1", "h2", "h3", "h4", "h5", "h6") and self.headings:
            place, id = self.headings.pop()
            content = "".join(self.out[place + 1 :])
            self.out[place], closing = self.outline.tags(int(name[1]), content, id)
            self.out.append(closing.rstrip("\n"))
        else:
            self.out.append(f"</{name}></div>" if name == "table" else f"</{name}>")

    def start_link(self, attributes: dict[str, str]) -> None:
        url = attributes.pop("href", "")
        scheme, _, index = url.partition(":")
        if scheme == REFERENCE_SCHEME:
            known = index.isdecimal() and int(index) < len(self.references)
            self.out.append(self.references[int(index)] if known else "")
            self.skip_to = "a"
            return
        if _NOTE_ID.match(url.removeprefix("#")):
            found: str | None = f' href="#{escape(self.id(url[1:]))}"'
        else:
            found = link_attributes(url, self.rewrite, self.prefix) if url else None
        if found is not None and 'class="' in found:
            attributes.pop("class", None)
        self.out.append("" if found is None else f"<a{found}{self.kept(attributes)}>")
        self.link_ends.append("" if found is None else "</a>")

    def kept(self, attributes: dict[str, str]) -> str:
        """The attributes as they are printed, with ids and classes that are the site's."""
        classes = [word for word in attributes.pop("class", "").split() if _CLASS.fullmatch(word)]
        classes += [word for word in [attributes.pop("align", "")] if word in ("left", "center", "right")]
        if "id" in attributes:
            name = attributes["id"]
            attributes["id"] = self.id(name) if _NOTE_ID.match(name) else self.outline.take(name)
        if classes:
            attributes["class"] = " ".join(classes)
        return "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)

    def id(self, name: str) -> str:
        """The id of a footnote or of its mark."""
        return self.prefix + re.sub(r"[^\w-]+", "-", name)
