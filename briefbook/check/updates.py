"""Updates: they change an earlier entry, in fields that it has, and say why."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.ids import kind_of
from briefbook.check.registry import rule
from briefbook.diagnostics import Finding
from briefbook.model.book import has_evidence
from briefbook.model.corrected import Holders
from briefbook.model.records import Claim, Correction, Event, Evidenced, Question, Record, Update
from briefbook.model.vocabulary import ClaimStatus, EventStatus, QuestionStatus
from briefbook.text.near import did_you_mean, listed

_STATUSES: dict[type[Record], tuple[str, ...]] = {
    Claim: typing.get_args(ClaimStatus),
    Event: typing.get_args(EventStatus),
    Question: typing.get_args(QuestionStatus),
}
_ALWAYS = frozenset((*Evidenced.__struct_fields__, "update", "reason", "said"))


@rule("update-field")
def update_field(update: Update, at: At) -> Iterator[Finding]:
    """An update of a field that the entry does not have.

    Why: it would silently change nothing.
    Bad: `update: mass-execution`, which is a claim, with `answer: ...`
    Good: `update: mass-execution` with `status: corroborated`
    """
    entry = at.book.entries.get(update.update)
    if entry is None:
        return
    for field in Update.__struct_fields__:
        if getattr(update, field) and field not in entry.record.__struct_fields__ and field not in _ALWAYS:
            message = f"{kind_of(entry.record)} has no `{field}`"
            yield Finding((field,), message, "remove it, or update the entry that was meant")


@rule("update-status")
def update_status(update: Update, at: At) -> Iterator[Finding]:
    """An update to a status that such an entry cannot have.

    Why: readers compare statuses; a private word cannot be compared.
    Bad: `update: mass-execution`, which is a claim, with `status: answered`
    Good: `update: mass-execution` with `status: corroborated`
    """
    entry = at.book.entries.get(update.update)
    if entry is None or not update.status:
        return
    words = _STATUSES.get(type(entry.record), ())
    if words and update.status not in words:
        message = f"the status of {kind_of(entry.record)} cannot be {update.status!r}"
        near = did_you_mean(update.status, words)
        yield Finding(("status",), message, near or f"it may be {listed(words)}")


@rule("rerated-without-reason")
def rerated_without_reason(update: Update, at: At) -> Iterator[Finding]:
    """A claim that is re-rated without a reason or without evidence.

    Why: a finding that changes without saying why cannot be trusted either way.
    Bad: `update: mass-execution` with only `status: corroborated`
    Good: the same with `reason:` and `quote: I trained nine of them`
    """
    entry = at.book.entries.get(update.update)
    if entry is None or not isinstance(entry.record, Claim) or not update.status or at.brief is None:
        return
    if not update.reason:
        yield Finding(("status",), "the claim is re-rated without a reason", "add `reason:`")
    if not has_evidence(update) and not update.replies:
        help = "add `quote:`, `words:` or `paraphrase:`"
        yield Finding(("status",), "the claim is re-rated without evidence", help)


@rule("update-too-early")
def update_too_early(update: Update, at: At) -> Iterator[Finding]:
    """An update in a brief that is older than the brief with the entry.

    Why: an entry cannot change before it is known.
    Bad: `update: which-channel` in a brief of 13 June, where the question is asked on 15 June
    Good: the update in a later brief
    """
    entry = at.book.entries.get(update.update)
    if entry is None or at.brief is None or entry.brief == at.brief.id:
        if entry is not None:
            yield Finding(("update",), f"`{update.update}` stands in this brief", "change it there")
        return
    first = at.book.briefs[entry.brief].as_of
    if at.brief.as_of.order < first.order:
        message = f"`{update.update}` is only known since {first.words}"
        yield Finding(("update",), message, "move the update to a later brief")


@rule("correction-early")
def correction_early(correction: Correction, at: At) -> Iterator[Finding]:
    """A correction that is dated before its brief, or before the brief that had the mistake.

    Why: nothing can be corrected before it is published.
    Bad: `date: 2014-06-14` in a brief of 15 June 2014
    Good: `date: 2014-06-17`
    """
    assert at.brief is not None
    holders = at.lookup.remember("holders", lambda: Holders(at.book))
    had = holders.of(correction.entry, at.brief) or at.brief
    as_of = max(at.brief.as_of, had.as_of, key=lambda when: when.first)
    if correction.date.last < as_of.first:
        message = f"the correction is dated before the brief, {as_of.words}"
        yield Finding(("date",), message, "write the day on which the text was mended")
