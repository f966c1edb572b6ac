"""All rules over a whole book, as one sorted list of diagnostics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator

from briefbook.check import (  # noqa: F401  a rule is registered where it is written
    briefs,
    budget,
    claims,
    copied,
    corrected,
    dates,
    grounding,
    ids,
    likelihood,
    links,
    locks,
    markings,
    origins,
    pictures,
    placeholders,
    positions,
    questions,
    quotations,
    reading,
    references,
    speakers,
    updates,
    usage,
)
from briefbook.check.at import At, Lookup, iter_parts
from briefbook.check.registry import RULES, Finder, Rule, find_rule
from briefbook.diagnostics import Diagnostic, Finding, Severity
from briefbook.load.book import Loaded
from briefbook.load.locate import Allowance, Locator
from briefbook.model.book import Book, Place
from briefbook.model.records import Record
from briefbook.text.near import did_you_mean


def check(
    loaded: Loaded, lookup: Lookup | None = None, between: Callable[[], None] = lambda: None
) -> list[Diagnostic]:
    """Everything that is wrong with a book, what reading it brought to light included, in order of place.

    `lookup` keeps what the rules ask of the book, for whoever asks again. `between` is called before each
    record, so that a host may pause or stop a check.
    """
    return _check(loaded, lookup or Lookup(loaded.book), None, between)


def check_files(loaded: Loaded, files: Collection[str], today: dt.date | None = None) -> list[Diagnostic]:
    """What is wrong with the records in some files and with the book as a whole: the quick part."""
    return _check(loaded, Lookup(loaded.book, today), files, lambda: None)


def _check(
    loaded: Loaded, lookup: Lookup, files: Collection[str] | None, between: Callable[[], None]
) -> list[Diagnostic]:
    found = [
        loaded.locator.diagnostic(place, finding, rule.name, _weight(rule, finding, is_draft=is_draft))
        for rule, place, finding, is_draft in iter_findings(lookup, files, between)
    ]
    if files is not None:
        loaded = loaded._replace(allowances=[each for each in loaded.allowances if each.file in files])
    kept = _silence(found, loaded)
    return sorted({*loaded.diagnostics, *kept}, key=lambda each: each.order)


def _weight(rule: Rule, finding: Finding, *, is_draft: bool) -> Severity:
    if finding.is_doubtful:
        return Severity.NOTE
    return rule.severity(is_draft=is_draft and not finding.is_published)


def iter_findings(
    lookup: Lookup,
    files: Collection[str] | None = None,
    between: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Rule, Place, Finding, bool]]:
    """Each finding with its rule, the place that its path counts from, and whether that is in a draft."""
    finders = _Finders(lookup)
    for record, at in _iter_subjects(lookup):
        between()
        if files is not None and at.place.file and at.place.file not in files:
            continue
        for rule, find in finders[type(record)]:
            for finding in find(record, at):
                place = Place(finding.file) if finding.file else at.place
                yield rule, place, finding, at.brief is None or at.brief.status == "draft"


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
        for entry in book.entries_of(brief):
            yield entry.record, At(lookup, brief, Place(file, entry.path), (brief,))
            for path, part in iter_parts(entry.record):
                yield part, At(lookup, brief, Place(file, (*entry.path, *path)), (entry.record, brief))


class _Finders(dict[type, tuple[tuple[Rule, Finder], ...]]):
    """For a type of record, the rules that look at it, of those that can apply to a book."""

    def __init__(self, lookup: Lookup) -> None:
        self._rules = [(each, each.find) for each in RULES if each.find and each.can_apply(lookup)]

    def __missing__(self, type_: type) -> tuple[tuple[Rule, Finder], ...]:
        self[type_] = tuple(
            (rule, find) for rule, find in self._rules if rule.subject and issubclass(type_, rule.subject)
        )
        return self[type_]


def _silence(found: list[Diagnostic], loaded: Loaded) -> Iterator[Diagnostic]:
    """The diagnostics that no comment silences, and what is wrong with the comments."""
    used: set[Allowance] = set()
    for diagnostic in found:
        rule = find_rule(diagnostic.rule)
        allowed = [
            each
            for each in loaded.allowances
            if each.file == diagnostic.file
            and diagnostic.rule in (each.rule, _WITHOUT_TEXT.get(each.rule))
            and diagnostic.line in each.lines
            and each.reason
            and rule is not None
            and rule.can_be_silenced
        ]
        used.update(allowed)
        if not allowed:
            yield diagnostic
    for allowance in loaded.allowances:
        if allowance not in used and not (allowance.reason and _is_undecided(allowance, loaded.book)):
            yield _stale(allowance, loaded.locator)


_WITHOUT_TEXT = {
    **dict.fromkeys(("quote-not-verbatim", "quote-stitched", "quote-elision"), "quote-not-locked"),
    **dict.fromkeys(("quote-cut", "quote-ambiguous", "quote-context", "locator-wrong"), ""),
}
"""What a rule on quotations is called where the text is absent, if anything; one comment silences both."""


def _is_undecided(allowance: Allowance, book: Book) -> bool:
    """Whether nobody can say that a comment is stale: its file has mistakes, or a source has no text."""
    if allowance.file not in book.files:
        return True
    return allowance.rule in _WITHOUT_TEXT and not book.sources.keys() <= book.texts.keys()


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
