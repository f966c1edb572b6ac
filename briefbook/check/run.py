"""All rules over a whole book, as one sorted list of diagnostics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefbook.check import (  # noqa: F401  a rule is registered where it is written
    briefs,
    claims,
    dates,
    ids,
    links,
    markings,
    positions,
    questions,
    quotations,
    reading,
    references,
    updates,
    usage,
)
from briefbook.check.at import At, Lookup, iter_parts
from briefbook.check.registry import RULES, Rule, find_rule
from briefbook.diagnostics import Diagnostic, Finding, Severity
from briefbook.load.book import Loaded
from briefbook.load.locate import Allowance, Locator
from briefbook.model.book import Book, Place, iter_entries
from briefbook.model.records import Record
from briefbook.text.near import did_you_mean


def check(loaded: Loaded, today: dt.date | None = None) -> list[Diagnostic]:
    """Everything that is wrong with a book, what reading it brought to light included, in order of place."""
    found = [
        loaded.locator.diagnostic(place, finding, rule.name, rule.severity(is_draft=is_draft))
        for rule, place, finding, is_draft in iter_findings(loaded.book, today)
    ]
    kept = _silence(found, loaded.allowances, loaded.locator)
    return sorted({*loaded.diagnostics, *kept}, key=lambda each: each.order)


def iter_findings(book: Book, today: dt.date | None = None) -> Iterator[tuple[Rule, Place, Finding, bool]]:
    """Each finding with its rule, the place that its path counts from, and whether that is in a draft."""
    lookup = Lookup(book, today)
    for record, at in _iter_subjects(lookup):
        is_draft = at.brief is None or at.brief.status == "draft"
        for rule in _rules_for(type(record)):
            assert rule.find is not None
            for finding in rule.find(record, at):
                place = Place(finding.file) if finding.file else at.place
                yield rule, place, finding, is_draft


def _iter_subjects(lookup: Lookup) -> Iterator[tuple[Book | Record, At]]:
    """The book, then every record in it with where it stands."""
    book = lookup.book
    yield book, At(lookup, None, Place(""))
    for documents in (book.sources, book.actors, book.issues, book.pages):
        for id, document in documents.items():
            place = book.places[id]
            brief = book.briefs.get(book.introduced.get(id, ""))
            yield document, At(lookup, brief, place._replace(path=place.path[:-1]), (brief,) if brief else ())
    for brief in book.briefs.values():
        file = lookup.file_of(brief.id)
        yield brief, At(lookup, brief, Place(file))
        for entry in iter_entries(brief):
            yield entry.record, At(lookup, brief, Place(file, entry.path), (brief,))
            for path, part in iter_parts(entry.record):
                yield part, At(lookup, brief, Place(file, (*entry.path, *path)), (entry.record, brief))


_BY_TYPE: dict[type, tuple[Rule, ...]] = {}


def _rules_for(type_: type) -> tuple[Rule, ...]:
    """The rules that look at records of a type or of one of its bases."""
    if type_ not in _BY_TYPE:
        _BY_TYPE[type_] = tuple(each for each in RULES if each.subject and issubclass(type_, each.subject))
    return _BY_TYPE[type_]


def _silence(found: list[Diagnostic], allowances: list[Allowance], locator: Locator) -> Iterator[Diagnostic]:
    """The diagnostics that no comment silences, and what is wrong with the comments."""
    used: set[Allowance] = set()
    for diagnostic in found:
        rule = find_rule(diagnostic.rule)
        allowed = [
            each
            for each in allowances
            if each.file == diagnostic.file
            and each.rule == diagnostic.rule
            and diagnostic.line in each.lines
            and each.reason
            and rule is not None
            and rule.can_be_silenced
        ]
        used.update(allowed)
        if not allowed:
            yield diagnostic
    for allowance in allowances:
        if allowance not in used:
            yield _stale(allowance, locator)


def _stale(allowance: Allowance, locator: Locator) -> Diagnostic:
    rule = find_rule(allowance.rule)
    severity, help = Severity.WARNING, "remove the comment"
    if rule is None:
        message = f"there is no rule `{allowance.rule}`"
        help = did_you_mean(allowance.rule, [each.name for each in RULES]) or help
    elif not rule.can_be_silenced:
        severity, message = Severity.ERROR, f"`{allowance.rule}` cannot be silenced"
    elif not allowance.reason:
        message, help = "the comment gives no reason", f"write `# briefbook: allow[{allowance.rule}] why`"
    else:
        message = f"nothing here breaks `{allowance.rule}`"
    return locator.at_line(allowance.file, allowance.line, "allow-stale", severity, message, help)
