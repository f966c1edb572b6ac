"""Claims, events and ties: who says so, what others reply, and what the desk finds."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.check.at import At
from briefbook.check.registry import WARNING, rule
from briefbook.diagnostics import Finding
from briefbook.model.book import KINDS, has_evidence
from briefbook.model.records import Claim, Event, Reply, Tie, Update


@rule("claim-without-speaker")
def claim_without_speaker(claim: Claim, _: At) -> Iterator[Finding]:
    """A claim without `by`.

    Why: a claim that nobody makes is a rumour, or a statement of ours.
    Bad: a claim with only `id` and `text`
    Good: the same with `by: isis`
    """
    if not claim.by:
        yield Finding((), f"the claim `{claim.id}` does not say who makes it", "add `by:`")


@rule("evidence-missing", draft=WARNING)
def evidence_missing(record: Claim | Event | Reply | Tie, _: At) -> Iterator[Finding]:
    """A claim, reply, event or tie that no words of anybody bear out.

    Why: every fact on the site can be followed to its source.
    Bad: an event with only `id`, `date` and `title`
    Good: the same with `words: in a phone call on Saturday`
    """
    if not has_evidence(record):
        kind = KINDS.get(type(record), "reply")
        yield Finding((), f"this {kind} has no evidence", "add `quote:`, `words:` or `paraphrase:`")


@rule("reply-against-status")
def reply_against_status(record: Claim | Update, at: At) -> Iterator[Finding]:
    """A reply that disputes or denies a claim whose status stays `unverified`.

    Why: the desk knows of the dispute, so the claim is at least disputed.
    Bad: `status: unverified` with a reply that `says: denies`
    Good: `status: disputed`
    """
    entry = at.book.entries.get(record.update if isinstance(record, Update) else record.id)
    if entry is None or not isinstance(entry.record, Claim):
        return
    status = at.lookup.latest(entry.record, "status")
    for index, reply in enumerate(record.replies):
        if reply.says in ("disputes", "denies") and status == "unverified":
            message = f"{reply.by} {reply.says} the claim, but its status is unverified"
            path = ("replies", index, "says")
            yield Finding(
                path, message, "write `status: disputed`, or what the desk finds after weighing both"
            )
