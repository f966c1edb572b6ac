"""What a checker asks of a body: its references, its destinations and what is wrong, with exact places."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefbook.text.markdown.events import NESTED, is_reference, name_of, target_of, url_of
from briefbook.text.markdown.parts import Destination, Problem, Reference, Scan
from briefbook.text.markdown.policy import fault_of
from briefbook.text.markdown.source import code_points, parse_with_places, readable

_Span = tuple[int, int]
"""A range in bytes."""


class _Link(NamedTuple):
    is_image: bool
    event: dict[str, Any]
    span: _Span


_HELP = {
    "link-scheme": "use http, https, mailto, tel or a path within the site",
    "image-external": "put the file into the content folder: readers' addresses must not reach other hosts",
    "markdown-nesting": "flatten the list, or write it as paragraphs",
    "markdown-slow": "look for long runs of brackets or markers, or set `markdown: pyromark`",
}


def scan(text: str, *, nesting: int) -> Scan:
    """The references, destinations and problems of the text."""
    text = readable(text)
    links, deep = _find(text, nesting)
    points = code_points(
        text, (offset for span in [*deep, *(link.span for link in links)] for offset in span)
    )
    references, destinations = [], []
    message = f"more than {nesting} levels of lists, quotations and emphasis"
    problems = [problem(points[first], points[last], "markdown-nesting", message) for first, last in deep]
    for is_image, link, (first, last) in links:
        start, end = points[first], points[last]
        if is_reference(link):
            references.append(_reference(text, start + is_image, end))
            continue
        url = url_of(link)
        fault = fault_of(url, is_image)
        if fault:
            problems.append(problem(start, end, fault, _complaint(fault, url, is_image)))
        else:
            destinations.append(Destination(start, end, url, is_image))
    return Scan(tuple(references), tuple(destinations), tuple(sorted(problems)))


def problem(start: int, end: int, rule: str, message: str) -> Problem:
    """A problem with the help that belongs to its rule."""
    return Problem(start, end, rule, message, _HELP[rule])


def _find(text: str, nesting: int) -> tuple[list[_Link], list[_Span]]:
    """Links and images, and what is nested too deep."""
    links: list[_Link] = []
    deep: list[_Span] = []
    depth = 0
    for event, span in parse_with_places(text):
        if event.__class__ is str:
            continue
        [(kind, tag)] = event.items()
        if kind == "Start":
            name, carried = name_of(tag)
            if name in NESTED:
                depth += 1
                if depth == nesting + 1:
                    deep.append((span["start"], span["end"]))
            elif name in ("Link", "Image"):
                links.append(_Link(name == "Image", carried, (span["start"], span["end"])))
        elif kind == "End" and name_of(tag)[0] in NESTED:
            depth -= 1
    return links, deep


def _reference(text: str, start: int, end: int) -> Reference:
    target, _, words = text[start + 2 : end - 2].partition("|")
    return Reference(start, end, target_of(target), " ".join(words.split()) or None)


def _complaint(fault: str, url: str, is_image: bool) -> str:
    shown = url if len(url) <= 60 else f"{url[:57]}..."
    if fault == "image-external":
        return f"image from another host: {shown!r}"
    return f"{'image' if is_image else 'link'} with a scheme that is not allowed: {shown!r}"
