"""Markdown by pyromark's events: linear in its input, with raw HTML as visible text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

import pyromark

from briefbook.text.markdown.notes import Notes
from briefbook.text.markdown.parts import Prose, Resolve, Rewrite
from briefbook.text.markdown.policy import (
    Outline,
    code_class,
    image,
    link_attributes,
    reference,
    without_control,
)
from briefbook.text.markdown.source import OPTIONS, readable

NESTED = frozenset({"List", "BlockQuote", "Emphasis", "Strong", "Strikethrough"})
"""What counts as a level of nesting."""

_OPENING = {
    "Paragraph": "<p>",
    "HtmlBlock": "<p>",
    "Item": "<li>",
    "BlockQuote": "<blockquote>\n",
    "Emphasis": "<em>",
    "Strong": "<strong>",
    "Strikethrough": "<del>",
    "TableHead": "<thead><tr>",
    "TableRow": "<tr>",
}
_CLOSING = {
    "Paragraph": "</p>\n",
    "HtmlBlock": "</p>\n",
    "CodeBlock": "</code></pre>\n",
    "Item": "</li>\n",
    "BlockQuote": "</blockquote>\n",
    "Emphasis": "</em>",
    "Strong": "</strong>",
    "Strikethrough": "</del>",
    "Table": "</tbody></table></div>\n",
    "TableHead": "</tr></thead>\n<tbody>\n",
    "TableRow": "</tr>\n",
}
_BREAKS = {"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}
_ALIGNED = {"None": "", "Left": ' class="left"', "Center": ' class="center"', "Right": ' class="right"'}


def convert(
    text: str, *, resolve: Resolve, rewrite: Rewrite, prefix: str, nesting: int, top_level: int
) -> Prose:
    """The text as safe HTML."""
    events = pyromark.events(readable(text), options=OPTIONS)
    return _Writer(events, resolve, rewrite, prefix, nesting, top_level).write()


def is_reference(link: dict[str, Any]) -> bool:
    """Whether the event of a link or image is a `[[reference]]`."""
    return isinstance(link["link_type"], dict)


def url_of(link: dict[str, Any]) -> str:
    """Where the event of an ordinary link or image leads."""
    url: str = link["dest_url"]
    return f"mailto:{url}" if link["link_type"] == "Email" else url


def name_of(tag: Any) -> tuple[str, Any]:
    """The name of an opening or closing tag, and what it carries."""
    if isinstance(tag, str):
        return tag, None
    [(name, carried)] = tag.items()
    return name, carried


class _Writer:
    """Writes the events of one text; what is known only later is filled in at its place."""

    def __init__(
        self,
        events: Iterator[Any],
        resolve: Resolve,
        rewrite: Rewrite,
        prefix: str,
        nesting: int,
        top_level: int,
    ) -> None:
        self.events = events
        self.resolve = resolve
        self.rewrite = rewrite
        self.prefix = prefix
        self.nesting = nesting
        self.outline = Outline(prefix, top_level)
        self.out: list[str] = []
        self.outer: list[list[str]] = []
        self.depth = 0
        self.heading = 0
        self.link_end = ""
        self.cells: Iterator[str] = iter(())
        self.columns: tuple[str, ...] = ()
        self.cell = "td"
        self.notes = Notes(prefix)

    def write(self) -> Prose:
        for event in self.events:
            if event.__class__ is str:
                self.out.append(_BREAKS[event])
                continue
            [(kind, value)] = event.items()
            if kind == "Text":
                self.out.append(escape(value, quote=False))
            elif kind == "Start":
                self.start(*name_of(value))
            elif kind == "End":
                self.end(*name_of(value))
            elif kind == "Code":
                self.out.append(f"<code>{escape(value, quote=False)}</code>")
            elif kind == "FootnoteReference":
                self.notes.mark(self.out, value)
            else:
                self.out.append(escape(value))
        notes = self.notes.finish()
        return Prose(_tidied("".join([*self.out, *notes])), tuple(self.outline.headings))

    def start(self, name: str, carried: Any) -> None:
        if name in NESTED:
            if self.depth == self.nesting:
                self.write_flat(name)
                return
            self.depth += 1
        opening = _OPENING.get(name)
        if opening is not None:
            self.out.append(opening)
        else:
            getattr(self, f"start_{name.lower()}")(carried)

    def end(self, name: str, carried: Any) -> None:
        if name in NESTED:
            self.depth -= 1
        closing = _CLOSING.get(name)
        if closing is not None:
            self.out.append(closing)
        else:
            getattr(self, f"end_{name.lower()}")(carried)
        if name == "TableHead":
            self.cell = "td"

    def write_flat(self, name: str) -> None:
        words = escape(self.read_words(), quote=False)
        self.out.append(f"<p>{words}</p>\n" if name in ("List", "BlockQuote") else words)

    def read_words(self) -> str:
        """The words of the element just opened, up to its end."""
        words, depth = [], 1
        while depth:
            event = next(self.events)
            [(kind, value)] = [(event, " ")] if isinstance(event, str) else event.items()
            if kind == "Start":
                depth += 1
            elif kind == "End":
                depth -= 1
                words.append(" " if value in ("Paragraph", "Item") else "")
            elif kind != "FootnoteReference":
                words.append(value)
        return " ".join(without_control("".join(words)).split())

    def start_heading(self, _: Any) -> None:
        self.heading = len(self.out)
        self.out.append("")

    def end_heading(self, level: str) -> None:
        content = "".join(self.out[self.heading + 1 :])
        opening, closing = self.outline.tags(int(level[1]), content)
        self.out[self.heading] = opening
        self.out.append(closing)

    def start_list(self, first: int | None) -> None:
        self.out.append("<ul>\n" if first is None else "<ol>\n" if first == 1 else f'<ol start="{first}">\n')

    def end_list(self, is_ordered: bool) -> None:
        self.out.append("</ol>\n" if is_ordered else "</ul>\n")

    def start_codeblock(self, kind: Any) -> None:
        info = "" if isinstance(kind, str) else kind["Fenced"]
        language = info.split()[0].lower() if info.strip() else ""
        self.out.append(f'<pre tabindex="0"><code{code_class(language)}>')

    def start_table(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.cell = "th"
        self.cells = iter(columns)
        self.out.append('<div class="scroll" tabindex="0"><table>\n')

    def start_tablecell(self, _: None) -> None:
        alignment = next(self.cells, None)
        if alignment is None:
            self.cells = iter(self.columns)
            alignment = next(self.cells)
        self.out.append(f"<{self.cell}{_ALIGNED[alignment]}>")

    def end_tablecell(self, _: None) -> None:
        self.out.append(f"</{self.cell}>")

    def start_link(self, link: dict[str, Any]) -> None:
        if is_reference(link):
            self.write_reference(link)
            return
        attributes = link_attributes(url_of(link), self.rewrite, self.prefix)
        if attributes is not None:
            title = f' title="{escape(link["title"])}"' if link["title"] else ""
            self.out.append(f"<a{attributes}{title}>")
            self.link_end = "</a>"

    def end_link(self, _: None) -> None:
        self.out.append(self.link_end)
        self.link_end = ""

    def start_image(self, link: dict[str, Any]) -> None:
        if is_reference(link):
            self.out.append("!")
            self.write_reference(link)
        else:
            self.out.append(image(link["dest_url"], self.read_words(), link["title"], self.rewrite))

    def write_reference(self, link: dict[str, Any]) -> None:
        words = self.read_words()
        given = words if link["link_type"]["WikiLink"]["has_pothole"] else None
        self.out.append(reference(target_of(link["dest_url"]), given or None, self.resolve))

    def start_footnotedefinition(self, label: str) -> None:
        self.outer.append(self.out)
        self.out = self.notes.content(label)

    def end_footnotedefinition(self, _: None) -> None:
        self.out = self.outer.pop()


def target_of(written: str) -> str:
    r"""The target of a reference as it is looked up; in a table, `|` has to be written as `\|`."""
    return " ".join(without_control(written).removesuffix("\\").split())


def _tidied(html: str) -> str:
    clean = without_control(html)
    return html if clean is html else clean.replace("<p></p>\n", "")
