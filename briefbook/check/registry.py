"""The rules: each with its name, its severities, its reasons and the function that finds its faults."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from briefbook.check.at import At, Lookup
from briefbook.diagnostics import Finding, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

Finder = Callable[[Any, At], Iterator[Finding]]


class Rule(NamedTuple):
    """One rule. In its docstring stand what it finds, why, a bad case and a good one."""

    name: str
    draft: Severity
    """Its weight in a draft."""
    cleared: Severity
    """Its weight in a cleared brief."""
    subject: type | None
    """What it looks at; None for what reading a file brings to light."""
    find: Finder | None
    can_apply: Callable[[Lookup], bool]
    """Whether any record of a book can break it; asked once a book, so that most books are checked faster."""
    summary: str
    why: str
    bad: str
    good: str

    @property
    def can_be_silenced(self) -> bool:
        """Whether a comment may silence it; a rule on markings never."""
        return self.find is not None and not self.name.startswith("tlp-")

    def severity(self, *, is_draft: bool) -> Severity:
        """Its weight in a draft, or in a cleared brief; what stands outside briefs counts as a draft."""
        return self.draft if is_draft else self.cleared


RULES: list[Rule] = []
"""All rules in the order of their modules."""

_PARTS = re.compile(r"\n\s*(Why|Bad|Good): ")


def _always(_: Lookup) -> bool:
    return True


def rule(
    name: str,
    cleared: Severity = ERROR,
    *,
    draft: Severity | None = None,
    when: Callable[[Lookup], bool] = _always,
) -> Callable[[Finder], Finder]:
    """Registers a finder; its first parameter's type is what it looks at, in books where `when` holds."""

    def register(find: Finder) -> Finder:
        subject = next(iter(typing.get_type_hints(find).values()))
        RULES.append(_made(name, cleared, draft, subject, find, when, inspect.getdoc(find) or ""))
        return find

    return register


def reading_rule(name: str, doc: str, severity: Severity = ERROR) -> None:
    """Registers a fault that reading a file brings to light."""
    RULES.append(_made(name, severity, None, None, None, _always, inspect.cleandoc(doc)))


def find_rule(name: str) -> Rule | None:
    """The rule of a name."""
    return next((each for each in RULES if each.name == name), None)


def _made(
    name: str,
    cleared: Severity,
    draft: Severity | None,
    subject: type | None,
    find: Finder | None,
    when: Callable[[Lookup], bool],
    doc: str,
) -> Rule:
    summary, *parts = _PARTS.split(doc)
    told = {key: " ".join(words.split()) for key, words in zip(parts[::2], parts[1::2], strict=True)}
    return Rule(
        name,
        cleared if draft is None else draft,
        cleared,
        subject,
        find,
        when,
        summary.strip(),
        told.get("Why", ""),
        told.get("Bad", ""),
        told.get("Good", ""),
    )
