"""YAML 1.2's core as far as briefs need it, screened while it is read.

libyaml's events feed our own builder, so that nothing is built that was not screened: scalars stay strings
until the record model types them (`no` is Norwegian, `010` is an id), and duplicate keys, anchors, aliases,
tags and excess depth are mistakes at their place. PyYAML's own constructors would read `NO` as False, spend
minutes on merge keys, and die of a stack overflow at depth 30,000.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from briefbook.load.syntax import QUOTE, explain
from briefbook.model.book import Path
from briefbook.model.settings import Limits
from briefbook.text.characters import FORBIDDEN, describe
from briefbook.text.near import shorten

_NULLS = ("", "~", "null", "Null", "NULL")


class Mistake(NamedTuple):
    """What is wrong with a text, by code-point offsets into it."""

    start: int
    end: int
    rule: str
    message: str
    help: str = ""


class Stretch(NamedTuple):
    """Where a key and its value stand in a text; for a list item or the whole, both are the value's."""

    key: tuple[int, int]
    value: tuple[int, int]


class Reading(NamedTuple):
    """The plain value of a YAML text and what was wrong with it."""

    value: Any
    mistakes: list[Mistake]


class _StopError(Exception):
    """The text is beyond a limit and not read further."""


def parse_yaml(text: str, limits: Limits, stretches: dict[Path, Stretch] | None = None) -> Reading:
    """The mapping, list or string in `text`; keys without a value are None.

    Fills `stretches` with the place of each value when it is given. Never raises on any text.
    """
    builder = _Builder(text, limits, stretches)
    try:
        builder.build()
    except _StopError:
        pass
    except yaml.YAMLError as error:
        found = explain(error, text)
        builder.mistakes.append(Mistake(found.start, found.end, "yaml-syntax", found.message, found.help))
    except ValueError:  # libyaml takes no lone surrogate
        builder.mistakes.append(Mistake(0, min(len(text), 1), "yaml-syntax", "this is not YAML"))
    return Reading(builder.root, builder.mistakes)


class _Builder:
    """One pass over the events of a text."""

    def __init__(self, text: str, limits: Limits, stretches: dict[Path, Stretch] | None) -> None:
        self.text = text
        self.limits = limits
        self.stretches = stretches
        self.mistakes: list[Mistake] = []
        self.root: Any = None

    def build(self) -> None:
        """Reads event by event; the loop is the hot path of loading, hence its locals."""
        next_event: Callable[[], Any] = CParser(self.text).get_event
        stretches, max_nodes, max_depth = self.stretches, self.limits.nodes, self.limits.nesting
        max_scalar = self.limits.scalar_bytes
        containers: list[Any] = []
        keys: list[Any] = []  # for a mapping the key that waits for its value, None where a key comes next
        starts: list[tuple[tuple[int, int], int]] = []
        path: list[str | int] = []
        key_span = (0, 0)
        nodes = documents = 0
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                value = event.value
                if event.anchor is not None or not (event.implicit[0] or event.implicit[1]):
                    self._refuse_feature(event)
                if len(value) > max_scalar // 4 and len(value.encode()) > max_scalar:
                    self._stop(
                        event, "yaml-too-large", f"a value of more than {max_scalar} bytes", "shorten it"
                    )
                if event.style == '"' and FORBIDDEN.search(value):
                    self._refuse_character(event, value)
                    value = FORBIDDEN.sub("\ufffd", value)
                if not containers:
                    self.root = value
                    continue
                holder = containers[-1]
                if type(holder) is dict and keys[-1] is None:
                    if value in holder:
                        self._mistake(
                            event,
                            "yaml-key-twice",
                            f"`{shorten(value)}` is given twice",
                            "remove one of them",
                        )
                        keys[-1] = _TWICE
                    else:
                        keys[-1] = value
                    if stretches is not None:
                        key_span = (event.start_mark.index, event.end_mark.index)
                    continue
                if not event.style and value in _NULLS:
                    value = None
                span = (event.start_mark.index, event.end_mark.index) if stretches is not None else (0, 0)
                if type(holder) is dict:
                    key, keys[-1] = keys[-1], None
                    if key is not _TWICE:
                        holder[key] = value
                        if stretches is not None:
                            stretches[(*path, key)] = Stretch(key_span, span)
                else:
                    if stretches is not None:
                        stretches[(*path, len(holder))] = Stretch(span, span)
                    holder.append(value)
                continue
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                if event.anchor is not None or event.tag is not None:
                    self._refuse_feature(event)
                if len(containers) >= max_depth:
                    self._stop(
                        event, "yaml-too-deep", f"more than {max_depth} levels of lists and mappings", QUOTE
                    )
                if containers and type(containers[-1]) is dict and keys[-1] is None:
                    self._stop(event, "yaml-syntax", "a list or mapping stands where a key should", QUOTE)
                container: Any = {} if kind is MappingStartEvent else []
                here = event.start_mark.index
                if containers:
                    holder = containers[-1]
                    if type(holder) is dict:
                        key, keys[-1] = keys[-1], None
                        if key is not _TWICE:
                            holder[key] = container
                        path.append(key)
                        starts.append((key_span, here))
                    else:
                        path.append(len(holder))
                        holder.append(container)
                        starts.append(((here, here), here))
                else:
                    self.root = container
                    starts.append(((here, here), here))
                containers.append(container)
                keys.append(None)
                if stretches is not None and _TWICE not in path:
                    stretches[tuple(path)] = Stretch(starts[-1][0], (here, here + 1))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                containers.pop()
                keys.pop()
                key_place, start = starts.pop()
                if stretches is not None and _TWICE not in path:
                    value_span = (start, max(start, event.end_mark.index))
                    stretches[tuple(path)] = Stretch(key_place if containers else value_span, value_span)
                if containers:
                    path.pop()
            elif kind is AliasEvent:
                self._refuse_feature(event)
                if containers and type(containers[-1]) is dict:
                    keys[-1] = None if keys[-1] is not None else _TWICE
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(event, "yaml-syntax", "a second YAML document begins here", "remove the `---`")
            if nodes > max_nodes:
                self._stop(
                    event, "yaml-too-large", f"more than {max_nodes} values in one file", "split the brief"
                )

    def _mistake(self, event: Any, rule: str, message: str, help: str = "") -> None:
        start, end = event.start_mark.index, event.end_mark.index
        line_end = self.text.find("\n", start)
        end = min(end, line_end if line_end >= 0 else len(self.text))
        self.mistakes.append(Mistake(start, max(end, start + 1), rule, message, help))

    def _stop(self, event: Any, rule: str, message: str, help: str) -> None:
        self._mistake(event, rule, message, help)
        raise _StopError

    def _refuse_feature(self, event: Any) -> None:
        if type(event) is AliasEvent:
            message, help = (
                f"aliases are not used: `*{shorten(str(event.anchor))}`",
                f"write the value out, or {QUOTE}",
            )
        elif event.anchor is not None:
            message, help = f"anchors are not used: `&{shorten(event.anchor)}`", f"remove it, or {QUOTE}"
        else:
            tag = (event.tag or "!").replace("tag:yaml.org,2002:", "!!")
            message, help = f"tags are not used: `{shorten(tag)}`", f"remove it, or {QUOTE}"
        if not any(mistake.message == message for mistake in self.mistakes):
            self._mistake(event, "yaml-feature", message, help)

    def _refuse_character(self, event: Any, value: str) -> None:
        found = FORBIDDEN.search(value)
        assert found is not None
        self._mistake(event, "character-forbidden", f"the value holds {describe(found[0])}", "remove it")


_TWICE = object()
"""Stands for a key whose value is read and dropped."""
